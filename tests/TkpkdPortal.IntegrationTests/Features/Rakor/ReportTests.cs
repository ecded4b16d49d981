using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>Tables and sentences for the reports that the secretariat owes: what was handed over in the period, and nothing of another.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    // March of the year after this one, then August.
    private static readonly int Year = DateTime.UtcNow.Year + 1;

    private readonly MovableClock _clock = new();
    private readonly TestPortal _portal;
    private Visitor _leader = null!;

    public ReportTests()
    {
        _clock.Pass(new DateTimeOffset(Year, 3, 15, 0, 0, 0, TimeSpan.Zero) - DateTimeOffset.UtcNow);
        _portal = TestPortal.Start(services: all => all.AddSingleton<TimeProvider>(_clock));
    }

    public async Task InitializeAsync()
    {
        var (first, second) = (await _portal.Scenario.HouseholdInAsync("62.71.04.1004"), await _portal.Scenario.HouseholdInAsync("62.71.04.1004"));
        var program = await _portal.Scenario.ProgramAsync("Dinsos", "Bantuan pangan");
        await _portal.Scenario.AidAsync(program, first, InterventionState.Delivered, 2_000_000m);
        _clock.Pass(TimeSpan.FromDays(150));
        await _portal.Scenario.AidAsync(program, first, InterventionState.Delivered, 3_000_000m);
        await _portal.Scenario.AidAsync(program, second, InterventionState.Delivered, 3_500_000m);
        await _portal.Scenario.ProgramAsync("Disnaker", "Pelatihan");
        await _portal.Scenario.HeldMeetingAsync("Disnaker");
        _leader = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Leadership));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [PaperFact]
    public async Task Each_half_counts_what_was_handed_over_in_it_and_the_year_both()
    {
        var (first, second, year) = (await PaperAsync($"inpres.pdf?tahun={Year}&semester=1"), await PaperAsync($"inpres.pdf?tahun={Year}&semester=2"), await PaperAsync($"lp2kd.pdf?tahun={Year}"));

        Assert.Equal(["Bantuan pangan", "Dinas Sosial", "APBD Kabupaten/Kota", "2", "1", "2,0"], ProgramOf(first));
        Assert.Equal(["Bantuan pangan", "Dinas Sosial", "APBD Kabupaten/Kota", "2", "2", "6,5"], ProgramOf(second));
        Assert.Equal(["Bantuan pangan", "Dinas Sosial", "APBD Kabupaten/Kota", "2", "2", "8,5"], ProgramOf(year));
        Assert.Contains($"Dari 2 program {Year}, 1 sudah menyalurkan bantuan dalam Semester I {Year}, senilai Rp2.000.000.", first.Text, StringComparison.Ordinal);
        // A half that is over prints what was known at its end.
        Assert.Contains($"data per 30 Juni {Year}", first.Text, StringComparison.Ordinal);
        Assert.Contains("belum selesai, angkanya sampai hari ini", second.Text, StringComparison.Ordinal);
    }

    [PaperFact]
    public async Task The_yearly_report_has_its_six_chapters_and_the_matrix_of_decisions()
    {
        var paper = await PaperAsync($"lp2kd.pdf?tahun={Year}");

        paper.AssertSound();
        Assert.Equal([$"Bahan LP2KD, Tahun {Year}", "I Pendahuluan", "II Kondisi umum dan profil kemiskinan", "III Kebijakan dan program", "IV Kelembagaan", "V Evaluasi dan kendala", "VI Rekomendasi", $"Lampiran: matriks tindak lanjut rakor, Tahun {Year}"],
            [.. paper.Bookmarks, .. paper.Tables.Select(table => table.Caption).Where(caption => caption.StartsWith("Lampiran", StringComparison.Ordinal))]);
        Assert.Contains($"mengadakan 1 rakor dalam Tahun {Year}, dengan 1 keputusan; 0 sudah selesai.", paper.Text, StringComparison.Ordinal);
        for (var page = 1; page <= paper.PageCount; page++)
            Assert.Contains("TERBATAS", paper.PageText(page), StringComparison.Ordinal);
    }

    [PaperFact]
    public async Task Plans_are_printed_on_the_sheet_of_the_office()
    {
        var (plan, action) = (await PaperAsync("rpkd.pdf"), await PaperAsync("rat.pdf"));

        Assert.Equal([$"Tabel RPKD, Tahun {Year}", "1 Kondisi umum daerah", "2 Profil kemiskinan daerah", "3 Prioritas program", "4 Lokasi prioritas"], plan.Bookmarks);
        Assert.Equal(["2", "Pelatihan", "…", "–", "–", "–", "…", "APBD Kabupaten/Kota", "Dinas Tenaga Kerja"], action.Tables.Single().Rows[^1].Select(cell => cell.Length == 0 ? "–" : cell));
        Assert.Contains("(A4)", plan.Information("Page size"), StringComparison.Ordinal);
        await _portal.Scenario.SheetAsync(SheetSize.F4);
        Assert.StartsWith("609.4", (await PaperAsync("rpkd.pdf")).Information("Page size"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_has_not_begun_is_refused_with_what_can_be_asked()
    {
        var page = await _leader.GetAsync($"/laporan/inpres.pdf?tahun={Year + 4}&semester=1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Contains($"Isi tahun antara 2015 dan {Year}; untuk Tabel RAT juga tahun berikutnya.", page.Text, StringComparison.Ordinal);
        Assert.Equal($"{Year + 4}", page.Find("#tahun-inpres").GetAttribute("value"));
        // Next year's plan is made in this one.
        Assert.Equal(HttpStatusCode.OK, (await _leader.GetAsync($"/laporan/rat.pdf?tahun={Year + 1}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _leader.GetAsync($"/laporan/rat.pdf?tahun={Year + 2}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _leader.GetAsync("/laporan/rat.pdf?tahun=dua")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.GetAsync("/laporan/lain.pdf")).StatusCode);
    }

    private async Task<PaperFile> PaperAsync(string report) => await PaperFile.SavedAsync((await _leader.GetAsync($"/laporan/{report}")).Bytes, Path.Combine(_portal.DataDirectory, $"{report.GetHashCode(StringComparison.Ordinal):x}.pdf"));

    private static IReadOnlyList<string> ProgramOf(PaperFile paper) => paper.Tables.Single(table => table.Caption.StartsWith("Realisasi program", StringComparison.Ordinal)).Rows.Single(row => row[0] == "Bantuan pangan");
}
