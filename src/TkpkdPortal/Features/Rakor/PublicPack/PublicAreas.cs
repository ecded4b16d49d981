using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;

namespace TkpkdPortal.Features.Rakor.PublicPack;

/// <summary>
/// The rows of all tables by kecamatan at once. A row is cut into cells that no reader can take apart any further (not visited, waiting, eligible, ...). Columns whose cells are small even in the whole region are left out;
/// then rows with a small cell are put together until none is.
/// </summary>
internal sealed class PublicAreas
{
    private readonly List<Cells> _columns = [];
    private readonly List<Place> _places;
    private readonly string _placeWord;

    private PublicAreas(RakorFigures figures)
    {
        (_places, _placeWord) = (PlacesOf(figures), figures.Office.PlaceWord);
        Deciles = DecilesOf(figures);
        // The first of these that is safe: all results, only how many were visited, only the target.
        _ = Take(place => [place.Target - place.Visited, place.Visited - place.Approved, place.Eligible, place.Approved - place.Eligible],
                (row, cells) => row with { Target = cells.Sum(), Visited = cells[1] + cells[2] + cells[3], Approved = cells[2] + cells[3], Eligible = cells[2] })
            || Take(place => [place.Target - place.Visited, place.Visited], (row, cells) => row with { Target = cells.Sum(), Visited = cells[1] })
            || Take(place => [place.Target], (row, cells) => row with { Target = cells[0] });
        Lack(place => place.Water, (row, count) => row with { Water = count });
        Lack(place => place.Sanitation, (row, count) => row with { Sanitation = count });
        Lack(place => place.Floor, (row, count) => row with { Floor = count });
        Lack(place => place.Electricity, (row, count) => row with { Electricity = count });
        var together = SmallCount.Together([.. _places.Select(place => (IReadOnlyList<int>)[.. _columns.SelectMany(column => column.Of(place))])]);
        Rows = together.Count == 1 && _places.Count > 1 ? [] : [.. together.Select(rows => RowOf(NameOf(rows), [.. rows.Select(row => _places[row])]))];
        Total = RowOf(figures.Office.RegionKind, _places);
    }

    public PublicRow Total { get; }

    public IReadOnlyList<PublicRow> Rows { get; }

    public IReadOnlyList<string> Deciles { get; }

    public static PublicAreas Of(RakorFigures figures) => new(figures);

    // A column is taken where its cells are safe in the whole region; what the row says follows from them.
    private bool Take(Func<Place, int[]> cells, Func<PublicRow, int[], PublicRow> say)
    {
        if (_places.Count == 0 || Sum(cells, _places).Any(SmallCount.IsSmall))
            return false;
        _columns.Add(new Cells(cells, say));
        return true;
    }

    private void Lack(Func<Place, int> lack, Func<PublicRow, int, PublicRow> say) => Take(place => [lack(place), place.Housed - lack(place)], (row, cells) => say(row, cells[0]));

    // Neighbours in rank go together until each of them is safe in the whole region.
    private List<string> DecilesOf(RakorFigures figures)
    {
        var groups = new List<List<int>>();
        // A member whose family row has not come has no rank.
        foreach (var (index, decile) in figures.Deciles.ByDecile.Index().Where(one => one.Item.Decile.IsKnown))
        {
            if (groups.Count > 0 && (IsSmall(groups[^1]) || SmallCount.IsSmall(decile.Families)))
                groups[^1].Add(index);
            else
                groups.Add([index]);
        }
        while (groups.Count > 1 && IsSmall(groups[^1]))
        {
            groups[^2].AddRange(groups[^1]);
            groups.RemoveAt(groups.Count - 1);
        }
        if (!Take(place => [.. groups.Select(group => group.Sum(place.DecileOf))], (row, cells) => row with { Deciles = cells }))
            return [];
        return groups.ConvertAll(group => group.Count == 1 ? $"Desil {Label(group[0])}" : $"Desil {Label(group[0])}–{Label(group[^1])}");
        bool IsSmall(List<int> group) => SmallCount.IsSmall(group.Sum(index => figures.Deciles.ByDecile[index].Families));
        string Label(int index) => figures.Deciles.ByDecile[index].Decile.Label;
    }

    private PublicRow RowOf(string name, IReadOnlyList<Place> places) =>
        _columns.Aggregate(new PublicRow(name) { Districts = [.. places.Select(place => place.Name)] }, (row, column) => column.Say(row, Sum(column.Of, places)));

    private string NameOf(IReadOnlyList<int> rows) => rows.Count == 1 ? _places[rows[0]].Name : $"{Indonesian.Number(rows.Count)} {_placeWord} lain";

    private static int[] Sum(Func<Place, int[]> cells, IEnumerable<Place> places) => places.Select(cells).Aggregate((sum, next) => [.. sum.Zip(next, (a, b) => a + b)]);

    private static List<Place> PlacesOf(RakorFigures figures)
    {
        // A province splits by kabupaten, its verification by kecamatan: the coarser of both.
        var length = figures.Office.IsProvince ? AreaCode.RegencyLength : AreaCode.DistrictLength;
        var (deciles, housing) = (figures.Deciles.ByArea.ToLookup(area => Code(area.AreaCode)), figures.Housing.ByArea.ToLookup(area => Code(area.AreaCode)));
        var visits = figures.Districts.ToLookup(district => Code(district.Figure.AreaCode));
        return [.. deciles.Select(group => group.Key).Concat(visits.Select(group => group.Key)).Distinct().Order(StringComparer.Ordinal).Select(code => new Place(figures.AreaNames.GetValueOrDefault(code, code))
        {
            Families = [.. deciles[code].Select(area => area.Families)],
            Target = visits[code].Sum(one => one.Figure.Target),
            Visited = visits[code].Sum(one => one.Figure.Visited),
            Approved = visits[code].Sum(one => one.Figure.Approved),
            Eligible = visits[code].Sum(one => one.Figure.Eligible),
            Housed = housing[code].Sum(area => area.Families),
            Water = housing[code].Sum(area => area.Water),
            Sanitation = housing[code].Sum(area => area.Sanitation),
            Floor = housing[code].Sum(area => area.Floor),
            Electricity = housing[code].Sum(area => area.Electricity),
        })];
        string Code(string area) => area.Length > length ? area[..length] : area;
    }

    private sealed record Cells(Func<Place, int[]> Of, Func<PublicRow, int[], PublicRow> Say);

    private sealed record Place(string Name)
    {
        public required IReadOnlyList<IReadOnlyList<int>> Families { get; init; }

        public int Target { get; init; }

        public int Visited { get; init; }

        public int Approved { get; init; }

        public int Eligible { get; init; }

        public int Housed { get; init; }

        public int Water { get; init; }

        public int Sanitation { get; init; }

        public int Floor { get; init; }

        public int Electricity { get; init; }

        public int DecileOf(int index) => Families.Sum(families => families[index]);
    }
}
