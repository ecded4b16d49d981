using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Duties;

/// <summary>Which needs are asked for; an address that can be sent on, without a name or number.</summary>
public sealed record DutyAsk
{
    public const string Path = "/tugas-opd";

    [FromQuery(Name = "kebutuhan")]
    public Need? Need { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    /// <summary>For the secretariat, Refused means refused by all whose duty it is.</summary>
    [FromQuery(Name = "keadaan")]
    public DutyState? State { get; init; }

    [FromQuery(Name = "keluarga")]
    public Guid? Household { get; init; }

    /// <summary>The OPD whose duty the secretariat looks at.</summary>
    [FromQuery(Name = "opd")]
    public Guid? Opd { get; init; }

    public IReadOnlyList<(string Name, string? Value)> Kept =>
        [("kebutuhan", Need is null or Domain.Welfare.Need.None ? null : Need.ToString()), ("wilayah", Area), ("keadaan", State?.ToString()), ("keluarga", Household?.ToString()), ("opd", Opd?.ToString())];

    public string Link => At(Path);

    public string At(string path) => PageAddress.Of(path, Kept);
}
