using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Features.Field;

/// <summary>Photos from phone and form: what is kept, who sees it, and what rogues get.</summary>
public sealed class PhotoTests(ITestOutputHelper output)
{
    private const long MostMemory = 300L * 1024 * 1024;

    private static readonly (string Name, byte[] Bytes, string Words)[] Rogues =
    [
        ("rumah.jpg", PhotoBytes.Svg(), "bukan foto"), ("rumah.png", PhotoBytes.Html(), "bukan foto"), ("atap.jpg", PhotoBytes.Jpeg(640, 480)[..^40], "terpotong"),
        ("besar.jpg", PhotoBytes.Jpeg(10_000, 10_000), "terlalu besar (10000 × 10000 titik)"), ("video.jpg", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "HEIC"),
    ];

    [Fact]
    public async Task A_photo_of_the_phone_comes_in_pieces_is_stripped_and_lies_sealed()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var (visit, photo, bytes) = (Guid.CreateVersion7(), Guid.NewGuid(), PhotoBytes.Jpeg(4_000, 3_000, PhotoBytes.Exif(), PhotoBytes.Comment()));
        await phone.SubmitAsync(visit, 1, FieldPhone.Visit(household, 0, (photo, "HouseFront", bytes)));

        var first = await phone.SendPieceAsync(visit, photo, 0, bytes[..10_000]);
        var again = await phone.SendPieceAsync(visit, photo, 0, bytes[..10_000]);
        var ahead = await phone.SendPieceAsync(visit, photo, 20_000, bytes[20_000..30_000]);
        var last = await phone.SendPhotoAsync(visit, photo, bytes, piece: 10_000);
        var seen = await phone.Visitor.GetAsync($"/kunjungan/{visit}/foto/{photo}");

