using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Features.Imports;

/// <summary>Reads the upload form part by part: first the answers, last the file, which goes sealed to its place while it arrives.</summary>
internal sealed class UploadReading(HttpContext http, IAntiforgery antiforgery, ModelStateDictionary errors, Permission right)
{
    private const int MaxAnswerLength = 4096;
    private const string TokenField = "__RequestVerificationToken";

    private string? _typedDay;

    public UploadForm Form { get; } = new();

    public bool HasValidToken { get; private set; }

    /// <summary>The server has refused to take the body in at all; nothing of the form is known.</summary>
    public bool IsTooLarge { get; private set; }

    public async Task<ImportBatch?> ReceiveAsync(ImportIntake intake)
    {
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) is false || HeaderUtilities.RemoveQuotes(type!.Boundary).Value is not { Length: > 0 and < 100 } boundary)
            return null;
        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary, http.Request.Body), intake);
        }
        catch (Exception exception) when (exception is UploadTooLargeException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            IsTooLarge = true;
            errors.AddModelError("File", "Berkas lebih besar daripada 1 GB. Bagi menjadi beberapa berkas, misalnya per kecamatan.");
            return null;
        }
    }

    private async Task<ImportBatch?> ReadPartsAsync(MultipartReader parts, ImportIntake intake)
    {
        while (await parts.ReadNextSectionAsync(http.RequestAborted) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                continue;
            if (disposition.IsFileDisposition())
                return await TakeFileAsync(part, FileNameOf(disposition), intake);
            await TakeAnswerAsync(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), part);
        }
        Judge(fileName: "");
        return null;
    }

    private async Task TakeAnswerAsync(string name, MultipartSection part)
    {
        using var reader = new StreamReader(part.Body);
        var buffer = new char[MaxAnswerLength];
        var text = new string(buffer, 0, await reader.ReadBlockAsync(buffer, http.RequestAborted)).Trim();
        switch (name)
        {
            case TokenField:
                http.Request.Headers["RequestVerificationToken"] = text;
                HasValidToken = await antiforgery.IsRequestValidAsync(http);
                break;
            case nameof(UploadForm.Kind):
                Form.Kind = Enum.TryParse<ImportKind>(text, out var kind) && Enum.IsDefined(kind) && ImportRights.For(kind) == right ? kind : null;
                break;
            case nameof(UploadForm.ReleaseName):
                Form.ReleaseName = text;
                break;
            case nameof(UploadForm.ReleasedOn):
                _typedDay = text;
                Form.ReleasedOn = DateOnly.TryParseExact(text, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
                errors.SetModelValue(nameof(UploadForm.ReleasedOn), text, text);
                break;
            case nameof(UploadForm.Sheet):
                Form.Sheet = text.Length == 0 ? null : text;
                break;
            case nameof(UploadForm.AskColumns):
                Form.AskColumns = text == "true";
                break;
            case nameof(UploadForm.DryRun):
                Form.DryRun = text == "true";
                break;
        }
    }

    private async Task<ImportBatch?> TakeFileAsync(MultipartSection part, string fileName, ImportIntake intake)
    {
        if (!HasValidToken)
            return null;
        Judge(fileName);
        if (errors.ErrorCount > 0)
            return null;
        var order = new ImportOrder(Form.Kind!.Value, fileName, Form.ReleaseName!, Form.ReleasedOn!.Value) { Sheet = Form.Sheet, IsDryRun = Form.DryRun, AsksColumns = Form.AskColumns };
        return await intake.QueueUploadAsync(order, part.Body, http.RequestAborted);
    }

    private void Judge(string fileName)
    {
        if (Form.Kind is null)
            errors.AddModelError(nameof(UploadForm.Kind), "Pilih jenis berkas");
        if (string.IsNullOrWhiteSpace(Form.ReleaseName) || Form.ReleaseName.Length > ListRelease.NameMaxLength)
            errors.AddModelError(nameof(UploadForm.ReleaseName), $"Tulis nama rilis, paling banyak {ListRelease.NameMaxLength} huruf");
        if (Form.ReleasedOn is null)
            errors.AddModelError(nameof(UploadForm.ReleasedOn), string.IsNullOrEmpty(_typedDay) ? "Isi tanggal rilis" : "Tulis tanggal seperti 15/09/2023");
        if (Form.Sheet?.Length > ImportBatch.SheetMaxLength)
            errors.AddModelError(nameof(UploadForm.Sheet), "Nama lembar terlalu panjang");
        if (fileName.Length is 0 or > ImportBatch.FileNameMaxLength)
            errors.AddModelError("File", "Pilih berkas CSV atau XLSX");
    }

    private static string FileNameOf(ContentDispositionHeaderValue disposition) =>
        Path.GetFileName(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString());
}
