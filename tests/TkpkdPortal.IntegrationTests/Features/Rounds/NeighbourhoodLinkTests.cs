using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.IntegrationTests.Features.Field;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rounds;

/// <summary>What the head of an RT sees over a link, what he or she can say, and what everybody else gets.</summary>
public sealed class NeighbourhoodLinkTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", Digits = "6271041004", Rt = "62.71.04.1004.001.001.", Nik = "6271990302800001";

    private readonly MovableClock _clock = new();
    private readonly TestPortal _portal;
    private Account _head = null!;
    private Guid _round;

    public NeighbourhoodLinkTests() => _portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(_clock));

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            new FamilyRow("627123000001", Digits) { HeadName = "SINI UJI", Nik = Nik }, new FamilyRow("627123000002", Digits) { HeadName = "SITU UJI" },
            new FamilyRow("627123000003", Digits) { HeadName = "SEBELAH UJI", Address = "JL. LAIN RT 02 RW 01" }, new FamilyRow("627123000004", "6271041005") { HeadName = "SANA UJI" });
        _head = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        _round = await _portal.Scenario.RoundAsync(true, Village[..8]);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_head_of_an_RT_sees_its_families_and_nothing_else_and_what_is_said_reaches_the_petugas()
    {
        var lurah = await _portal.SignInAsync(_head);
        var made = await (await lurah.GetAsync($"/verval/{_round}/tautan")).SubmitAsync("main form", ("Form.Neighbourhood", Rt), ("Form.Holder", "Budi Contoh"), ("Form.Days", "3"));
        var address = made.Find("#tautan").TextContent;
        var code = address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..];
        Assert.Contains("/rt#", address, StringComparison.Ordinal);
        Assert.DoesNotContain(code, (await lurah.GetAsync($"/verval/{_round}/tautan")).Source, StringComparison.Ordinal);
        var before = await RegisterAsync();

        var ketua = await EnterAsync(code);
        var page = await ketua.GetAsync("/rt");
        Assert.Equal(["Keluarga SINI UJI", "Keluarga SITU UJI"], page.Document.QuerySelectorAll("legend").Select(legend => legend.TextContent));
        foreach (var hidden in new[] { "SEBELAH", "SANA", Nik, "6271 99", "Desil", "desil", "jiwa", "Petani" })
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        var said = await page.SubmitAsync("form[action='/rt']", ("Families[0].Answer", "Moved"), ("Families[0].Detail", "ke Sangatta"), ("Missing[0].Name", "Lupa Contoh"), ("Missing[0].Detail", "rumah papan di tepi sungai"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);

        var told = "Kata Ketua RT 001 (Budi Contoh)";
        var household = await _portal.AskAsync(db => db.Households.Where(h => h.HeadName == "SINI UJI").Select(h => h.PublicId).SingleAsync());
        foreach (var path in new[] { $"/verval/{_round}/sasaran", $"/keluarga/{household}" })
            Assert.Matches($"{System.Text.RegularExpressions.Regex.Escape(told)}, .*: pindah, ke Sangatta", (await lurah.GetAsync(path)).Text);
        Assert.Contains("Keluarga Lupa Contoh", (await lurah.GetAsync($"/verval/{_round}/tautan")).Text, StringComparison.Ordinal);
        // It is no visit and moves nothing.
        Assert.Equal(before, await RegisterAsync());
        var phone = await PhoneOfAssignedAsync(household);
        var item = Assert.Single(await phone.WorklistAsync());
        Assert.Contains(told, item.GetProperty("hints")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("keluarga Lupa Contoh belum ada di daftar, rumah papan di tepi sungai", (await phone.Visitor.GetAsync("/kunjungan")).Text, StringComparison.Ordinal);
        Assert.Contains(told, (await (await phone.Visitor.PostAsync($"/kunjungan/keluarga/{household}", $"/keluarga/{household}")).FollowAsync()).Text, StringComparison.Ordinal);

        await _portal.WriteAccessesAsync();
        Assert.Equal((2, "Tautan untuk Ketua RT Budi Contoh", _head.Id), await _portal.AskAsync(async db => (await db.HouseholdAccesses.Where(a => a.Channel == AccessChannel.NeighbourhoodLink).Select(a => a.HouseholdId).Distinct().CountAsync(),
            await db.HouseholdAccesses.Where(a => a.Channel == AccessChannel.NeighbourhoodLink).Select(a => a.Purpose).Distinct().SingleAsync(), await db.HouseholdAccesses.Where(a => a.Channel == AccessChannel.NeighbourhoodLink).Select(a => a.UserId).Distinct().SingleAsync())));
        var link = await _portal.AskAsync(db => db.NeighbourhoodLinks.AsNoTracking().SingleAsync());
        Assert.NotNull(link.LastUsedAt);
        Assert.True(await _portal.AskAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "Link.Opened" && entry.SubjectId == link.PublicId && entry.Actor == $"tautan {link.PublicId:N}" && entry.UserId == null)));
        await NothingKeepsAsync(code);
    }

    [Fact]
    public async Task Unknown_revoked_late_and_ended_links_answer_the_same_page()
    {
        var (revoked, code) = await _portal.Scenario.LinkAsync(_round, Rt);
        var (_, late) = await _portal.Scenario.LinkAsync(_round, Rt);
        var ketua = await EnterAsync(code);
        var lurah = await _portal.SignInAsync(_head);
        Assert.Equal(HttpStatusCode.Redirect, (await (await lurah.GetAsync($"/verval/{_round}/tautan")).SubmitAsync($"form[action$='{revoked}/cabut']")).StatusCode);

        // Whoever has it open is shut out at once.
        var shut = await ketua.GetAsync("/rt");
        var pages = new List<Page> { shut, await EnterWithAsync(code), await EnterWithAsync(LinkCode.New()), await EnterWithAsync("bukan kode"), await EnterWithAsync("") };
        var waiting = await EnterAsync(late);
        var open = await waiting.GetAsync("/rt");
        _clock.Pass(TimeSpan.FromDays(3));
        pages.AddRange([await EnterWithAsync(late), await open.SubmitAsync("form[action='/rt']", ("Families[0].Answer", "StillHere"))]);

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.NotFound, pages[0].Text), (page.StatusCode, page.Text)));
        Assert.Contains("Tautan ini tidak berlaku", pages[0].Text, StringComparison.Ordinal);
        Assert.Equal(0, await _portal.AskAsync(db => db.NeighbourhoodHints.CountAsync()));
    }

    [Fact]
    public async Task A_family_of_another_RT_cannot_be_named_and_a_number_is_refused_with_what_was_typed()
    {
        var (_, code) = await _portal.Scenario.LinkAsync(_round, Rt);
        var ketua = await EnterAsync(code);
        var other = await _portal.AskAsync(db => db.Households.Where(h => h.HeadName == "SEBELAH UJI").Select(h => h.PublicId).SingleAsync());

        await (await ketua.GetAsync("/rt")).SubmitAsync("form[action='/rt']", ("Families[0].Id", other.ToString()), ("Families[0].Answer", "Died"));
        Assert.Equal(0, await _portal.AskAsync(db => db.NeighbourhoodHints.CountAsync()));
        var refused = await (await ketua.GetAsync("/rt")).SubmitAsync("form[action='/rt']", ("Families[1].Answer", "Moved"), ("Families[1].Detail", $"NIK {Nik}"), ("Missing[0].Name", "Lupa Contoh"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Jangan tulis NIK", refused.Find("#F1-galat").TextContent, StringComparison.Ordinal);
        Assert.Equal("Lupa Contoh", refused.Find("#Missing_0__Name").GetAttribute("value"));
        Assert.Equal("Moved", refused.Find("input[name='Families[1].Answer'][checked]").GetAttribute("value"));
        Assert.Equal(0, await _portal.AskAsync(db => db.NeighbourhoodHints.CountAsync()));
        foreach (var path in new[] { "/keluarga", $"/keluarga/{other}", $"/verval/{_round}/sasaran", "/" })
            Assert.Equal(HttpStatusCode.Redirect, (await ketua.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_remark_without_an_answer_is_asked_for_and_not_lost()
    {
        var (_, code) = await _portal.Scenario.LinkAsync(_round, Rt);
        var ketua = await EnterAsync(code);

        var refused = await (await ketua.GetAsync("/rt")).SubmitAsync("form[action='/rt']", ("Families[0].Detail", "Sering di kebun"), ("Missing[0].Detail", "Belakang surau"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Pilih dulu satu jawaban", refused.Find("#F0-galat").TextContent, StringComparison.Ordinal);
        Assert.Contains("nama kepala keluarganya", refused.Find("#M0Name-galat").TextContent, StringComparison.Ordinal);
        Assert.Equal("Sering di kebun", refused.Find("#Families_0__Detail").GetAttribute("value"));
        var saved = await refused.SubmitAsync("form[action='/rt']", ("Families[0].Answer", "StillHere"), ("Families[0].Detail", "Sering di kebun"), ("Missing[0].Name", "Ruminah"), ("Missing[0].Detail", "Belakang surau"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(2, await _portal.AskAsync(db => db.NeighbourhoodHints.CountAsync()));
    }

    [Fact]
    public async Task The_answers_are_kept_by_nobody_and_the_cookie_is_for_these_pages_alone()
    {
        var (_, code) = await _portal.Scenario.LinkAsync(_round, Rt);
        var visitor = _portal.Visitor();
        var door = await visitor.GetAsync("/rt");
        var entered = await door.SubmitAsync("form[action='/rt/buka']", ("kode", code));

        var cookie = entered.Response.Headers.GetValues("Set-Cookie").Single(one => one.Contains("tkpkd-rt", StringComparison.Ordinal));
        foreach (var part in new[] { "path=/rt", "httponly", "samesite=strict" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/rt", entered.Location);
        foreach (var page in new[] { door, await visitor.GetAsync("/rt"), await EnterWithAsync("x") })
        {
            Assert.Equal(("no-store", "no-referrer", "noindex, nofollow"), (page.Response.Headers.CacheControl?.ToString(), page.Response.Headers.GetValues("Referrer-Policy").Single(), page.Response.Headers.GetValues("X-Robots-Tag").Single()));
            Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content*=noindex]"));
        }
        Assert.Equal(HttpStatusCode.Redirect, (await (await visitor.GetAsync("/rt")).SubmitAsync("form[action='/rt/tutup']")).StatusCode);
        Assert.NotNull((await visitor.GetAsync("/rt")).Document.QuerySelector("h1 + p, #kode"));
        Assert.Empty((await visitor.GetAsync("/rt")).Document.QuerySelectorAll("legend"));
    }

    [Fact]
    public async Task Whoever_guesses_is_slowed_down()
    {
        var visitor = _portal.Visitor();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 121; i++)
            statuses.Add((await visitor.GetAsync("/rt")).StatusCode);

        Assert.Equal((120, HttpStatusCode.TooManyRequests), (statuses.Count(status => status is HttpStatusCode.OK), statuses[^1]));
    }

    [Fact]
    public async Task A_link_ends_with_the_duty_of_whoever_made_it()
    {
        var maker = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        var (_, code) = await _portal.Scenario.LinkAsync(_round, Rt, maker);
        var ketua = await EnterAsync(code);
        Assert.Equal(HttpStatusCode.OK, (await ketua.GetAsync("/rt")).StatusCode);

        await _portal.Scenario.EndAssignmentsAsync(maker);

        Assert.Equal(HttpStatusCode.NotFound, (await ketua.GetAsync("/rt")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EnterWithAsync(code)).StatusCode);
    }

    [Fact]
    public async Task Those_who_use_a_link_all_at_once_do_not_keep_its_maker_from_taking_it_back()
    {
        var (id, code) = await _portal.Scenario.LinkAsync(_round, Rt, _head);
        var lurah = await _portal.SignInAsync(_head);
        var page = await lurah.GetAsync($"/verval/{_round}/tautan");

        var entering = Enumerable.Range(0, 8).Select(_ => EnterWithAsync(code)).ToList();
        var taken = await page.SubmitAsync($"form[action$='{id}/cabut']");
        var entered = await Task.WhenAll(entering);

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.All(entered, one => Assert.True(one.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound, one.StatusCode.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await EnterWithAsync(code)).StatusCode);
    }

    [Fact]
    public async Task Answers_that_arrive_all_at_once_are_all_kept()
    {
        var (_, code) = await _portal.Scenario.LinkAsync(_round, Rt);
        var pages = new List<Page>();
        for (var phone = 0; phone < 6; phone++)
            pages.Add(await (await EnterAsync(code)).GetAsync("/rt"));

        var saved = await Task.WhenAll(pages.Select((page, phone) => page.SubmitAsync("form[action='/rt']", ("Families[0].Answer", "Moved"), ("Families[0].Detail", $"ke {phone}"), ("Missing[0].Name", $"Lupa {phone}"))));

        Assert.All(saved, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var said = await _portal.AskAsync(db => db.NeighbourhoodHints.AsNoTracking().ToListAsync());
        Assert.Equal(Enumerable.Range(0, 6).Select(phone => $"Lupa {phone}"), said.Where(hint => hint.HouseholdId is null).Select(hint => hint.FamilyName).Order(StringComparer.Ordinal));
        Assert.Single(said, hint => hint.HouseholdId is not null);
    }

    [Fact]
    public async Task Answers_of_one_link_are_not_taken_for_those_of_another_that_was_opened_since()
    {
        var (_, one) = await _portal.Scenario.LinkAsync(_round, Rt);
        var (_, other) = await _portal.Scenario.LinkAsync(_round, "62.71.04.1004.001.002.");
        var ketua = await EnterAsync(one);
        var page = await ketua.GetAsync("/rt");
        await (await ketua.GetAsync("/rt")).SubmitAsync("form[action='/rt/tutup']");
        await (await ketua.GetAsync("/rt")).SubmitAsync("form[action='/rt/buka']", ("kode", other));

        var refused = await page.SubmitAsync("form[action='/rt']", ("Families[0].Answer", "Moved"), ("Missing[0].Name", "Lupa Contoh"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("membuka tautan lain", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _portal.AskAsync(db => db.NeighbourhoodHints.CountAsync()));
    }

    private async Task<Visitor> EnterAsync(string code)
    {
        var visitor = _portal.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await (await visitor.GetAsync("/rt")).SubmitAsync("form[action='/rt/buka']", ("kode", code))).StatusCode);
        return visitor;
    }

    private async Task<Page> EnterWithAsync(string code) => await (await _portal.Visitor().GetAsync("/rt")).SubmitAsync("form[action='/rt/buka']", ("kode", code));

    private Task<string> RegisterAsync() => _portal.AskAsync(async db => string.Join(';', await db.Households.OrderBy(h => h.Id).Select(h => h.Version + " " + h.Address).ToListAsync())
        + string.Join(';', await db.RoundTargets.OrderBy(t => t.Id).Select(t => t.State).ToListAsync()) + await db.Visits.CountAsync(v => v.Status != Domain.Visits.VisitStatus.Draft));

    private async Task<FieldPhone> PhoneOfAssignedAsync(Guid household)
    {
        var enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, Village);
        await _portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var target = await db.RoundTargets.SingleAsync(t => db.Households.Any(h => h.Id == t.HouseholdId && h.PublicId == household));
            Assert.Null(target.Assign(enumerator.Id, null, await db.Rounds.Include(r => r.Waves).SingleAsync(r => r.PublicId == _round)).Refusal);
            return await db.SaveChangesAsync();
        });
        var phone = new FieldPhone(await _portal.SignInAsync(enumerator));
        await phone.AccountAsync();
        return phone;
    }

    // Neither a log nor the audit; the database has its hash alone.
    private async Task NothingKeepsAsync(string code)
    {
        Assert.False(await _portal.AskAsync(db => db.AuditEntries.AnyAsync(entry => entry.Detail != null && entry.Detail.Contains(code))));
        var files = Directory.GetFiles(_portal.DataDirectory, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("portal.", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, file => file.EndsWith(".log", StringComparison.Ordinal));
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.False(System.Text.Encoding.Latin1.GetString(bytes.ToArray()).Contains(code, StringComparison.Ordinal), file);
        }
    }
}
