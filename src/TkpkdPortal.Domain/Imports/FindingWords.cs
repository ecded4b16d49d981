namespace TkpkdPortal.Domain.Imports;

/// <summary>What each kind of finding is called where findings are counted; the code stays beside it for whoever reads it in a script.</summary>
public static class FindingWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [FindingKind.NikScientific] = "NIK rusak oleh lembar kerja (notasi ilmiah)",
        [FindingKind.NikLetters] = "NIK berisi selain angka",
        [FindingKind.NikLength] = "NIK tidak 16 angka",
        [FindingKind.NikUniform] = "NIK berangka sama semua",
        [FindingKind.NikProvince] = "NIK dengan kode provinsi yang tidak ada",
        [FindingKind.NikDate] = "NIK dengan tanggal yang tidak ada",
        [FindingKind.NikSequence] = "NIK dengan nomor urut 0000",
        [FindingKind.NikDuplicate] = "NIK sama di dua keluarga",
        [FindingKind.NikBlank] = "NIK kosong",
        [FindingKind.NikNumeric] = "NIK disimpan sebagai bilangan, mungkin rusak",
        [FindingKind.NikBirthDateDiffers] = "NIK tidak cocok dengan tanggal lahir",
        [FindingKind.NikSexDiffers] = "NIK tidak cocok dengan jenis kelamin",
        [FindingKind.NikCorrected] = "NIK memakai isian perbaikan",
        [FindingKind.AreaToChoose] = "Wilayah perlu dipilih",
        [FindingKind.FamilyIdBlank] = "Id keluarga kosong",
        [FindingKind.FamilyIdDuplicate] = "Id keluarga ganda",
        [FindingKind.FamilyCardInvalid] = "Nomor KK tidak sah",
        [FindingKind.FamilyCardDoubtful] = "Nomor KK mirip NIK",
        [FindingKind.PersonIdBlank] = "Id individu kosong",
        [FindingKind.PersonIdDuplicate] = "Id individu ganda",
        [FindingKind.AreaFormat] = "Kode wilayah bukan 10 angka",
        [FindingKind.AreaUnknown] = "Kode wilayah tidak dikenal atau belum dipetakan",
        [FindingKind.AreaOutside] = "Wilayah di luar kantor ini",
        [FindingKind.AreaNameDiffers] = "Nama wilayah berbeda dengan kodenya",
        [FindingKind.DecileInvalid] = "Desil tidak sah",
        [FindingKind.StuntingInvalid] = "Isian risiko stunting tidak sah",
        [FindingKind.ValueUnknown] = "Nilai di luar daftar kode",
        [FindingKind.BirthDateUnreadable] = "Tanggal lahir kosong atau tidak terbaca",
        [FindingKind.AgeImplausible] = "Umur tidak wajar",
        [FindingKind.FormulaCell] = "Sel berisi rumus",
        [FindingKind.TextTooLong] = "Teks terlalu panjang",
        [FindingKind.TextHtml] = "Teks berisi kode HTML",
        [FindingKind.NameDiffers] = "Nama berbeda dengan register",
        [FindingKind.DanaDesaInKelurahan] = "BLT Dana Desa di kelurahan",
        [FindingKind.OpdUnknown] = "OPD tidak dikenal",
        [FindingKind.ProgramBlank] = "Program kosong",
        [FindingKind.YearInvalid] = "Tahun tidak sah",
        [FindingKind.AmountInvalid] = "Nominal tidak sah",
        [FindingKind.MatchUnknown] = "Hasil pemadanan tidak dikenal",
        [FindingKind.FieldsBlank] = "Isian yang berbeda tidak disebut",
        [FindingKind.PersonIdInvalid] = "Id orang tidak sah",
        [FindingKind.PersonNumberDiffers] = "NIK bukan milik orang dengan id itu",
        [FindingKind.PersonShared] = "NIK dipakai lebih dari satu orang",
        [FindingKind.AnswerOlder] = "Jawaban lebih lama daripada yang ada",
    };

    /// <summary>The words, or the code itself for one that an older import left behind.</summary>
    public static string Of(string kind) => Words.GetValueOrDefault(kind, kind);
}
