using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.IntegrationTests.Features.Field;
using TkpkdPortal.Photos;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Visits;

/// <summary>Which photos the form asks for, and how one is taken out again.</summary>
public sealed class VisitPhotoRuleTests : IAsyncLifetime
{
    private static readonly (string, string)[] Found = [("Form.PresenceGroup", "Found"), ("Form.Respondent", "Siti (kepala keluarga)"), ("Form.Eligibility", "Poor"), ("Form.Action", "ajukan")];

    private readonly TestPortal _portal = TestPortal.Start();
    private Guid _household;
    private Account _enumerator = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _household = (await _portal.FamiliesAsync(1))[0];
        _enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village);
        _visitor = await _portal.SignInAsync(_enumerator);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task In_a_round_a_family_that_was_found_is_handed_in_with_a_photo_and_waits_as_a_draft_without()
    {
        await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        var visit = await BeginAsync();

        var page = await _visitor.GetAsync($"/kunjungan/{visit}");
        Assert.Equal(["Rumah tampak depan", "Atap (boleh kosong)"], page.Document.QuerySelectorAll("label[for^=Foto_]").Take(2).Select(label => label.TextContent));
        var refused = await _visitor.SendVisitAsync(visit, Found, ("Foto.HouseFront", "", []));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Tambahkan foto rumah tampak depan. Bila belum ada, simpan dulu sebagai draf.", refused.Find("#Foto_HouseFront-galat").TextContent);
        Assert.Equal("#Foto_HouseFront", refused.Find(".tk-summary a").GetAttribute("href"));
        Assert.Equal("Siti (kepala keluarga)", refused.Find("#Form_Respondent").GetAttribute("value"));
        Assert.Equal((VisitStatus.Draft, "Siti (kepala keluarga)"), await _portal.AskAsync(async db => (await db.Visits.Select(v => v.Status).SingleAsync(), await db.Visits.Select(v => v.Respondent).SingleAsync())));

        Assert.Equal(HttpStatusCode.Redirect, (await _visitor.SendVisitAsync(visit, [.. Found[..3], ("Form.Action", "simpan")])).StatusCode);
        var sent = await _visitor.SendVisitAsync(visit, Found, ("Foto.Wall", "dinding.jpg", PhotoBytes.Jpeg()));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(VisitStatus.Submitted, await _portal.AskAsync(db => db.Visits.Select(v => v.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_visit_outside_a_round_and_one_that_found_nobody_need_no_photo()
    {
        var outside = await BeginAsync();
        var page = await _visitor.GetAsync($"/kunjungan/{outside}");
        Assert.All(page.Document.QuerySelectorAll("label[for^=Foto_]"), label => Assert.EndsWith("(boleh kosong)", label.TextContent, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await _visitor.SendVisitAsync(outside, Found)).StatusCode);

        var other = (await _portal.FamiliesAsync(2))[^1];
        await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        var opened = await _visitor.PostAsync($"/kunjungan/keluarga/{other}", $"/keluarga/{other}");
        var notMet = await _visitor.SendVisitAsync(Guid.Parse(opened.Location![^36..]), [("Form.PresenceGroup", "NotMet"), ("Form.Action", "ajukan")]);

        Assert.Equal(HttpStatusCode.Redirect, notMet.StatusCode);
    }

    [Fact]
    public async Task The_analyst_says_which_photos_a_version_asks_and_requires_and_a_visit_keeps_its_version()
    {
        var round = await _portal.Scenario.RoundAsync(true, FieldOffice.Village[..8]);
        var before = await BeginAsync();
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        var compose = await analyst.GetAsync($"/verval/{round}/pertanyaan");
        Assert.Equal(6, compose.Document.QuerySelectorAll("input[name=Photos][checked]").Length);
        var none = await compose.SubmitAsync("main form", ("Photos", null));
        Assert.Contains("sedikitnya satu foto", none.Find(".tk-summary").TextContent, StringComparison.Ordinal);

        var saved = await compose.SubmitAsync("main form", ("Photos", null), ("RequiredPhotos", "Floor"), ("Photos", "Floor"), ("Photos", "Roof"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        Assert.Equal(6, (await _visitor.GetAsync($"/kunjungan/{before}")).Document.QuerySelectorAll("label[for^=Foto_]").Length);
        var other = (await _portal.FamiliesAsync(2))[^1];
        await AddTargetAsync(other);
        var opened = await _visitor.PostAsync($"/kunjungan/keluarga/{other}", $"/keluarga/{other}");
        var page = await opened.FollowAsync();
        Assert.Equal(["Atap (boleh kosong)", "Lantai"], page.Document.QuerySelectorAll("label[for^=Foto_]").Select(label => label.TextContent));
        var refused = await _visitor.SendVisitAsync(Guid.Parse(opened.Location![^36..]), Found, ("Foto.Roof", "atap.jpg", PhotoBytes.Jpeg()));
        Assert.Contains("Tambahkan foto lantai", refused.Find("#Foto_Floor-galat").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_taken_out_of_a_draft_with_its_file_and_stays_in_one_that_was_handed_in()
    {
        var visit = await BeginAsync();
        await _visitor.SendVisitAsync(visit, [("Form.Action", "simpan")], ("Foto.Roof", "atap.jpg", PhotoBytes.Jpeg()), ("Foto.Wall", "dinding.png", PhotoBytes.Png()));
        var page = await _visitor.GetAsync($"/kunjungan/{visit}");
        var photo = page.Find("input[name='Form.RemovePhotos']").GetAttribute("value")!;
        var typed = await _visitor.SendVisitAsync(visit, [("Form.RemovePhotos", photo), ("Form.PresenceGroup", "Found"), ("Form.Respondent", "Siti"), ("Form.Action", "ajukan")]);

        // What lacked was said, and the photo is gone all the same: it was saved as a draft.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed.StatusCode);
        Assert.Equal("Siti", typed.Find("#Form_Respondent").GetAttribute("value"));
        Assert.Single(typed.Document.QuerySelectorAll("input[name='Form.RemovePhotos']"));
        Assert.Single(Files());
        Assert.Equal((1, 1), await _portal.AskAsync(async db => (await db.VisitPhotos.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Action == "Photo.Removed"))));
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync($"/kunjungan/{visit}/foto/{photo}")).StatusCode);

        var rest = typed.Find("input[name='Form.RemovePhotos']").GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await _visitor.SendVisitAsync(visit, Found)).StatusCode);
        var tooLate = await _visitor.PostAsync($"/kunjungan/{visit}", "/kunjungan", ("Form.RemovePhotos", rest), ("Form.Version", await VersionAsync(visit)), ("Form.Action", "simpan"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLate.StatusCode);
        Assert.Single(Files());
    }

    [Fact]
    public async Task Files_that_no_visit_names_are_swept_a_day_later_and_no_others()
    {
        var visit = await BeginAsync();
        await _visitor.SendVisitAsync(visit, [("Form.Action", "simpan")], ("Foto.Roof", "atap.jpg", PhotoBytes.Jpeg()));
        var (old, young) = (await WriteAsync(), await WriteAsync());
        foreach (var file in Files().Where(file => !file.EndsWith(young.ToString("N"), StringComparison.Ordinal)))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow - PhotoSweep.Patience - TimeSpan.FromMinutes(1));

        await using var scope = _portal.Services.CreateAsyncScope();
        // As the worker does: without an account, so that only the filter-free look keeps what is named.
        var swept = await scope.ServiceProvider.GetRequiredService<PhotoSweep>().RunAsync(default);

        Assert.Equal((2, 1), swept);
        Assert.Equal(2, Files().Count);
        Assert.DoesNotContain(Files(), file => file.EndsWith(old.ToString("N"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_table_that_names_a_sealed_photo_is_asked_by_the_sweep()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        Assert.Equal([nameof(VisitPhoto)], db.Model.GetEntityTypes().Where(entity => entity.FindProperty(nameof(VisitPhoto.FileId)) is not null).Select(entity => entity.ClrType.Name));
    }

    private List<string> Files() => [.. Directory.GetFiles(Path.Combine(_portal.DataDirectory, "photos"), "*", SearchOption.AllDirectories)];

    private async Task<Guid> BeginAsync() => Guid.Parse((await _visitor.PostAsync($"/kunjungan/keluarga/{_household}", $"/keluarga/{_household}")).Location![^36..]);

    private async Task<Guid> WriteAsync()
    {
        Assert.True(CleanPhoto.Of(PhotoBytes.Jpeg(), out var clean).IsAccepted);
        return await _portal.Services.GetRequiredService<PhotoStore>().WriteAsync(clean!, default);
    }

    private Task<string> VersionAsync(Guid visit) => _portal.AskAsync(async db => (await db.Visits.Where(v => v.PublicId == visit).Select(v => v.Version).SingleAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private Task<int> AddTargetAsync(Guid household) => _portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var added = await db.Households.SingleAsync(h => h.PublicId == household);
        if (!await db.RoundTargets.AnyAsync(t => t.HouseholdId == added.Id))
            db.RoundTargets.Add(new Domain.Rounds.RoundTarget(await db.Rounds.Select(r => r.Id).SingleAsync(), added.Id, added.AreaCode));
        return await db.SaveChangesAsync();
    });
}
