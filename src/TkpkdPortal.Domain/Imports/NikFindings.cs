using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports;

/// <summary>What is said of a NIK in a list: the fault with what to do, or the warnings of a number that has the right form.</summary>
public static class NikFindings
{
    private static readonly Dictionary<NikFault, (string Kind, string Message)> Faults = new()
    {
        [NikFault.ScientificNotation] = (FindingKind.NikScientific,
            "NIK tertulis sebagai notasi ilmiah karena kolomnya berformat angka. Ubah kolom menjadi teks di berkas asal, lalu simpan ulang."),
        [NikFault.Letters] = (FindingKind.NikLetters, "NIK hanya berisi angka. Periksa huruf yang mirip angka, misalnya O dan 0."),
        [NikFault.Length] = (FindingKind.NikLength, "NIK berisi 16 angka. Lengkapi atau kosongkan bila memang belum ada."),
        [NikFault.Uniform] = (FindingKind.NikUniform, "NIK berisi angka yang sama semua. Kosongkan bila memang belum ada."),
        [NikFault.Province] = (FindingKind.NikProvince, "Dua angka pertama NIK bukan kode provinsi. Cocokkan dengan KTP atau KK."),
        [NikFault.Date] = (FindingKind.NikDate, "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang mungkin. Cocokkan dengan KTP atau KK."),
        [NikFault.Sequence] = (FindingKind.NikSequence, "Empat angka terakhir NIK adalah 0000. Cocokkan dengan KTP atau KK."),
    };

    public static void Judge(RawCell cell, string column, JudgedRow row)
    {
        var cleaned = PersonalNumberText.Clean(cell.Text, out var cutDecimal);
        if (cleaned.Length == 0)
        {
            row.Add(FindingLevel.Warning, FindingKind.NikBlank, column, "NIK kosong: keluarga tetap dimuat dan perlu dibantu administrasi kependudukan.");
            return;
        }
        if (cell.IsNumeric || (cutDecimal && cleaned.EndsWith('0')))
        {
            row.Add(FindingLevel.Warning, FindingKind.NikNumeric, column,
                "NIK mungkin rusak karena selnya berformat angka. Cocokkan angka terakhirnya dengan KTP atau KK.");
        }
        if (Nik.Judge(cleaned, out var nik) is var fault and not NikFault.None)
            row.Add(FindingLevel.Error, Faults[fault].Kind, column, Faults[fault].Message);
        else
            row.Nik = nik;
    }

    /// <summary>Compares a good number with what the row says beside it; a difference is legal, since a NIK is never reissued.</summary>
    public static void Compare(JudgedRow row, string column)
    {
        if (row.Nik is not { } nik)
            return;
        if (row.BirthDate is { } born && !nik.AgreesWith(born))
            row.Add(FindingLevel.Warning, FindingKind.NikBirthDateDiffers, column, "Tanggal lahir berbeda dari NIK. Perlu dicek Disdukcapil.");
        if (row.Sex is { } sex && sex != nik.Sex)
            row.Add(FindingLevel.Warning, FindingKind.NikSexDiffers, column, "Jenis kelamin berbeda dari NIK. Perlu dicek Disdukcapil.");
    }
}
