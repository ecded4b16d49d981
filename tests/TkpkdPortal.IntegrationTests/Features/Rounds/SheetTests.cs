using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rounds;

/// <summary>A form is printed for each household of an RT; what comes back is found by its code and typed as any other visit.</summary>
public sealed partial class SheetTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", District = "62.71.04", Neighbourhood = "62.71.04.1004.001.001.", LongName = "KAMARUDDIN DAENG PARANI BIN ABDURRAHMAN DAENG MATTOLA";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _enumerator = null!;
    private Account _colleague = null!;
    private Visitor _head = null!;
    private Visitor _typist = null!;
    private Guid _round;

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
        [
            new FamilyRow("627123000100", "6271041004") { HeadName = LongName, Nik = "6271990302800001" }, new FamilyRow("627123000101", "6271041004") { HeadName = "SITI UJI" },
            new FamilyRow("627123000102", "6271041004") { HeadName = "LAIN RT UJI", Address = "JL. UJI RT 02 RW 01" }, new FamilyRow("627123000103", "6271041005") { HeadName = "JAUH UJI" },
        ]);
        _round = await _portal.Scenario.RoundAsync(isRunning: true, District);
        await AskQuestionsAsync();
        (_enumerator, _colleague) = (await _portal.Scenario.AccountAsync(Role.Enumerator, Village), await _portal.Scenario.AccountAsync(Role.Enumerator, Village));
        (_head, _typist) = (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village)), await _portal.SignInAsync(_colleague));
        await AssignAsync();
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [PaperFact]
    public async Task Each_household_of_the_RT_has_a_whole_sheet_with_its_code_and_all_questions()
    {
        var bytes = await PrintAsync();
        var paper = await SavedAsync(bytes);

        paper.AssertSound();
        Assert.Equal(0, paper.PageCount % 2);
        Assert.All(Enumerable.Range(1, paper.PageCount), page => Assert.Contains("TERBATAS", paper.PageText(page), StringComparison.Ordinal));
        foreach (var told in new[]
        {
            "MATTOLA", "SITI UJI", "627199••••••••••", "A. Keberadaan (pilih satu)", "1 Ditemukan dan diwawancara", "B. Kelayakan (hanya bila A = 1 atau 7)", "C. Alasan tidak layak (hanya bila B = 3)", "E. Rumah", "F. Anggota keluarga",
            "1. Rumah terendam banjir? (wajib)", "2. Perahu keluarga ini", "2 Perahu dayung", "H. Foto dan catatan", "pertanyaan versi 2", "keluarga 1 dari 2", "keluarga 2 dari 2", "Halaman 2 dari",
        })
            Assert.Contains(told, paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("LAIN RT UJI", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6271990302800001", paper.Text, StringComparison.Ordinal);
        var codes = Codes(paper);
        Assert.Equal(2, codes.Count);
        Assert.All(Enumerable.Range(1, paper.PageCount), page => Assert.Contains(codes, code => paper.PageText(page).Contains(code, StringComparison.Ordinal)));
        Assert.Equal(codes, Codes(await SavedAsync(await PrintAsync())));
        Assert.Equal(2, await AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "Form.Printed")));
        await NotedAsync(4);
    }

    [Fact]
    public async Task Forms_of_another_village_or_of_another_enumerator_are_not_printed()
    {
        var elsewhere = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(elsewhere, Neighbourhood)).StatusCode);
        // Those of this RT are the other enumerator's.
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(_typist, Neighbourhood)).StatusCode);
        Assert.Contains("RT 002", (await _typist.GetAsync($"/verval/{_round}/formulir")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("RT 001", (await _typist.GetAsync($"/verval/{_round}/formulir")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await AskAsync(db => db.FormSheets.CountAsync()));
    }

    [PaperFact]
    public async Task A_sheet_is_typed_for_the_enumerator_who_visited_and_the_next_code_is_asked_for()
    {
        var code = (await CodesInOrderAsync())["SITI UJI"];
        var start = await _typist.GetAsync("/kunjungan/kertas");
        Assert.NotNull(start.Find("[name='Form.Code']").GetAttribute("autofocus"));

        var opened = await start.SubmitAsync("main form", ("Form.Code", SheetCode.Written(code).ToLowerInvariant()), ("Form.VisitedOn", Typed(Today)));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var form = await opened.FollowAsync();
        Assert.Contains("Dari kertas", form.Text, StringComparison.Ordinal);
        Assert.Equal(Typed(Today), form.Find("[name='Form.VisitedOn']").GetAttribute("value"));
        Assert.Equal("2 Genteng", form.Find("#Form_Roof option[value='Tile']").TextContent);
        var incomplete = await form.SubmitAsync("form.tk-numbered", ("Form.PresenceGroup", "Found"), ("Form.Respondent", "SITI UJI"), ("Form.Eligibility", "Poor"), ("Form.Action", "ajukan"));
        Assert.Contains("Rumah terendam banjir?", incomplete.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        var saved = await incomplete.SubmitAsync("form.tk-numbered", ("Form.PresenceGroup", "Found"), (incomplete.Document.QuerySelector("[name^='Form.Extra']")!.GetAttribute("name")!, "Ya"), ("Form.Action", "ajukan"));
        Assert.Equal("/kunjungan/kertas", saved.Location);
        var next = await saved.FollowAsync();
        Assert.Equal("1 lembar", next.Find(".tk-pairs dd").TextContent);
        Assert.Equal(Typed(Today), next.Find("[name='Form.VisitedOn']").GetAttribute("value"));

        var visit = await AskAsync(db => db.Visits.SingleAsync());
        Assert.Equal((_enumerator.Id, _colleague.Id, VisitStatus.Submitted, VisitChannel.Paper), (visit.EnumeratorId, visit.TypedById, visit.Status, visit.Channel));
        var target = await AskAsync(db => db.RoundTargets.SingleAsync(t => t.Id == visit.RoundTargetId));
        Assert.Equal((VerificationState.Submitted, _enumerator.Id, _colleague.Id), (target.State, target.VisitedById, target.TypedById));
        Assert.Contains("di kertas, diketik", (await _head.GetAsync($"/periksa/{visit.PublicId}")).Text, StringComparison.Ordinal);
        // Once it is handed in, the same sheet is not typed again.
        var again = await next.SubmitAsync("main form", ("Form.Code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("sudah dikunjungi", again.Text, StringComparison.Ordinal);
    }

    [PaperFact]
    public async Task A_wrong_code_says_so_and_a_sheet_of_another_area_is_as_unknown_as_none()
    {
        var codes = await CodesInOrderAsync();
        var wrong = codes["SITI UJI"][..^1] + (codes["SITI UJI"][^1] == 'A' ? 'B' : 'A');
        var elsewhere = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Enumerator, OtherVillage));

        var mistyped = await TypeAsync(_typist, wrong);
        var unknown = await TypeAsync(_typist, SheetCode.New());
        var outside = await TypeAsync(elsewhere, codes["SITI UJI"]);
        var future = await TypeAsync(_typist, codes["SITI UJI"], ("Form.VisitedOn", Typed(Today.AddDays(2))));
        var undated = await TypeAsync(_typist, codes["SITI UJI"], ("Form.VisitedOn", ""));
        var strange = await TypeAsync(_typist, codes["SITI UJI"], ("Form.Enumerator", (await IdOfAsync(_colleague)).ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistyped.StatusCode);
        Assert.Contains("salah ketik", mistyped.Text, StringComparison.Ordinal);
        Assert.Equal(wrong, mistyped.Find("[name='Form.Code']").GetAttribute("value"));
        Assert.All([unknown, outside], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(unknown.Find(".tk-summary").TextContent, outside.Find(".tk-summary").TextContent);
        Assert.Contains("belum terjadi", future.Text, StringComparison.Ordinal);
        Assert.Contains("Isi tanggal kunjungan", undated.Text, StringComparison.Ordinal);
        Assert.Contains("ditugaskan kepada petugas lain", strange.Text, StringComparison.Ordinal);
        Assert.Equal(0, await AskAsync(db => db.Visits.CountAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await _head.GetAsync("/kunjungan/kertas")).StatusCode);
    }

    [PaperFact]
    public async Task A_sheet_that_nobody_is_assigned_to_asks_who_visited()
    {
        var code = await CodeOfAsync("62.71.04.1004.001.002.", "LAIN RT UJI");

        var nobody = await TypeAsync(_typist, code);
        var somebody = await TypeAsync(_typist, code, ("Form.Enumerator", (await IdOfAsync(_enumerator)).ToString()));

        Assert.Contains("Pilih petugas yang mengunjungi", nobody.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, somebody.StatusCode);
        Assert.Equal(_enumerator.Id, await AskAsync(db => db.Visits.Select(v => v.EnumeratorId).SingleAsync()));
        // The draft can be gone on with by the same code, and by whoever visited.
        Assert.Equal(somebody.Location, (await TypeAsync(_typist, code, ("Form.Enumerator", (await IdOfAsync(_enumerator)).ToString()))).Location);
        Assert.NotNull((await (await _portal.SignInAsync(_enumerator)).GetAsync(somebody.Location!)).Document.QuerySelector("form.tk-numbered"));
        Assert.Equal(1, await AskAsync(db => db.Visits.CountAsync()));
    }

    [PaperFact]
    public async Task Three_hundred_households_of_an_RT_are_printed_in_reasonable_time()
    {
        await _portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), [.. Enumerable.Range(0, 300).Select(i => new FamilyRow($"6271231{i:00000}", "6271041004") { HeadName = $"BANYAK UJI {i:000}", Address = "JL. UJI RT 09 RW 01" })]);
        await AddTargetsAsync();
        var watch = Stopwatch.StartNew();

        var paper = await SavedAsync((await PostAsync(_head, "62.71.04.1004.001.009.")).Bytes);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), watch.Elapsed.ToString());
        paper.AssertSound();
        Assert.Equal(600, paper.PageCount);
        Assert.Equal(300, Codes(paper).Count);
        Assert.Contains("keluarga 300 dari 300", paper.PageText(600), StringComparison.Ordinal);
    }

    private async Task<byte[]> PrintAsync()
    {
        var printed = await PostAsync(_head, Neighbourhood);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (printed.StatusCode, printed.Response.Content.Headers.ContentType?.MediaType));
        return printed.Bytes;
    }

    private Task<Page> PostAsync(Visitor visitor, string area) => visitor.PostAsync($"/verval/{_round}/formulir", $"/verval/{_round}/formulir", ("wilayah", area));

    private static async Task<Page> TypeAsync(Visitor visitor, string code, params (string Name, string? Value)[] fields) => await (await visitor.GetAsync("/kunjungan/kertas"))
        .SubmitAsync("main form", [("Form.Code", code), .. fields.Any(field => field.Name == "Form.VisitedOn") ? Array.Empty<(string, string?)>() : [("Form.VisitedOn", Typed(Today))], .. fields]);

    private async Task<Dictionary<string, string>> CodesInOrderAsync()
    {
        await PrintAsync();
        return await AskAsync(async db => await db.FormSheets.Join(db.RoundTargets, sheet => sheet.TargetId, target => target.Id, (sheet, target) => new { sheet.Code, target.HouseholdId })
            .Join(db.Households, sheet => sheet.HouseholdId, household => household.Id, (sheet, household) => new { household.HeadName, sheet.Code }).ToDictionaryAsync(one => one.HeadName, one => one.Code));
    }

    private async Task<string> CodeOfAsync(string area, string headName)
    {
        await PostAsync(_head, area);
        return (await CodesInOrderAsync())[headName];
    }

    private async Task NotedAsync(int households)
    {
        for (var tries = 0; tries < 50 && await SeenAsync() < households; tries++)
            await Task.Delay(100);
        Assert.Equal(households, await SeenAsync());
    }

    private Task<int> SeenAsync() => AskAsync(db => db.HouseholdAccesses.CountAsync(access => access.Channel == AccessChannel.FormSheet));

    private Task<int> AskQuestionsAsync() => _portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var first = await db.Questionnaires.Include(q => q.Questions).SingleAsync();
        Assert.Null(first.Renew(await db.Rounds.SingleAsync(), new QuestionnaireTerms(Questionnaire.Askable, HouseholdField.None,
            [new QuestionTerms(null, "Rumah terendam banjir?", QuestionKind.YesNo, IsRequired: true, []), new QuestionTerms(null, "Perahu keluarga ini", QuestionKind.Choice, IsRequired: false, ["Tidak punya", "Perahu dayung", "Perahu bermesin"])]),
            first.WrittenById, first.WrittenAt, out var next).Refusal);
        db.Questionnaires.Add(next!);
        return await db.SaveChangesAsync();
    });

    private Task<int> AssignAsync() => _portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var round = await db.Rounds.Include(r => r.Waves).SingleAsync();
        foreach (var target in await db.RoundTargets.Where(t => t.AreaCode == Neighbourhood).ToListAsync())
            Assert.Null(target.Assign(_enumerator.Id, Today.AddDays(9), round).Refusal);
        return await db.SaveChangesAsync();
    });

    private Task<int> AddTargetsAsync() => _portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var round = await db.Rounds.Select(r => r.Id).SingleAsync();
        db.RoundTargets.AddRange((await db.Households.Where(h => h.HeadName.StartsWith("BANYAK")).Select(h => new { h.Id, h.AreaCode }).ToListAsync()).Select(h => new RoundTarget(round, h.Id, h.AreaCode)));
        return await db.SaveChangesAsync();
    });

    private Task<Guid> IdOfAsync(Account account) => AskAsync(db => db.Users.Where(u => u.Id == account.Id).Select(u => u.PublicId).SingleAsync());

    private Task<PaperFile> SavedAsync(byte[] bytes) => PaperFile.SavedAsync(bytes, Path.Combine(_portal.DataDirectory, $"{Guid.NewGuid():N}.pdf"));

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services => ask(services.GetRequiredService<PortalDbContext>()));

    private static IReadOnlyList<string> Codes(PaperFile paper) => [.. SheetCodes().Matches(paper.Text).Select(match => match.Groups[1].Value).Distinct()];

    private static string Typed(DateOnly day) => day.ToString("dd/MM/yyyy", null);

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [GeneratedRegex("Formulir ([A-Z2-9]{4}-[A-Z2-9]{4}) ", RegexOptions.CultureInvariant)]
    private static partial Regex SheetCodes();
}
