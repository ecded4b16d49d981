namespace TkpkdPortal.Features.Field;

/// <summary>Takes a request's body in up to a limit, whatever its sender says of its length.</summary>
internal static class BoundedBody
{
    /// <summary>Null where there is more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken ct)
    {
        if (request.ContentLength > most)
            return null;
        var buffer = new byte[most + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
            return length > most ? null : buffer[..length];
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
