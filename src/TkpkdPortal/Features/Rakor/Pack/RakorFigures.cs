using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
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

    /// <summary>Confirmed figures of BPS, of the office's own region and of the larger ones.</summary>
    public IReadOnlyList<OfficialFigure> Macro { get; init; } = [];

    public required IReadOnlyList<NamedSizes> FamilySizes { get; init; }

    /// <summary>What the meeting opens with: decisions of earlier meetings that are open, or were settled since the last one.</summary>
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    /// <summary>Chapters that are shown, in their order, with the analyst's notes.</summary>
    public required IReadOnlyList<ChapterTerms> Chapters { get; init; }

    /// <summary>Null for a past day: overlaps, needs, loci and cases are counted of today alone.</summary>
    public PackNeeds? Needs { get; init; }

    public PackOverlaps? Overlaps { get; init; }

    public PackLoci? Loci { get; init; }

    /// <summary>Null also where there is no desa.</summary>
    public PackDanaDesa? DanaDesa { get; init; }

    public PackCases? Cases { get; init; }

    public PackDifferences? Differences { get; init; }

    public IReadOnlyList<PackDistrict>? DistrictPages { get; init; }

    /// <summary>Versions of the rules by which figures were found.</summary>
    public required string Rules { get; init; }

    /// <summary>1 is the first pack that the office publishes with data of this day; null in a draft.</summary>
    public int? Publication { get; init; }

    /// <summary>Names of the areas that the figures speak of, by stored code.</summary>
    public required IReadOnlyDictionary<string, string> AreaNames { get; init; }

    /// <summary>Nothing has been loaded or recorded yet.</summary>
    public bool IsEmpty => Release is null && Verification.Target == 0 && Aid.Count == 0;

    public DateOnly DataDay => DateOnly.FromDateTime(DataLocal);

    /// <summary>"PD-6408-20261124-01"; a draft has no number of its own.</summary>
    public string SnapshotId => CodeOf(Office.AreaDigits, DataDay) + (Publication is { } number ? string.Create(CultureInfo.InvariantCulture, $"-{number:00}") : "");

    public static string CodeOf(string areaDigits, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"PD-{areaDigits}-{day:yyyyMMdd}");

    /// <summary>Shown chapters whose edited opening was written over other figures.</summary>
    public IReadOnlyList<PackChapter> OutdatedOpenings() => [.. Chapters.Where(chapter => chapter.Opening?.IsOutdated(PackSentences.Joined(chapter.Chapter, this)) is true).Select(chapter => chapter.Chapter)];

    /// <summary>SHA-256 over all of it.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToJson()));

    /// <summary>All of it as a snapshot keeps it.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FiguresJson.Options);

    public static RakorFigures FromJson(byte[] json) => JsonSerializer.Deserialize<RakorFigures>(json, FiguresJson.Options) ?? throw new InvalidDataException("A snapshot holds no figures.");

    public static async Task<RakorFigures> CollectAsync(PortalDbContext db, NeedTallies tallies, CountCache cache, AreaDirectory areas, OfficeSettings office, OfficeClock clock, CoordinationMeeting? meeting, DateOnly? asOf, CancellationToken ct)
    {
        var isPast = asOf is { } day && day < clock.Today;
        var at = isPast ? clock.EndOf(asOf!.Value) : clock.UtcNow;
        var scope = await FigureScope.ForAsync(db, office.Area, null, at, ct);
        var today = office.Zone.DayOf(at);
        var districts = await VerificationFigures.OfAsync(db, scope, AreaLevel.District, ct);
        var villages = await VerificationFigures.OfAsync(db, scope, AreaLevel.Village, ct);
        var dataLocal = office.Zone.ToLocal(at);
        var loci = isPast ? null : await LocusFigures.OfAsync(db, tallies, office.Area, today.Year, ct);
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
            Macro = await OfficialFigure.LatestAsync(db, at, ct),
            FamilySizes = [.. (await Figures.FamilySizes.OfAsync(db, scope, ct)).Select(v => new NamedSizes(areas.NameOf(v.VillageCode),
                areas.NameOf(AreaCode.Parse(v.VillageCode).AtLevel(AreaLevel.District)), v.Families))],
            Decisions = await DecisionLines.BeforeAsync(db, meeting?.On ?? today, at, ct),
            Needs = isPast ? null : await PackNeeds.OfAsync(db, tallies, areas, office.Area, today.Year, ct),
            Chapters = [.. (meeting?.PackChapters() ?? PackChapterWords.Usual).Where(chapter => chapter.IsShown && (chapter.Chapter is not PackChapter.DanaDesa || HasDesa(areas, office.Area)))],
            Overlaps = isPast ? null : await PackOverlaps.OfAsync(db, today.Year, ct),
            DanaDesa = isPast || !HasDesa(areas, office.Area) ? null : await PackDanaDesa.OfAsync(db, areas, office.Area, today.Year, ct),
            Loci = loci is null ? null : PackLoci.Of(loci, areas),
            Differences = isPast ? null : await PackDifferences.OfAsync(db, cache, areas, ct),
            DistrictPages = loci is null ? null : await PackDistrict.AllAsync(tallies, areas, office.Area, villages, loci, today.Year, ct),
            Cases = isPast ? null : await PackCases.OfAsync(db, today, ct),
            Rules = $"aturan kebutuhan nomor {await db.NeedRuleSets.Where(set => set.ValidFrom <= today).MaxAsync(set => (int?)set.Number, ct) ?? 0}",
            AreaNames = areas.Children(office.Area).Concat(areas.Children(office.Area).SelectMany(areas.Children)).ToDictionary(code => code.Stored, areas.NameOf),
        };
    }

    private static bool HasDesa(AreaDirectory areas, AreaCode office) => areas.Villages(office).Any(village => village.VillageKind is VillageKind.Desa);

    private static IReadOnlyList<NamedVerification> Named(AreaDirectory areas, VerificationFigures figures) => [.. figures.ByArea.Select(figure =>
        new NamedVerification(areas.NameOf(figure.AreaCode), AreaCode.TryParse(figure.AreaCode, out var code) ? areas.NameOf(code.AtLevel(AreaLevel.District)) : "", figure))];
}

