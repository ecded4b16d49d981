using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Demo;

/// <summary>
/// Fills a database with an invented office: accounts, a list loaded months ago, visits in all states, programs and aid, a meeting next week.
/// Each part is skipped where it stands already, so that a fill that was cut off goes on at the next start.
/// </summary>
public sealed class DemoFill(DemoStage stage, IServiceScopeFactory scopes, AreaDirectory areas, BpsCodes bpsCodes, OfficeSettings office, OfficeClock clock)
{
    public const int DefaultSeed = 2024;

    private const string Analyst = "bappeda" + DemoAccounts.Domain, ReleaseName = "2023";

    private const int NewInTheSecondList = 25;

    private static readonly DateOnly ReleasedOn = new(2023, 9, 15), SecondReleasedOn = new(2025, 7, 31);

    public DemoStory Story(int? families) => DemoStory.Of(office.Area, areas, families);

    /// <summary>Nothing but the console is in the database, or a demo that was begun.</summary>
    public async Task<bool> MayFillAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await scope.ServiceProvider.GetRequiredService<DemoAccounts>().AnyAsync(ct)
            || !(await db.ListReleases.AnyAsync(ct) || await db.Users.AnyAsync(user => !user.IsConsole, ct));
    }

    /// <summary>Opens the accounts and answers their password; quick, so that a start can print them.</summary>
    public async Task<string> OpenAccountsAsync(DemoStory story, string? password, CancellationToken ct)
    {
        var answer = "";
        await stage.SetUpAsync(story.Office, Days(-90), async services =>
        {
            var accounts = services.GetRequiredService<DemoAccounts>();
            await accounts.OpenAsync([.. DemoAccounts.Of(story), .. DemoAccounts.ColleaguesOf(story)], ct);
            answer = await accounts.SetPasswordAsync(story, password, ct);
        });
        return answer;
    }

    // Every page says whom families turn to.
    private Task NameOfficerAsync(DemoStory story, CancellationToken ct) => stage.AsAsync("admin" + DemoAccounts.Domain, Permission.ManageSettings, Days(-85), async services =>
    {
        var row = await services.GetRequiredService<PortalDbContext>().Offices.SingleAsync(ct);
        if (row.Terms is not null || DemoAccounts.Of(story).FirstOrDefault(account => account.Role is Role.DataProtectionOfficer) is not { } officer)
            return;
        row.Change(office.Terms with { OfficerName = officer.FullName, OfficerEmail = officer.Email });
        await services.GetRequiredService<PortalDbContext>().SaveChangesAsync(ct);
        office.Take(row.Terms);
    }, ct);

    public async Task FillAsync(DemoStory story, int seed, Action<string, int, int?>? onProgress, CancellationToken ct)
    {
        // Asked before anybody acts: inside an act it is another day.
        var today = clock.Today;
        await NameOfficerAsync(story, ct);
        var families = new DemoFamilies(story, seed, ReleasedOn.Year).Make();
        await LoadAsync(ImportKind.P3keFamilies, "p3ke_keluarga_2023.csv", () => DemoFile.Families(families, areas, story.FaultyRows), Days(-80), onProgress, ct);
        await LoadAsync(ImportKind.P3kePersons, "p3ke_individu_2023.csv", () => DemoFile.Persons(families, areas), Days(-79), onProgress, ct);
        if (story.HasSecondList)
            await LoadSecondAsync(story, families, seed, onProgress, ct);
        await StateOriginsAsync(ct);
        var round = new DemoRound(stage, story, today);
        await round.OpenAsync(ct);
        await new DemoVisits(stage, story, seed, today).MakeAsync((done, total) => onProgress?.Invoke("Kunjungan", done, total), ct);
        var proposals = new DemoProposals(stage, story, today);
        await proposals.BeforeMeetingsAsync(ct);
        await round.GoOnAsync(ct);
        await proposals.WaitingAsync(ct);
        await new DemoAid(stage, story, seed, today).MakeAsync(ct);
        if (!story.Office.IsCity)
            await stage.AsAsync(Analyst, Permission.ImportLists, Days(-4), services => new DemoRecipients(services, seed, today).LoadAsync(ct), ct);
        await new DemoBudgets(stage, story, today).MakeAsync(ct);
        await new DemoCases(stage, story, today).MakeAsync(ct);
        await stage.AsAsync(Analyst, Permission.ManageMeetings, Days(-6), services => DemoMeetings.MakeAsync(services, story, today, ct), ct);
        await new DemoDecisions(stage, story, today).MakeAsync(ct);
        await new DemoFigures(stage, story, today).MakeAsync(clock.UtcNow, ct);
        await new DemoRequests(stage, story, today).MakeAsync(clock.UtcNow, ct);
    }

    // Before the round opens, so that no visit finds the register changed under it.
    private async Task LoadSecondAsync(DemoStory story, IReadOnlyList<DemoFamily> families, int seed, Action<string, int, int?>? onProgress, CancellationToken ct)
    {
        var others = new DemoFamilies(story, seed + 1, ReleasedOn.Year).Make().Where((_, i) => i % NewInTheSecondList == 0).ToList();
        var list = new DemoSecondList(families, others, areas, bpsCodes);
        var listed = list.Make();
        await LoadAsync(ImportKind.DtsenFamilies, "dtsen_keluarga_2025.csv", () => list.FamiliesFile(listed), Days(-78), onProgress, ct, "2025", SecondReleasedOn);
        await LoadAsync(ImportKind.DtsenPersons, "dtsen_anggota_2025.csv", () => DemoSecondList.MembersFile(listed), Days(-77), onProgress, ct, "2025", SecondReleasedOn);
    }

    private Task StateOriginsAsync(CancellationToken ct) => stage.AsAsync(Analyst, Permission.ImportLists, Days(-76), async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        foreach (var release in await db.ListReleases.Where(release => release.Terms.HandOverNumber == null).ToListAsync(ct))
        {
            release.State(release.Terms with
            {
                HandOverNumber = $"050/{release.Id}/BAST/{release.ReleasedOn.Year}",
                HandedOverOn = release.ReleasedOn.AddDays(7),
                Recipient = "Bappeda",
                Purpose = "Verifikasi dan validasi lapangan, penetapan sasaran, dan pemadanan bantuan",
            }, clock.Today);
        }
        await db.SaveChangesAsync(ct);
    }, ct);

    private async Task LoadAsync(ImportKind kind, string fileName, Func<Stream> file, DateTime at, Action<string, int, int?>? onProgress, CancellationToken ct, string releaseName = ReleaseName, DateOnly? releasedOn = null) =>
        await stage.AsAsync(Analyst, Permission.ImportLists, at, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            if (await db.ImportBatches.AnyAsync(batch => batch.Kind == kind && batch.State == ImportState.Published, ct))
                return;
            var batch = await services.GetRequiredService<ImportIntake>().QueueAsync(new ImportOrder(kind, fileName, releaseName, releasedOn ?? ReleasedOn), ct);
            await using var content = file();
            await services.GetRequiredService<ImportRun>().RunAsync(batch.Id, content, (read, total) => onProgress?.Invoke(ImportKinds.Words.Label(kind), read, total), ct);
        }, ct);

    // Ten in the morning at the office, so many days from today.
    private DateTime Days(int days) => clock.Zone.StartOf(clock.Today.AddDays(days)).AddHours(10);
}
