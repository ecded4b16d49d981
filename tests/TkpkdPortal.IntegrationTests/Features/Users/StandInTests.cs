using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Users;

/// <summary>Who stands in, whose days are over, whose account is closed: what is due on the very day, on a page and in work that runs on its own.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private const string Own = "62.71.04.1004", Other = "62.71.04.1005";

    private readonly MovableClock _clock = new();
    private readonly TestPortal _portal;
    private DateOnly _today;

    public StandInTests() => _portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(_clock));

    private OfficeClock Office => _portal.Services.GetRequiredService<OfficeClock>();

    public Task InitializeAsync()
    {
        _today = Office.Today;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_stand_in_sees_and_decides_from_the_first_day_to_the_last_and_not_an_hour_longer()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Other, "WARGA UJI");
        var enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, Other);
        var (first, second) = (await _portal.Scenario.SubmittedVisitAsync(household, enumerator), await _portal.Scenario.HouseholdInAsync(Other, "KEDUA UJI"));
        var lurah = await _portal.Scenario.AccountAsync(Role.VillageHead, Own);
        await _portal.Scenario.AssignAsync(lurah, new NewAssignment(Role.VillageHead, AreaCode.Parse(Other))
        {
            From = _today.AddDays(1),
            Until = _today.AddDays(3),
            StandIn = StandIn.Absence,
            LetterNumber = "800/7/2026",
        });

        GoTo(_today.AddDays(1), TimeSpan.FromSeconds(-30));
        await SeesAsync(lurah, household, first, HttpStatusCode.NotFound, "Lurah");
        GoTo(_today.AddDays(1), TimeSpan.FromSeconds(5));
        await SeesAsync(lurah, household, first, HttpStatusCode.OK, "Lurah, Plh. Lurah");
        GoTo(_today.AddDays(4), TimeSpan.FromMinutes(-2));
        await SeesAsync(lurah, household, first, HttpStatusCode.OK, "Plh. Lurah");
        var decided = await (await (await _portal.SignInAsync(lurah)).GetAsync($"/periksa/{first}")).SubmitAsync("main form", ("Decision", "Return"), ("Note", "Lengkapi alamat."));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        GoTo(_today.AddDays(4), TimeSpan.FromSeconds(5));
        await SeesAsync(lurah, second, first, HttpStatusCode.NotFound, "Lurah");

        var line = await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers,
            services => services.GetRequiredService<PortalDbContext>().AuditEntries.SingleAsync(entry => entry.Action == "Visit.Modified"));
        Assert.Equal($"{lurah.Email} (Plh. Lurah)", line.Actor);
    }

    [Fact]
    public async Task Whoever_only_stands_in_sees_nothing_before_and_nothing_after()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Other, "WARGA UJI");
        var secretary = await _portal.Scenario.AccountAsync(Role.Enumerator, Own);
        await _portal.Scenario.EndAssignmentsAsync(secretary);
        await _portal.Scenario.AssignAsync(secretary, new NewAssignment(Role.VillageHead, AreaCode.Parse(Other))
        {
            From = _today.AddDays(1),
            Until = _today.AddDays(1),
            StandIn = StandIn.Vacancy,
            LetterNumber = "800/8/2026",
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.SignInAsync(secretary)).GetAsync("/")).StatusCode);
        GoTo(_today.AddDays(1), TimeSpan.FromHours(9));
        var during = await (await _portal.SignInAsync(secretary)).GetAsync($"/keluarga/{household}");
        Assert.Equal(HttpStatusCode.OK, during.StatusCode);
        Assert.Contains("Plt. Lurah", during.Find("header").TextContent, StringComparison.Ordinal);
        GoTo(_today.AddDays(2), TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.SignInAsync(secretary)).GetAsync($"/keluarga/{household}")).StatusCode);
    }

    [Theory]
    [InlineData("VillageHead", Other, "", "800/7", "perlu hari terakhir")]
    [InlineData("VillageHead", Other, "31/12/2099", "", "perlu nomor surat")]
    [InlineData("Enumerator", Other, "31/12/2099", "800/7", "hanya untuk jabatan")]
    [InlineData("Admin", "", "31/12/2099", "800/7", "hanya untuk jabatan")]
    [InlineData("VillageHead", Other, "01/01/2025", "800/7", "lebih awal daripada hari pertamanya")]
    public async Task Standing_in_needs_an_office_a_letter_and_a_last_day(string role, string area, string until, string letter, string sentence)
    {
        var admin = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Admin));
        var person = await _portal.Scenario.AccountAsync(Role.VillageHead, Own);
        var id = await _portal.Scenario.AsConsoleAsync(Permission.ManageUsers,
            services => services.GetRequiredService<PortalDbContext>().Users.Where(u => u.Id == person.Id).Select(u => u.PublicId).SingleAsync());

        var refused = await (await admin.GetAsync($"/pengguna/{id}/tugas")).SubmitAsync("main form", ("Role", role), ("Area", area), ("Until", until), ("LetterNumber", letter), ("StandIn", "Absence"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_waits_is_not_run_for_an_account_that_was_closed_meanwhile()
    {
        var analyst = await _portal.Scenario.AccountAsync(Role.Analyst);

        var batch = await QueueAsync(analyst, db => db.Users.Where(u => u.Id == analyst.Id).ExecuteUpdateAsync(row => row.SetProperty(u => u.DisabledAt, DateTime.UtcNow)));

        await RefusedAsync(batch);
    }

    [Fact]
    public async Task An_import_that_waits_is_not_run_after_the_last_day_of_whoever_queued_it()
    {
        var analyst = await _portal.Scenario.AccountAsync(Role.Analyst);

        var batch = await QueueAsync(analyst, db => db.Assignments.Where(a => a.UserId == analyst.Id).ExecuteUpdateAsync(row => row.SetProperty(a => a.ValidUntil, _today.AddDays(-1))));

        await RefusedAsync(batch);
    }

    [Fact]
    public async Task An_import_that_runs_ends_without_effect_when_its_account_is_closed_under_it()
    {
        var analyst = await _portal.Scenario.AccountAsync(Role.Analyst);
        var order = new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2023", new DateOnly(2023, 9, 15));

        var batch = await _portal.Scenario.AsAsync(analyst, Permission.ImportLists, async services =>
        {
            var queued = await services.GetRequiredService<ImportIntake>().QueueAsync(order, default);
            await _portal.Scenario.DisableAsync(analyst);
            await services.GetRequiredService<ImportRun>().RunAsync(queued.Id, new MemoryStream(FamiliesFile.Of([new FamilyRow("627123000001", "6271041004") { HeadName = "WARGA UJI" }])), null, default);
            return queued.PublicId;
        });

        await RefusedAsync(batch);
    }

    [Fact]
    public async Task A_file_of_recipients_that_runs_ends_without_effect_after_the_last_day_of_its_account()
    {
        var analyst = await _portal.Scenario.AccountAsync(Role.Analyst);
        var order = new ImportOrder(ImportKind.Recipients, "penerima.csv", "2024", new DateOnly(2024, 12, 31));

        var batch = await _portal.Scenario.AsAsync(analyst, Permission.ImportLists, async services =>
        {
            var queued = await services.GetRequiredService<ImportIntake>().QueueAsync(order, default);
            await _portal.Scenario.EndAssignmentsAsync(analyst);
            await services.GetRequiredService<ImportRun>().RunAsync(queued.Id, new MemoryStream(RecipientsFile.Of([new RecipientLine("6271990302990009", "6271041004")])), null, default);
            return queued.PublicId;
        });

        await RefusedAsync(batch);
    }

    private async Task<Guid> QueueAsync(Account analyst, Func<PortalDbContext, Task<int>> meanwhile) => await _portal.Scenario.AsAsync(analyst, Permission.ImportLists, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        // Both become true at once, so that the worker cannot come between them.
        await using var transaction = await db.Database.BeginTransactionAsync();
        using var file = new MemoryStream(FamiliesFile.Of([new FamilyRow("627123000001", "6271041004") { HeadName = "WARGA UJI" }]));
        var batch = await services.GetRequiredService<ImportIntake>().QueueUploadAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2023", new DateOnly(2023, 9, 15)), file, default);
        Assert.Equal(1, await meanwhile(db));
        await transaction.CommitAsync();
        return batch.PublicId;
    });

    private async Task RefusedAsync(Guid id)
    {
        ImportBatch batch;
        var patience = DateTime.UtcNow.AddSeconds(30);
        while ((batch = await BatchAsync(id)).State is ImportState.Queued && DateTime.UtcNow < patience)
            await Task.Delay(100);
        Assert.Equal((ImportState.Failed, ImportRefusedException.Sentence), (batch.State, batch.FailureMessage));
        Assert.Equal((0, 0), await _portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return (await db.Households.CountAsync(), await db.Interventions.CountAsync());
        }));
    }

    private Task<ImportBatch> BatchAsync(Guid id) => _portal.Scenario.AsConsoleAsync(Permission.ImportLists,
        services => services.GetRequiredService<PortalDbContext>().ImportBatches.AsNoTracking().SingleAsync(b => b.PublicId == id));

    // So long after midnight at the office, or before it.
    private void GoTo(DateOnly day, TimeSpan after) => _clock.Pass(Office.Zone.StartOf(day) + after - Office.UtcNow);

    private async Task SeesAsync(Account account, Guid household, Guid visit, HttpStatusCode expected, string title)
    {
        var visitor = await _portal.SignInAsync(account);
        Assert.Equal(expected, (await visitor.GetAsync($"/keluarga/{household}")).StatusCode);
        Assert.Equal(expected, (await visitor.GetAsync($"/keluarga/{household}/lembar.pdf")).StatusCode);
        Assert.Equal(expected, (await visitor.GetAsync($"/periksa/{visit}")).StatusCode);
        var list = await visitor.GetAsync("/keluarga");
        Assert.Equal(expected is HttpStatusCode.OK, list.Source.Contains("WARGA UJI", StringComparison.Ordinal));
        var role = list.Find(".tk-who").TextContent;
        Assert.Contains(title, role, StringComparison.Ordinal);
        Assert.Equal(expected is HttpStatusCode.OK, role.Contains("Pl", StringComparison.Ordinal));
    }
}
