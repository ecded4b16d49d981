using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TkpkdPortal.Backups;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Backups;

public sealed class NightlyBackupTests : IDisposable
{
    private readonly TempDirectory _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_portal_backs_itself_up_and_proves_it_and_the_page_says_so()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync("62.71.04.1004");
        var admin = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Admin));
        var never = await admin.GetAsync("/cadangan");
        var start = await admin.GetAsync("/");
        var worker = WorkerOf(portal);
        Assert.True(worker.IsDue(portal.Services.GetRequiredService<OfficeClock>().UtcNow));

        await worker.RunAsync(default);

        Assert.False(worker.IsDue(portal.Services.GetRequiredService<OfficeClock>().UtcNow));
        Assert.True(worker.IsDue(portal.Services.GetRequiredService<OfficeClock>().UtcNow.AddDays(1)));
        Assert.Contains("belum pernah dicadangkan", never.Text, StringComparison.Ordinal);
        Assert.Contains("belum pernah dicadangkan", start.Text, StringComparison.Ordinal);
        var done = await admin.GetAsync("/cadangan");
        Assert.Contains("terbukti utuh", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("belum pernah dicadangkan", (await admin.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_place["malam"]));
    }

    [Fact]
    public async Task A_backup_that_fails_is_said_on_the_page_with_its_reason()
    {
        await using var portal = TestPortal.Start();
        var auditor = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Auditor));
        await WorkerOf(portal).RunAsync(default);
        await Assert.ThrowsAsync<BackupException>(() => portal.Services.GetRequiredService<BackupDesk>().MakeAsync(portal.DataDirectory, _place["kunci"], "portal", default));

        var page = await auditor.GetAsync("/cadangan");

        Assert.Contains("Cadangan terakhir gagal", page.Text, StringComparison.Ordinal);
        Assert.Contains("di luar direktori data", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_older_than_a_day_is_a_warning()
    {
        await using var portal = TestPortal.Start();
        var clock = portal.Services.GetRequiredService<OfficeClock>();
        var reports = portal.Services.GetRequiredService<BackupReports>();
        reports.Add(new BackupReport(BackupStep.Backup, clock.UtcNow.AddHours(-49), IsDone: true, "/cadangan", "Selesai."));

        var admin = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Admin));

        Assert.Contains("Cadangan terakhir yang berhasil dibuat 2 hari lalu", (await admin.GetAsync("/cadangan")).Text, StringComparison.Ordinal);
    }

    private BackupWorker WorkerOf(TestPortal portal) => new(new BackupSettings(_place["malam"], _place["kunci"], new TimeOnly(2, 0), 30),
        portal.Services.GetRequiredService<BackupDesk>(), portal.Services.GetRequiredService<BackupReports>(), portal.Services.GetRequiredService<OfficeClock>(),
        NullLogger<BackupWorker>.Instance);
}
