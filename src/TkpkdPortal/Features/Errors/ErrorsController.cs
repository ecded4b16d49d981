using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace TkpkdPortal.Features.Errors;

/// <summary>Pages for what went wrong; without any detail of why.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    // Without parameters, so that nothing is bound: the failed request's body comes along, and may be half read or name a field "code".
    [Route("/galat/{code:int}")]
    public IActionResult Show()
    {
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture); // The route lets only a number through.
        Response.StatusCode = code is >= 400 and < 600 ? code : 500;
        return View("Error", code switch
        {
            400 => new ErrorPage("Kiriman tidak terbaca", "Halaman ini terlalu lama terbuka atau kirimannya tidak lengkap. Muat ulang halaman asal, lalu kirim lagi."),
            403 => new ErrorPage("Halaman ini di luar tugas Anda", "Akun Anda tidak memegang tugas untuk halaman ini. Bila seharusnya ada, hubungi admin."),
            404 => new ErrorPage("Halaman ini tidak ada", "Halaman ini tidak ada, atau bukan di wilayah Anda."),
            413 => new ErrorPage("Berkas terlalu besar", "Berkas melebihi batas ukuran. Bagi menjadi beberapa berkas, misalnya per kecamatan."),
            429 => new ErrorPage("Terlalu banyak percobaan", "Tunggu satu menit, lalu coba lagi."),
            _ => new ErrorPage("Portal sedang terganggu", "Coba lagi beberapa menit lagi."),
        } with
        { TraceCode = code >= 500 ? System.Diagnostics.Activity.Current?.TraceId.ToString()[..8] : null });
    }
}

public sealed record ErrorPage(string Title, string Sentence, string? TraceCode = null);
