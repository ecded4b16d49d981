using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.HouseholdLists;

/// <summary>What a list is narrowed to. The address holds all of it and can be sent to a colleague, who sees the same within the own area.</summary>
public sealed record HouseholdFilter
{
    private const string ListPath = "/keluarga";

    private static readonly Uri Anywhere = new("https://portal.invalid");

    public const string Complete = "lengkap", Incomplete = "belum-lengkap", AnyFault = "ada", Outdated = "lama", OnDuty = "tugas", NotHelped = "belum-dibantu", WithoutAid = "tanpa";

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    /// <summary>Name of an area as somebody remembers it: answered with areas to choose from, since only a code decides.</summary>
    [FromQuery(Name = "cari")]
    public string? AreaName { get; init; }

    /// <summary>Decile codes parted by a comma: "1,2".</summary>
    [FromQuery(Name = "desil")]
    public string? Deciles { get; init; }

    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>Name of a <see cref="Domain.Welfare.Need"/>.</summary>
    [FromQuery(Name = "kebutuhan")]
    public string? Needed { get; init; }

    /// <summary>Name of an <see cref="Domain.Visits.Eligibility"/>.</summary>
    [FromQuery(Name = "kelayakan")]
    public string? Found { get; init; }

    /// <summary>Name of a <see cref="MissingFact"/>, "lengkap" for households that lack nothing, "belum-lengkap" for those that lack something.</summary>
    [FromQuery(Name = "kurang")]
    public string? Lacking { get; init; }

    /// <summary>Name of a <see cref="RecordFault"/>, or "ada" for households with any.</summary>
    [FromQuery(Name = "keliru")]
    public string? Faulty { get; init; }

    /// <summary>Name of a <see cref="Domain.Households.Freshness"/>, or "lama" for households of which nothing was heard for twelve months.</summary>
    [FromQuery(Name = "kabar")]
    public string? LastWord { get; init; }

    /// <summary>"tugas" for needs that are the duty of the own OPD, "belum-dibantu" for those of them that it has not helped.</summary>
    [FromQuery(Name = "sasaran")]
    public string? Duty { get; init; }

    /// <summary>Name of a <see cref="NeedAid"/>: what is done about the need that is asked for; "tanpa" for households that no aid has reached.</summary>
    [FromQuery(Name = "bantuan")]
    public string? Aided { get; init; }

    /// <summary>Budget year of the aid; without it the present one.</summary>
    [FromQuery(Name = "tahun")]
    public int? AidYear { get; init; }

