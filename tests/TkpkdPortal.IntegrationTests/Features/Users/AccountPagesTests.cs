using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Users;

public sealed partial class AccountPagesTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _admin = null!;
    private Visitor _desk = null!;

    public async Task InitializeAsync()
    {
        _admin = await _portal.Scenario.AccountAsync(Role.Admin);
        _desk = await _portal.SignInAsync(_admin);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task An_admin_opens_an_account_and_its_owner_chooses_the_password_over_a_link_that_works_once()
    {
        var made = await (await _desk.GetAsync("/pengguna/baru")).SubmitAsync("main form", ("FullName", "Rina Uji"), ("Email", "rina@uji.invalid"), ("Role", "VillageHead"), ("Area", Village));

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var link = new Uri(Link().Match(made.Text).Value).PathAndQuery;
        var rina = _portal.Visitor();
        var chosen = await (await rina.GetAsync(link)).SubmitAsync("main form", ("Password", Account.Password), ("Repeated", Account.Password));
        Assert.Equal("/masuk", chosen.Location);
        var again = await (await _portal.Visitor().GetAsync(link)).SubmitAsync("main form", ("Password", "lain-lagi-sungai-42"), ("Repeated", "lain-lagi-sungai-42"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        await (await rina.GetAsync("/masuk")).SubmitAsync("main form", ("Email", "rina@uji.invalid"), ("Password", Account.Password));
        Assert.Contains("Lurah", (await rina.GetAsync("/")).Find("header").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("kode=", (await _desk.GetAsync((await PageOfAsync("rina@uji.invalid")))).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "rina@uji.invalid", "VillageHead", Village, "Tulis nama lengkap")]
    [InlineData("Rina", "rina", "VillageHead", Village, "Alamat pos-el belum lengkap")]
    [InlineData("Rina", "rina@uji.invalid", "", Village, "Pilih peran")]
    [InlineData("Rina", "rina@uji.invalid", "VillageHead", "", "Tulis kode atau nama wilayah")]
    [InlineData("Rina", "rina@uji.invalid", "VillageHead", "Atlantis", "tidak dikenal")]
    [InlineData("Rina", "rina@uji.invalid", "VillageHead", "Panarun", "62.71.01.1002")]
    [InlineData("Rina", "rina@uji.invalid", "VillageHead", "62.71.04", "tidak berlaku untuk tingkat wilayah")]
    [InlineData("Rina", "rina@uji.invalid", "VillageHead", "64.08.01.2003", "tidak ada di Kota Palangka Raya")]
    [InlineData("Rina", "rina@uji.invalid", "Opd", "", "Pilih OPD")]
    public async Task An_account_that_is_not_complete_is_refused_with_what_to_do(string name, string email, string role, string area, string sentence)
    {
        var refused = await (await _desk.GetAsync("/pengguna/baru")).SubmitAsync("main form", ("FullName", name), ("Email", email), ("Role", role), ("Area", area));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
        Assert.Equal(name, refused.Find("#FullName").GetAttribute("value"));
        Assert.False(await AnyAsync("rina@uji.invalid"));
    }

    [Fact]
    public async Task The_same_address_is_nobody_elses()
    {
        var refused = await (await _desk.GetAsync("/pengguna/baru")).SubmitAsync("main form", ("FullName", "Kedua"), ("Email", _admin.Email), ("Role", "Leadership"));

        Assert.Contains("sudah ada", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_out_with_the_next_click_and_its_old_link_opens_nothing()
    {
        var lurah = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        var visitor = await _portal.SignInAsync(lurah);
        var path = await PageOfAsync(lurah.Email);
        var link = new Uri(Link().Match((await (await _desk.GetAsync(path)).SubmitAsync($"form[action='{path}/tautan']")).Text).Value).PathAndQuery;
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);

        var closed = await (await (await _desk.GetAsync(path)).SubmitAsync($"form[action='{path}/tutup']")).FollowAsync();

        Assert.Contains("ditutup", closed.Text, StringComparison.Ordinal);
        var late = await (await _portal.Visitor().GetAsync(link)).SubmitAsync("main form", ("Password", Account.Password), ("Repeated", Account.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var reopened = await (await (await _desk.GetAsync(path)).SubmitAsync($"form[action='{path}/buka']")).FollowAsync();
        Assert.Contains("dibuka lagi", reopened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_link_ends_the_password_and_every_session()
    {
        var lurah = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        var visitor = await _portal.SignInAsync(lurah);
        var path = await PageOfAsync(lurah.Email);

        await (await _desk.GetAsync(path)).SubmitAsync($"form[action='{path}/tautan']");

        Assert.Contains("/masuk", (await visitor.GetAsync("/")).Location, StringComparison.Ordinal);
        var old = await (await _portal.Visitor().GetAsync("/masuk")).SubmitAsync("form", ("Email", lurah.Email), ("Password", Account.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
    }

    [Fact]
    public async Task Nobody_changes_the_own_account_and_nobody_gives_a_role_to_themselves()
    {
        var path = await PageOfAsync(_admin.Email);
        Assert.Empty((await _desk.GetAsync(path)).Document.QuerySelectorAll("main form"));

        foreach (var step in new[] { "tutup", "tautan", "buka" })
            Assert.Contains("diurus admin lain", (await _desk.PostAsync($"{path}/{step}", "/keluar")).Text, StringComparison.Ordinal);
        var given = await (await _desk.GetAsync(path + "/tugas")).SubmitAsync("main form", ("Role", "Analyst"));

        Assert.Contains("diurus admin lain", given.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _desk.GetAsync("/keluarga")).StatusCode);
    }

    [Fact]
    public async Task The_last_admin_of_the_office_stays()
    {
        var user = await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, async services =>
            await services.GetRequiredService<TkpkdPortal.Access.Accounts>().CloseAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(u => u.Id == _admin.Id), default));
        var role = await EndAsConsoleAsync(_admin, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30)));

        Assert.Equal(AssignmentDesk.LastAdminStays, user.Refusal);
        Assert.Equal(AssignmentDesk.LastAdminStays, role.Refusal);

        var second = await _portal.Scenario.AccountAsync(Role.Admin);
        Assert.True((await EndAsConsoleAsync(_admin, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30)))).IsAccepted);
        // The first is still there on the eleventh day, and on the thirty-first nobody would be.
        Assert.Equal(AssignmentDesk.LastAdminStays, (await EndAsConsoleAsync(second, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(10)))).Refusal);
    }

    [Fact]
    public async Task An_admin_of_one_regency_looks_after_the_accounts_of_that_regency_and_no_others()
    {
        await using var province = TestPortal.Start("64");
        var provincial = await province.Scenario.AccountAsync(Role.Analyst, "64");
        var elsewhere = await province.Scenario.AccountAsync(Role.VillageHead, "64.72.01.1001");
        var own = await province.Scenario.AccountAsync(Role.VillageHead, "64.08.01.2003");
        var both = await province.Scenario.AccountAsync(Role.VillageHead, "64.08.01.2004");
        await province.Scenario.AssignAsync(both, Role.DistrictHead, "64.72.01");
        var admin = await province.SignInAsync(await province.Scenario.AccountAsync(Role.Admin, "64.08"));

        var list = await admin.GetAsync("/pengguna");
        Assert.Contains(own.Email, list.Text, StringComparison.Ordinal);
        Assert.Contains(both.Email, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(provincial.Email, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Email, list.Text, StringComparison.Ordinal);
        foreach (var hidden in new[] { provincial, elsewhere })
        {
            var path = await PageOfAsync(hidden.Email, province);
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync(path + "/tautan", "/keluar")).StatusCode);
        }
        var shared = await PageOfAsync(both.Email, province);
        Assert.DoesNotContain("64.72.01", (await admin.GetAsync(shared)).Text, StringComparison.Ordinal);
        Assert.Contains("di luar wilayah yang Anda kelola", (await admin.PostAsync(shared + "/tautan", "/keluar")).Text, StringComparison.Ordinal);

        var beyond = await (await admin.GetAsync("/pengguna/baru")).SubmitAsync("main form", ("FullName", "Jauh"), ("Email", "jauh@uji.invalid"), ("Role", "VillageHead"), ("Area", "64.72.01.1001"));
        Assert.Contains("di luar wilayah yang Anda kelola", beyond.Text, StringComparison.Ordinal);
        var whole = await (await admin.GetAsync("/pengguna/baru")).SubmitAsync("main form", ("FullName", "Jauh"), ("Email", "jauh@uji.invalid"), ("Role", "Admin"), ("Area", "64"));
        Assert.Contains("di luar wilayah yang Anda kelola", whole.Text, StringComparison.Ordinal);
        Assert.False(await AnyAsync("jauh@uji.invalid", province));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_name_role_area_and_state_and_the_address_says_so()
    {
        var lurah = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        var camat = await _portal.Scenario.AccountAsync(Role.DistrictHead, "62.71.05");
        await _portal.Scenario.DisableAsync(camat);

        async Task<string> ListAsync(string query) => (await _desk.GetAsync("/pengguna?" + query)).Find("table").TextContent;
        Assert.DoesNotContain(camat.Email, await ListAsync("cari=village-head"), StringComparison.Ordinal);
        Assert.Contains(lurah.Email, await ListAsync("peran=VillageHead&wilayah=62.71.04"), StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang cocok", (await _desk.GetAsync("/pengguna?peran=VillageHead&wilayah=62.71.05")).Text, StringComparison.Ordinal);
        Assert.Contains(camat.Email, await ListAsync("keadaan=Closed"), StringComparison.Ordinal);
        Assert.DoesNotContain(lurah.Email, await ListAsync("keadaan=Closed"), StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang cocok", (await _desk.GetAsync("/pengguna?cari=%25")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_not_given_twice_nor_to_a_closed_account_nor_for_days_that_are_over()
    {
        var lurah = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        var path = await PageOfAsync(lurah.Email);
        Task<Page> GiveAsync(params (string, string?)[] values) => GiveToAsync(path, values);

        Assert.Contains("sudah memegang peran itu", (await GiveAsync(("Role", "VillageHead"), ("Area", Village))).Text, StringComparison.Ordinal);
        Assert.Contains("paling awal hari ini", (await GiveAsync(("Role", "VillageHead"), ("Area", OtherVillage), ("From", "01/01/2024"))).Text, StringComparison.Ordinal);
        foreach (var village in new[] { "62.71.01.1001", "62.71.02.1001", "62.71.03.1001" })
            Assert.Equal(HttpStatusCode.Redirect, (await GiveAsync(("Role", "VillageHead"), ("Area", village))).StatusCode);
        Assert.Contains("paling banyak memegang 4 wilayah", (await GiveAsync(("Role", "VillageHead"), ("Area", "62.71.05.1001"))).Text, StringComparison.Ordinal);
        await _portal.Scenario.DisableAsync(lurah);
        Assert.Contains("ditutup", (await GiveAsync(("Role", "DistrictHead"), ("Area", "62.71.04"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_step_leaves_a_line_about_the_account_and_none_holds_a_secret()
    {
        await (await _desk.GetAsync("/pengguna/baru")).SubmitAsync("main form", ("FullName", "Rina Uji"), ("Email", "rina@uji.invalid"), ("Role", "VillageHead"), ("Area", Village));
        var path = await PageOfAsync("rina@uji.invalid");
        await GiveToAsync(path, ("Role", "VillageHead"), ("Area", OtherVillage), ("Until", "31/12/2099"), ("StandIn", "Absence"), ("LetterNumber", "800/7/2026"));
        await (await _desk.GetAsync(path)).SubmitAsync($"form[action='{path}/tautan']");
        await (await _desk.GetAsync(path)).SubmitAsync($"form[action='{path}/tutup']");
        await (await _desk.GetAsync(path)).SubmitAsync($"form[action='{path}/buka']");

        var id = Guid.Parse(path.AsSpan(10));
        var lines = await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services => services.GetRequiredService<PortalDbContext>().AuditEntries
            .Where(entry => entry.SubjectId == id).OrderBy(entry => entry.Sequence).ToListAsync());

        Assert.Equal(["Account.Assigned", "Account.Assigned", "Account.LinkRenewed", "Account.Closed", "Account.Reopened"],
            lines.Where(line => line.Action.StartsWith("Account.", StringComparison.Ordinal)).Select(line => line.Action));
        Assert.All(lines.Where(line => line.Action.StartsWith("Account.", StringComparison.Ordinal)), line => Assert.Equal(_admin.Email, line.Actor));
        Assert.DoesNotContain(lines, line => line.Detail?.Contains("Hash\":", StringComparison.Ordinal) is true || line.Detail?.Contains("kode=", StringComparison.Ordinal) is true);
    }

    private async Task<Page> GiveToAsync(string path, params (string, string?)[] values) => await (await _desk.GetAsync(path + "/tugas")).SubmitAsync("main form", values);

    private Task<Domain.Outcome> EndAsConsoleAsync(Account account, DateOnly lastDay) => _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        return await services.GetRequiredService<TkpkdPortal.Access.Accounts>().EndAsync(await db.Users.SingleAsync(u => u.Id == account.Id), await db.Assignments.SingleAsync(a => a.UserId == account.Id), lastDay, default);
    });

    private Task<bool> AnyAsync(string email, TestPortal? portal = null) => (portal ?? _portal).Scenario.AsConsoleAsync(Permission.ManageUsers,
        services => services.GetRequiredService<PortalDbContext>().Users.AnyAsync(u => u.Email == email));

    private async Task<string> PageOfAsync(string email, TestPortal? portal = null) => "/pengguna/" + await (portal ?? _portal).Scenario.AsConsoleAsync(Permission.ManageUsers,
        services => services.GetRequiredService<PortalDbContext>().Users.Where(u => u.Email == email).Select(u => u.PublicId).SingleAsync());

    [GeneratedRegex(@"http\S+kode=\S+")]
    private static partial Regex Link();
}
