using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Features.Field;

/// <summary>
/// The portal is killed again and again while phones send visits and photos. What it has acknowledged is there when it comes back, once.
/// TKPKD_FULL=1 kills 200 times, goes on until 5.000 visits are acknowledged, and wants the portal ready again within 15 s.
/// </summary>
public sealed class KilledPortalTests(ITestOutputHelper output)
{
    private const int Enumerators = 4, Senders = 8, Families = 200, EveryNthWithPhoto = 10;

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1";

    private static readonly int Kills = IsFull ? 200 : 5, LeastAcknowledged = IsFull ? 5_000 : 50;

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(15);

    private static readonly byte[] Photo = PhotoBytes.Jpeg(2000, 1500, PhotoBytes.Exif());

    private readonly ConcurrentDictionary<int, string> _acknowledged = new();
    private readonly ConcurrentQueue<int> _waiting = new();
    private readonly Random _random = new(4);
    private int _sent;

    [Fact]
    public async Task What_was_acknowledged_survives_every_kill_and_nothing_is_there_twice()
    {
        using var office = await ServedOffice.FillAsync(Families, Enumerators);
        var starts = new List<TimeSpan>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var portal = await StartAsync(office, starts);
            Assert.Equal("ok", await IntegrityAsync(office.DataDirectory));
            using var stop = new CancellationTokenSource();
            var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(office, portal, isLast: false, stop.Token)).ToArray();
            // Enough in this round, then at any moment: often in the middle of a transaction.
            var wanted = (kill + 1) * LeastAcknowledged / Kills;
            while (_acknowledged.Count < wanted)
                await Task.Delay(5);
            await Task.Delay(_random.Next(60));
            await portal.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(senders);
        }
        var unsure = _waiting.Count;
        await using (var last = await StartAsync(office, starts))
        {
            // What got no answer is sent once more; what got one is asked again and answers the same.
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync(office, last, isLast: true, default)));
            foreach (var (visit, answer) in _acknowledged.Where(one => one.Key % 20 == 0))
                Assert.Equal(answer, (await PhoneOf(office, last, visit).SubmitAsync(IdOf(visit), 1, BodyOf(office, visit))).Text);
        }

        output.WriteLine($"{Kills} kills, {_acknowledged.Count} visits acknowledged, {unsure} without an answer at the last kill; ready again after {starts.Max().TotalSeconds:0.0} s at most, {starts.Average(one => one.TotalSeconds):0.0} s on average");
        Assert.Equal("ok", await IntegrityAsync(office.DataDirectory));
        Assert.True(_acknowledged.Count >= LeastAcknowledged);
        var (visits, submissions, photos) = await office.AskAsync(portal => portal.AskAsync(async db => (await db.Visits.Select(v => v.PublicId).ToListAsync(), await db.VisitSubmissions.CountAsync(),
            await db.VisitPhotos.CountAsync(p => p.State == PhotoState.Kept))));
        Assert.Equal(_acknowledged.Keys.Select(IdOf).Order(), visits.Order());
        Assert.Equal(visits.Count, submissions);
        Assert.Equal(_acknowledged.Keys.Count(HasPhoto), photos);
        // Beside other tests a start takes as long as they leave it.
        Assert.True(!IsFull || starts.Max() < ReadyWithin, $"ready after {starts.Max()}");
    }

    private static async Task<ServedPortal> StartAsync(ServedOffice office, List<TimeSpan> starts)
    {
        var started = Stopwatch.StartNew();
        var portal = await office.ServeAsync();
        Assert.Equal(HttpStatusCode.OK, (await portal.Visitor().Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        starts.Add(started.Elapsed);
        if (starts.Count == 1)
            await Task.WhenAll(office.Phones.Select(phone => phone.SignInAsync(portal)));
        return portal;
    }

    // Sends until the portal is gone; the last time until nothing waits.
    private async Task SendAsync(ServedOffice office, ServedPortal portal, bool isLast, CancellationToken stop)
    {
        var phones = Enumerable.Range(0, Enumerators).Select(n => office.Phones[n].At(portal)).ToArray();
        while (!stop.IsCancellationRequested)
        {
            if (!_waiting.TryDequeue(out var visit))
            {
                if (isLast)
                    return;
                visit = Interlocked.Increment(ref _sent);
            }
            try
            {
                await HandAsync(phones[visit % Enumerators], office, visit);
            }
            catch (Exception exception) when (!isLast && exception is HttpRequestException or IOException or TaskCanceledException)
            {
                // Taken or not: the phone does not know, and sends it again.
                _waiting.Enqueue(visit);
                return;
            }
        }
    }

    private async Task HandAsync(FieldPhone phone, ServedOffice office, int visit)
    {
        var reply = await phone.SubmitAsync(IdOf(visit), 1, BodyOf(office, visit));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        // A visit that was acknowledged before and is sent again for its photo gets the very same answer.
        Assert.Equal(_acknowledged.GetOrAdd(visit, reply.Text), reply.Text);
        if (!HasPhoto(visit))
            return;
        var photo = await phone.SendPhotoAsync(IdOf(visit), PhotoOf(visit), Photo, piece: 8 * 1024);
        Assert.True(photo.Json.GetProperty("isComplete").GetBoolean(), photo.Text);
    }

    private static FieldPhone PhoneOf(ServedOffice office, ServedPortal portal, int visit) => office.Phones[visit % Enumerators].At(portal);

    private static string BodyOf(ServedOffice office, int visit) =>
        FieldPhone.Visit(office.Households[visit % Families], 0, HasPhoto(visit) ? [(PhotoOf(visit), "HouseFront", Photo)] : []).ToJsonString();

    private static bool HasPhoto(int visit) => visit % EveryNthWithPhoto == 0;

    private static Guid IdOf(int visit) => new(visit, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    private static Guid PhotoOf(int visit) => new(visit, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 2]);

    private static async Task<string?> IntegrityAsync(string dataDirectory)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "portal.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)await command.ExecuteScalarAsync();
    }
}
