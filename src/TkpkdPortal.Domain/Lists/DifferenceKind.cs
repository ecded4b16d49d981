using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Lists;

/// <summary>In what two releases differ about a family; a family may have several, and is counted once for each.</summary>
public enum DifferenceKind
{
    /// <summary>One family of the first release is several in the second.</summary>
    Split = 1,

    /// <summary>A family of the first release is part of another one in the second.</summary>
    Joined = 2,

    /// <summary>Another person is the head.</summary>
    HeadChanged = 3,

    /// <summary>The same head under another spelling.</summary>
    NameSpelling = 4,

    /// <summary>The head had no NIK and has one.</summary>
    NikFilled = 5,

    /// <summary>The head has another NIK.</summary>
    NikCorrected = 6,

    /// <summary>The head had an NIK and has none.</summary>
    NikLost = 7,

    /// <summary>Better off in the second release: a higher decile.</summary>
    DecileUp = 8,

    DecileDown = 9,

    /// <summary>In another desa or kelurahan.</summary>
    Moved = 10,

    MembersAdded = 11,

    MembersGone = 12,

    /// <summary>Both releases say the same of all of this.</summary>
    Same = 13,

    /// <summary>Only in the first release.</summary>
    Left = 14,

    /// <summary>Only in the second release.</summary>
    Entered = 15,
}

/// <summary>Codes and words of the kinds.</summary>
public static class DifferenceKinds
{
    public static CodedValues<DifferenceKind> Codes { get; } = new(
        (DifferenceKind.Split, "KELUARGA_PECAH"), (DifferenceKind.Joined, "KELUARGA_BERGABUNG"), (DifferenceKind.HeadChanged, "KEPALA_BERGANTI"),
        (DifferenceKind.NameSpelling, "NAMA_EJAAN"), (DifferenceKind.NikFilled, "NIK_TERISI"), (DifferenceKind.NikCorrected, "NIK_DIKOREKSI"), (DifferenceKind.NikLost, "NIK_HILANG"),
        (DifferenceKind.DecileUp, "DESIL_NAIK"), (DifferenceKind.DecileDown, "DESIL_TURUN"), (DifferenceKind.Moved, "PINDAH_KELURAHAN"),
        (DifferenceKind.MembersAdded, "ANGGOTA_BERTAMBAH"), (DifferenceKind.MembersGone, "ANGGOTA_BERKURANG"), (DifferenceKind.Same, "TANPA_PERBEDAAN"),
        (DifferenceKind.Left, "KELUAR"), (DifferenceKind.Entered, "MASUK"));

    public static CodedValues<DifferenceKind> Words { get; } = new(
        (DifferenceKind.Split, "Keluarga pecah menjadi beberapa KK"), (DifferenceKind.Joined, "Keluarga bergabung ke keluarga lain"), (DifferenceKind.HeadChanged, "Kepala keluarga berganti"),
        (DifferenceKind.NameSpelling, "Nama kepala ditulis lain"), (DifferenceKind.NikFilled, "NIK kepala terisi"), (DifferenceKind.NikCorrected, "NIK kepala berbeda"),
        (DifferenceKind.NikLost, "NIK kepala hilang"), (DifferenceKind.DecileUp, "Desil naik"), (DifferenceKind.DecileDown, "Desil turun"), (DifferenceKind.Moved, "Desa/kelurahan berbeda"),
        (DifferenceKind.MembersAdded, "Anggota bertambah"), (DifferenceKind.MembersGone, "Anggota berkurang"), (DifferenceKind.Same, "Tanpa perbedaan"),
        (DifferenceKind.Left, "Hanya di rilis pertama"), (DifferenceKind.Entered, "Hanya di rilis kedua"));

    /// <summary>What a kind means for a family that receives aid, as the page that counts them says it; null where it means nothing.</summary>
    public static string? MeaningOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Split => "Bantuan keluarga masih satu. Catat pisah KK bila memang pisah, lalu tentukan siapa yang menerima.",
        DifferenceKind.Joined => "Dua bantuan mungkin tiba di satu rumah. Periksa di lapangan.",
        DifferenceKind.DecileUp => "Bantuan berjalan terus sampai diverifikasi; peringkat naik bukan bukti mampu.",
        DifferenceKind.DecileDown => "Keluarga mungkin berhak atas bantuan yang belum diterimanya.",
        DifferenceKind.Moved => "Pastikan tempat tinggalnya dulu; kelurahan yang salah menyalurkan ke pintu yang salah.",
        DifferenceKind.NikFilled or DifferenceKind.NikCorrected or DifferenceKind.NikLost => "Padankan dengan Dukcapil sebelum disalurkan lewat bank.",
        DifferenceKind.Left => "Bantuan tidak berhenti karena sebuah daftar tidak lagi menyebut keluarga.",
        DifferenceKind.Entered => "Belum dikunjungi; masuk periode verval berikutnya.",
        _ => null,
    };
}
