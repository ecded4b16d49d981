using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>One RT of a village; those without one under the village's own code.</summary>
public sealed record NeighbourhoodLine(string AreaCode, QualityPart Counts, AgreementPart? Agreement)
{
    public bool IsKnown => AreaCode.Length == Domain.Areas.AreaCode.RtLength;

    public string Name => NameOf(AreaCode);

    public static string NameOf(string areaCode) => Domain.Areas.AreaCode.Parse(areaCode) is { Rt: { } rt } code ? $"RT {rt}{(code.Rw is { } rw ? $", RW {rw}" : "")}" : "RT belum diketahui";
}

/// <summary>The four measures of one village by reason and by RT, each number with the list of its households.</summary>
public sealed record VillagePage(AreaCode Village, QualityPart Counts, Agreement? Agreement, IReadOnlyList<NeighbourhoodLine> Neighbourhoods, string Source)
{
    public required IReadOnlyList<(MissingFact Reason, int Households)> Missing { get; init; }

    public required IReadOnlyList<(RecordFault Reason, int Households)> Faults { get; init; }

    public required IReadOnlyList<(Freshness Reason, int Households)> Freshness { get; init; }

    /// <summary>What meetings decided about the place, for whoever follows decisions.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];

    public AgreementPart? Alike => Agreement?.In(Village);

    public IReadOnlyList<(HouseholdField Field, int Households)> Differences => [.. FieldValues.Compared.Where(one => Alike?.Fields.ContainsKey(one) is true).Select(one => (one, Alike!.Fields[one]))];

    /// <summary>What a paper can be printed of: the whole village, or an RT.</summary>
    public IReadOnlyList<Choice> Papers => [new("", "Semua RT"), .. Neighbourhoods.Where(line => line.Counts.Households > 0).Select(line => new Choice(line.IsKnown ? line.AreaCode : VillageSheetDesk.WithoutRt, line.Name))];

    /// <summary>Null for what is no village of the reader.</summary>
    public static AreaCode? VillageOf(ActingUser user, AreaDirectory areas, string? code) =>
        areas.TryFind(code, out var found) && found.Value.Level is AreaLevel.Village && user.CanAt(Permission.ViewDataQuality, found.Value.Stored) ? found : null;

    public static async Task<VillagePage> ForAsync(PortalDbContext db, CountCache counts, AreaCode village, DateOnly today, CancellationToken ct)
    {
        var parts = (await QualityCounts.ByAreaAsync(db, village, AreaLevel.Rt, today, ct)).ToDictionary(part => part.AreaCode, StringComparer.Ordinal);
        var agreement = await Agreement.OfAsync(db, counts, ct);
        var alike = agreement?.Neighbourhoods(village).ToDictionary(part => part.AreaCode, StringComparer.Ordinal);
        var lines = parts.Keys.Union(alike?.Keys ?? Enumerable.Empty<string>(), StringComparer.Ordinal).OrderBy(code => code.Length == village.Stored.Length).ThenBy(code => code, StringComparer.Ordinal)
            .Select(code => new NeighbourhoodLine(code, parts.GetValueOrDefault(code) ?? QualityPart.Sum(code, []), alike is null ? null : alike.GetValueOrDefault(code) ?? AgreementPart.Sum(code, []))).ToList();
        return new VillagePage(village, QualityPart.Sum(village.Stored, parts.Values), agreement, lines, await RegisterSource.OfAsync(db, ct))
        {
            Missing = await QualityCounts.MissingAsync(db, village, ct),
            Faults = await QualityCounts.FaultsAsync(db, village, today, ct),
            Freshness = await QualityCounts.FreshnessAsync(db, village, today, ct),
            Decisions = await DecisionLines.ReadAsync(db, DecisionLines.OfVillage(db, village), ct),
        };
    }
}