    [FromQuery(Name = "urut")]
    public string? Order { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    public IReadOnlyList<byte> DecileCodes => [.. (Deciles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => WelfareDecile.TryParse(text.Trim(), out var decile) ? decile.Code : (byte)0).Where(code => code > 0).Distinct().Order()];

    /// <summary>"belum", or the name of a <see cref="VisitStatus"/>.</summary>
    public VisitStatus? VisitStatus => Read<VisitStatus>(Status);

    public bool NotVisited => Status == "belum";

    public Need? Need => Read<Need>(Needed) is { } need && need is not Domain.Welfare.Need.None ? need : null;

    public NeedAid? NeedAid => Need is null ? null : Read<NeedAid>(Aided);

    public bool IsWithoutAid => Aided == WithoutAid;

    public Eligibility? Eligibility => Read<Eligibility>(Found);

    public MissingFact? Missing => Read<MissingFact>(Lacking);

    public bool IsComplete => Lacking == Complete;

    public bool IsIncomplete => Lacking == Incomplete;

    public RecordFault? Fault => Read<RecordFault>(Faulty);

    public bool IsFaulty => Faulty == AnyFault;

    public Freshness? Freshness => Read<Freshness>(LastWord);

    public bool IsStale => LastWord == Outdated;

    public bool IsOwnDuty => Duty is OnDuty or NotHelped;

    public bool IsActive => DecileCodes.Count > 0 || VisitStatus is not null || NotVisited || Need is not null || IsWithoutAid || Eligibility is not null || Missing is not null || IsComplete || IsIncomplete
        || Fault is not null || IsFaulty || Freshness is not null || IsStale || IsOwnDuty;

    /// <summary>What the counts beside the list depend on: not its order or page, nor the two filters whose every value is counted, nor words that filter nothing.</summary>
    internal HouseholdFilter Counted => new()
    {
        Needed = Need?.ToString(),
        Aided = IsWithoutAid ? WithoutAid : NeedAid?.ToString(),
        AidYear = DependsOnYear ? AidYear : null,
        Found = Eligibility?.ToString(),
        Lacking = IsComplete ? Complete : IsIncomplete ? Incomplete : Missing?.ToString(),
        Faulty = IsFaulty ? AnyFault : Fault?.ToString(),
        LastWord = IsStale ? Outdated : Freshness?.ToString(),
        Duty = IsOwnDuty ? Duty : null,
    };

    /// <summary>What narrows the list, each with the address of the list without it.</summary>
    public IEnumerable<(string Label, string Without)> Chips()
    {
        foreach (var code in DecileCodes)
            yield return ($"Desil {WelfareDecile.FromCode(code).Label}", With(toggleDecile: code));
        if (VisitStatus is { } status)
            yield return (VisitStatusWords.Values.Label(status), With(status: Status));
        if (NotVisited)
            yield return ("Belum dikunjungi", With(status: Status));
        if (Need is { } need)
            yield return ($"Kebutuhan: {NeedWords.Values.Label(need).ToLowerInvariant()}{(NeedAid is { } aided ? $", {NeedAids.Values.Label(aided).ToLowerInvariant()}{OfYear}" : "")}", With(need: Needed));
        if (IsWithoutAid)
            yield return ($"Tanpa bantuan{OfYear}", With(aided: Aided));
        if (Eligibility is { } found)
            yield return (EligibilityWords.Values.Label(found), With(eligibility: Found));
        if (Missing is { } fact)
            yield return ($"Kurang: {CompletenessWords.Facts.Label(fact)}", With(missing: Lacking));
        if (IsComplete || IsIncomplete)
            yield return (IsComplete ? "Data lengkap" : "Data belum lengkap", With(missing: Lacking));
        if (IsFaulty || Fault is not null)
            yield return (Fault is { } fault ? $"Keliru: {FaultWords.Values.Label(fault)}" : "Ada yang keliru", With(fault: Faulty));
        if (IsStale || Freshness is not null)
            yield return ($"Kabar terakhir: {(Freshness is { } freshness ? FreshnessWords.Values.Label(freshness) : "Lebih dari 12 bulan lalu").ToLowerInvariant()}", With(freshness: LastWord));
        if (IsOwnDuty)
            yield return (Duty == NotHelped ? "Belum dibantu OPD Anda" : "Sesuai tugas OPD Anda", With(duty: Duty));
    }

    /// <summary>The filter of an address as it stands in the browser; null for an address of something else.</summary>
    public static HouseholdFilter? FromAddress(string address)
    {
        if (!Uri.TryCreate(Anywhere, address, out var uri) || uri.AbsolutePath.TrimEnd('/') != ListPath)
            return null;
        var asked = QueryHelpers.ParseQuery(uri.Query);
        string? Value(string name) => asked.TryGetValue(name, out var value) ? value.ToString() : null;
        return new HouseholdFilter
        {
            Area = Value("wilayah"),
            Deciles = Value("desil"),
            Status = Value("status"),
            Needed = Value("kebutuhan"),
            Found = Value("kelayakan"),
            Lacking = Value("kurang"),
            Faulty = Value("keliru"),
            LastWord = Value("kabar"),
            Duty = Value("sasaran"),
            Aided = Value("bantuan"),
            AidYear = int.TryParse(Value("tahun"), CultureInfo.InvariantCulture, out var year) ? year : null,
        };
    }

    /// <summary>The same households always have the same one: words that filter nothing, order and page left out, the year of the aid put in.</summary>
    public HouseholdFilter Canonical(AreaCode area, int year) => Counted with
    {
        Area = area.Official,
        Deciles = Deciles,
        Status = NotVisited ? Status : VisitStatus?.ToString(),
        AidYear = DependsOnYear ? AidYear ?? year : null,
    };

    /// <summary>What it asks for, in words.</summary>
    public string Words(AreaDirectory areas, AreaCode area) => string.Join(", ", [Place(areas, area), .. IsActive ? Chips().Select(chip => chip.Label) : ["semua keluarga"]]);

    // Names of villages are borne by several, and an RT has none.
    private static string Place(AreaDirectory areas, AreaCode area) => area.Level switch
    {
        AreaLevel.Rt or AreaLevel.Rw => $"{areas.TitleOf(area)}, {Place(areas, area.AtLevel(AreaLevel.Village))}",
        AreaLevel.Village => $"{areas.TitleOf(area)}, {areas.TitleOf(area.AtLevel(AreaLevel.District))}",
        _ => areas.TitleOf(area),
    };

    /// <summary>The area asked for; null when it is unknown or lies outside the user's own.</summary>
    public AreaCode? AreaWithin(AreaDirectory areas, AreaCode home) =>
        string.IsNullOrEmpty(Area) ? home : areas.TryFind(Area, out var code) && home.Contains(code.Value) ? code : null;

    /// <summary>The same list as a file.</summary>
    public string Export => With().Replace(ListPath, "/keluarga/unduh", StringComparison.Ordinal);

    public string With(string? area = null, byte? toggleDecile = null, string? status = null, bool clear = false, string? order = null, int? page = null,
        string? need = null, string? eligibility = null, string? missing = null, string? duty = null, string? fault = null, string? freshness = null, string? aided = null)
    {
        var deciles = clear ? [] : toggleDecile is { } code ? DecileCodes.Contains(code) ? DecileCodes.Where(c => c != code) : DecileCodes.Append(code) : DecileCodes;
        var parts = new (string Name, string? Value)[]
        {
            ("wilayah", area ?? Area),
            ("desil", string.Join(',', deciles.Order().Select(c => WelfareDecile.FromCode(c).Label))),
            ("status", clear ? null : Toggled(Status, status)),
            ("kebutuhan", clear ? null : Toggled(Needed, need)),
            ("bantuan", clear || (need is not null && !IsWithoutAid) ? null : Toggled(Aided, aided)),
            ("tahun", clear ? null : AidYear?.ToString(CultureInfo.InvariantCulture)),
            ("kelayakan", clear ? null : Toggled(Found, eligibility)),
            ("kurang", clear ? null : Toggled(Lacking, missing)),
            ("keliru", clear ? null : Toggled(Faulty, fault)),
            ("kabar", clear ? null : Toggled(LastWord, freshness)),
            ("sasaran", clear ? null : Toggled(Duty, duty)),
            ("urut", order ?? Order),
            ("halaman", page is > 1 ? page.Value.ToString(CultureInfo.InvariantCulture) : null),
        };
        return PageAddress.Of(ListPath, parts);
    }

    private string OfYear => AidYear is { } year && DependsOnYear ? $" {year}" : "";

    // Whether anybody knows of a need is no matter of a budget year.
    private bool DependsOnYear => IsWithoutAid || NeedAid is not null and not Figures.NeedAid.Unknown;

    private static string? Toggled(string? now, string? chosen) => chosen is null ? now : chosen == now ? null : chosen;

    private static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
