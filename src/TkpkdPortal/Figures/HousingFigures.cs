using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Figures;

/// <summary>How the families (KK) of a release live, and where what they have is not decent.</summary>
public sealed record HousingFigures(IReadOnlyList<AnswerFigure> Waters, IReadOnlyList<AnswerFigure> Toilets, IReadOnlyList<AnswerFigure> Floors, IReadOnlyList<AnswerFigure> Walls,
    IReadOnlyList<AnswerFigure> Lightings, IReadOnlyList<AreaLacks> ByArea)
{
    public AreaLacks Total => new("", ByArea.Sum(a => a.Families), ByArea.Sum(a => a.Water), ByArea.Sum(a => a.Sanitation), ByArea.Sum(a => a.Floor), ByArea.Sum(a => a.Electricity));

    public static async Task<HousingFigures> OfAsync(PortalDbContext db, FigureScope scope, CancellationToken ct)
    {
        // One look at every family answers all questions: how many live like this, place by place.
        var length = AreaCode.LengthAt(scope.SplitLevel);
        var alike = await (await scope.PartsAsync(db, ct)).ReadAsync(part => scope.Families(db, part)
            .GroupBy(f => new { Area = f.AreaCode.Substring(0, length), f.Housing.DrinkingWater, f.Housing.Toilet, f.Housing.Floor, f.Housing.Wall, f.Housing.Lighting })
            .Select(g => new Alike(g.Key.Area, g.Key.DrinkingWater, g.Key.Toilet, g.Key.Floor, g.Key.Wall, g.Key.Lighting, g.Count())), ct);
        return new HousingFigures(
            Answers(alike, one => one.Water, HousingWords.DrinkingWaters, IsLack), Answers(alike, one => one.Toilet, HousingWords.Toilets, IsLack), Answers(alike, one => one.Floor, HousingWords.Floors, IsLack),
            Answers(alike, one => one.Wall, HousingWords.Walls, v => v is WallMaterial.Bamboo or WallMaterial.Zinc or WallMaterial.Other), Answers(alike, one => one.Lighting, HousingWords.Lightings, IsLack),
            [.. alike.GroupBy(one => one.AreaCode).OrderBy(area => area.Key, StringComparer.Ordinal).Select(LacksOf)]);
    }

    // Every answer has its line, also with nobody; what is not known stands apart and is no lack.
    private static IReadOnlyList<AnswerFigure> Answers<T>(IReadOnlyList<Alike> alike, Func<Alike, T?> answer, CodedValues<T> words, Func<T, bool> isLack)
        where T : struct, Enum
    {
        var counts = alike.ToLookup(answer, one => one.Families);
        var figures = words.All.Select(value => new AnswerFigure(words.Label(value), counts[value].Sum(), isLack(value)));
        var unknown = counts[null].Sum();
        return unknown == 0 ? [.. figures] : [.. figures, new AnswerFigure("Belum diketahui", unknown, false)];
    }

    private static AreaLacks LacksOf(IGrouping<string, Alike> area) => new(area.Key, area.Sum(one => one.Families),
        Sum(area, one => one.Water is { } water && IsLack(water)), Sum(area, one => one.Toilet is { } toilet && IsLack(toilet)), Sum(area, one => one.Floor is { } floor && IsLack(floor)), Sum(area, one => one.Lighting is { } lighting && IsLack(lighting)));

    private static int Sum(IEnumerable<Alike> alike, Func<Alike, bool> counts) => alike.Where(counts).Sum(one => one.Families);

    private static bool IsLack(DrinkingWater water) => water is DrinkingWater.UnprotectedWell or DrinkingWater.SurfaceWater or DrinkingWater.Other;

    private static bool IsLack(ToiletFacility toilet) => toilet is not ToiletFacility.OwnWithSepticTank;

    private static bool IsLack(FloorMaterial floor) => floor is FloorMaterial.Earth or FloorMaterial.Bamboo or FloorMaterial.Other;

    private static bool IsLack(LightingSource lighting) => lighting is LightingSource.NoElectricity;

    /// <summary>Families of a place that answered all questions alike.</summary>
    private sealed record Alike(string AreaCode, DrinkingWater? Water, ToiletFacility? Toilet, FloorMaterial? Floor, WallMaterial? Wall, LightingSource? Lighting, int Families);
}

/// <summary>Families that gave one answer, and whether it is not decent (domain definitions after P3KE; rain water is decent).</summary>
public sealed record AnswerFigure(string Label, int Families, bool IsLack);

/// <summary>Families of an area that lack decent water, own sanitation with septic tank, a decent floor, electricity.</summary>
public sealed record AreaLacks(string AreaCode, int Families, int Water, int Sanitation, int Floor, int Electricity);
