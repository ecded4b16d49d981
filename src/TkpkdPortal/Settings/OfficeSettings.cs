using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Offices;

namespace TkpkdPortal.Settings;

/// <summary>
/// The office as it names itself on its settings page, else as the server's settings name it; what is not set comes from its area. Letterhead
/// lines, team name and planning body differ from region to region and are never guessed beyond that.
/// </summary>
public sealed class OfficeSettings
{
    private OfficeTerms? _own;

    public required AreaCode Area { get; init; }

    /// <summary>"Kabupaten Kutai Timur".</summary>
    public required string RegionName { get; init; }

    /// <summary>"TKPKD Kabupaten Kutai Timur", "TKPK Kota Palangka Raya".</summary>
    public required string TeamName { get => _own?.TeamName ?? field; init; }

    /// <summary>"Bappeda Kabupaten Kutai Timur".</summary>
    public required string Secretariat { get => _own?.Secretariat ?? field; init; }

    public required Letterhead Letterhead { get => _own is { } own ? new Letterhead(own.Government, own.Unit, own.Address) : field; init; }

    public required IndonesianZone Zone { get => IndonesianZone.FromLabel(_own?.Zone) ?? field; init; }

    public SheetSize Sheet => _own?.Sheet ?? SheetSize.A4;

    /// <summary>Name of the data protection officer; empty where nobody is named.</summary>
    public required string OfficerName { get => _own?.OfficerName ?? field; init; }

    public required string OfficerEmail { get => _own?.OfficerEmail ?? field; init; }

    /// <summary>"bupati" or "wali kota".</summary>
    public string HeadOfRegion => Area.Level is AreaLevel.Province ? "gubernur" : Area.IsCity ? "wali kota" : "bupati";

    /// <summary>All of it as the settings page shows it.</summary>
    public OfficeTerms Terms => _own ?? new OfficeTerms
    {
        TeamName = TeamName,
        Secretariat = Secretariat,
        Government = Letterhead.Government,
        Unit = Letterhead.Unit,
        Address = Letterhead.Address,
        Zone = Zone.Label,
        Sheet = Sheet,
        OfficerName = OfficerName,
        OfficerEmail = OfficerEmail,
    };

    /// <summary>What the office has set for itself, read from its row at the start and whenever that has changed, here or on another node.</summary>
    public void Take(OfficeTerms? own) => _own = own;

    public string TeamShortName => TeamName.Split(' ')[0];

    public static OfficeSettings From(IConfiguration configuration, AreaDirectory areas)
    {
        var code = configuration["Office:AreaCode"] is { Length: > 0 } text ? text : "64.08";
        if (!AreaCode.TryParse(code, out var area) || area.Level > AreaLevel.Regency || !areas.Knows(area))
            throw new SettingException($"Office__AreaCode '{code}' bukan kode provinsi, kabupaten, atau kota yang dikenal.");
        var region = areas.NameOf(area);
        var team = Setting(configuration, "Office:Name", $"{(area.IsCity ? "TKPK" : "TKPKD")} {region}");
        var body = Setting(configuration, "Office:Letterhead:PlanningBody", $"Bappeda {region}");
        return new OfficeSettings
        {
            Area = area,
            RegionName = region,
            TeamName = team,
            Secretariat = body,
            OfficerName = Setting(configuration, "Office:DataProtectionOfficer:Name", ""),
            OfficerEmail = Setting(configuration, "Office:DataProtectionOfficer:Email", ""),
            Zone = ZoneOf(configuration["Office:TimeZone"], area),
            Letterhead = new Letterhead(
                Setting(configuration, "Office:Letterhead:Government", $"PEMERINTAH {region.ToUpperInvariant()}"),
                Setting(configuration, "Office:Letterhead:Unit", "BADAN PERENCANAAN PEMBANGUNAN DAERAH"),
                Setting(configuration, "Office:Letterhead:Address", "")),
        };
    }

    private static IndonesianZone ZoneOf(string? label, AreaCode area) =>
        string.IsNullOrEmpty(label) ? IndonesianZone.Of(area)
        : IndonesianZone.FromLabel(label) ?? throw new SettingException($"Office__TimeZone '{label}' bukan WIB, WITA, atau WIT.");

    private static string Setting(IConfiguration configuration, string key, string otherwise) =>
        configuration[key] is { Length: > 0 } value ? value : otherwise;
}

/// <summary>Lines of the kop surat; the address line is left out while the office has not given it.</summary>
public sealed record Letterhead(string Government, string Unit, string Address);
