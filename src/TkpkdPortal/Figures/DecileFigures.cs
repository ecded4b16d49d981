using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Figures;

/// <summary>Families (KK) and persons (jiwa) of a release by welfare decile. Persons are unknown where no file of persons was loaded.</summary>
public sealed record DecileFigures(IReadOnlyList<DecileFigure> ByDecile, IReadOnlyList<AreaDeciles> ByArea)
{
    public int Families => ByDecile.Sum(figure => figure.Families);

    public int? Persons => ByDecile.All(figure => figure.Persons is null) ? null : ByDecile.Sum(figure => figure.Persons ?? 0);

    /// <summary>The parts of the area, that with the most families first.</summary>
    public IReadOnlyList<AreaDeciles> Ranked() => [.. ByArea.OrderByDescending(area => area.Total).ThenBy(area => area.AreaCode, StringComparer.Ordinal)];

    /// <summary>Families by decile of every part of the area; parts without a family only where they are kecamatan or villages.</summary>
    public FigureTable Table(AreaDirectory areas, AreaCode area)
    {
        var byCode = ByArea.ToDictionary(part => part.AreaCode, StringComparer.Ordinal);
        return new FigureTable("KK dan jiwa per desil", AreaParts.WordBelow(area),
            [.. ByDecile.Select(d => new FigureColumn($"Desil {d.Decile.Label}", "KK")), new FigureColumn("Jumlah", "KK"), new FigureColumn("Anggota", "jiwa")],
            [.. AreaParts.Of(areas, area, byCode.Keys).Select(code => AreaParts.Line(areas, area, code, byCode.TryGetValue(code, out var part)
                ? [.. part.Families.Select(count => (decimal?)count), part.Total, part.Persons]
                : [.. ByDecile.Select(_ => (decimal?)0), 0, Persons is null ? null : 0]))],
            [.. ByDecile.Select(d => (decimal?)d.Families), Families, Persons]);
    }

    public static async Task<DecileFigures> OfAsync(PortalDbContext db, FigureScope scope, CancellationToken ct)
    {
        var length = AreaCode.LengthAt(scope.SplitLevel);
        var parts = await scope.PartsAsync(db, ct);
        var families = await parts.ReadAsync(part => scope.Families(db, part).GroupBy(row => new { Area = row.AreaCode.Substring(0, length), row.DecileCode })
            .Select(g => new { g.Key.Area, g.Key.DecileCode, Count = g.Count() }), ct);
        var persons = await parts.ReadAsync(part => scope.Persons(db, part).GroupBy(row => new { Area = row.AreaCode.Substring(0, length), row.DecileCode })
            .Select(g => new { g.Key.Area, g.Key.DecileCode, Count = g.Count() }), ct);
        var codes = await scope.DecileCodesAsync(db, ct);
        return new DecileFigures(
            [.. codes.Select(code => new DecileFigure(WelfareDecile.FromCode(code), families.Where(f => f.DecileCode == code).Sum(f => f.Count),
                persons.Count == 0 ? null : persons.Where(p => p.DecileCode == code).Sum(p => p.Count)))],
            [.. families.Select(f => f.Area).Concat(persons.Select(p => p.Area)).Distinct().Order(StringComparer.Ordinal).Select(area => new AreaDeciles(area,
                [.. codes.Select(code => families.Where(f => f.Area == area && f.DecileCode == code).Sum(f => f.Count))],
                persons.Any(p => p.Area == area) ? persons.Where(p => p.Area == area).Sum(p => p.Count) : null))]);
    }
}

public sealed record DecileFigure(WelfareDecile Decile, int Families, int? Persons);

/// <summary>An area's families by decile, in the order of <see cref="DecileFigures.ByDecile"/>. The code may be cut short where the RT is not known.</summary>
public sealed record AreaDeciles(string AreaCode, IReadOnlyList<int> Families, int? Persons)
{
    public int Total => Families.Sum();
}
