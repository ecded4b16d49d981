using System.Globalization;
using System.Text.RegularExpressions;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Figures;

namespace TkpkdPortal.UnitTests.Figures;

/// <summary>Sentences of the pack over thousands of invented tables, each claim counted again from its table by other code.</summary>
public sealed class PackSentencesTests
{
    private const int Rounds = 2_000;

    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly string[] Opds = ["Dinsos", "Disnaker", "Disperkim"];

    [Fact]
    public void What_is_carried_is_what_the_table_of_decisions_holds()
    {
        foreach (var random in Randoms())
        {
            var lines = Enumerable.Range(0, random.Next(6)).Select(_ => Decision(random)).ToList();
            var said = Said(PackSentences.Of(lines, Today));

            if (lines.Count == 0)
            {
                Assert.StartsWith("Belum ada keputusan rakor sebelumnya", said, StringComparison.Ordinal);
                continue;
            }
            Assert.Equal((lines.Count, lines.Count(one => one.State is DecisionState.Done), lines.Count(one => one.SettledOn is null)), (Number(said, "Dari {n} keputusan"), Number(said, "{n} selesai,"), Number(said, "{n} belum selesai")));
            Assert.Equal(lines.Any(one => one.State is DecisionState.Cancelled), said.Contains("dibatalkan", StringComparison.Ordinal));
            var late = lines.Where(one => one.SettledOn is null && one.DueOn.CompareTo(Today) < 0).ToList();
            Assert.Equal(late.Count == 0, said.Contains("Tidak ada yang lewat tenggat", StringComparison.Ordinal));
            if (late.Count > 0)
            {
                Assert.Equal(late.Count, Number(said, "{n} keputusan lewat tenggat"));
                Assert.All(Opds, opd => Assert.Equal(late.Count(one => one.Opd == opd), Number(said, opd + " {n}") ?? 0));
            }
            var silent = lines.Count(one => one.SettledOn is null && one.Progress is null);
            Assert.Equal(silent, Number(said, "{n} keputusan belum pernah dilaporkan") ?? 0);
        }
    }

