namespace TkpkdPortal.Domain.Areas;

/// <summary>Kind of the lowest administrative area: a kelurahan under a lurah, or a desa under a kepala desa, which alone has Dana Desa.</summary>
public enum VillageKind
{
    Kelurahan = 1,
    Desa = 2,
}
