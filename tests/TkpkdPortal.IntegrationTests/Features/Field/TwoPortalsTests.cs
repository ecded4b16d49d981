using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Features.Field;

/// <summary>Two processes on one database, and every phone speaks with both, several times at once. TKPKD_FULL=1 sends 1.000 visits.</summary>
public sealed class TwoPortalsTests(ITestOutputHelper output)
{
    private const int Enumerators = 4, PhotoPieces = 3;

    private static readonly int Visits = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1" ? 1_000 : 60;

    [Fact]
    public async Task A_visit_that_is_sent_up_to_five_times_at_once_to_two_portals_is_taken_once_and_answered_alike()
    {
        using var office = await ServedOffice.FillAsync(Visits, Enumerators);
        var replies = new ConcurrentDictionary<Guid, ConcurrentBag<FieldReply>>();
        var random = new Random(4);
        var visits = office.Households.Select((household, n) => (Id: Guid.CreateVersion7(), Body: FieldPhone.Visit(household, 0).ToJsonString(), Enumerator: n % Enumerators)).ToList();
        await using (var one = await office.ServeAsync("Truncate"))
        await using (var two = await office.ServeAsync("Truncate"))
        {
            var phones = await PhonesAsync(office, one, two);
            var sendings = visits.SelectMany(visit => Enumerable.Range(0, 1 + random.Next(5)).Select(_ => (visit, Portal: random.Next(2)))).ToArray();
            random.Shuffle(sendings);
            await Parallel.ForEachAsync(sendings, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (sending, _) =>
                replies.GetOrAdd(sending.visit.Id, _ => []).Add(await phones[sending.visit.Enumerator][sending.Portal].SubmitAsync(sending.visit.Id, 1, sending.visit.Body)));
            output.WriteLine($"{visits.Count} visits, sent {sendings.Length} times");

            foreach (var visit in visits.Take(50))
            {
                var other = await phones[visit.Enumerator][0].SubmitAsync(visit.Id, 1, visit.Body.Replace("Poor", "ExtremelyPoor", StringComparison.Ordinal));
                Assert.Equal((HttpStatusCode.Conflict, "other-body"), (other.StatusCode, other.Outcome));
            }
        }

        Assert.All(replies.Values.SelectMany(bag => bag), reply => Assert.Equal((HttpStatusCode.OK, "submitted"), (reply.StatusCode, reply.Outcome)));
        Assert.All(replies.Values, bag => Assert.Single(bag.Select(reply => reply.Text).Distinct()));
        var (rows, submissions) = await office.AskAsync(portal => portal.AskAsync(async db => (await db.Visits.CountAsync(), await db.VisitSubmissions.CountAsync())));
        Assert.Equal((Visits, Visits, Visits), (replies.Count, rows, submissions));
    }

    [Fact]
    public async Task A_photo_whose_pieces_reach_both_portals_at_once_is_put_together_once()
    {
        using var office = await ServedOffice.FillAsync(1, 1);
        var (visit, photo, bytes) = (Guid.CreateVersion7(), Guid.NewGuid(), PhotoBytes.Jpeg(4000, 3000));
        var piece = (bytes.Length / PhotoPieces) + 1;
        await using (var one = await office.ServeAsync("Truncate"))
        await using (var two = await office.ServeAsync("Truncate"))
        {
            var phones = (await PhonesAsync(office, one, two))[0];
            Assert.Equal("submitted", (await phones[0].SubmitAsync(visit, 1, FieldPhone.Visit(office.Households[0], 0, (photo, "Roof", bytes)))).Outcome);
            for (var at = 0; at < bytes.Length; at += piece)
            {
                var part = bytes[at..Math.Min(bytes.Length, at + piece)];
                var answers = await Task.WhenAll(phones.Concat(phones).Select(phone => phone.SendPieceAsync(visit, photo, at, part)));

                Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
                Assert.All(answers, answer => Assert.Equal(at + part.Length, answer.Json.GetProperty("received").GetInt32()));
            }
        }

        var states = await office.AskAsync(portal => portal.AskAsync(db => db.VisitPhotos.Select(p => p.State).ToListAsync()));
        Assert.Equal([PhotoState.Kept], states);
        Assert.Single(Directory.GetFiles(Path.Combine(office.DataDirectory, "photos"), "*", SearchOption.AllDirectories));
    }

    // A session that one portal began is good at the other: signed in once, by the cookies' host.
    private static async Task<FieldPhone[][]> PhonesAsync(ServedOffice office, ServedPortal one, ServedPortal two)
    {
        var phones = new List<FieldPhone[]>();
        foreach (var enumerator in office.Phones)
        {
            await enumerator.SignInAsync(one);
            FieldPhone[] both = [enumerator.At(one), enumerator.At(two)];
            foreach (var phone in both)
                await phone.AccountAsync();
            phones.Add(both);
        }
        return [.. phones];
    }
}
