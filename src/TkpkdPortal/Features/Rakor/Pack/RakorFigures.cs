using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Everything that the pack prints, collected at one instant; the paper knows nothing else, and its hash is printed on every page.</summary>
public sealed record RakorFigures
{
    public required PackOffice Office { get; init; }

    public PackMeeting? Meeting { get; init; }

    public required IReadOnlyList<string> LegalBases { get; init; }

    public PackRelease? Release { get; init; }

    /// <summary>Day and time up to which the data count, at the office.</summary>
    public required DateTime DataLocal { get; init; }

    /// <summary>True where the pack speaks of a past day, whose end it shows.</summary>
    public required bool IsPast { get; init; }

    public required DecileFigures Deciles { get; init; }

    public required IReadOnlyList<NamedVerification> Districts { get; init; }

    public required IReadOnlyList<NamedVerification> Villages { get; init; }

    public required VerificationFigure Verification { get; init; }

    public required HousingFigures Housing { get; init; }

    public required IReadOnlyList<AidFigure> Aid { get; init; }

    /// <summary>Confirmed figures of BPS for the office's own region.</summary>
    public required IReadOnlyList<OfficialFigure> Official { get; init; }

    public required IReadOnlyList<NamedSizes> FamilySizes { get; init; }

    /// <summary>Names of the areas that the figures speak of, by stored code.</summary>
    public required IReadOnlyDictionary<string, string> AreaNames { get; init; }

    /// <summary>Nothing has been loaded or recorded yet.</summary>
    public bool IsEmpty => Release is null && Verification.Target == 0 && Aid.Count == 0;

    public DateOnly DataDay => DateOnly.FromDateTime(DataLocal);

    /// <summary>"PD-6408-20261124".</summary>
    public string SnapshotId => $"PD-{Office.AreaDigits}-{DataDay.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    /// <summary>SHA-256 over all of it.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));

    public static async Task<RakorFigures> CollectAsync(PortalDbContext db, AreaDirectory areas, OfficeSettings office, OfficeClock clock, CoordinationMeeting? meeting, DateOnly? asOf, CancellationToken ct)
    {
        var isPast = asOf is { } day && day < clock.Today;
        var at = isPast ? clock.EndOf(asOf!.Value) : clock.UtcNow;
        var scope = await FigureScope.ForAsync(db, office.Area, null, at, ct);
        var today = office.Zone.DayOf(at);
        var districts = await VerificationFigures.OfAsync(db, scope, AreaLevel.District, ct);
        var villages = await VerificationFigures.OfAsync(db, scope, AreaLevel.Village, ct);
        var dataLocal = office.Zone.ToLocal(at);
        return new RakorFigures
        {
            Office = PackOffice.Of(office, await db.Offices.AnyAsync(o => o.HasTestData, ct)),
            Meeting = meeting is null ? null : PackMeeting.Of(meeting),
            LegalBases = await db.LegalBases.Where(b => b.ValidFrom <= today && (b.ValidUntil == null || b.ValidUntil >= today)).OrderBy(b => b.Number).Select(b => b.Text).ToListAsync(ct),
            Release = scope.Release is { } release ? new PackRelease(release.Title, release.ReleasedOn) : null,
            // To the minute: what is printed is what is hashed.
            DataLocal = dataLocal.AddTicks(-(dataLocal.Ticks % TimeSpan.TicksPerMinute)),
            IsPast = isPast,
            Deciles = await DecileFigures.OfAsync(db, scope, ct),
            Districts = Named(areas, districts),
            Villages = Named(areas, villages),
            Verification = districts.Total,
            Housing = await HousingFigures.OfAsync(db, scope, ct),
            Aid = await AidFigure.OfAsync(db, scope, ct),
            Official = [.. (await OfficialFigure.LatestAsync(db, at, ct)).Where(figure => figure.Scope is MacroScope.Office)],
            FamilySizes = [.. (await Figures.FamilySizes.OfAsync(db, scope, ct)).Select(v => new NamedSizes(areas.NameOf(v.VillageCode),
                areas.NameOf(AreaCode.Parse(v.VillageCode).AtLevel(AreaLevel.District)), v.Families))],
            AreaNames = areas.Children(office.Area).Concat(areas.Children(office.Area).SelectMany(areas.Children)).ToDictionary(code => code.Stored, areas.NameOf),
        };
    }

    private static IReadOnlyList<NamedVerification> Named(AreaDirectory areas, VerificationFigures figures) => [.. figures.ByArea.Select(figure =>
        new NamedVerification(areas.NameOf(figure.AreaCode), AreaCode.TryParse(figure.AreaCode, out var code) ? areas.NameOf(code.AtLevel(AreaLevel.District)) : "", figure))];
}

/// <summary>The office as its papers name it.</summary>
public sealed record PackOffice(string AreaDigits, string RegionName, string TeamName, string Secretariat, Letterhead Letterhead, string Zone, string RegionKind, bool HasTestData)
{
    public static PackOffice Of(OfficeSettings office, bool hasTestData) =>
        new(office.Area.Digits, office.RegionName, office.TeamName, office.Secretariat, office.Letterhead, office.Zone.Label,
            office.Area.Level is AreaLevel.Province ? "Provinsi" : office.Area.IsCity ? "Kota" : "Kabupaten", hasTestData);
}

public sealed record PackMeeting(string Title, DateOnly On, TimeOnly From, TimeOnly? Until, string Place, string Chair, string? Theme, IReadOnlyList<string> Agenda)
{
    public static PackMeeting Of(CoordinationMeeting meeting) =>
        new(meeting.Title, meeting.On, meeting.From, meeting.Until, meeting.Place, meeting.Chair, meeting.Theme, [.. meeting.Agenda.OrderBy(point => point.Number).Select(point => point.Text)]);
}

public sealed record PackRelease(string Title, DateOnly ReleasedOn);

public sealed record NamedVerification(string Name, string District, VerificationFigure Figure);

public sealed record NamedSizes(string Village, string District, IReadOnlyList<int> Families);
