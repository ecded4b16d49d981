namespace TkpkdPortal.Features.Errors;

/// <summary>A refusal or fault in words that its reader can act on.</summary>
public sealed record ErrorPage(string Title, string Sentence, string? TraceCode = null)
{
    public static ErrorPage Of(int code) => code switch
    {
        400 => new ErrorPage("Kiriman tidak terbaca", "Halaman ini terlalu lama terbuka atau kirimannya tidak lengkap. Muat ulang halaman asal, lalu kirim lagi."),
        401 => new ErrorPage("Sesi Anda sudah berakhir", "Masuk lagi untuk melanjutkan. Isian di ponsel tidak hilang."),
        403 => new ErrorPage("Halaman ini di luar tugas Anda", "Akun Anda tidak memegang tugas untuk halaman ini. Bila seharusnya ada, hubungi admin."),
        404 => new ErrorPage("Halaman ini tidak ada", "Halaman ini tidak ada, atau bukan di wilayah Anda."),
        413 => new ErrorPage("Berkas terlalu besar", "Berkas melebihi batas ukuran. Pilih berkas yang lebih kecil, atau bagi menjadi beberapa berkas."),
        429 => new ErrorPage("Terlalu banyak percobaan", "Tunggu satu menit, lalu coba lagi."),
        _ => new ErrorPage("Portal sedang terganggu", "Coba lagi beberapa menit lagi."),
    };
}
