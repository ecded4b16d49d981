using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Figures;
using TkpkdPortal.HouseholdLists;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>A report as it is typed, and the version of the decision that the page showed.</summary>
public sealed record ReportForm
{
    [Required(ErrorMessage = "Pilih status")]
    public DecisionState? State { get; init; }

    [Range(0, 100, ErrorMessage = "Kemajuan antara 0 dan 100 persen")]
    public int? Percent { get; init; }

    [Required(ErrorMessage = "Tulis kemajuannya: apa yang sudah dilakukan"), StringLength(DecisionReport.TextMaxLength, ErrorMessage = "Kemajuan paling panjang 1.000 huruf"), WithoutNumber]
    public string? Progress { get; init; }

    [StringLength(DecisionReport.TextMaxLength, ErrorMessage = "Kendala paling panjang 1.000 huruf"), WithoutNumber]
    public string? Obstacle { get; init; }

    [StringLength(DecisionReport.EvidenceMaxLength, ErrorMessage = "Bukti paling panjang 300 huruf"), WithoutNumber]
    public string? Evidence { get; init; }

    public int Version { get; init; }
}

/// <summary>A program that a decision names.</summary>
public sealed record NamedProgram(Guid Id, string Name);

/// <summary>A list of households that a decision names, and the KK in it now that the reader sees.</summary>
public sealed record NamedListNow(string Address, string Words, int Then, int Now);

/// <summary>One decision with all that was reported on it.</summary>
public sealed record FollowUpPage(MeetingDecision Decision, CoordinationMeeting Meeting, ReportForm Form)
{
    public string Opd => Opds[Decision.OpdId];

    public required IReadOnlyDictionary<long, string> Opds { get; init; }

    public IReadOnlyDictionary<long, string> People { get; init; } = new Dictionary<long, string>();

    public IReadOnlyList<NamedProgram> Programs { get; init; } = [];

    public IReadOnlyList<NamedListNow> Lists { get; init; } = [];

    /// <summary>Nothing of the lists is hidden from the reader.</summary>
    public bool SeesEveryHousehold { get; init; }

    /// <summary>As whom the reader reports; null for whoever only reads.</summary>
    public Reporter? Reporter { get; init; }

    public static async Task<FollowUpPage?> ForAsync(PortalDbContext db, DecisionReach reach, AreaDirectory areas, DateOnly today, Guid id, CancellationToken ct)
    {
        if (await reach.Seen.AsNoTracking().AsSplitQuery().Include(one => one.Support).Include(one => one.Areas).Include(one => one.Programs).Include(one => one.Cases).Include(one => one.Lists)
                .Include(one => one.Reports.OrderByDescending(report => report.Number)).SingleOrDefaultAsync(one => one.PublicId == id, ct) is not { } decision)
            return null;
        var opds = await db.Opds.AsNoTracking().ToDictionaryAsync(opd => opd.Id, opd => opd.ShortName, ct);
        var (programs, people) = (decision.Programs.Select(named => named.ProgramId).ToList(), decision.Reports.Select(report => report.UserId).Distinct().ToList());
        return new FollowUpPage(decision, await db.Meetings.AsNoTracking().SingleAsync(meeting => meeting.Id == decision.MeetingId, ct), FormOf(decision))
        {
            Opds = opds,
            People = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, ct),
            Programs = await db.AidPrograms.AsNoTracking().Where(program => programs.Contains(program.Id)).OrderBy(program => program.Name).Select(program => new NamedProgram(program.PublicId, program.Name)).ToListAsync(ct),
            Lists = await ListsAsync(db, areas, decision, today, ct),
            SeesEveryHousehold = reach.SeesAll && !db.Scope.IsDutyBound,
            Reporter = reach.ReporterOn(decision),
        };
    }

    private static async Task<IReadOnlyList<NamedListNow>> ListsAsync(PortalDbContext db, AreaDirectory areas, MeetingDecision decision, DateOnly today, CancellationToken ct)
    {
        var lists = new List<NamedListNow>();
        foreach (var list in decision.Lists.OrderBy(list => list.Id))
        {
            var (filter, area) = HouseholdFilter.FromAddress(list.Address) is { } read && areas.TryFind(read.Area ?? "", out var found) ? (read, found) : (null, null);
            if (filter is not null && area is { } place)
                lists.Add(new NamedListNow(list.Address, list.Words, list.Families, await HouseholdNarrowing.Of(db, place, filter, today).CountAsync(ct)));
        }
        return lists;
    }

    private static ReportForm FormOf(MeetingDecision decision) => new() { State = decision.State, Percent = decision.Percent, Version = decision.Version };
}
