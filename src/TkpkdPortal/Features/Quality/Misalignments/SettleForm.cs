using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Quality.Misalignments;

/// <summary>Which differences, whose value stands, and why.</summary>
public sealed record SettleForm
{
    public IList<string> Keys { get; init; } = [];

    /// <summary>All that the filter finds, also on other pages.</summary>
    public bool IsAll { get; init; }

    [Required(ErrorMessage = "Pilih nilai yang berlaku")]
    public ChosenSide? Chosen { get; init; }

    [StringLength(FieldDecision.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }
}

/// <summary>Why a decision is taken back, and the version that the page showed.</summary>
public sealed record WithdrawForm
{
    [StringLength(FieldDecision.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public int Version { get; init; }
}
