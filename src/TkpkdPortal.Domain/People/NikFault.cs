namespace TkpkdPortal.Domain.People;

/// <summary>Why a text cannot be a NIK; checked in this order, only the first is reported.</summary>
public enum NikFault
{
    None = 0,
    ScientificNotation,
    Letters,
    Length,
    Uniform,
    Province,
    Date,
    Sequence,
}
