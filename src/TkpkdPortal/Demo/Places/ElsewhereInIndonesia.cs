using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Demo.Places;

/// <summary>An office without a story of its own: 600 families over the kecamatan of its (first) regency, the first one under verification.</summary>
internal static class ElsewhereInIndonesia
{
    private const int Families = 600;

    public static DemoStory Story(AreaCode office, AreaDirectory areas)
    {
        var regency = office.Level is AreaLevel.Province ? areas.Children(office).First() : office;
        var districts = areas.Children(regency).ToList();
        var each = Families / districts.Count;
        var places = districts.SelectMany((district, i) => DemoStory.Spread(areas, district, i == 0 ? Families - (each * (districts.Count - 1)) : each, i == 0));
        var like = KutaiTimur.Story(office, areas);
        return like with { Figures = [], Places = [.. places], MainVillage = areas.Children(districts[0]).First(), Locale = like.Locale with { Peoples = [30, 30, 20, 20, 0, 0, 0, 0, 0] } };
    }
}
