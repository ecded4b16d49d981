using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TkpkdPortal.Testing;

/// <summary>What the phone of an enumerator says to the portal, without the phone.</summary>
public sealed class FieldPhone(Visitor visitor)
{
    private string? _token;

    public Visitor Visitor => visitor;

    public async Task<JsonElement> AccountAsync()
    {
        var account = (await GetAsync("/lapangan/akun")).Json;
        _token = account.GetProperty("token").GetString();
        return account;
    }

    public async Task<IReadOnlyList<JsonElement>> WorklistAsync()
    {
        var items = new List<JsonElement>();
        for (string? next = null; ;)
        {
            var page = (await GetAsync("/lapangan/daftar" + (next is null ? "" : $"?setelah={next}"))).Json;
            items.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
            if (next is null)
                return items;
        }
    }

    public Task<FieldReply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    public Task<FieldReply> SubmitAsync(Guid visit, int revision, JsonObject body) => SubmitAsync(visit, revision, body.ToJsonString());

    public async Task<FieldReply> SubmitAsync(Guid visit, int revision, string body) =>
        await PostAsync($"/lapangan/kunjungan/{visit}/{revision}", new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task<FieldReply> SendPieceAsync(Guid visit, Guid photo, int start, byte[] piece)
    {
        var content = new ByteArrayContent(piece);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await PostAsync($"/lapangan/kunjungan/{visit}/foto/{photo}?mulai={start.ToString(CultureInfo.InvariantCulture)}", content);
    }

    /// <summary>Tells of a visit that was thrown away before it was sent.</summary>
    public Task<FieldReply> DiscardAsync(Guid visit, Guid household) =>
        PostAsync($"/lapangan/kunjungan/{visit}/buang", new StringContent(new JsonObject { ["householdId"] = household.ToString(), ["photos"] = 3 }.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<FieldReply> ProposeAsync(Guid proposal, int revision, JsonObject body) =>
        PostAsync($"/lapangan/usulan/{proposal}/{revision}", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<FieldReply> DiscardProposalAsync(Guid proposal, string area) =>
        PostAsync($"/lapangan/usulan/{proposal}/buang", new StringContent(new JsonObject { ["area"] = area }.ToJsonString(), Encoding.UTF8, "application/json"));

    /// <summary>Sends a photo piece by piece from where the portal has got to; answers the last reply.</summary>
    public async Task<FieldReply> SendPhotoAsync(Guid visit, Guid photo, byte[] bytes, int piece = 64 * 1024)
    {
        var reply = await GetAsync($"/lapangan/kunjungan/{visit}/foto/{photo}");
        for (var at = reply.Json.GetProperty("received").GetInt32(); at < bytes.Length && reply.StatusCode is HttpStatusCode.OK; at = reply.Json.GetProperty("received").GetInt32())
            reply = await SendPieceAsync(visit, photo, at, bytes[at..Math.Min(bytes.Length, at + piece)]);
        return reply;
    }

    /// <summary>An ordinary visit to the household; a test changes what matters to it.</summary>
    public static JsonObject Visit(Guid household, int version, params (Guid Id, string Kind, byte[] Bytes)[] photos) => new()
    {
        ["householdId"] = household.ToString(),
        ["householdVersion"] = version,
        // The day of UTC is today or yesterday in every zone of Indonesia: neither to come nor before a round that began yesterday.
        ["visitedOn"] = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["presence"] = "Found",
        ["respondent"] = "Kepala keluarga",
        ["eligibility"] = "Poor",
        ["housing"] = new JsonObject { ["roof"] = "AsbestosOrZinc" },
        ["noticeNumber"] = 1,
        ["position"] = new JsonObject { ["lat"] = -2.2, ["lon"] = 113.9, ["accuracy"] = 12.5, ["takenAt"] = "2026-11-20T02:00:00Z" },
        ["photos"] = new JsonArray([.. photos.Select(photo => new JsonObject
        {
            ["id"] = photo.Id.ToString(), ["kind"] = photo.Kind, ["size"] = photo.Bytes.Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(photo.Bytes)),
        })]),
        ["recordedAt"] = "2026-11-20T02:01:00Z",
    };

    private async Task<FieldReply> PostAsync(string path, HttpContent content)
    {
        if (_token is null)
            await AccountAsync();
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        message.Headers.Add("RequestVerificationToken", _token);
        return await SendAsync(message);
    }

    private async Task<FieldReply> SendAsync(HttpRequestMessage message)
    {
        using (message)
        {
            using var answer = await visitor.Client.SendAsync(message);
            return new FieldReply(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
        }
    }
}

/// <summary>An answer of the portal to the phone.</summary>
public sealed record FieldReply(HttpStatusCode StatusCode, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public string? Outcome => Json.GetProperty("outcome").GetString();
}