/// <summary>The office as its papers name it.</summary>
public sealed record PackOffice(string AreaDigits, string RegionName, string TeamName, string Secretariat, Letterhead Letterhead, string Zone, string RegionKind, bool HasTestData, SheetSize Sheet)
{
    private const string Province = "Provinsi";

    public static PackOffice Of(OfficeSettings office, bool hasTestData) =>
        new(office.Area.Digits, office.RegionName, office.TeamName, office.Secretariat, office.Letterhead, office.Zone.Label,
            office.Area.Level is AreaLevel.Province ? Province : office.Area.IsCity ? "Kota" : "Kabupaten", hasTestData, office.Sheet);

    internal bool IsProvince => RegionKind == Province;

    /// <summary>"TKPKD" of "TKPKD Kabupaten Kutai Timur".</summary>
    internal string TeamShortName => TeamName.Split(' ')[0];

    internal string RegionOf(MacroScope scope) => scope switch { MacroScope.Office => RegionName, MacroScope.Province => "Provinsi", _ => "Indonesia" };

    internal DateTimeOffset At(DateTime local) => new(local, TimeSpan.FromHours(IndonesianZone.FromLabel(Zone)!.OffsetHours));

    /// <summary>The parts by which its figures are split.</summary>
    internal string PlaceWord => IsProvince ? "kabupaten/kota" : "kecamatan";
}

public sealed record PackMeeting(string Title, DateOnly On, TimeOnly From, TimeOnly? Until, string Place, string Chair, string? Theme, IReadOnlyList<string> Agenda)
{
    public static PackMeeting Of(CoordinationMeeting meeting) =>
        new(meeting.Title, meeting.On, meeting.From, meeting.Until, meeting.Place, meeting.Chair, meeting.Theme, [.. meeting.Agenda.OrderBy(point => point.Number).Select(point => point.Line)]);
}

public sealed record PackRelease(string Title, DateOnly ReleasedOn);

public sealed record NamedVerification(string Name, string District, VerificationFigure Figure);

public sealed record NamedSizes(string Village, string District, IReadOnlyList<int> Families);
