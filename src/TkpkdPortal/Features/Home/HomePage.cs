using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Home;

/// <summary>The start page: only the parts that the user's offices bring.</summary>
public sealed record HomePage
{
    public FieldWork? FieldWork { get; init; }

    public Reviews? Reviews { get; init; }

    public Imports? Imports { get; init; }

    public Aid? Aid { get; init; }

    public Summary? Summary { get; init; }

    public NextMeeting? Meeting { get; init; }

    public OpenRequests? Requests { get; init; }

    /// <summary>Only when something has to be done about it.</summary>
    public string? BackupWarning { get; init; }

    public bool IsEmpty => FieldWork is null && Reviews is null && Imports is null && Aid is null && Summary is null && Meeting is null && BackupWarning is null && Requests is null;
}

/// <summary>An enumerator's households: what to do next, and how far it is.</summary>
public sealed record FieldWork(IReadOnlyList<NextHousehold> Next, IReadOnlyDictionary<VisitStatus, int> ByStatus, int NotVisited)
{
    public int Total => NotVisited + ByStatus.Values.Sum();

    public int Open => NotVisited + Of(VisitStatus.Draft) + Of(VisitStatus.Returned);

    public int Of(VisitStatus status) => ByStatus.GetValueOrDefault(status);
}

public sealed record NextHousehold(Guid Id, string HeadName, string AreaCode, string Address, int MemberCount, Guid? VisitId, VisitStatus? Status, string? ReturnNote);

public sealed record Reviews(int Count, IReadOnlyList<WaitingVisit> Oldest);

public sealed record WaitingVisit(Guid Id, string HeadName, string AreaCode, DateTime SubmittedAt, string Enumerator);

public sealed record Imports(IReadOnlyList<RecentImport> Recent, int WithoutNik, int NotMatched);

public sealed record RecentImport(Guid Id, ImportKind Kind, string ReleaseName, ImportState State, DateTime At, int Withheld);

public sealed record Aid(string Opd, int Programs, int OnDuty, int WithoutAid);

public sealed record Summary(AreaCode Area, string? Release, DateOnly? ReleasedOn, int Families, int? Persons, VerificationFigure Verification);

/// <summary>Requests of data subjects that are not answered, and when the first of them is due.</summary>
public sealed record OpenRequests(int Count, DateTime? NextDue);

public sealed record NextMeeting(Guid Id, string Title, DateOnly On, TimeOnly From, string Place);
