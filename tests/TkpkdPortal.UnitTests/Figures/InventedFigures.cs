using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.UnitTests.Figures;

/// <summary>Figures of an office that is not there: parts that add up, and among them many that are nil or few.</summary>
internal static class InventedFigures
{
    public const int Deciles = 5;

    public static RakorFigures Of(Random random, int mostDistricts = 9)
    {
        var places = Enumerable.Range(1, random.Next(mostDistricts + 1)).Select(i => Place(random, $"62.71.{i:00}.")).ToList();
        var target = places.Sum(place => place.Visits.Target);
        return new RakorFigures
        {
            Office = new PackOffice("6271", "Kota Uji", "TKPK Kota Uji", "Bappeda Kota Uji", new Letterhead("PEMERINTAH KOTA UJI", "BAPPEDA", ""), "WIB", "Kota", HasTestData: true, SheetSize.A4),
            LegalBases = [],
            Release = places.Count == 0 ? null : new PackRelease("Daftar uji", new DateOnly(2026, 1, 31)),
            DataLocal = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Unspecified),
            IsPast = false,
            Deciles = new DecileFigures([.. Enumerable.Range(0, Deciles).Select(i => new DecileFigure(WelfareDecile.FromCode((byte)(i + 1)), places.Sum(place => place.Deciles.Families[i]), null))], [.. places.Select(place => place.Deciles)]),
            Districts = [.. places.Select(place => new NamedVerification(place.Name, place.Name, place.Visits))],
            Villages = [],
            Verification = new VerificationFigures([.. places.Select(place => place.Visits).DefaultIfEmpty(new VerificationFigure("", 0, 0, 0, 0, 0, 0, null))]).Total,
            Housing = new HousingFigures([], [], [], [], [], [.. places.Select(place => place.Lacks)]),
            Aid = [.. Enumerable.Range(1, random.Next(4)).Select(i => new AidFigure($"Program {i}", 2026, "Dinas Sosial", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, 0, Few(random, target), random.Next(9) * 600_000m))],
            Macro = [.. Enumerable.Range(1, 3).Where(_ => random.Next(3) > 0).Select(scope => new OfficialFigure(MacroIndicator.PoorShare, (MacroScope)scope, 2025, random.Next(2) == 0 ? 3 : 9, random.Next(1, 900) / 100m, "BPS", new DateOnly(2025, 7, 15), DateTime.UnixEpoch))],
            FamilySizes = [],
            Decisions = [],
            Chapters = [.. PackChapterWords.Values.All.Select(chapter => new ChapterTerms(chapter, IsShown: true, null))],
            Needs = Needs(random, places, target),
            Loci = new PackLoci(1, 40, Loci(random), Loci(random)),
            Cases = new PackCases(Few(random, 30), 0, [], [new PackCount("Graduasi", Few(random, 30))], 0, 0, 0),
            DistrictPages = [.. places.Select(place => place.Page)],
            Rules = "aturan uji",
            AreaNames = places.ToDictionary(place => place.Deciles.AreaCode, place => place.Name),
        };
    }

    // Half of all counts are nil or few, so that withholding has something to do.
    private static int Few(Random random, int most) => Math.Min(most, random.Next(4) switch { 0 => 0, 1 => random.Next(1, 5), _ => random.Next(5, 60) });

    private static IReadOnlyList<PackLocus> Loci(Random random) => [.. Enumerable.Range(1, random.Next(3)).Select(i => new PackLocus($"Kelurahan {i}", "Kec", 90, Few(random, 90), 1m))];

    private static (string Name, AreaDeciles Deciles, AreaLacks Lacks, VerificationFigure Visits, PackDistrict Page) Place(Random random, string code)
    {
        var families = Enumerable.Range(0, Deciles).Select(_ => Few(random, 60)).ToList();
        var (listed, unvisited, waiting, extreme, poor, no, others) = (families.Sum(), Few(random, 60), Few(random, 60), Few(random, 60), Few(random, 60), Few(random, 60), Few(random, 9));
        var visited = waiting + extreme + poor + no + others;
        var inNeed = Few(random, unvisited + visited);
        var name = $"Kecamatan {code[6..8]}";
        var village = new PackVillage("Kelurahan", unvisited + visited, visited, extreme + poor, families[0], inNeed, Few(random, inNeed));
        return (name, new AreaDeciles(code, families, null), new AreaLacks(code, listed, Few(random, listed), Few(random, listed), Few(random, listed), Few(random, listed)),
            new VerificationFigure(code, unvisited + visited, visited, visited - waiting, extreme, poor, no, null), new PackDistrict(code, name, [village]));
    }

    private static PackNeeds Needs(Random random, IReadOnlyList<(string Name, AreaDeciles Deciles, AreaLacks Lacks, VerificationFigure Visits, PackDistrict Page)> places, int households)
    {
        PackNeedLine Line(int i)
        {
            var (met, planned, nobody, unknown) = (Few(random, households / 4), Few(random, households / 4), Few(random, households / 4), Few(random, households / 4));
            return new PackNeedLine($"Kebutuhan {i}", met + planned + nobody, met, planned, nobody, unknown);
        }
        return new PackNeeds(2026, households, places.Sum(place => place.Page.Total.InNeed), 0, places.Sum(place => place.Page.Total.NotMet), [.. Enumerable.Range(1, 4).Select(Line)], [], []);
    }
}
