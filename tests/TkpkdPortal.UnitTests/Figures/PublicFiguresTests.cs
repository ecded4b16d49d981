using System.Diagnostics;
using System.Globalization;
using System.Text;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Features.Rakor.PublicPack;
using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Figures;

/// <summary>What the public reads of a pack, attacked by a solver of linear programs that knows every number in it and how numbers add up.</summary>
public sealed class PublicFiguresTests
{
    private static int Offices => Environment.GetEnvironmentVariable("TKPKD_FULL") == "1" ? 300 : 25;

    /// <summary>Of each count of one to four families the solver finds another value that fits all that is told, and one of five or more, so that not even its smallness is known.</summary>
    [SolverFact]
    public async Task No_small_count_can_be_computed_from_what_the_public_reads()
    {
        var attacked = 0;
        foreach (var seed in Enumerable.Range(0, Offices))
        {
            var figures = InventedFigures.Of(new Random(seed));
            var attack = new Attack(figures, PublicFigures.Of(figures));
            foreach (var (name, truth, least, most) in await attack.RunAsync())
            {
                attacked++;
                Assert.True(least <= truth && truth <= most, $"office {seed}, {name}: {truth} lies outside of {least} to {most}");
                Assert.True(most >= SmallCount.LeastShown && most > least, $"office {seed}, {name} is {truth}, and a reader knows that it lies between {least} and {most}");
            }
        }
        Assert.True(attacked > Offices * 20, $"{attacked} small counts were attacked");
    }

    [Fact]
    public void Nothing_that_is_printed_is_small()
    {
        foreach (var seed in Enumerable.Range(0, 2_000))
        {
            var told = PublicFigures.Of(InventedFigures.Of(new Random(seed)));
            int?[] counts = [.. told.Rows.Append(told.Total).SelectMany(CountsOf), .. told.Needs.Select(need => need.Needing), .. told.Aid.Select(aid => (int?)aid.Reached),
                told.Places.OpenCases, told.Places.Graduated];
            Assert.DoesNotContain(counts, count => count is > 0 and < SmallCount.LeastShown);
        }
    }

    [Fact]
    public void What_is_large_everywhere_is_told_as_it_is()
    {
        var places = new[] { (20, 12), (30, 8), (40, 25) };
        var figures = InventedFigures.Of(new Random(1)) with
        {
            Deciles = new TkpkdPortal.Figures.DecileFigures([new(WelfareDecile.FromCode(1), 90, null), new(WelfareDecile.FromCode(2), 45, null)],
                [.. places.Select((place, i) => new TkpkdPortal.Figures.AreaDeciles($"62.71.0{i + 1}.", [place.Item1, place.Item2], null))]),
            Districts = [],
            DistrictPages = [],
            Housing = new TkpkdPortal.Figures.HousingFigures([], [], [], [], [], []),
            AreaNames = places.Select((_, i) => i + 1).ToDictionary(i => $"62.71.0{i}.", i => $"Kecamatan {i}"),
        };

        var told = PublicFigures.Of(figures);

        Assert.Equal(["Desil 1", "Desil 2"], told.Deciles);
        Assert.Equal(["Kecamatan 1", "Kecamatan 2", "Kecamatan 3"], told.Rows.Select(row => row.Name));
        Assert.Equal([20, 12], told.Rows[0].Deciles);
        Assert.Equal(135, told.Total.Listed);
    }

    private static IEnumerable<int?> CountsOf(PublicRow row) =>
        [.. row.Deciles.Select(count => (int?)count), row.Target, row.Visited, row.Approved, row.Eligible, row.Target - row.Visited, row.Visited - row.Approved, row.Approved - row.Eligible, row.Water, row.Sanitation, row.Floor, row.Electricity];

    /// <summary>
    /// The reader: unknown counts of every kecamatan, how they add up, and every number of the public paper as an equation. Each small count of the office is then made as small and as large as the equations let it be;
    /// all of them in one program, in copies of the unknowns that do not touch each other.
    /// </summary>
    private sealed class Attack(RakorFigures figures, PublicFigures told)
    {
        private static readonly string[] Visits = ["unvisited", "waiting", "eligible", "refused"], Lacks = ["water", "sanitation", "floor", "electricity"], Aided = ["unhelped", "helped", "without"];

