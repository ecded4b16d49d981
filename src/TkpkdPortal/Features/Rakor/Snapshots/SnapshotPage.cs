using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor.Snapshots;

/// <summary>A figure of a published pack that would be another one today.</summary>
public sealed record FigureChange(string Name, string Unit, decimal Then, decimal Now)
{
    public decimal Difference => Now - Then;
}

/// <summary>What differs between the figures of a snapshot and those of now: each with its name, unit and both values.</summary>
internal static class FigureChanges
{
    public static IReadOnlyList<FigureChange> Between(RakorFigures then, RakorFigures now)
    {
        // Needs are counted by budget year: another year is another question.
        if (then.Needs?.Year != now.Needs?.Year)
            (then, now) = (then with { Needs = null }, now with { Needs = null });
        // Other lists disagree in other things.
        if ((then.Differences?.First, then.Differences?.Second) != (now.Differences?.First, now.Differences?.Second))
            (then, now) = (then with { Differences = null }, now with { Differences = null });
        // An earlier version kept the figures of BPS under another name.
        if (then.Macro.Count == 0)
            now = now with { Macro = [] };
        var (before, after) = (Named(then), Named(now));
        return [.. before.Keys.Union(after.Keys).Select(key => new FigureChange(key.Name, key.Unit, before.GetValueOrDefault(key), after.GetValueOrDefault(key))).Where(change => change.Then != change.Now)];
    }

    private static readonly string[] Asked = ["Air minum", "Fasilitas buang air besar", "Lantai", "Dinding", "Penerangan"];

    private static Dictionary<(string Name, string Unit), decimal> Named(RakorFigures figures)
    {
        var named = new Dictionary<(string, string), decimal>();
        string NameOf(string code) => figures.AreaNames.GetValueOrDefault(code, code);
        void Add(string name, string unit, decimal value) => named[(name, unit)] = value;
        Add("Keluarga dalam daftar", "KK", figures.Deciles.Families);
        if (figures.Deciles.Persons is { } persons)
            Add("Anggota keluarga dalam daftar", "jiwa", persons);
        foreach (var decile in figures.Deciles.ByDecile)
            Add($"Keluarga desil {decile.Decile.Label}", "KK", decile.Families);
        foreach (var (place, figure) in figures.Districts.Select(one => ($"Kecamatan {one.Name} ({one.Figure.AreaCode.TrimEnd('.')})", one.Figure)).Concat(figures.Villages.Select(one => ($"{one.Name}, Kecamatan {one.District} ({one.Figure.AreaCode.TrimEnd('.')})", one.Figure))).Prepend((figures.Office.RegionName, figures.Verification)))
        {
            Add($"Sasaran, {place}", "KK", figure.Target);
            Add($"Dikunjungi, {place}", "KK", figure.Visited);
            Add($"Disetujui, {place}", "KK", figure.Approved);
            Add($"Layak, {place}", "KK", figure.Eligible);
            Add($"Tidak layak, {place}", "KK", figure.NotEligible);
            Add($"Lainnya, {place}", "KK", figure.Others);
        }
        foreach (var area in figures.Deciles.ByArea)
            Add($"Keluarga dalam daftar, {NameOf(area.AreaCode)} ({area.AreaCode.TrimEnd('.')})", "KK", area.Total);
        foreach (var answer in new[] { figures.Housing.Waters, figures.Housing.Toilets, figures.Housing.Floors, figures.Housing.Walls, figures.Housing.Lightings }.SelectMany((answers, i) => answers.Select(answer => (Kind: Asked[i], answer.Label, answer.Families))))
            Add($"{answer.Kind}: {answer.Label}", "KK", answer.Families);
        foreach (var official in figures.Macro)
            Add($"{official.Name} ({figures.Office.RegionOf(official.Scope)})", official.Period, official.Value);
        var housing = figures.Housing.Total;
        Add("Air minum belum layak", "KK", housing.Water);
        Add("Sanitasi belum layak", "KK", housing.Sanitation);
        Add("Lantai belum layak", "KK", housing.Floor);
        Add("Listrik belum layak", "KK", housing.Electricity);
        foreach (var aid in figures.Aid)
        {
            Add($"Direncanakan, {aid.Program} {aid.Year} {aid.Opd}", "KK", aid.Planned);
            Add($"Tersalur, {aid.Program} {aid.Year} {aid.Opd}", "KK", aid.Reached);
            Add($"Nilai tersalur, {aid.Program} {aid.Year} {aid.Opd}", "rupiah", aid.Amount);
        }
        foreach (var need in figures.Needs?.ByNeed ?? [])
        {
            Add($"Membutuhkan: {need.Name}", "KK", need.Needing);
            Add($"Terpenuhi: {need.Name}", "KK", need.Met);
            Add($"Belum diambil: {need.Name}", "KK", need.Nobody);
        }
        if (figures.Cases is { } cases)
        {
            Add("Kasus terbuka", "KK", cases.Open);
            Add("Graduasi", "KK", cases.Graduated.Sum(kind => kind.Count));
        }
        foreach (var line in figures.Differences?.ByField ?? [])
            Add($"Berbeda: {line.Name}", "KK", line.Families);
        foreach (var decision in figures.Decisions)
            Add($"Kemajuan keputusan {decision.Number} rakor {Indonesian.ShortDate(decision.MeetingOn)}", "persen", decision.Percent);
        return named;
    }
}