    [Fact]
    public void The_need_that_nobody_takes_most_is_the_largest_of_its_column_and_equals_are_all_named()
    {
        foreach (var random in Randoms())
        {
            var lines = Enumerable.Range(0, 4).Select(i => new PackNeedLine($"Kebutuhan {(char)('A' + i)}", 0, random.Next(4), random.Next(4), random.Next(4), random.Next(4))).ToList();
            var inNeed = random.Next(3) == 0 ? 0 : random.Next(1, 5_000);
            var needs = new PackNeeds(2026, random.Next(4) == 0 ? 0 : inNeed + random.Next(1, 5_000), inNeed, random.Next(inNeed + 1), 0, lines, [], []);
            var said = Said(PackSentences.Of(needs));

            if (needs.Households == 0 || inNeed == 0)
            {
                Assert.Contains(needs.Households == 0 ? "Belum ada keluarga" : "belum ada kebutuhan yang diketahui", said, StringComparison.Ordinal);
                continue;
            }
            Assert.Equal((inNeed, needs.FullyMet), (Number(said, "{n} dari "), Number(said, "{n} KK sudah dibantu untuk semuanya")));
            Assert.Equal(lines.TrueForAll(line => line.Nobody == 0), said.Contains("Setiap kebutuhan yang diketahui sudah terpenuhi", StringComparison.Ordinal));
            foreach (var line in lines.Where(line => said.Contains(line.Name, StringComparison.Ordinal)))
                Assert.DoesNotContain(lines, other => other.Nobody > line.Nobody);
            foreach (var line in lines.Where(line => line.Nobody > 0 && !lines.Exists(other => other.Nobody > line.Nobody)))
                Assert.Contains(line.Name, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Loci_and_the_rest_hold_together_all_families_of_decile_1()
    {
        foreach (var random in Randoms())
        {
            IReadOnlyList<PackLocus> Lines(int count) => [.. Enumerable.Range(0, count).Select(i => new PackLocus($"Desa {i}", $"Kec {i}", 90, random.Next(3), 1m))];
            var loci = new PackLoci(1, 40, Lines(random.Next(1, 4)), Lines(random.Next(4)));
            var (inside, outside) = (loci.Loci.Sum(line => line.FirstDecile), loci.Rest.Sum(line => line.FirstDecile));
            var said = Said(PackSentences.Of(loci));

            Assert.Equal(inside + outside == 0, said.Contains("belum ada lokus", StringComparison.Ordinal));
            if (inside + outside == 0)
                continue;
            Assert.Equal((loci.Loci.Count, inside), (Number(said, "{n} desa dan kelurahan menjadi lokus"), Number(said, "memuat {n} KK desil 1")));
            Assert.Contains($"({Percent(inside, inside + outside)} persen); yang pertama {loci.Loci[0].Name}", said, StringComparison.Ordinal);
            Assert.Equal(outside == 0, said.Contains("Tidak ada KK desil 1 di luar lokus", StringComparison.Ordinal));
            if (outside > 0)
                Assert.Equal((outside, loci.Rest.Count(line => line.FirstDecile > 0)), (Number(said, "{n} KK desil 1 (" + Percent(outside, inside + outside)), Number(said, "di luar lokus, di {n} desa")));
        }
    }

    [Fact]
    public void Dana_Desa_overlaps_and_cases_say_the_sums_of_their_tables()
    {
        foreach (var random in Randoms())
        {
            IReadOnlyList<PackDesa> without = [.. Enumerable.Range(0, random.Next(4)).Select(i => new PackDesa($"Desa {i}", "Kec", random.Next(1, 9), null))];
            var reached = random.Next(9);
            var funds = new PackDanaDesa(2026, without.Count + (reached > 0 ? 1 : 0), without.Sum(desa => desa.FirstDecile) + reached, reached, 0, 0, without);
            var said = Said(PackSentences.Of(funds));
            Assert.Equal(funds.FirstDecile == 0, said.StartsWith("Tidak ada KK desil 1", StringComparison.Ordinal));
            if (funds.FirstDecile > 0)
            {
                Assert.Equal((funds.Desa, funds.FirstDecile, reached), (Number(said, "Di {n} desa tinggal"), Number(said, "tinggal {n} KK"), Number(said, "direncanakan bagi {n} KK")));
                Assert.Equal(without.Count, Number(said, "{n} desa belum merencanakannya") ?? 0);
                Assert.Equal(without.Sum(desa => desa.FirstDecile), Number(said, "di sana ada {n} KK") ?? 0);
            }

            var overlaps = new PackOverlaps(2026, random.Next(3), random.Next(1, 3), random.Next(1_000), []);
            Assert.Equal(overlaps.Findings, Number(Said(PackSentences.Of(overlaps)), "{n} temuan") ?? 0);

            var cases = new PackCases(random.Next(3), 0, [], [new PackCount("Graduasi alamiah", random.Next(3)), new PackCount("Graduasi mandiri", random.Next(3))], 0, 0, 0);
            said = Said(PackSentences.Of(cases));
            Assert.Equal((cases.Open, cases.Graduated.Sum(kind => kind.Count)), (Number(said, "{n} KK sedang ditangani") ?? 0, Number(said, "{n} KK sudah graduasi") ?? 0));
            Assert.Equal(cases.Open == 0, said.Contains("Tidak ada keluarga yang sedang ditangani", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_chapter_of_an_invented_office_says_what_its_figures_hold()
    {
        foreach (var random in Randoms())
        {
            var figures = InventedFigures.Of(random);
            string Of(PackChapter chapter) => Said(PackSentences.Of(chapter, figures));
            AssertDeciles(figures, Of(PackChapter.Deciles));
            AssertVisits(figures, Of(PackChapter.Verification));
            AssertBps(figures, Of(PackChapter.Macro));
            var lacks = figures.Housing.ByArea;
            var said = Of(PackChapter.Housing);
            Assert.Equal(lacks.Sum(area => area.Families) == 0, said.StartsWith("Belum ada daftar", StringComparison.Ordinal));
            if (lacks.Sum(area => area.Families) > 0)
                Assert.Equal((lacks.Sum(area => area.Water), lacks.Sum(area => area.Families), lacks.Sum(area => area.Sanitation), lacks.Sum(area => area.Electricity)),
                    (Number(said, "{n} dari "), Number(said, "{n} KK (" + Percent(lacks.Sum(area => area.Water), lacks.Sum(area => area.Families)) + " persen) minum"), Number(said, "dan {n} KK"), Number(said, "{n} KK tidak memakai listrik")));
            said = Of(PackChapter.Aid);
            Assert.Equal(figures.Aid.Count, Number(said, "{n} program yang menjangkau") ?? 0);
            if (figures.Aid.Count > 0)
                Assert.Contains($"nilai tersalur Rp{figures.Aid.Sum(aid => aid.Amount).ToString("N0", CultureInfo.GetCultureInfo("id-ID"))}.", said, StringComparison.Ordinal);
            foreach (var district in figures.DistrictPages!)
            {
                said = Said(PackSentences.Of(district));
                Assert.Equal((district.Villages.Sum(village => village.Target), district.Villages.Sum(village => village.Visited)), (Number(said, "{n} KK menjadi sasaran") ?? 0, Number(said, "{n} KK sudah dikunjungi") ?? 0));
                Assert.Equal(district.Villages.Sum(village => village.Target) == 0 ? null : district.Villages.Sum(village => village.InNeed) is > 0 and var needing ? needing : null, Number(said, "dari {n} KK yang membutuhkan"));
            }
            Assert.Equal(PackRecommendations.Of(figures).Count, Number(Of(PackChapter.Recommendations), "{n} usulan") ?? 0);
        }
    }

    [Fact]
    public void Fields_and_places_that_differ_most_are_the_largest_of_their_columns()
    {
        foreach (var random in Randoms())
        {
            IReadOnlyList<PackDifferenceLine> Lines(string word, int count) => [.. Enumerable.Range(1, count).Select(i => new PackDifferenceLine($"{word} {i}", 9, random.Next(1, 4), 0))];
            var (fields, places) = (Lines("Isian", random.Next(1, 4)), Lines("Kec", random.Next(1, 4)));
            var differing = places.Sum(line => line.Families);
            var said = Said(PackSentences.Of(new PackDifferences("Daftar A", "Daftar B", differing + random.Next(9), differing, fields, places)));

            Assert.Equal(differing, Number(said, "{n} dari "));
            Assert.All(fields, line => Assert.Equal(fields.All(other => other.Families <= line.Families), said.Contains(line.Name, StringComparison.Ordinal)));
            Assert.All(places, line => Assert.Equal(places.All(other => other.Families <= line.Families), said.Contains(line.Name, StringComparison.Ordinal)));
        }
        Assert.Equal(["Belum ada daftar yang dapat dibandingkan."], PackSentences.Of(new PackDifferences("", null, 0, 0, [], [])));
    }

    [Fact]
    public void What_is_proposed_names_the_figure_it_comes_from()
    {
        foreach (var random in Randoms())
        {
            var figures = InventedFigures.Of(random) with { Overlaps = new PackOverlaps(2026, random.Next(3), 1, 0, [new PackOverlapLine("Dinsos", "APBN", 1, 1, 0)]), Decisions = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Decision(random))] };
            var proposed = PackRecommendations.Of(figures);
            string? Basis(string text) => proposed.SingleOrDefault(one => one.Text.StartsWith(text, StringComparison.Ordinal))?.Basis;

            var late = figures.Decisions.Count(line => line.SettledOn is null && line.DueOn < figures.DataDay);
            Assert.Equal(late, Number(Basis("Selesaikan keputusan") ?? "", "{n} keputusan") ?? 0);
            Assert.Equal(figures.Needs!.ByNeed.Max(line => line.Nobody), Number(Basis("Tetapkan OPD") ?? "", "{n} KK belum diambil") ?? 0);
            Assert.Equal(figures.Overlaps.Findings, Number(Basis("Periksa dan putuskan") ?? "", "{n} temuan") ?? 0);
            Assert.Equal(figures.Districts.Where(place => place.Figure is { Target: > 0, Visited: 0 }).Sum(place => place.Figure.Target), Number(Basis("Mulai verifikasi") ?? "", "{n} KK") ?? 0);
            Assert.Equal(figures.Loci!.Rest.Sum(line => line.FirstDecile), Number(Basis("Tugaskan pendamping") ?? "", "{n} KK") ?? 0);
        }
    }

    private static void AssertDeciles(RakorFigures figures, string said)
    {
        if (figures.Release is null)
        {
            Assert.StartsWith("Belum ada daftar", said, StringComparison.Ordinal);
            return;
        }
        var all = figures.Deciles.ByArea.Sum(area => area.Families.Sum());
        Assert.Equal(figures.Deciles.ByArea.Sum(area => area.Families[0]), Number(said, "{n} KK (" + (all == 0 ? "–" : Percent(figures.Deciles.ByArea.Sum(area => area.Families[0]), all)) + " persen dari daftar)"));
        var sizes = figures.Deciles.ByArea.Select(area => (Name: figures.AreaNames[area.AreaCode], Families: area.Families.Sum())).ToList();
        if (sizes.Count is > 1 and <= 4)
            Assert.All(sizes, place => Assert.Equal(sizes.TrueForAll(other => other.Families <= place.Families), said.Contains(place.Name, StringComparison.Ordinal)));
        if (sizes.Count > 4)
            Assert.Contains(all == 0 ? "persen" : $"memuat {Percent(sizes.Select(place => place.Families).OrderDescending().Take(4).Sum(), all)} persen", said, StringComparison.Ordinal);
    }

    private static void AssertVisits(RakorFigures figures, string said)
    {
        var (target, visited) = (figures.Districts.Sum(place => place.Figure.Target), figures.Districts.Sum(place => place.Figure.Visited));
        Assert.Equal(target == 0, said.StartsWith("Belum ada keluarga", StringComparison.Ordinal));
        Assert.Equal(target > 0 && visited == 0, said.Contains("belum ada yang dikunjungi", StringComparison.Ordinal));
        if (visited == 0)
            return;
        Assert.Equal((visited, target), (Number(said, "{n} dari "), Number(said, $"dari {{n}} KK ({Percent(visited, target)} persen)")));
        var waiting = figures.Districts.Count(place => place.Figure is { Target: > 0, Visited: 0 });
        Assert.Equal(waiting, Number(said, "{n} kecamatan belum dimulai") ?? 0);
        var approved = figures.Districts.Sum(place => place.Figure.Approved);
        Assert.Equal(approved == 0, said.Contains("Belum ada kunjungan yang disetujui", StringComparison.Ordinal));
        if (approved > 0)
            Assert.Equal((approved, figures.Districts.Sum(place => place.Figure.ExtremelyPoor + place.Figure.Poor), figures.Districts.Sum(place => place.Figure.NotEligible)), (Number(said, "{n} KK sudah disetujui"), Number(said, "disetujui: {n} KK layak"), Number(said, "{n} KK tidak layak")));
    }

    private static void AssertBps(RakorFigures figures, string said)
    {
        var own = figures.Macro.SingleOrDefault(figure => figure.Scope is MacroScope.Office);
        Assert.Equal(own is null, said.Contains("belum dikonfirmasi", StringComparison.Ordinal));
        foreach (var (scope, word) in new[] { (MacroScope.Province, "provinsi"), (MacroScope.Nation, "nasional") })
        {
            // Only a figure of the same month stands beside the own one.
            var beside = figures.Macro.SingleOrDefault(figure => figure.Scope == scope && figure.Month == own?.Month);
            Assert.Equal(own is not null && beside?.Value < own.Value, said.Contains($"di atas angka {word}", StringComparison.Ordinal));
            Assert.Equal(own is not null && beside?.Value > own.Value, said.Contains($"di bawah angka {word}", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<Random> Randoms() => Enumerable.Range(0, Rounds).Select(seed => new Random(seed));

    private static DecisionLine Decision(Random random)
    {
        var state = (DecisionState)random.Next(1, 5);
        var isSettled = state is DecisionState.Done or DecisionState.Cancelled;
        return new DecisionLine
        {
            DecisionId = 1,
            Id = Guid.Empty,
            Meeting = Guid.Empty,
            MeetingOn = Today.AddDays(-60),
            Text = "Uji.",
            Action = "Uji.",
            Indicator = "Uji",
            Opd = Opds[random.Next(Opds.Length)],
            DueOn = Today.AddDays(random.Next(-3, 4)),
            State = state,
            SettledOn = isSettled ? Today : null,
            Progress = isSettled || random.Next(2) == 0 ? "Mulai." : null,
        };
    }

    private static string Said(string[] sentences) => string.Join(' ', sentences).Replace("*", "", StringComparison.Ordinal);

    private static string Percent(int part, int whole) => (100m * part / whole).ToString("N1", CultureInfo.GetCultureInfo("id-ID"));

    // The number that stands where the words have {n}; null where the sentence does not say them.
    private static int? Number(string said, string words)
    {
        var found = Regex.Match(said, @"(?<![\d.,])" + Regex.Escape(words).Replace(@"\{n}", @"([\d.]+)", StringComparison.Ordinal), RegexOptions.CultureInvariant);
        return found.Success ? int.Parse(found.Groups[1].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;
    }
}
