using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Figures;
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

/// <summary>A list of households that a decision names, in words; where none of it lies in the reader's area there is no more to it.</summary>
public sealed record NamedListNow(string Words, int Then)
{
    /// <summary>The list as far as the reader sees it; null for whoever sees no households, or none of these.</summary>
    public string? Address { get; init; }

    /// <summary>KK in it now, as far as the reader sees them; null where none of it is the reader's.</summary>
    public int? Now { get; init; }

    /// <summary>Nothing of it is hidden from the reader.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Its area, or its address, is none any more.</summary>
    public bool IsLost { get; init; }
}

/// <summary>One decision with all that was reported on it.</summary>
public sealed record FollowUpPage(MeetingDecision Decision, CoordinationMeeting Meeting, ReportForm Form)
{
    public string Opd => Opds[Decision.OpdId];

    public required IReadOnlyDictionary<long, string> Opds { get; init; }

    public IReadOnlyDictionary<long, string> People { get; init; } = new Dictionary<long, string>();

    public IReadOnlyList<NamedProgram> Programs { get; init; } = [];

    public IReadOnlyList<NamedListNow> Lists { get; init; } = [];

    /// <summary>As whom the reader reports; null for whoever only reads.</summary>
    public Reporter? Reporter { get; init; }

    public static async Task<FollowUpPage?> ForAsync(PortalDbContext db, DecisionReach reach, NamedLists lists, Guid id, CancellationToken ct)
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
            Lists = await lists.OfAsync(decision, ct),
            Reporter = reach.ReporterOn(decision),
        };
    }

    private static ReportForm FormOf(MeetingDecision decision) => new() { State = decision.State, Percent = decision.Percent, Version = decision.Version };
}