/// <summary>A family whose record was corrected after a snapshot.</summary>
public sealed record CorrectedFamily(Guid Id, string HeadName, string AreaCode);

/// <summary>Families of the reader's area whose record, or that of a member, was changed after an instant: counted for everybody, by village, and named for the secretariat.</summary>
public sealed record CorrectedSince(int Count, IReadOnlyList<(string AreaCode, int Count)> Villages, IReadOnlyList<CorrectedFamily> Families, Paging Paging)
{
    private static readonly string[] AlsoClosed = [FilterNames.Open];

    public static async Task<CorrectedSince> OfAsync(PortalDbContext db, ActingUser user, AreaCode office, DateTime at, int? page, CancellationToken ct)
    {
        var later = db.ChangesAfter(at);
        var changed = db.Households.IgnoreQueryFilters(AlsoClosed).AsNoTracking().Where(household => later.Contains(household.ChangeSetId) || db.Persons.Any(person => person.HouseholdId == household.Id && later.Contains(person.ChangeSetId)));
        var villages = await changed.GroupBy(household => household.AreaCode.Substring(0, AreaCode.VillageLength)).Select(group => new { group.Key, Count = group.Count() }).OrderBy(group => group.Key).ToListAsync(ct);
        var total = villages.Sum(village => village.Count);
        var paging = Paging.Of(page, total);
        // The secretariat, which sees every family of the office: another role that sees some is not asked here.
        var named = user.CanAt(Permission.ManageMeetings, office.Stored) && user.CanAt(Permission.ViewHouseholds, office.Stored) ? await changed.OrderBy(household => household.AreaCode).ThenBy(household => household.Id).Skip(paging.Skip).Take(paging.PageSize)
            .Select(household => new CorrectedFamily(household.PublicId, household.HeadName, household.AreaCode)).ToListAsync(ct) : [];
        return new CorrectedSince(total, [.. villages.Select(village => (village.Key, village.Count))], named, paging);
    }
}

/// <summary>A snapshot: what it is of, whether its stored figures are still those of its hash, whether they print the same bytes (null where another version of the portal printed it), and what has changed since (null where that version kept other figures).</summary>
public sealed record SnapshotPage(CoordinationMeeting Meeting, MeetingSnapshot Snapshot, bool IsSound, bool? PrintsTheSame, IReadOnlyList<FigureChange>? Changes, CorrectedSince Corrected)
{
    public required string TakenBy { get; init; }

    public required bool HasPublicPack { get; init; }
}
