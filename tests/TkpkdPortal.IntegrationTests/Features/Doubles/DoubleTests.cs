using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Doubles;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Doubles;

/// <summary>One family stands in the register twice, as two lists spell it; somebody finds it, decides, and takes it back.</summary>
public sealed class DoubleTests : IAsyncLifetime
{
    private const string Village = "6271041004", OtherVillage = "6271041005", First = "627123000001", Second = "627123000002", Path = "/kualitas-data/ganda", Nik = "6271990302800001", DecideForm = "form.tk-read";

    private static readonly DateOnly Released = new(2023, 9, 15);

    private readonly TestPortal _portal = TestPortal.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_search_finds_the_pair_and_asks_nobody_again_what_was_decided()
    {
        await TwiceAsync(Village);
        var found = await SeekAsync();
        var analyst = await EnterAsync(Role.Analyst);
        var list = await analyst.GetAsync(Path);
        Assert.Equal((1, 1, DoubleSearchState.Done), (found.Found, found.New, found.State));
        Assert.Contains("MUHAMMAD RIZALDI", list.Text, StringComparison.Ordinal);
        Assert.Contains("bunyi nama sama", list.Text, StringComparison.Ordinal);

        var page = await analyst.GetAsync(await FirstAsync(analyst));
        Assert.DoesNotContain(Nik, page.Source, StringComparison.Ordinal);
        var without = await page.SubmitAsync(DecideForm, ("Form.Answer", "Different"));
        var decided = await without.SubmitAsync(DecideForm, ("Form.Answer", "Different"), ("Form.Note", "Ayah dan anak."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (without.StatusCode, decided.StatusCode));
        Assert.Contains("Tulis apa yang membedakan", without.Text, StringComparison.Ordinal);
        Assert.Contains("Ayah dan anak.", (await decided.FollowAsync()).Text, StringComparison.Ordinal);
        var again = await SeekAsync(isWhole: true);
        Assert.Equal((1, 0), (again.Found, again.New));
        Assert.Contains("Tidak ada yang menunggu keputusan", (await analyst.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(DoubleState.Different, (await PairAsync()).State);
    }

    [Fact]
    public async Task A_search_that_goes_on_compares_what_came_since_and_lets_go_of_what_is_alike_no_more()
    {
        await TwiceAsync(Village);
        await SeekAsync();
        await _portal.Scenario.ImportFamiliesAsync("2023", Released, new FamilyRow("627123000009", Village) { HeadName = "MUH RIZALDI", BirthDate = "1980-02-03" });
        var second = await SeekAsync();
        Assert.Equal((false, 2, 2), (second.IsWhole, second.Found, second.New));

        await _portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), new FamilyRow("627123000009", Village) { HeadName = "SUSANA LIM", BirthDate = "1991-07-08" });
        var third = await SeekAsync();

        Assert.Equal((0, 2), (third.Found, third.Gone));
    }

    [Fact]
    public async Task A_merge_takes_everything_along_and_its_undoing_gives_everything_back()
    {
        await TwiceAsync(Village, withMembers: true);
        var (staying, leaving) = (await IdOfAsync(First), await IdOfAsync(Second));
        var program = await _portal.Scenario.ProgramAsync("Dinsos", "Sembako uji");
        await _portal.Scenario.AidAsync(program, leaving);
        var enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, "62.71.04.1004");
        await _portal.Scenario.SubmittedVisitAsync(leaving, enumerator);
        await SeekAsync();
        var before = (await HashAsync(), await StateAsync());

        var analyst = await EnterAsync(Role.Analyst);
        var page = await analyst.GetAsync(await FirstAsync(analyst));
        Assert.Contains("Sembako uji", page.Text, StringComparison.Ordinal);
        var united = await page.SubmitAsync(DecideForm, ("Form.Answer", "Same"), ("Form.StayingId", staying.ToString()), ("Form.Note", "KK dilihat di kelurahan."));
        Assert.True(united.StatusCode is HttpStatusCode.Redirect, united.StatusCode.ToString());

        var merged = await StateAsync();
        Assert.Equal("1 KK; 4 jiwa; bantuan 1; kunjungan 1; kunci 2; baris 2", Of(merged, staying));
        Assert.Equal("tutup Merged; 0 jiwa; bantuan 0; kunjungan 0; kunci 0; baris 0", Of(merged, leaving));
        Assert.NotEqual(before.Item1, await HashAsync());
        var shown = await united.FollowAsync();
        Assert.Contains("Satu keluarga, digabung", shown.Text, StringComparison.Ordinal);

        var undone = await shown.SubmitAsync(DecideForm, ("Undo.Note", "Ternyata kakak beradik."));

        Assert.True(undone.StatusCode is HttpStatusCode.Redirect, undone.StatusCode is HttpStatusCode.Redirect ? "" : undone.Text);
        Assert.Equal(before.Item2, await StateAsync());
        Assert.Equal(Convert.ToHexString(before.Item1), Convert.ToHexString(await HashAsync()));
        Assert.Equal(DoubleState.Waiting, (await PairAsync()).State);
        Assert.Contains("Ternyata kakak beradik.", (await undone.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_since_the_merge_stands_when_it_is_taken_back()
    {
        await TwiceAsync(Village);
        var staying = await IdOfAsync(First);
        await SeekAsync();
        var analyst = await EnterAsync(Role.Analyst);
        var united = await (await analyst.GetAsync(await FirstAsync(analyst))).SubmitAsync(DecideForm, ("Form.Answer", "Same"), ("Form.StayingId", staying.ToString()), ("Form.Note", "Sama."));
        await _portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), new FamilyRow(First, Village) { HeadName = "MUHAMMAD RIZALDI", Nik = Nik, Decile = "3" });

        var undone = await (await united.FollowAsync()).SubmitAsync(DecideForm, ("Undo.Note", "Keliru."));

        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var deciles = await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.OrderBy(h => h.Id).Select(h => h.DecileCode).ToListAsync());
        Assert.Equal([(byte?)3, 1, 1], deciles);
    }

