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
}
