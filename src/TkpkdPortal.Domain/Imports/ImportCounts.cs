namespace TkpkdPortal.Domain.Imports;

/// <summary>What the judging of a file counted; rows = new + changed + same + review + rejected.</summary>
public sealed record ImportCounts
{
    public int Rows { get; init; }

    /// <summary>Different family ids in the file.</summary>
    public int Families { get; init; }

    /// <summary>Persons in a file of persons; 0 in a file of families.</summary>
    public int Persons { get; init; }

    public int New { get; init; }

    public int Changed { get; init; }

    public int Same { get; init; }

    public int Review { get; init; }

    public int Rejected { get; init; }

    public int AcceptedWithWarning { get; init; }

    /// <summary>Recipients found in the register by their NIK, and those not found; null for a file that is no list of recipients.</summary>
    public int? Matched { get; init; }

    public int? Unmatched { get; init; }

    /// <summary>Well-formed NIK whose place of registration is in no current list: normal for old codes, counted and no finding.</summary>
    public int NikAreaUnknown { get; init; }
}
