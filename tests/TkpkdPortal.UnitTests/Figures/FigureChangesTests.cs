using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Features.Rakor.Snapshots;

namespace TkpkdPortal.UnitTests.Figures;

/// <summary>What a published pack is compared by: every chapter's figures, each by its name, and nothing else.</summary>
public sealed class FigureChangesTests
{
    private static readonly RakorFigures Then = InventedFigures.Of(new Random(3)) with
    {
        Overlaps = new PackOverlaps(2026, 3, 2, 500_000m, []),
        DanaDesa = new PackDanaDesa(2026, 9, 40, 10, 7_000_000m, 100_000m, [new PackDesa("Desa A", "Kecamatan A", 4, null)]),
        Loci = new PackLoci(1, 40, [new PackLocus("Desa A", "Kec A", 90, 20, 9m)], [new PackLocus("Desa B", "Kec A", 80, 5, 3m)]),
        Differences = new PackDifferences("A", "B", 90, 7, [new PackDifferenceLine("Alamat", 0, 7, 2)], []),
        Cases = new PackCases(6, 1, [], [new PackCount("Mandiri", 2)], 2, 0, 0),
        Needs = new PackNeeds(2026, 90, 40, 5, 30, [new PackNeedLine("Sanitasi", 40, 5, 5, 30, 2)], [new PackNeedLine("Dinas A", 40, 5, 5, 30, 2)], []),
    };

    public static TheoryData<string, string> Changes => new()
    {
        { "Bantuan yang mungkin ganda (KK) 2 → 3", "overlap" }, { "Pagu Dana Desa bagi desil 1 (rupiah) 7000000 → 8000000", "budget" }, { "Keluarga desil 1, Desa B, Kecamatan Kec A (KK) 5 → 6", "locus" },
        { "Berbeda: Alamat (KK) 7 → 8", "difference" }, { "Kasus lewat tenggat (KK) 1 → 2", "case" }, { "Belum diambil, tugas Dinas A (kebutuhan) 30 → 29", "need" },
    };

    [Fact]
    public void The_same_figures_differ_in_nothing() => Assert.Empty(FigureChanges.Between(Then, RakorFigures.FromJson(Then.ToJson())));

    [Theory, MemberData(nameof(Changes))]
    public void One_figure_that_moved_is_named_with_its_unit_and_both_values(string told, string moved) =>
        Assert.Equal([told], FigureChanges.Between(Then, Moved(moved)).Select(change => FormattableString.Invariant($"{change.Name} ({change.Unit}) {change.Then} → {change.Now}")));

    [Fact]
    public void Another_year_another_method_and_other_lists_are_other_questions()
    {
        var now = Then with { Overlaps = Then.Overlaps! with { Year = 2027, Families = 0 }, DanaDesa = Then.DanaDesa! with { Year = 2027, Budget = 0 }, Loci = Then.Loci! with { Method = 2, Rest = [] }, Differences = Then.Differences! with { First = "C", ByField = [] }, Needs = Then.Needs! with { Year = 2027, ByNeed = [] } };

        Assert.Empty(FigureChanges.Between(Then, now));
    }

    private static RakorFigures Moved(string figure) => figure switch
    {
        "overlap" => Then with { Overlaps = Then.Overlaps! with { Families = 3 } },
        "budget" => Then with { DanaDesa = Then.DanaDesa! with { Budget = 8_000_000m } },
        "locus" => Then with { Loci = Then.Loci! with { Rest = [Then.Loci.Rest[0] with { FirstDecile = 6 }] } },
        "difference" => Then with { Differences = Then.Differences! with { ByField = [Then.Differences.ByField[0] with { Families = 8 }] } },
        "case" => Then with { Cases = Then.Cases! with { Overdue = 2 } },
        _ => Then with { Needs = Then.Needs! with { ByOpd = [Then.Needs.ByOpd[0] with { Nobody = 29 }] } },
    };
}
