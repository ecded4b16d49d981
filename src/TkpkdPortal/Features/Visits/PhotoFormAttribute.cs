using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TkpkdPortal.Photos;

namespace TkpkdPortal.Features.Visits;

/// <summary>
/// Reads a form with photos into memory, since an upload never lies readable on the disk, and of each photo no more than a photo may have:
/// of one that is larger only the length is kept. Whoever has no permission is turned away before anything is read.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PhotoFormAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int MostOfAnAnswer = 64 * 1024, MostAnswers = 500;

    // Behind the permission, before the antiforgery token at 1.000, which is part of the form.
    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return;
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 100 } boundary)
        {
            // What this does not read, the framework would, by way of a readable file on the disk.
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = PhotoLimits.MostOfAForm;
        try
        {
            if (request.ContentLength > PhotoLimits.MostOfAForm)
                context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            else
                request.Form = await ReadAsync(new MultipartReader(boundary, request.Body), context.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            context.Result = new StatusCodeResult(exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<FormCollection> ReadAsync(MultipartReader parts, CancellationToken ct)
    {
        var (answers, files) = (new KeyValueAccumulator(), new FormFileCollection());
        for (var count = 0; await parts.ReadNextSectionAsync(ct) is { } part; count++)
        {
            if (count == MostAnswers)
                throw new InvalidDataException("The form has too many parts.");
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (disposition.IsFileDisposition())
                files.Add(await FileAsync(part, name, HeaderUtilities.RemoveQuotes(disposition.FileName).ToString(), ct));
            else
                answers.Append(name, await AnswerAsync(part, ct));
        }
        return new FormCollection(answers.HasValues ? answers.GetResults() : new Dictionary<string, StringValues>(), files);
    }

    private static async Task<string> AnswerAsync(MultipartSection part, CancellationToken ct)
    {
        var (bytes, length) = await TakeAsync(part.Body, MostOfAnAnswer, ct);
        return length > MostOfAnAnswer ? throw new InvalidDataException("An answer is too long.") : Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static async Task<FormFile> FileAsync(MultipartSection part, string name, string fileName, CancellationToken ct)
    {
        var (bytes, length) = await TakeAsync(part.Body, PhotoLimits.MostFromForm, ct);
        return new FormFile(bytes, 0, length, name, fileName);
    }

    // Reads to the end, and keeps nothing of what is too long.
    private static async Task<(MemoryStream Bytes, long Length)> TakeAsync(Stream body, int most, CancellationToken ct)
    {
        var (bytes, length, buffer) = (new MemoryStream(), 0L, new byte[16 * 1024]);
        while (await body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            length += read;
            if (length <= most)
                bytes.Write(buffer, 0, read);
            else
                bytes = new MemoryStream();
        }
        return (bytes, length);
    }
}
