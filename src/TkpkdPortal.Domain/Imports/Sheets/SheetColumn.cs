using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.Domain.Imports.Sheets;

/// <summary>
/// The columns of the sheets in which a deliberation and a verification are written down. What both share with P3KE has the name that P3KE
/// gives it; a district's verification sheet has up to 103 columns, of which these are read.
/// </summary>
public static class SheetColumn
{
    public const string Agreed = "hasil_musyawarah";
    public const string NameCorrection = "nama_perbaikan";
    public const string NikCorrection = "NIK_perbaikan";
    public const string FamilyCard = "nomor_KK";
    public const string Rt = "RT";
    public const string Rw = "RW";
    public const string MeetsCriteria = "VERVAL_memenuhi_kriteria_P3KE";
    public const string Reason = "VERVAL_alasan_tidak_memenuhi_kriteria_P3KE";
    public const string Note = "VERVAL_keterangan";
    public const string FurtherNote = "VERVAL_keterangan_tambahan";
    public const string Presence = "status_keberadaan_target";
    public const string State = "status_verifikasi";

    /// <summary>Order of the deliberation's sheet; the code and the kecamatan are in no known one, but decide where somebody has added them.</summary>
    public static IReadOnlyList<string> Deliberation { get; } =
    [
        P3keColumn.Number, P3keColumn.Village, P3keColumn.Address, P3keColumn.FamilyId, P3keColumn.PersonId, P3keColumn.Decile, P3keColumn.PersonName, P3keColumn.Nik,
        P3keColumn.BirthDate, P3keColumn.Sex, P3keColumn.Relationship, Agreed, P3keColumn.District, P3keColumn.AreaCode,
    ];

    /// <summary>Order of the verification's sheet.</summary>
    public static IReadOnlyList<string> Verification { get; } =
    [
        P3keColumn.FamilyId, P3keColumn.Province, P3keColumn.Regency, P3keColumn.District, P3keColumn.Village, P3keColumn.AreaCode, P3keColumn.Decile, P3keColumn.Address, Rt, Rw,
        P3keColumn.PersonId, P3keColumn.PersonName, NameCorrection, P3keColumn.Nik, NikCorrection, FamilyCard, P3keColumn.BirthDate, P3keColumn.CivilRegistry, P3keColumn.Sex,
        P3keColumn.Relationship, P3keColumn.MaritalStatus, P3keColumn.Occupation, P3keColumn.Education, P3keColumn.Bpnt, P3keColumn.Bpum, P3keColumn.Bst, P3keColumn.Pkh,
        P3keColumn.Sembako, P3keColumn.Stunting, P3keColumn.Tenure, P3keColumn.Savings, P3keColumn.Roof, P3keColumn.Wall, P3keColumn.Floor, P3keColumn.Lighting,
        P3keColumn.CookingFuel, P3keColumn.DrinkingWater, P3keColumn.Toilet, MeetsCriteria, Reason, Note, FurtherNote, Presence, State,
    ];
}
