using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Figures;

/// <summary>How the families (KK) of a release live, and where what they have is not decent.</summary>
public sealed record HousingFigures(IReadOnlyList<AnswerFigure> Waters, IReadOnlyList<AnswerFigure> Toilets, IReadOnlyList<AnswerFigure> Floors, IReadOnlyList<AnswerFigure> Walls,
    IReadOnlyList<AnswerFigure> Lightings, IReadOnlyList<AreaLacks> ByArea)
{
    public AreaLacks Total => new("", ByArea.Sum(a => a.Families), ByArea.Sum(a => a.Water), ByArea.Sum(a => a.Sanitation), ByArea.Sum(a => a.Floor), ByArea.Sum(a => a.Electricity));

    public static async Task<HousingFigures> OfAsync(PortalDbContext db, FigureScope scope, CancellationToken ct)
    {
        var families = scope.Families(db);
        return new HousingFigures(
            await CountAsync(families.GroupBy(f => f.Housing.DrinkingWater).Select(g => new Answer<DrinkingWater>(g.Key, g.Count())), HousingWords.DrinkingWaters.All, v => HousingWords.DrinkingWaters.Label(v),
                v => v is DrinkingWater.UnprotectedWell or DrinkingWater.SurfaceWater or DrinkingWater.Other, ct),
            await CountAsync(families.GroupBy(f => f.Housing.Toilet).Select(g => new Answer<ToiletFacility>(g.Key, g.Count())), HousingWords.Toilets.All, v => HousingWords.Toilets.Label(v),
                v => v is not ToiletFacility.OwnWithSepticTank, ct),
            await CountAsync(families.GroupBy(f => f.Housing.Floor).Select(g => new Answer<FloorMaterial>(g.Key, g.Count())), HousingWords.Floors.All, v => HousingWords.Floors.Label(v),
                v => v is FloorMaterial.Earth or FloorMaterial.Bamboo or FloorMaterial.Other, ct),
            await CountAsync(families.GroupBy(f => f.Housing.Wall).Select(g => new Answer<WallMaterial>(g.Key, g.Count())), HousingWords.Walls.All, v => HousingWords.Walls.Label(v),
                v => v is WallMaterial.Bamboo or WallMaterial.Zinc or WallMaterial.Other, ct),
            await CountAsync(families.GroupBy(f => f.Housing.Lighting).Select(g => new Answer<LightingSource>(g.Key, g.Count())), HousingWords.Lightings.All, v => HousingWords.Lightings.Label(v),
                v => v is LightingSource.NoElectricity, ct),
            await LacksAsync(families, AreaCode.LengthAt(scope.SplitLevel), ct));
    }

    // Every answer has its line, also with nobody; what is not known stands apart and is no lack.
    private static async Task<IReadOnlyList<AnswerFigure>> CountAsync<T>(IQueryable<Answer<T>> counts, IReadOnlyList<T> all, Func<T, string> label, Func<T, bool> isLack, CancellationToken ct)
        where T : struct, Enum
    {
        var counted = await counts.ToListAsync(ct);
        var figures = all.Select(value => new AnswerFigure(label(value), counted.Where(c => c.Value.HasValue && c.Value.Value.Equals(value)).Sum(c => c.Count), isLack(value)));
        var unknown = counted.Where(c => c.Value is null).Sum(c => c.Count);
        return unknown == 0 ? [.. figures] : [.. figures, new AnswerFigure("Belum diketahui", unknown, false)];
    }

    private static async Task<IReadOnlyList<AreaLacks>> LacksAsync(IQueryable<ListedHousehold> families, int length, CancellationToken ct) =>
        [.. (await families.GroupBy(f => f.AreaCode.Substring(0, length)).Select(g => new AreaLacks(g.Key, g.Count(),
            g.Sum(f => f.Housing.DrinkingWater == DrinkingWater.UnprotectedWell || f.Housing.DrinkingWater == DrinkingWater.SurfaceWater || f.Housing.DrinkingWater == DrinkingWater.Other ? 1 : 0),
            g.Sum(f => f.Housing.Toilet != null && f.Housing.Toilet != ToiletFacility.OwnWithSepticTank ? 1 : 0),
            g.Sum(f => f.Housing.Floor == FloorMaterial.Earth || f.Housing.Floor == FloorMaterial.Bamboo || f.Housing.Floor == FloorMaterial.Other ? 1 : 0),
            g.Sum(f => f.Housing.Lighting == LightingSource.NoElectricity ? 1 : 0))).ToListAsync(ct)).OrderBy(a => a.AreaCode, StringComparer.Ordinal)];

    private sealed record Answer<T>(T? Value, int Count)
        where T : struct, Enum;
}

/// <summary>Families that gave one answer, and whether it is not decent (domain definitions after P3KE; rain water is decent).</summary>
public sealed record AnswerFigure(string Label, int Families, bool IsLack);

/// <summary>Families of an area that lack decent water, own sanitation with septic tank, a decent floor, electricity.</summary>
public sealed record AreaLacks(string AreaCode, int Families, int Water, int Sanitation, int Floor, int Electricity);
