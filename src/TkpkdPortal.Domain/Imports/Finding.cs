namespace TkpkdPortal.Domain.Imports;

/// <summary>What a finding does to its row: an error keeps it out, a review lets it wait for a person, a warning marks it.</summary>
public enum FindingLevel
{
    Error = 1,
    Review = 2,
    Warning = 3,
}

/// <summary>One thing that the judging of a row found; the sentence names the field and what to do, and never the number itself.</summary>
public sealed record Finding(FindingLevel Level, string Kind, string? Column, string Message);

/// <summary>The kinds of findings, by the codes that offices, scripts and the sample outcomes use.</summary>
public static class FindingKind
{
    public const string NikScientific = "NIK_NOTASI_ILMIAH";
    public const string NikLetters = "NIK_HURUF";
    public const string NikLength = "NIK_PANJANG";
    public const string NikUniform = "NIK_SERAGAM";
    public const string NikProvince = "NIK_PROVINSI";
    public const string NikDate = "NIK_TANGGAL";
    public const string NikSequence = "NIK_URUT_0000";
    public const string NikDuplicate = "NIK_GANDA";
    public const string NikBlank = "NIK_KOSONG";
    public const string NikNumeric = "NIK_ANGKA";
    public const string NikBirthDateDiffers = "NIK_TGL_BEDA";
    public const string NikSexDiffers = "NIK_JK_BEDA";
    public const string NikCorrected = "NIK_DIPERBAIKI";
    public const string AreaToChoose = "WILAYAH_PERLU_DIPILIH";
    public const string FamilyIdBlank = "ID_KELUARGA_KOSONG";
    public const string FamilyIdDuplicate = "ID_KELUARGA_GANDA";
    public const string FamilyCardInvalid = "KK_TIDAK_SAH";
    public const string FamilyCardDoubtful = "KK_MERAGUKAN";
    public const string PersonIdBlank = "ID_INDIVIDU_KOSONG";
    public const string PersonIdDuplicate = "ID_INDIVIDU_GANDA";
    public const string AreaFormat = "KODE_WILAYAH_FORMAT";
    public const string AreaUnknown = "KODE_WILAYAH_TIDAK_DIKENAL";
    public const string AreaOutside = "WILAYAH_LUAR_CAKUPAN";
    public const string AreaNameDiffers = "NAMA_WILAYAH_BEDA";
    public const string DecileInvalid = "DESIL_TIDAK_SAH";
    public const string StuntingInvalid = "STUNTING_TIDAK_SAH";
    public const string ValueUnknown = "NILAI_TIDAK_DIKENAL";
    public const string BirthDateUnreadable = "TANGGAL_LAHIR_TIDAK_TERBACA";
    public const string AgeImplausible = "UMUR_TIDAK_WAJAR";
    public const string FormulaCell = "SEL_FORMULA";
    public const string TextTooLong = "TEKS_PANJANG";
    public const string TextHtml = "TEKS_HTML";
    public const string NameDiffers = "NAMA_BEDA";
    public const string DanaDesaInKelurahan = "BLT_DD_DI_KELURAHAN";
    public const string OpdUnknown = "OPD_TIDAK_DIKENAL";
    public const string ProgramBlank = "PROGRAM_KOSONG";
    public const string YearInvalid = "TAHUN_TIDAK_SAH";
    public const string AmountInvalid = "NOMINAL_TIDAK_SAH";
    public const string MatchUnknown = "HASIL_TIDAK_DIKENAL";
    public const string FieldsBlank = "KOLOM_BEDA_KOSONG";
    public const string PersonIdInvalid = "ID_INDIVIDU_TIDAK_SAH";
    public const string PersonNumberDiffers = "ID_BEDA_NIK";
    public const string PersonShared = "NIK_DIPAKAI_BERSAMA";
    public const string AnswerOlder = "JAWABAN_LEBIH_LAMA";
    public const int MaxLength = 60;
}
