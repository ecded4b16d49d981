using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Security;

/// <summary>The office that a person holds. A role gives permissions; where they hold is the area of the assignment.</summary>
public enum Role
{
    Admin = 1,
    Analyst = 2,
    SocialService = 3,
    CivilRegistry = 4,
    Opd = 5,
    DistrictHead = 6,
    VillageHead = 7,
    Enumerator = 8,
    Leadership = 9,
    Auditor = 10,
    DataProtectionOfficer = 11,
}

/// <summary>Codes of the roles, as verbs and files use them, and their words on a page.</summary>
public static class Roles
{
    public static CodedValues<Role> Codes { get; } = new(
        (Role.Admin, "admin"), (Role.Analyst, "analyst"), (Role.SocialService, "social-service"), (Role.CivilRegistry, "civil-registry"),
        (Role.Opd, "opd"), (Role.DistrictHead, "district-head"), (Role.VillageHead, "village-head"), (Role.Enumerator, "enumerator"),
        (Role.Leadership, "leadership"), (Role.Auditor, "auditor"), (Role.DataProtectionOfficer, "data-protection-officer"));

    /// <summary>Words of the roles where no place says whether it is a kelurahan or a desa; files may use either word.</summary>
    public static CodedValues<Role> Words { get; } = new CodedValues<Role>(
        (Role.Admin, "Admin"), (Role.Analyst, "Analis"), (Role.SocialService, "Dinas Sosial"), (Role.CivilRegistry, "Disdukcapil"), (Role.Opd, "Petugas OPD"),
        (Role.DistrictHead, "Camat"), (Role.VillageHead, "Lurah/Kepala Desa"), (Role.Enumerator, "Petugas desa/kelurahan"), (Role.Leadership, "Pimpinan"),
        (Role.Auditor, "Auditor"), (Role.DataProtectionOfficer, "Pejabat pelindungan data"))
        .WithAliases(("Lurah", Role.VillageHead), ("Kepala Desa", Role.VillageHead), ("Petugas", Role.Enumerator), ("Petugas desa", Role.Enumerator),
            ("Petugas kelurahan", Role.Enumerator), ("OPD", Role.Opd), ("Dinsos", Role.SocialService));

    /// <summary>A head is called lurah in a kelurahan and kepala desa in a desa.</summary>
    public static string Title(this Role role, AreaCode area) => role switch
    {
        Role.Admin => "Admin",
        Role.Analyst => "Analis",
        Role.SocialService => "Dinas Sosial",
        Role.CivilRegistry => "Disdukcapil",
        Role.Opd => "Petugas OPD",
        Role.DistrictHead => "Camat",
        Role.VillageHead => area.VillageKind is VillageKind.Desa ? "Kepala Desa" : "Lurah",
        Role.Enumerator => area.VillageKind is VillageKind.Desa ? "Petugas desa" : "Petugas kelurahan",
        Role.Leadership => "Pimpinan",
        Role.Auditor => "Auditor",
        Role.DataProtectionOfficer => "Pejabat pelindungan data",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>An office that has one holder, for whom somebody else may stand in; a petugas or an analyst is one of several.</summary>
    public static bool IsOffice(this Role role) => role is Role.VillageHead or Role.DistrictHead or Role.Leadership or Role.DataProtectionOfficer;

    /// <summary>The level an assignment has to have: a camat holds a kecamatan, a lurah a village, the offices all of it.</summary>
    public static bool Fits(this Role role, AreaLevel level) => role switch
    {
        Role.DistrictHead => level is AreaLevel.District,
        Role.VillageHead or Role.Enumerator => level is AreaLevel.Village,
        _ => level is AreaLevel.Province or AreaLevel.Regency,
    };
}
