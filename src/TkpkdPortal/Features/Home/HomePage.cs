using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Figures;
using TkpkdPortal.Waiting;

namespace TkpkdPortal.Features.Home;

/// <summary>The start page: only the parts that the user's offices bring.</summary>
public sealed record HomePage
{
    /// <summary>How many of each kind wait for the user; empty for roles that only read.</summary>
    public required IReadOnlyList<WaitingCount> Waiting { get; init; }

    public required IReadOnlyList<WaitingItem> Oldest { get; init; }

    public FieldWork? FieldWork { get; init; }

    /// <summary>Own visits that disagreed with another or with the register, decided and not read yet.</summary>
    public IReadOnlyList<SettledVisit>? Settled { get; init; }

    public Imports? Imports { get; init; }

    public Aid? Aid { get; init; }

    public Summary? Summary { get; init; }

    public NextMeeting? Meeting { get; init; }

    public RegistryGaps? Gaps { get; init; }

    public AccountCounts? Accounts { get; init; }

    public AuditState? Audit { get; init; }

    public BackupLine? Backup { get; init; }
}

/// <summary>An enumerator's households: where to go next, and how far the area is.</summary>
public sealed record FieldWork(IReadOnlyList<NextHousehold> Next, IReadOnlyDictionary<VisitStatus, int> ByStatus, int NotVisited)
{
    public int Total => NotVisited + ByStatus.Values.Sum();

    public int Of(VisitStatus status) => ByStatus.GetValueOrDefault(status);
}

public sealed record NextHousehold(Guid Id, string HeadName, string AreaCode, string Address, int MemberCount);

public sealed record Imports(IReadOnlyList<RecentImport> Recent, int WithoutNik, int NotMatched);

public sealed record RecentImport(Guid Id, ImportKind Kind, string ReleaseName, ImportState State, DateTime At, int Withheld);

/// <summary>An OPD's year: its programs, the families it may see, and those it has not helped.</summary>
public sealed record Aid(Guid OpdId, string Opd, int Programs, int OnDuty, int WithoutAid);

/// <summary>Figures of the area; the parts below it only for whoever follows them.</summary>
public sealed record Summary(AreaCode Area, string? Release, DateOnly? ReleasedOn, int Families, int? Persons, VerificationFigure Verification, IReadOnlyList<VerificationFigure> ByArea);

public sealed record NextMeeting(Guid Id, string Title, DateOnly On, TimeOnly From, string Place);

/// <summary>Families (KK) that the civil registry can help: a member without NIK, no KK number, a member without a birth date.</summary>
public sealed record RegistryGaps(int WithoutNik, int WithoutFamilyCard, int WithoutBirthDate);

/// <summary>Accounts of persons: open, of those without an office today, and of those that never chose a password.</summary>
public sealed record AccountCounts(int Open, int WithoutOffice, int NotSetUp);

/// <summary>The audit up to now: how many lines, and when the last was written.</summary>
public sealed record AuditState(long Entries, DateTime? LastAt);

/// <summary>What is wrong with the backups, or since when all is well.</summary>
public sealed record BackupLine(string? Warning, DateTime? ProvedAt);

/// <summary>What became of the fields in which an own visit disagreed.</summary>
public sealed record SettledVisit(Guid Id, string HeadName, string Settlement);
