using System.Globalization;
using System.Text.RegularExpressions;
using TkpkdPortal.Domain.Meetings;
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
