using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Features.Rounds.Letters;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rounds;

/// <summary>A letter of assignment says where somebody is sent, names no family, and stays as it was issued.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", District = "62.71.04";

    private static readonly (string, string?)[] Typed = [("Form.Number", "094/12/ST/XI/2026"), ("Form.IssuedOn", "19/11/2026"), ("Form.SignatoryStaffNumber", "19700101 199503 1 000")];

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _enumerator = null!;
    private Visitor _head = null!;
    private Guid _round;

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(0, 5).Select(i => new FamilyRow($"6271230001{i:00}", "6271041004") { HeadName = $"KELUARGA UJI {i}", Address = $"JL. UJI RT 0{1 + (i / 3)} RW 01" })]);
        _round = await _portal.Scenario.RoundAsync(isRunning: true, District);
        _enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, Village);
        _head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [PaperFact]
    public async Task The_head_of_the_village_issues_it_for_what_is_assigned_and_it_stays()
    {
        await AssignAsync(Today.AddDays(9));

        var issued = await IssueAsync(_head);
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        var list = await issued.FollowAsync();
        Assert.Contains("094/12/ST/XI/2026 (PDF)", list.Text, StringComparison.Ordinal);
        var address = list.Find("a[href$='/surat.pdf']").GetAttribute("href")!;
        var bytes = (await _head.GetAsync(address)).Bytes;
        var paper = await PaperFile.SavedAsync(bytes, Path.Combine(_portal.DataDirectory, "surat.pdf"));

        paper.AssertSound();
        foreach (var told in new[]
        {
            "KELURAHAN KAMELOH BARU", "SURAT TUGAS", "Nomor 094/12/ST/XI/2026", "Keputusan uji 1/2026", "5 (lima) keluarga", "RT 001, RW 001 3", "RT 002, RW 001 2", "Jumlah 5", "Kameloh Baru, 19 November 2026",
            "Lurah Kameloh Baru,", "NIP. 19700101 199503 1 000", $"{Today.AddDays(9):dd/MM/yyyy}",
        })
            Assert.Contains(told, paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KELUARGA UJI", paper.Text, StringComparison.Ordinal);
        Assert.Equal(1, paper.PageCount);

        await AssignAsync(Today.AddDays(20));

        Assert.Equal(bytes, (await _head.GetAsync(address)).Bytes);
        Assert.Equal(1, await AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "AssignmentLetter.Added")));
    }

    [PaperFact]
    public async Task The_analyst_issues_it_with_the_letterhead_of_the_office()
    {
        await AssignAsync(null);
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst, "62.71"));

        var list = await (await IssueAsync(analyst, ("Form.SignatoryName", "Rahman Contoh"))).FollowAsync();
        var paper = await PaperFile.SavedAsync((await analyst.GetAsync(list.Find("a[href$='/surat.pdf']").GetAttribute("href")!)).Bytes, Path.Combine(_portal.DataDirectory, "surat.pdf"));

        Assert.Contains("BADAN PERENCANAAN PEMBANGUNAN DAERAH", paper.Text, StringComparison.Ordinal);
        Assert.Contains("akhir gelombang", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Palangka Raya, 19 November 2026", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_without_number_twice_the_same_or_of_tomorrow_is_refused_and_keeps_what_was_typed()
    {
        await AssignAsync(null);

        var unnumbered = await IssueAsync(_head, ("Form.Number", ""));
        var tomorrow = await IssueAsync(_head, ("Form.IssuedOn", Today.AddDays(2).ToString("dd/MM/yyyy", null)));
        await IssueAsync(_head);
        var again = await IssueAsync(_head);

        Assert.All([unnumbered, tomorrow, again], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("Tulis nomor surat", unnumbered.Text, StringComparison.Ordinal);
        Assert.Contains("belum terjadi", tomorrow.Text, StringComparison.Ordinal);
        Assert.Contains("sudah dipakai", again.Text, StringComparison.Ordinal);
        Assert.Equal("094/12/ST/XI/2026", again.Find("[name='Form.Number']").GetAttribute("value"));
        Assert.Equal(1, await AskAsync(db => db.AssignmentLetters.CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_sent_without_targets_or_by_another_village()
    {
        var id = await EnumeratorIdAsync();
        var path = $"/verval/{_round}/surat-tugas/{Village}/{id}";
        Assert.Equal(HttpStatusCode.NotFound, (await _head.GetAsync(path)).StatusCode);
        await AssignAsync(null);
        var issued = await IssueAsync(_head);
        var letter = (await issued.FollowAsync()).Find("a[href$='/surat.pdf']").GetAttribute("href")!;
        var other = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, OtherVillage));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(letter)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.SignInAsync(_enumerator)).GetAsync(letter)).StatusCode);
    }

    [PaperFact]
    public async Task Many_RT_break_over_pages_and_the_signature_is_not_alone()
    {
        var bytes = await _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, async services =>
        {
            var (db, at) = (services.GetRequiredService<PortalDbContext>(), new DateTime(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc));
            var round = await db.Rounds.AsNoTracking().Include(r => r.Waves).SingleAsync();
            var targets = Enumerable.Range(1, 60).Select(i => new RoundTarget(round.Id, i, $"{Village}.000.{i:000}.")).ToList();
            targets.ForEach(target => Assert.Null(target.Assign(7, null, round).Refusal));
            Assert.Null(AssignmentLetter.Issue(new AssignmentLetterTerms("1", new DateOnly(2026, 11, 19), "Lurah Kameloh Baru", "Kamaruddin Daeng Parani bin Abdurrahman Daeng Mattola", null),
                new AssignmentLetterPlace(round, $"{Village}.", 7, IsOfVillage: true, 1, at, new DateOnly(2026, 11, 20)), targets, out var letter).Refusal);
            return new LetterPaper(letter!, round, "P3KE 2023", "Petugas Uji", isTestData: true, services.GetRequiredService<OfficeSettings>(), services.GetRequiredService<AreaDirectory>()).Write(services.GetRequiredService<FontLibrary>());
        });
        var paper = await PaperFile.SavedAsync(bytes, Path.Combine(_portal.DataDirectory, "panjang.pdf"));

        paper.AssertSound();
        Assert.True(paper.PageCount > 1);
        Assert.Contains("60 (enam puluh) keluarga", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Mattola", paper.PageText(paper.PageCount), StringComparison.Ordinal);
        Assert.Contains("penuh tanggung jawab", paper.PageText(paper.PageCount), StringComparison.Ordinal);
    }

    private async Task<Page> IssueAsync(Visitor visitor, params (string Name, string? Value)[] changed) =>
        await (await visitor.GetAsync($"/verval/{_round}/surat-tugas/{Village}/{await EnumeratorIdAsync()}")).SubmitAsync("main form", [.. Typed.Where(field => !changed.Any(other => other.Name == field.Item1)), .. changed]);

    private Task<Guid> EnumeratorIdAsync() => AskAsync(db => db.Users.Where(u => u.Id == _enumerator.Id).Select(u => u.PublicId).SingleAsync());

    private Task<int> AssignAsync(DateOnly? dueOn) => _portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var round = await db.Rounds.Include(r => r.Waves).SingleAsync();
        foreach (var target in await db.RoundTargets.ToListAsync())
            Assert.Null(target.Assign(_enumerator.Id, dueOn, round).Refusal);
        return await db.SaveChangesAsync();
    });

    private Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => _portal.Scenario.AsConsoleAsync(Permission.ManageUsers, services => ask(services.GetRequiredService<PortalDbContext>()));

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);
}
