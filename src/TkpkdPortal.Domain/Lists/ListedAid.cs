namespace TkpkdPortal.Domain.Lists;

/// <summary>Aid that a list says the household receives; a statement of the list and no proof of delivery.</summary>
[Flags]
public enum ListedAid
{
    None = 0,
    Bpnt = 1 << 0,
    Bpum = 1 << 1,
    Bst = 1 << 2,
    Pkh = 1 << 3,
    Sembako = 1 << 4,

    /// <summary>Health insurance whose contribution the state pays (PBI JKN).</summary>
    NationalInsurance = 1 << 5,

    /// <summary>The same, paid by the region (PBI Pemda).</summary>
    RegionalInsurance = 1 << 6,
}