    [Fact]
    public async Task A_list_that_goes_on_naming_both_speaks_by_the_id_of_the_record_that_stayed()
    {
        await TwiceAsync(Village);
        var staying = await IdOfAsync(First);
        await SeekAsync();
        var analyst = await EnterAsync(Role.Analyst);
        await (await analyst.GetAsync(await FirstAsync(analyst))).SubmitAsync(DecideForm, ("Form.Answer", "Same"), ("Form.StayingId", staying.ToString()), ("Form.Note", "Sama."));

        await _portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15),
            new FamilyRow(First, Village) { HeadName = "MUHAMMAD RIZALDI", Nik = Nik, Decile = "2" }, new FamilyRow(Second, Village) { HeadName = "M. RIZALDI", Decile = "4" });

        var household = await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.AsNoTracking().SingleAsync(h => h.PublicId == staying));
        Assert.Equal(("MUHAMMAD RIZALDI", (byte?)2, 1), (household.HeadName, household.DecileCode, household.MemberCount));
        Assert.Equal(2, await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.CountAsync()));
    }

    [Fact]
    public async Task Two_who_decide_at_once_or_over_a_changed_family_are_told_so()
    {
        await TwiceAsync(Village);
        await SeekAsync();
        var (one, other) = (await EnterAsync(Role.Analyst), await EnterAsync(Role.SocialService));
        var (here, there) = (await one.GetAsync(await FirstAsync(one)), await other.GetAsync(await FirstAsync(other)));

        await here.SubmitAsync(DecideForm, ("Form.Answer", "Unsure"), ("Form.Note", "Tunggu KK."));
        var late = await there.SubmitAsync(DecideForm, ("Form.Answer", "Different"), ("Form.Note", "Saya yakin berbeda."));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Saya yakin berbeda.", late.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(DoubleState.Unsure, (await PairAsync()).State);
    }

    [Fact]
    public async Task Of_a_pair_across_two_villages_a_lurah_learns_initials_and_decides_nothing()
    {
        await TwiceAsync(OtherVillage);
        await SeekAsync();
        var lurah = await EnterAsync(Role.VillageHead, "62.71.04.1004");
        var list = await lurah.GetAsync(Path);
        var page = await lurah.GetAsync(await FirstAsync(lurah));
        var refused = await page.SubmitAsync(DecideForm, ("Form.Answer", "Different"), ("Form.Note", "Bukan."));
        var noted = await page.SubmitAsync(DecideForm, ("Form.Answer", "Unsure"), ("Form.Note", "Pindah tahun lalu."));
        var elsewhere = await EnterAsync(Role.VillageHead, "62.71.04.1003");

        Assert.All(new[] { list, page }, shown => Assert.DoesNotContain("M. RIZALDI", shown.Source, StringComparison.Ordinal));
        Assert.Contains("M••• R•••", page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, noted.StatusCode));
        Assert.Contains("Bappeda atau Dinas Sosial", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"{Path}/{(await PairAsync()).PublicId}")).StatusCode);
        Assert.DoesNotContain("RIZALDI", (await elsewhere.GetAsync(Path)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asks_the_worker_and_a_waiting_search_is_cancelled()
    {
        await TwiceAsync(Village);
        var analyst = await EnterAsync(Role.Analyst);
        var asked = await (await analyst.GetAsync(Path)).SubmitAsync($"form[action='{Path}/pencarian']");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        for (var tries = 0; tries < 600 && !(await SearchAsync()).HasEnded; tries++)
            await Task.Delay(100);
        Assert.Equal((DoubleSearchState.Done, 1), ((await SearchAsync()).State, (await SearchAsync()).Found));

        var waiting = await _portal.Scenario.AsConsoleAsync(Permission.SeekDoubles, async services => (await services.GetRequiredService<DoubleSearchDesk>().AskAsync(isWhole: true, isForWorker: false, default)).Item2!);
        var twice = await analyst.PostAsync($"{Path}/pencarian", Path);
        await (await analyst.GetAsync(Path)).SubmitAsync($"form[action='{Path}/pencarian/{waiting.PublicId}/batal']");
        await RunAsync(waiting.Id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(DoubleSearchState.Cancelled, (await SearchAsync()).State);
    }

    private async Task TwiceAsync(string village, bool withMembers = false)
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", Released,
            new FamilyRow(First, Village) { HeadName = "MUHAMMAD RIZALDI", Nik = Nik }, new FamilyRow(Second, village) { HeadName = "M. RIZALDI" }, new FamilyRow("627123000003", Village) { HeadName = "LAWING APUI", BirthDate = "1966-05-09" });
        if (!withMembers)
            return;
        await _portal.Scenario.ImportPersonsAsync("2023", Released,
            new PersonRow(First, "1", Village) { Name = "MUHAMMAD RIZALDI", Nik = Nik }, new PersonRow(First, "2", Village) { Name = "SALASIAH", Relationship = "Istri/Suami", Sex = "Perempuan", BirthDate = "1982-04-05" },
            new PersonRow(First, "3", Village) { Name = "RAHMAT", Relationship = "Anak", BirthDate = "2010-04-05" },
            new PersonRow(Second, "4", village) { Name = "M. RIZALDI" }, new PersonRow(Second, "5", village) { Name = "SALASIYAH", Relationship = "Istri/Suami", Sex = "Perempuan", BirthDate = "1982-04-05" },
            new PersonRow(Second, "6", village) { Name = "NURUL", Relationship = "Anak", Sex = "Perempuan", BirthDate = "2015-09-01" });
    }

    private async Task<DoubleSearch> SeekAsync(bool isWhole = false)
    {
        var id = await _portal.Scenario.AsConsoleAsync(Permission.SeekDoubles, async services => (await services.GetRequiredService<DoubleSearchDesk>().AskAsync(isWhole, isForWorker: false, default)).Item2!.Id);
        await RunAsync(id);
        return await SearchAsync();
    }

    private async Task RunAsync(long search) => await _portal.Scenario.AsConsoleAsync(Permission.SeekDoubles, async services =>
    {
        await services.GetRequiredService<DoubleSearchRun>().RunAsync(search, onProgress: null, default);
        return true;
    });

    private Task<DoubleSearch> SearchAsync() => _portal.Scenario.AsConsoleAsync(Permission.SeekDoubles, services => services.GetRequiredService<PortalDbContext>().DoubleSearches.AsNoTracking().OrderByDescending(search => search.Id).FirstAsync());

    private Task<DoublePair> PairAsync() => _portal.Scenario.AsConsoleAsync(Permission.DecideDoubles, services => services.GetRequiredService<PortalDbContext>().DoublePairs.AsNoTracking().SingleAsync());

    private Task<Guid> IdOfAsync(string listId) => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        return db.Households.Where(h => db.ListKeys.Any(key => key.HouseholdId == h.Id && key.FamilyListId == listId)).Select(h => h.PublicId).SingleAsync();
    });

    private Task<byte[]> HashAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<RegisterContentHash>().OfRegisterAsync(default));

    /// <summary>What hangs on each record, in words; and every member's own id with its household.</summary>
    private Task<string> StateAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var lines = new List<string>();
        foreach (var h in await db.Households.IgnoreQueryFilters().AsNoTracking().Include(h => h.Members).OrderBy(h => h.Id).ToListAsync())
        {
            lines.Add($"{h.PublicId}: {(h.Closure is { } closure ? $"tutup {closure}" : "1 KK")}; {h.MemberCount} jiwa; bantuan {await db.Interventions.CountAsync(row => row.HouseholdId == h.Id)}; kunjungan {await db.Visits.CountAsync(row => row.HouseholdId == h.Id)}; "
                + $"kunci {await db.ListKeys.CountAsync(row => row.HouseholdId == h.Id)}; baris {await db.ListedHouseholds.CountAsync(row => row.HouseholdId == h.Id)}");
            lines.AddRange(h.Members.OrderBy(member => member.Id).Select(member => $"  {member.Id} {member.PublicId} {member.Name} {member.Relationship} {member.BirthDate} {member.Nik?.Mask}"));
            lines.AddRange((await db.ListedPersons.Where(row => row.HouseholdId == h.Id).OrderBy(row => row.Id).ToListAsync()).Select(row => $"  daftar {row.Id} orang {row.PersonId}"));
            lines.AddRange((await db.Visits.Where(row => row.HouseholdId == h.Id).OrderBy(row => row.Id).ToListAsync()).Select(row => $"  kunjungan {row.Id} ke-{row.Number}"));
            lines.AddRange((await db.NameTokens.Where(row => row.HouseholdId == h.Id).OrderBy(row => row.PersonId).ThenBy(row => row.Word).ToListAsync()).Select(row => $"  kata {row.PersonId} {row.Word}"));
        }
        return string.Join('\n', lines);
    });

    private static string Of(string state, Guid household) => state.Split('\n').Single(line => line.StartsWith($"{household}: ", StringComparison.Ordinal))[(household.ToString().Length + 2)..];

    private async Task<Visitor> EnterAsync(Role role, string? area = null) => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, area));

    private static async Task<string> FirstAsync(Visitor visitor) => (await visitor.GetAsync(Path)).Find("tbody th a").GetAttribute("href")!;
}
