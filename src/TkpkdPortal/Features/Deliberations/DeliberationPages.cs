using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Deliberations;

/// <summary>The villages of a round within the reader's area: what waits for their meeting and what it has agreed on.</summary>
public sealed record DeliberationList(VerificationRound Round, IReadOnlyList<VillageRow> Rows, Paging Paging)
{
    public static async Task<DeliberationList> ForAsync(PortalDbContext db, VerificationRound round, int? page, CancellationToken ct)
    {
        var villages = db.RoundTargets.AsNoTracking().Where(t => t.RoundId == round.Id && t.State != VerificationState.Cancelled).GroupBy(t => t.AreaCode.Substring(0, AreaCode.VillageLength));
        var paging = Paging.Of(page, await villages.CountAsync(ct));
        var rows = await villages.OrderBy(group => group.Key).Skip(paging.Skip).Take(paging.PageSize).Select(group => new VillageRow(group.Key, group.Count(),
            group.Count(t => t.State < VerificationState.ApprovedByVillage), group.Count(t => t.State == VerificationState.ApprovedByVillage))).ToListAsync(ct);
        var codes = rows.Select(row => row.AreaCode).ToList();
        var minutes = await db.Deliberations.AsNoTracking().Where(d => d.RoundId == round.Id && codes.Contains(d.AreaCode)).OrderBy(d => d.Addendum)
            .Select(d => new MinutesRow(d.PublicId, d.AreaCode, d.Addendum, d.Number, d.HeldOn)).ToListAsync(ct);
        var byVillage = minutes.ToLookup(one => one.AreaCode, StringComparer.Ordinal);
        return new DeliberationList(round, [.. rows.Select(row => row with { Minutes = [.. byVillage[row.AreaCode]] })], paging);
    }
}

public sealed record VillageRow(string AreaCode, int Targets, int StillVisited, int Ready)
{
    public IReadOnlyList<MinutesRow> Minutes { get; init; } = [];
}

public sealed record MinutesRow(Guid Id, string AreaCode, int Addendum, string Number, DateOnly HeldOn)
{
    public string Title => Addendum == 0 ? "Berita acara" : $"Adendum {Addendum}";
}

/// <summary>The form before a meeting is recorded, with the list that would be frozen.</summary>
public sealed record DeliberationPage(VerificationRound Round, VillageList List, DeliberationForm Form);

/// <summary>Minutes as they are, and the households that have changed since.</summary>
public sealed record DeliberationDetails(Deliberation Deliberation, VerificationRound Round, IReadOnlyList<ChangedRow> Changed)
{
    public static async Task<DeliberationDetails?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Deliberations.AsNoTracking().Include(d => d.Rows.OrderBy(row => row.Annex).ThenBy(row => row.Number)).SingleOrDefaultAsync(d => d.PublicId == id, ct) is not { } deliberation)
            return null;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == deliberation.RoundId, ct);
        var ids = deliberation.Rows.Select(row => row.HouseholdId).ToList();
        // Past the Open filter: a household that was closed has changed most of all. One that has moved away is not read, and counts as changed.
        var now = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().Where(h => ids.Contains(h.Id))
            .Select(h => new { h.Id, h.PublicId, h.Version, h.HeadName, h.MemberCount, IsClosed = h.Closure != null }).ToDictionaryAsync(h => h.Id, ct);
        var changed = new List<ChangedRow>();
        foreach (var row in deliberation.Rows)
        {
            if (!now.TryGetValue(row.HouseholdId, out var household))
                changed.Add(new ChangedRow(row, null, "pindah ke wilayah lain"));
            else if (household.Version != row.HouseholdVersion)
                changed.Add(new ChangedRow(row, household.PublicId, household.IsClosed ? "keluarga ditutup dalam register" : household.HeadName != row.HeadName ? $"kepala keluarga sekarang {household.HeadName}"
                    : household.MemberCount != row.MemberCount ? $"sekarang {household.MemberCount} jiwa" : "data keluarga diperbarui"));
        }
        return new DeliberationDetails(deliberation, round, changed);
    }
}

/// <summary>A household of the minutes that the register has otherwise now.</summary>
public sealed record ChangedRow(DeliberationRow Row, Guid? HouseholdId, string What);

/// <summary>What whoever holds the paper may know: that it is genuine, and nothing about anybody.</summary>
public sealed record CheckedMinutes(string Code, string Number, DateOnly HeldOn, AreaCode Village, int Addendum, string Hash, int Total, int Eligible, int Proposed)
{
    /// <summary>Fewer than this many families are told as a range: in a village of neighbours a count of one is a name.</summary>
    public const int LeastShown = SmallCount.LeastShown;

    /// <summary>A small part would name the other by subtraction, so both are withheld.</summary>
    public bool IsSuppressed => Eligible is > 0 and < LeastShown || Total - Eligible is > 0 and < LeastShown;

    /// <summary>A few proposals would name their families to the neighbours.</summary>
    public bool IsProposedSuppressed => IsSuppressed || Proposed is > 0 and < LeastShown || Total - Proposed is > 0 and < LeastShown;

    /// <summary>Past the area filter: the code is the right to ask, and what is answered is no personal data.</summary>
    public static Task<CheckedMinutes?> OfAsync(PortalDbContext db, string code, CancellationToken ct) =>
        db.Deliberations.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(d => d.Code == code)
            .Select(d => new CheckedMinutes(d.Code, d.Number, d.HeldOn, AreaCode.Parse(d.AreaCode), d.Addendum, Convert.ToHexStringLower(d.ListHash), d.Rows.Count,
                d.Rows.Count(row => row.Annex == Annex.ExtremelyPoor || row.Annex == Annex.Poor || row.Annex == Annex.Proposed),
                d.Rows.Count(row => row.Annex == Annex.Proposed || row.Annex == Annex.ProposedInVain))).SingleOrDefaultAsync(ct);
}
