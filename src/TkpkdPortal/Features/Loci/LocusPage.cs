using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Figures;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Loci;

/// <summary>Other weights, as they are typed.</summary>
public sealed record LocusForm
{
    public int Number { get; init; }

    [Required(ErrorMessage = "Isi bobot")]
    public int? Concentration { get; init; }

    [Required(ErrorMessage = "Isi bobot")]
    public int? ExtremelyPoor { get; init; }

    [Required(ErrorMessage = "Isi bobot")]
    public int? FirstDecile { get; init; }

    [Required(ErrorMessage = "Isi bobot")]
    public int? FirstThreeDeciles { get; init; }

    [Required(ErrorMessage = "Isi bobot")]
    public int? UnmetNeeds { get; init; }

    [Required(ErrorMessage = "Isi bobot")]
    public int? Stunting { get; init; }

    [Required(ErrorMessage = "Isi cakupan lokus")]
    public int? Coverage { get; init; }

    [StringLength(LocusMethod.SourceMaxLength, ErrorMessage = "Dasar paling panjang 300 huruf"), WithoutNumber]
    public string? Source { get; init; }

    [StringLength(LocusMethod.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public LocusWeights Weights() => new()
    {
        Concentration = Concentration ?? 0,
        ExtremelyPoor = ExtremelyPoor ?? 0,
        FirstDecile = FirstDecile ?? 0,
        FirstThreeDeciles = FirstThreeDeciles ?? 0,
        UnmetNeeds = UnmetNeeds ?? 0,
        Stunting = Stunting ?? 0,
        Coverage = Coverage ?? 0,
    };

    public static LocusForm Of(LocusMethod method) => new()
    {
        Number = method.Number,
        Concentration = method.Weights.Concentration,
        ExtremelyPoor = method.Weights.ExtremelyPoor,
        FirstDecile = method.Weights.FirstDecile,
        FirstThreeDeciles = method.Weights.FirstThreeDeciles,
        UnmetNeeds = method.Weights.UnmetNeeds,
        Stunting = method.Weights.Stunting,
        Coverage = method.Weights.Coverage,
    };
}

/// <summary>The loci of an area, the rest, and the method that made them.</summary>
public sealed record LocusPage(AreaCode Area, LocusFigures Figures, string? Adopter, LocusForm Form);
