using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Figures;

/// <summary>Families (KK) and persons (jiwa) of a release by welfare decile. Persons are unknown where no file of persons was loaded.</summary>
public sealed record DecileFigures(IReadOnlyList<DecileFigure> ByDecile, IReadOnlyList<AreaDeciles> ByArea)
{
    public int Families => ByDecile.Sum(figure => figure.Families);

    public int? Persons => ByDecile.All(figure => figure.Persons is null) ? null : ByDecile.Sum(figure => figure.Persons ?? 0);

    public static async Task<DecileFigures> OfAsync(PortalDbContext db, FigureScope scope, CancellationToken ct)
    {
        var length = AreaCode.LengthAt(scope.SplitLevel);
        var families = await scope.Families(db).GroupBy(row => new { Area = row.AreaCode.Substring(0, length), row.DecileCode })
            .Select(g => new { g.Key.Area, g.Key.DecileCode, Count = g.Count() }).ToListAsync(ct);
        var persons = await scope.Persons(db).GroupBy(row => new { Area = row.AreaCode.Substring(0, length), row.DecileCode })
            .Select(g => new { g.Key.Area, g.Key.DecileCode, Count = g.Count() }).ToListAsync(ct);
        var codes = families.Select(f => f.DecileCode).Concat(persons.Select(p => p.DecileCode)).Distinct().Order().ToList();
        return new DecileFigures(
            [.. codes.Select(code => new DecileFigure(WelfareDecile.FromCode(code), families.Where(f => f.DecileCode == code).Sum(f => f.Count),
                persons.Count == 0 ? null : persons.Where(p => p.DecileCode == code).Sum(p => p.Count)))],
            [.. families.Select(f => f.Area).Concat(persons.Select(p => p.Area)).Distinct().Order(StringComparer.Ordinal).Select(area => new AreaDeciles(area,
                [.. codes.Select(code => families.Where(f => f.Area == area && f.DecileCode == code).Sum(f => f.Count))],
                persons.Count == 0 ? null : persons.Where(p => p.Area == area).Sum(p => p.Count)))]);
    }
}

public sealed record DecileFigure(WelfareDecile Decile, int Families, int? Persons);

/// <summary>An area's families by decile, in the order of <see cref="DecileFigures.ByDecile"/>. The code may be cut short where the RT is not known.</summary>
public sealed record AreaDeciles(string AreaCode, IReadOnlyList<int> Families, int? Persons)
{
    public int Total => Families.Sum();
}
