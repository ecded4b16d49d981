using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Exporting;
using TkpkdPortal.Importing.Files;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Users.Loading;

/// <summary>Opens accounts for all people of a file: a trial first, then all or none, and their one-time links once.</summary>
[Route("pengguna/berkas"), RequirePermission(Permission.ManageUsers)]
public sealed class AccountFilesController(AccountLoader loader, OfficeClock clock) : PortalController
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("")]
    public IActionResult Upload() => View();

    /// <summary>A file to fill in, with one example of each kind of role.</summary>
    [HttpGet("contoh")]
    public async Task<IActionResult> Example(CancellationToken ct) =>
        File(await WorkbookWriter.WriteAsync("pengguna", AccountFile.Layout.Columns, AccountExamples.For(clock.Today).ToAsyncEnumerable(), ct), Workbook, "contoh-pengguna.xlsx");

    [HttpPost(""), RequestSizeLimit(AccountFile.MaxBytes + (64 * 1024))]
    public async Task<IActionResult> Upload(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length > AccountFile.MaxBytes)
            ModelState.AddModelError("File", file is null ? "Pilih berkas CSV atau XLSX" : "Berkas lebih besar daripada 5 MB; daftar pengguna tidak sebesar itu.");
        else if (Read(file) is { } rows)
            return await ShowAsync(await loader.TryAsync(rows, ct));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View();
    }

    /// <summary>The links are in this answer and nowhere else; a file of them is built in memory.</summary>
    [HttpPost("simpan")]
    public async Task<IActionResult> Open(AccountFileForm form, CancellationToken ct)
    {
        if (form.Read() is not { } rows)
            return BadRequest();
        var trial = await loader.TryAsync(rows, ct);
        if (trial.Faults.Count > 0)
            return await ShowAsync(trial);
        var delivery = await loader.OpenAsync(trial, ct);
        if (delivery.Fault is { } fault)
            return await ShowAsync(trial with { Faults = [fault] });
        return form.AsFile ? await FileAsync(delivery, ct) : View("Delivered", delivery);
    }

    private List<TypedAccount>? Read(IFormFile file)
    {
        try
        {
            using var content = file.OpenReadStream();
            return [.. AccountFile.Read(content)];
        }
        catch (UnreadableFileException unreadable)
        {
            ModelState.AddModelError("File", unreadable.Message);
            return null;
        }
    }

    private Task<ViewResult> ShowAsync(AccountTrial trial)
    {
        if (trial.Faults.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Task.FromResult(View("Trial", trial));
    }

    private async Task<FileContentResult> FileAsync(AccountDelivery delivery, CancellationToken ct) => File(
        await WorkbookWriter.WriteAsync("tautan", ["nama", AccountFile.Email, "tugas", $"tautan sekali pakai, berlaku {Indonesian.Number((long)AccessSetup.SetupLinkLength.TotalHours)} jam"],
            delivery.Accounts.Select(account => (IReadOnlyList<string>)[account.FullName, account.Email, account.Title, account.Link]).ToAsyncEnumerable(), ct),
        Workbook, "tautan-pengguna.xlsx");
}

/// <summary>The rows of the trial, and how the links are wanted.</summary>
public sealed class AccountFileForm
{
    public string? Rows { get; set; }

    public bool AsFile { get; set; }

    /// <summary>Null where it is not what the trial's page holds.</summary>
    public IReadOnlyList<TypedAccount>? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<TypedAccount>>(Rows ?? "") is { Count: > 0 and <= AccountFile.MaxRows } rows && rows.TrueForAll(IsWhole) ? rows : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(TypedAccount? row) => row is { Email: not null, FullName: not null, Role: not null, Area: not null, Opd: not null, From: not null, Until: not null };
}