        Assert.Equal((HttpStatusCode.OK, 10_000, false), (first.StatusCode, first.Json.GetProperty("received").GetInt32(), first.Json.GetProperty("isComplete").GetBoolean()));
        Assert.Equal((HttpStatusCode.Conflict, 10_000), (again.StatusCode, again.Json.GetProperty("received").GetInt32()));
        Assert.Equal((HttpStatusCode.Conflict, 10_000), (ahead.StatusCode, ahead.Json.GetProperty("received").GetInt32()));
        Assert.Equal((HttpStatusCode.OK, true), (last.StatusCode, last.Json.GetProperty("isComplete").GetBoolean()));
        Assert.Equal(PhotoBytes.Jpeg(4_000, 3_000), seen.Bytes);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(portal.DataDirectory, "photos"), "*", SearchOption.AllDirectories));
        Assert.DoesNotContain("JFIF", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        Assert.NotEqual(0xD8, (await File.ReadAllBytesAsync(file))[1]);
        Assert.Equal((0, 90), await portal.AskAsync(async db => (await db.PhotoPieces.CountAsync(), await db.VisitPhotos.Select(p => p.Turn).SingleAsync())));
    }

    [Fact]
    public async Task What_was_changed_on_the_way_is_sent_again_and_a_rogue_is_refused_for_good()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var photos = Rogues.Select(rogue => (Id: Guid.NewGuid(), Kind: "Wall", rogue.Bytes)).Prepend((Id: Guid.NewGuid(), Kind: "Roof", Bytes: PhotoBytes.Jpeg())).ToArray();
        var visit = Guid.CreateVersion7();
        // Too large for a phone's photo: of this one, the visit says so at once.
        photos = [.. photos.Where(photo => photo.Bytes.Length <= 300 * 1024)];
        Assert.Equal("submitted", (await phone.SubmitAsync(visit, 1, FieldPhone.Visit(household, 0, photos))).Outcome);
        byte[] changed = [.. photos[0].Bytes];
        changed[^10] ^= 1;

        var broken = await phone.SendPieceAsync(visit, photos[0].Id, 0, changed);
        var mended = await phone.SendPieceAsync(visit, photos[0].Id, 0, photos[0].Bytes);

        Assert.Equal((HttpStatusCode.Conflict, 0), (broken.StatusCode, broken.Json.GetProperty("received").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
        foreach (var (id, _, bytes) in photos.Skip(1))
        {
            var refused = await phone.SendPhotoAsync(visit, id, bytes);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotEmpty(refused.Json.GetProperty("refusal").GetString()!);
            Assert.Equal(refused.Json.GetProperty("refusal").GetString(), (await phone.GetAsync($"/lapangan/kunjungan/{visit}/foto/{id}")).Json.GetProperty("refusal").GetString());
            Assert.Equal(HttpStatusCode.NotFound, (await phone.Visitor.GetAsync($"/kunjungan/{visit}/foto/{id}")).StatusCode);
        }
    }

    [Fact]
    public async Task Photos_that_are_too_large_or_too_many_are_named_with_the_visit_and_a_piece_has_its_limit()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var visit = Guid.CreateVersion7();

        var large = await phone.SubmitAsync(visit, 1, FieldPhone.Visit(household, 0, (Guid.NewGuid(), "Roof", new byte[301 * 1024])));
        var many = await phone.SubmitAsync(visit, 1, FieldPhone.Visit(household, 0, [.. Enumerable.Range(0, 25).Select(_ => (Guid.NewGuid(), "Roof", new byte[9]))]));
        var piece = await phone.SendPieceAsync(visit, Guid.NewGuid(), 0, new byte[65 * 1024]);

        Assert.Contains("300 kB", large.Json.GetProperty("fields").GetProperty("photos").GetString(), StringComparison.Ordinal);
        Assert.Contains("paling banyak 24", many.Json.GetProperty("fields").GetProperty("photos").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, piece.StatusCode);
    }

    [Fact]
    public async Task The_form_takes_photos_without_script_and_says_of_each_why_it_cannot()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village);
        var visit = await portal.Scenario.DraftVisitAsync(household, enumerator);
        var visitor = await portal.SignInAsync(enumerator);

        var good = await SendFormAsync(visitor, visit, ("Foto.Roof", "atap.jpg", PhotoBytes.Jpeg(640, 480, PhotoBytes.Exif())), ("Foto.Wall", "dinding.png", PhotoBytes.Png()));
        foreach (var (name, bytes, words) in Rogues)
        {
            var bad = await SendFormAsync(visitor, visit, ("Foto.Floor", name, bytes), ("Foto.Toilet", "", []));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
            Assert.Contains(words, bad.Find("#Foto_Floor-galat").TextContent, StringComparison.Ordinal);
        }
        var page = await visitor.GetAsync($"/kunjungan/{visit}");

        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
        var pictures = page.Document.QuerySelectorAll(".tk-photos img").Select(image => image.GetAttribute("src")!).ToList();
        Assert.Equal(2, pictures.Count);
        Assert.Equal(["is-turned-90"], page.Document.QuerySelectorAll(".tk-photos img").Select(image => image.ClassName).Where(name => !string.IsNullOrEmpty(name)));
        var shown = await visitor.GetAsync(pictures[0]);
        Assert.Equal(("image/jpeg", "no-store", "nosniff"), (shown.Response.Content.Headers.ContentType?.MediaType, shown.Response.Headers.CacheControl?.ToString(), shown.Response.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("sandbox", shown.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_photo_of_a_KK_is_opened_only_by_whoever_may_open_numbers_and_each_look_is_noted()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village);
        var visit = await portal.Scenario.SubmittedVisitAsync(household, enumerator);
        var (card, roof) = (await portal.Scenario.PhotoAsync(visit, enumerator, PhotoKind.FamilyCard), await portal.Scenario.PhotoAsync(visit, enumerator, PhotoKind.Roof));
        var camat = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DistrictHead, "62.71.04"));
        var lurah = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.Village));
        var elsewhere = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, FieldOffice.OtherVillage));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), ((await camat.GetAsync(roof)).StatusCode, (await camat.GetAsync(card)).StatusCode));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await lurah.GetAsync(roof)).StatusCode, (await lurah.GetAsync(card)).StatusCode));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await elsewhere.GetAsync(roof)).StatusCode, (await elsewhere.GetAsync(card)).StatusCode));
        await portal.WriteAccessesAsync();
        Assert.Equal((3, 1), await portal.AskAsync(async db => (await db.HouseholdAccesses.CountAsync(access => access.Channel == AccessChannel.Photo),
            await db.AuditEntries.CountAsync(entry => entry.Action == "Photo.Opened"))));
    }

    [Fact]
    public async Task Uploads_of_any_size_are_answered_in_words_and_stay_within_the_memory()
    {
        using var office = await ServedOffice.FillAsync(4, 4);
        var visits = await office.AskAsync(async portal =>
        {
            var drafts = new List<Guid>();
            foreach (var (household, phone) in office.Households.Zip(office.Phones))
                drafts.Add(await portal.Scenario.DraftVisitAsync(household, phone.Account));
            return drafts;
        });
        await using var served = await office.ServeAsync();
        var visitors = new List<Visitor>();
        foreach (var phone in office.Phones)
        {
            await phone.SignInAsync(served);
            visitors.Add(phone.At(served).Visitor);
        }
        using var process = Process.GetProcessById(served.ProcessId);
        await Task.WhenAll(visitors.Zip(visits, (visitor, visit) => SendFormAsync(visitor, visit, ("Foto.Roof", "atap.jpg", PhotoBytes.Jpeg()))));
        process.Refresh();
        var before = process.WorkingSet64;
        byte[] large = [.. PhotoBytes.Jpeg(), .. new byte[30 * 1024 * 1024]];

        for (var round = 0; round < 3; round++)
        {
            var answers = await Task.WhenAll(visitors.Zip(visits, (visitor, visit) => SendFormAsync(visitor, visit, ("Foto.Roof", "atap.jpg", large))));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
            Assert.All(answers, answer => Assert.Contains("lebih besar daripada 10 MB", answer.Find("#Foto_Roof-galat").TextContent, StringComparison.Ordinal));
        }

        process.Refresh();
        output.WriteLine($"working set {before / 1024 / 1024} MB before, {process.WorkingSet64 / 1024 / 1024} MB after, {process.PeakWorkingSet64 / 1024 / 1024} MB at most");
        Assert.True(process.PeakWorkingSet64 - before < MostMemory, $"{process.PeakWorkingSet64 - before}");
        Assert.DoesNotContain(" 500 ", served.Output, StringComparison.Ordinal);
    }

    private static Task<Page> SendFormAsync(Visitor visitor, Guid visit, params (string Field, string Name, byte[] Bytes)[] files) => visitor.SendVisitAsync(visit, [("Form.Action", "simpan")], files);
}
