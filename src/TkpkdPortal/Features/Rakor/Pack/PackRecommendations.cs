using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Something the meeting might decide: what, from which figure it comes, and who would answer for it where the figures tell.</summary>
public sealed record PackRecommendation(string Text, string Basis, string Responsible);

/// <summary>Usulan untuk diputuskan: made from the figures of a pack by rules, the most pressing first. The meeting decides; nothing is recorded by itself.</summary>
public static class PackRecommendations
{
    private const string ByMeeting = "ditetapkan rapat";

    public static IReadOnlyList<PackRecommendation> Of(RakorFigures figures) => [.. All(figures).OfType<PackRecommendation>()];

    private static IEnumerable<PackRecommendation?> All(RakorFigures figures)
    {
        yield return Overdue(figures);
        yield return Unowned(figures);
        yield return WithoutPlan(figures);
        yield return Doubles(figures);
        yield return Scattered(figures);
        yield return Unvisited(figures);
        yield return Disagreeing(figures);
        yield return LateCases(figures);
    }

    private static PackRecommendation? Overdue(RakorFigures figures)
    {
        var late = figures.Decisions.Where(line => line.IsOverdue(figures.DataDay)).ToList();
        return late.Count == 0 ? null : new PackRecommendation("Selesaikan keputusan yang lewat tenggat, atau tetapkan tenggat barunya dengan alasan", $"{Indonesian.Number(late.Count)} keputusan lewat tenggat", Listed(late.Select(line => line.Opd)));
    }

    private static PackRecommendation? Unowned(RakorFigures figures)
    {
        if (figures.Needs is not { ByNeed: [_, ..] needs } || needs.Max(line => line.Nobody) is not (> 0 and var most))
            return null;
        return new PackRecommendation($"Tetapkan OPD yang memenuhi kebutuhan {Indonesian.List([.. needs.Where(line => line.Nobody == most).Select(line => line.Name)])}", $"{Indonesian.Number(most)} KK belum diambil siapa pun", ByMeeting);
    }

    private static PackRecommendation? WithoutPlan(RakorFigures figures) => figures.DanaDesa is not { WithoutPlan.Count: > 0 } funds ? null
        : new PackRecommendation($"Minta {Indonesian.Number(funds.WithoutPlan.Count)} desa merencanakan Dana Desa {funds.Year} bagi keluarga desil 1 mereka", $"{Indonesian.Number(funds.WithoutPlan.Sum(desa => desa.FirstDecile))} KK desil 1 di desa itu", Listed(funds.WithoutPlan.Select(desa => $"Camat {desa.District}")));

    private static PackRecommendation? Doubles(RakorFigures figures) => figures.Overlaps is not { Findings: > 0 } overlaps ? null
        : new PackRecommendation("Periksa dan putuskan bantuan yang mungkin ganda; bantuan berjalan sampai diputus", $"{Indonesian.Number(overlaps.Findings)} temuan pada {Indonesian.Number(overlaps.Families)} KK", Listed(overlaps.ByOpd.Select(line => line.Opd)));

    private static PackRecommendation? Scattered(RakorFigures figures) => figures.Loci?.Rest.Sum(line => line.FirstDecile) is not (> 0 and var families) ? null
        : new PackRecommendation("Tugaskan pendamping bagi keluarga desil 1 di luar lokus", $"{Indonesian.Number(families)} KK di {Indonesian.Number(figures.Loci.Rest.Count(line => line.FirstDecile > 0))} desa dan kelurahan", ByMeeting);

    private static PackRecommendation? Unvisited(RakorFigures figures)
    {
        var waiting = figures.Districts.Where(district => district.Figure is { Target: > 0, Visited: 0 }).ToList();
        return waiting.Count == 0 ? null : new PackRecommendation("Mulai verifikasi di kecamatan yang belum dikunjungi", $"{Indonesian.Number(waiting.Sum(district => district.Figure.Target))} KK di {Indonesian.Number(waiting.Count)} kecamatan", Listed(waiting.Select(district => $"Camat {district.Name}")));
    }

    private static PackRecommendation? Disagreeing(RakorFigures figures) => figures.Differences is not { Differing: > 0 } differences ? null
        : new PackRecommendation($"Putuskan isian yang berbeda antara {differences.First} dan {differences.Second}", $"{Indonesian.Number(differences.Differing)} dari {Indonesian.Number(differences.InBoth)} KK", figures.Office.Secretariat);

    private static PackRecommendation? LateCases(RakorFigures figures) => figures.Cases is not { Overdue: > 0 } cases ? null
        : new PackRecommendation("Kejar langkah dan tinjauan kasus yang lewat tenggat", $"{Indonesian.Number(cases.Overdue)} dari {Indonesian.Number(cases.Open)} kasus terbuka", ByMeeting);

    // Who is meant by three or fewer is named; more would fill the page.
    private static string Listed(IEnumerable<string> names) => names.Distinct().ToList() is { Count: <= 3 } few ? Indonesian.List(few) : ByMeeting;
}