        private readonly Dictionary<string, int> _truth = [];
        private readonly List<(string[] Sum, string[] Same)> _relations = [];
        private readonly List<(string[] Sum, int Value)> _told = [];

        public async Task<IReadOnlyList<(string Name, int Truth, int Least, int Most)>> RunAsync()
        {
            foreach (var district in figures.Districts)
                Learn(district.Name);
            foreach (var need in figures.Needs!.ByNeed)
                Learn(need);
            foreach (var row in told.Rows.Append(told.Total))
                Read(row);
            foreach (var need in told.Needs)
                Read(need);
            var small = Small().ToList();
            if (small.Count == 0)
                return [];
            var (least, most) = (await SolveAsync(small, isMost: false), await SolveAsync(small, isMost: true));
            return [.. small.Select((cell, i) => (string.Join('+', cell), cell.Sum(atom => _truth[atom]), least[i], most[i]))];
        }

        private static string At(string atom, string place) => $"{atom}_{place.Replace(' ', '_')}";

        private void Learn(string place)
        {
            var (deciles, visit, lacks, page) = (figures.Deciles.ByArea.Single(area => figures.AreaNames[area.AreaCode] == place), figures.Districts.Single(one => one.Name == place).Figure, figures.Housing.ByArea.Single(area => figures.AreaNames[area.AreaCode] == place), figures.DistrictPages!.Single(one => one.Name == place).Total);
            foreach (var (i, count) in deciles.Families.Index())
                _truth[At($"d{i + 1}", place)] = count;
            int[] visits = [visit.Target - visit.Visited, visit.Visited - visit.Approved, visit.Eligible, visit.Approved - visit.Eligible], lacking = [lacks.Water, lacks.Sanitation, lacks.Floor, lacks.Electricity], aided = [page.NotMet, page.InNeed - page.NotMet, visit.Target - page.InNeed];
            foreach (var (name, count) in Visits.Zip(visits).Concat(Lacks.Zip(lacking)).Concat(Lacks.Select(lack => $"no{lack}").Zip(lacking.Select(count => lacks.Families - count))).Concat(Aided.Zip(aided)))
                _truth[At(name, place)] = count;
            // Whoever has water and whoever lacks it are all families of the list, and so on.
            string[] listed = [.. Enumerable.Range(1, InventedFigures.Deciles).Select(i => At($"d{i}", place))];
            foreach (var lack in Lacks)
                _relations.Add(([At(lack, place), At($"no{lack}", place)], listed));
            _relations.Add(([.. Visits.Select(name => At(name, place))], [.. Aided.Select(name => At(name, place))]));
        }

        private void Learn(PackNeedLine need)
        {
            foreach (var (name, count) in (IEnumerable<(string, int)>)[("met", need.Met), ("planned", need.Planned), ("nobody", need.Nobody), ("unknown", need.Unknown), ("free", figures.Needs!.Households - need.Needing - need.Unknown)])
                _truth[At(name, need.Name)] = count;
            _relations.Add(([At("met", need.Name), At("planned", need.Name), At("nobody", need.Name), At("unknown", need.Name), At("free", need.Name)], [.. figures.Districts.SelectMany(place => Visits.Select(name => At(name, place.Name)))]));
        }

