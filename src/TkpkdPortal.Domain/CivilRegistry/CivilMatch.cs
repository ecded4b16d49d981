using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.CivilRegistry;

/// <summary>What the civil registry (Dukcapil) answers about one person of the register.</summary>
public enum CivilMatch
{
    /// <summary>NIK, name, birth date and sex are those of the civil registry (padan).</summary>
    Agrees = 1,

    /// <summary>The NIK is known, but something beside it differs.</summary>
    Differs = 2,

    NotFound = 3,

    Deceased = 4,

    /// <summary>Two persons carry the number, or one person two numbers.</summary>
    Duplicate = 5,
}

/// <summary>A field in which the register and the civil registry differ.</summary>
[Flags]
public enum CivilMatchFields
{
    None = 0,
    Nik = 1 << 0,
    Name = 1 << 1,
    BirthDate = 1 << 2,
    Sex = 1 << 3,
    FamilyCard = 1 << 4,
}

/// <summary>How a difference was dealt with.</summary>
public enum CivilMatchSettlement
{
    /// <summary>The register took over what the civil registry says.</summary>
    TakenOver = 1,

    /// <summary>The register is right; the civil registry mends its own record.</summary>
    Kept = 2,

    /// <summary>Somebody looks at the card on the spot.</summary>
    Visited = 3,
}

/// <summary>The words of matching, as answers and pages use them.</summary>
public static class CivilMatchWords
{
    public static CodedValues<CivilMatch> Matches { get; } = new CodedValues<CivilMatch>(
        (CivilMatch.Agrees, "Sesuai"), (CivilMatch.Differs, "Tidak sesuai"), (CivilMatch.NotFound, "Tidak ditemukan"), (CivilMatch.Deceased, "Meninggal"),
        (CivilMatch.Duplicate, "Ganda")).WithAliases(("Padan", CivilMatch.Agrees), ("Ya", CivilMatch.Agrees), ("Tidak padan", CivilMatch.Differs),
        ("Beda", CivilMatch.Differs), ("Tidak ada", CivilMatch.NotFound), ("Meninggal dunia", CivilMatch.Deceased), ("NIK ganda", CivilMatch.Duplicate));

    public static CodedValues<CivilMatchFields> Fields { get; } = new CodedValues<CivilMatchFields>(
        (CivilMatchFields.None, "Tidak ada"), (CivilMatchFields.Nik, "NIK"), (CivilMatchFields.Name, "Nama"), (CivilMatchFields.BirthDate, "Tanggal lahir"), (CivilMatchFields.Sex, "Jenis kelamin"),
        (CivilMatchFields.FamilyCard, "Nomor KK")).WithAliases(("tanggal_lahir", CivilMatchFields.BirthDate), ("tgl lahir", CivilMatchFields.BirthDate),
        ("jenis_kelamin", CivilMatchFields.Sex), ("nama_lengkap", CivilMatchFields.Name), ("no_kk", CivilMatchFields.FamilyCard), ("nomor_kk", CivilMatchFields.FamilyCard));

    public static CodedValues<CivilMatchSettlement> Settlements { get; } = new(
        (CivilMatchSettlement.TakenOver, "Register diperbaiki menurut Dukcapil"), (CivilMatchSettlement.Kept, "Register tetap, Dukcapil memperbaiki"),
        (CivilMatchSettlement.Visited, "Dicek petugas di lapangan"));

    public static IEnumerable<CivilMatchFields> EachOf(CivilMatchFields fields) => Fields.All.Where(field => field is not CivilMatchFields.None && fields.HasFlag(field));

    /// <summary>"nama dan tanggal lahir"; empty where the answer names none.</summary>
    public static string Of(CivilMatchFields fields) => Indonesian.List([.. EachOf(fields).Select(field => field is CivilMatchFields.Nik ? "NIK" : Lowered(Fields.Label(field)))]);

    private static string Lowered(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
