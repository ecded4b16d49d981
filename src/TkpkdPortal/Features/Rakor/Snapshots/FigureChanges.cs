using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;

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
        if (then.Overlaps?.Year != now.Overlaps?.Year)
            (then, now) = (then with { Overlaps = null }, now with { Overlaps = null });
        if (then.DanaDesa?.Year != now.DanaDesa?.Year)
            (then, now) = (then with { DanaDesa = null }, now with { DanaDesa = null });
        // Another method of loci ranks otherwise; that it does is no news of a village.
        if (then.Loci?.Method != now.Loci?.Method)
            (then, now) = (then with { Loci = null }, now with { Loci = null });
        if (then.Cases is null || now.Cases is null)
            (then, now) = (then with { Cases = null }, now with { Cases = null });
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
        void Add(string name, string unit, decimal value) => named[(name, unit)] = named.GetValueOrDefault((name, unit)) + value; // Two villages of one name count together.
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
        AddNeeds(figures, Add);
        AddFindings(figures, Add);
        foreach (var decision in figures.Decisions)
            Add($"Kemajuan keputusan {decision.Number} rakor {Indonesian.ShortDate(decision.MeetingOn)}", "persen", decision.Percent);
        return named;
    }

    private static void AddNeeds(RakorFigures figures, Action<string, string, decimal> add)
    {
        foreach (var need in figures.Needs?.ByNeed ?? [])
        {
            add($"Membutuhkan: {need.Name}", "KK", need.Needing);
            add($"Terpenuhi: {need.Name}", "KK", need.Met);
            add($"Belum diambil: {need.Name}", "KK", need.Nobody);
        }
        foreach (var opd in figures.Needs?.ByOpd ?? [])
            add($"Belum diambil, tugas {opd.Name}", "kebutuhan", opd.Nobody);
        if (figures.Cases is not { } cases)
            return;
        add("Kasus terbuka", "KK", cases.Open);
        add("Kasus lewat tenggat", "KK", cases.Overdue);
        add("Graduasi", "KK", cases.Graduated.Sum(kind => kind.Count));
        add("Graduasi yang dipantau", "KK", cases.Watched);
        add("Kambuh dan menjadi sasaran lagi", "KK", cases.Relapsed);
    }

    private static void AddFindings(RakorFigures figures, Action<string, string, decimal> add)
    {
        foreach (var line in figures.Differences?.ByField ?? [])
            add($"Berbeda: {line.Name}", "KK", line.Families);
        if (figures.Overlaps is { } overlaps)
        {
            add("Bantuan yang mungkin ganda", "KK", overlaps.Families);
            add("Nilai bantuan yang mungkin ganda", "rupiah", overlaps.Amount);
        }
        if (figures.Loci is { } loci)
        {
            foreach (var village in loci.Loci)
                add($"Menjadi lokus: {village.Name}, Kecamatan {village.District}", "desa atau kelurahan", 1);
            foreach (var village in loci.Loci.Concat(loci.Rest))
                add($"Keluarga desil 1, {village.Name}, Kecamatan {village.District}", "KK", village.FirstDecile);
        }
        if (figures.DanaDesa is { } desa)
        {
            add("Desa tanpa rencana bagi desil 1", "desa", desa.WithoutPlan.Count);
            add("Keluarga desil 1 yang terjangkau Dana Desa", "KK", desa.Reached);
            add("Pagu Dana Desa bagi desil 1", "rupiah", desa.Budget);
            add("Dana Desa tersalur bagi desil 1", "rupiah", desa.Delivered);
        }
    }
}