        private void Read(PublicRow row)
        {
            void Say(int? value, params string[] atoms)
            {
                if (value is { } count && row.Districts.Count > 0)
                    _told.Add(([.. row.Districts.SelectMany(place => atoms.Select(atom => At(atom, place)))], count));
            }
            foreach (var (i, name) in told.Deciles.Index())
            {
                int[] range = [.. name["Desil ".Length..].Split('–').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                Say(row.Deciles[i], [.. Enumerable.Range(range[0], range[^1] - range[0] + 1).Select(decile => $"d{decile}")]);
            }
            Say(row.Target, Visits);
            Say(row.Visited, Visits[1..]);
            Say(row.Approved, Visits[2..]);
            Say(row.Eligible, Visits[2]);
            foreach (var (lack, value) in Lacks.Zip([row.Water, row.Sanitation, row.Floor, row.Electricity]))
                Say(value, lack);
        }

        private void Read(PublicNeed need)
        {
            void Say(int? value, params string[] atoms)
            {
                if (value is { } count)
                    _told.Add(([.. atoms.Select(atom => At(atom, need.Name))], count));
            }
            Say(need.Needing, "met", "planned", "nobody");
        }

        // The small cells of the internal pack: what a column says of a kecamatan, and of the region for a need.
        private IEnumerable<string[]> Small()
        {
            string[][] cells = [.. Enumerable.Range(1, InventedFigures.Deciles).Select(i => (string[])[$"d{i}"]), Visits, Visits[1..], Visits[2..], .. Visits.Concat(Lacks).Concat(Lacks.Select(lack => $"no{lack}")).Concat(Aided[..2]).Select(atom => (string[])[atom]), Aided[..2]];
            return figures.Districts.SelectMany(place => cells.Select(cell => cell.Select(atom => At(atom, place.Name)).ToArray()))
                .Concat(figures.Needs!.ByNeed.SelectMany(need => ((string[][])[["met"], ["planned"], ["nobody"], ["unknown"], ["met", "planned", "nobody"], ["unknown", "free"]]).Select(cell => cell.Select(atom => At(atom, need.Name)).ToArray())))
                .Where(cell => SmallCount.IsSmall(cell.Sum(atom => _truth[atom])));
        }

        private async Task<int[]> SolveAsync(List<string[]> cells, bool isMost)
        {
            using var folder = new TempDirectory();
            await File.WriteAllTextAsync(folder["reader.lp"], Program(cells, isMost));
            using var solver = Process.Start(new ProcessStartInfo("glpsol", ["--lp", folder["reader.lp"], "-w", folder["reader.sol"]]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("glpsol did not start");
            var said = await solver.StandardOutput.ReadToEndAsync();
            await solver.WaitForExitAsync();
            // A column: "j", its number, its state, its value, its dual; in the order in which the columns are first named, which is that of the goals.
            var values = (await File.ReadAllLinesAsync(folder["reader.sol"])).Where(line => line.StartsWith("j ", StringComparison.Ordinal)).Take(cells.Count).Select(line => double.Parse(line.Split(' ')[3], CultureInfo.InvariantCulture)).ToList();
            Assert.True(values.Count == cells.Count && said.Contains("OPTIMAL", StringComparison.Ordinal), said);
            return values.ConvertAll(value => (int)(isMost ? Math.Floor(value + 1e-6) : Math.Ceiling(value - 1e-6))).ToArray();
        }

        private string Program(List<string[]> cells, bool isMost)
        {
            var text = new StringBuilder(isMost ? "Maximize\n all: " : "Minimize\n all: ").AppendJoin(" + ", cells.Select((_, i) => $"goal_{i}")).Append("\nSubject To\n");
            // The largest possible is only asked up to what answers the question.
            foreach (var (i, cell) in cells.Index())
            {
                text.Append(CultureInfo.InvariantCulture, $" goal_{i} - ").AppendJoin(" - ", cell.Select(atom => $"c{i}_{atom}")).Append(isMost ? " <= 0\n" : " = 0\n");
                if (isMost)
                    text.Append(CultureInfo.InvariantCulture, $" goal_{i} <= 9\n");
                foreach (var (sum, same) in _relations)
                    text.Append(' ').AppendJoin(" + ", sum.Select(atom => $"c{i}_{atom}")).Append(" - ").AppendJoin(" - ", same.Select(atom => $"c{i}_{atom}")).Append(" = 0\n");
                foreach (var (sum, value) in _told)
                    text.Append(' ').AppendJoin(" + ", sum.Select(atom => $"c{i}_{atom}")).Append(CultureInfo.InvariantCulture, $" = {value}\n");
            }
            return text.Append("End\n").ToString();
        }
    }
}
