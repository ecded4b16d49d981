using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Features.Deliberations;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Deliberations;

/// <summary>The minutes as a paper: sound, counted in words, with annexes that break well however long they are.</summary>
public sealed class MinutesPaperTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", LongName = "KAMARUDDIN DAENG PARANI BIN ABDURRAHMAN DAENG MATTOLA";

    private readonly TestPortal _portal = TestPortal.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [PaperFact]
    public async Task Three_hundred_households_break_over_pages_and_nothing_is_lost()
    {
        var paper = await WriteAsync([.. Enumerable.Range(1, 300).Select(i => Row(Annex.ExtremelyPoor, i, i == 7 ? LongName : $"KELUARGA UJI {i:000}")), Row(Annex.NotEligible, 1, "TIDAK LAYAK UJI")]);

        paper.AssertSound();
        Assert.Contains("300 tiga ratus", paper.Text, StringComparison.Ordinal);
        Assert.Contains("301 tiga ratus satu", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Pada hari ini, Kamis, tanggal sembilan belas, bulan November, tahun dua ribu dua puluh enam (19/11/2026)", paper.Text, StringComparison.Ordinal);
        Assert.Contains("berlanjut ke halaman berikut: nomor", paper.Text, StringComparison.Ordinal);
        Assert.Contains("MATTOLA", paper.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 300).Where(i => i != 7), i => Assert.Contains($"KELUARGA UJI {i:000}", paper.Text, StringComparison.Ordinal));
        Assert.Equal("yes", paper.Information("Tagged"));
    }

    [PaperFact]
    public async Task Empty_annexes_say_so_and_the_check_code_stands_on_every_page()
    {
        var paper = await WriteAsync([Row(Annex.Poor, 1, "SATU UJI")]);

        paper.AssertSound();
        Assert.Contains("Tidak ada: keluarga tidak layak.", paper.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, paper.PageCount).Where(page => paper.PageText(page).Contains("Marthin Uji", StringComparison.Ordinal) && !paper.PageText(page).Contains("Lampiran", StringComparison.Ordinal)),
            page => Assert.Contains("Demikian berita acara", paper.PageText(page), StringComparison.Ordinal));
        Assert.Equal(paper.PageCount, paper.Text.Split("periksa kode VB-").Length - 1);
        Assert.Contains("640899••••••••••", paper.Text, StringComparison.Ordinal);
    }

    private static DeliberationRow Row(Annex annex, int number, string name) => new()
    {
        AreaCode = "62.71.04.1004.001.003.",
        Annex = annex,
        Number = number,
        HeadName = name,
        NikMask = "640899••••••••••",
        MemberCount = 4,
        DecileCode = 1,
        Finding = annex.IsEligible() ? "layak ekstrem" : "Punya penghasilan tetap",
    };

    private Task<PaperFile> WriteAsync(IReadOnlyList<DeliberationRow> rows) => _portal.Scenario.AsConsoleAsync(Permission.ViewRounds, services =>
    {
        var at = new DateTime(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);
        var outcome = Deliberation.Freeze(RoundScenario.Meeting(new DateOnly(2026, 11, 19)), new DeliberationPlace(1, AreaCode.Parse(Village).Stored, 0, 1, at, new DateOnly(2026, 11, 20)), rows, out var deliberation);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        VerificationRound.Open(new RoundTerms("Verval P3KE 2026", 1, "Keputusan Wali Kota 188/2026", new DateOnly(2026, 10, 1), [new WaveTerms(AreaCode.Parse("62.71.04"), new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 1))]), 1, at, out var round);
        var bytes = new MinutesPaper(deliberation!, round!, "P3KE 2023", $"https://portal.uji.invalid/verifikasi/{deliberation!.Code}", isTestData: true, services.GetRequiredService<OfficeSettings>(), services.GetRequiredService<AreaDirectory>())
            .Write(services.GetRequiredService<FontLibrary>());
        return PaperFile.SavedAsync(bytes, Path.Combine(_portal.DataDirectory, $"{rows.Count}.pdf"));
    });
}
