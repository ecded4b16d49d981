using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Figures;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Interventions;

/// <summary>Aid from its plan to its proof, one by one and for many families at once.</summary>
public sealed class InterventionPagesTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004";

    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _dinsos = null!;

    public async Task InitializeAsync() => _dinsos = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.SocialService, opd: "Dinsos"));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_plan_takes_its_steps_and_a_drop_needs_its_reason()
    {
        var aid = await PlannedAsync();

        var budgeted = await StepAsync(aid, ("Step.State", "Budgeted"));
        var unexplained = await StepAsync(aid, ("Step.State", "Cancelled"), ("Step.Reason", " "));
        var cancelled = await StepAsync(aid, ("Step.State", "Cancelled"), ("Step.Reason", "Keluarga pindah"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (budgeted.StatusCode, unexplained.StatusCode, cancelled.StatusCode));
        Assert.Contains("Tulis alasannya", unexplained.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal((InterventionState.Cancelled, "Keluarga pindah"), await ReadAsync(stored => (stored.State, stored.DropReason)));
    }

    [Fact]
    public async Task A_step_on_aid_that_somebody_else_has_moved_is_refused()
    {
        var aid = await PlannedAsync();
        var stale = await _dinsos.GetAsync($"/intervensi/{aid}");
        await StepAsync(aid, ("Step.State", "Budgeted"));

        var answer = await stale.SubmitAsync("form[action$='/langkah']", ("Step.State", "Budgeted"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("diubah orang lain", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aid_of_another_OPD_is_neither_moved_nor_planned_for()
    {
        var program = await _portal.Scenario.ProgramAsync("Disnaker");
        var aid = await _portal.Scenario.AidAsync(program, await _portal.Scenario.HouseholdInAsync(Village));

        Assert.Equal(HttpStatusCode.NotFound, (await _dinsos.PostAsync($"/intervensi/{aid}/langkah", "/program/baru", ("Step.State", "Budgeted"), ("Step.Version", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _dinsos.GetAsync($"/program/{program}/sasaran")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _dinsos.GetAsync($"/program/{program}/ubah")).StatusCode);
    }

    [Fact]
    public async Task Aid_for_one_member_carries_period_quantity_and_proof()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Village);
        var program = await _portal.Scenario.ProgramAsync("Dinsos");
        var form = await _dinsos.GetAsync($"/intervensi/baru?keluarga={household}");

        var answer = await form.SubmitAsync("form[action='/intervensi/baru']", ("Form.ProgramId", program.ToString()), ("Form.State", "Delivered"), ("Form.Goods", "Kursi roda"), ("Form.Quantity", "1"),
            ("Form.Unit", "buah"), ("Form.Period", "T2"), ("Form.Evidence", "BAST 12/2026"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(("Kursi roda", 1m, "buah", 2, "BAST 12/2026"), await ReadAsync(stored => (stored.Goods, stored.Quantity, stored.Unit, stored.Period.Quarter, stored.Evidence)));
        Assert.Contains("Sudah diterima", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_families_are_previewed_with_refusals_by_name_and_then_recorded_together()
    {
        var program = await _portal.Scenario.ProgramAsync("Dinsos", "Sembako");
        var helped = await _portal.Scenario.HouseholdInAsync(Village, "SUDAH UJI");
        await _portal.Scenario.HouseholdInAsync(Village, "BELUM UJI");
        await _portal.Scenario.AidAsync(program, helped);
        var page = await _dinsos.GetAsync($"/program/{program}/sasaran?wilayah={Village}");

        var preview = await page.SubmitAsync("form[method=post]", ("Form.All", "true"), ("Form.Amount", "200.000"));

        Assert.Contains("SUDAH UJI", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Sudah ada bantuan program ini untuk", preview.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await preview.SubmitAsync("form[action$='/simpan']")).StatusCode);
        Assert.Equal(2, await CountAsync());
        var again = await preview.SubmitAsync("form[action$='/simpan']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("Belum ada yang disimpan", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Without_a_choice_the_page_of_many_says_what_is_missing_and_keeps_the_terms()
    {
        var program = await _portal.Scenario.ProgramAsync("Dinsos");
        await _portal.Scenario.HouseholdInAsync(Village);

        var answer = await (await _dinsos.GetAsync($"/program/{program}/sasaran?wilayah={Village}")).SubmitAsync("form[method=post]", ("Form.Amount", "123.000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Centang keluarga yang dituju", answer.Find(".tk-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("123.000", answer.Find("[name='Form.Amount']").GetAttribute("value"));
    }

    [Fact]
    public async Task The_page_of_many_does_not_look_into_another_office() => Assert.Equal(HttpStatusCode.NotFound,
        (await _dinsos.GetAsync($"/program/{await _portal.Scenario.ProgramAsync("Dinsos")}/sasaran?wilayah=64.08")).StatusCode);

    [Fact]
    public async Task Possible_double_aid_is_named_on_the_page_of_the_family_and_in_the_import()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("627123000901", "6271041004") { HeadName = "BUDI UJI", Nik = "6271990302800901" });
        var row = new RecipientLine("6271990302800901", "6271041004");
        var batch = await _portal.Scenario.ImportRecipientsAsync("2024", row, row, row with { Program = "BLT Dana Desa", Opd = "DPMD", FundSource = "DANA_DESA" }, row with { Nik = "6271990302800902", Name = "ASING UJI" });

        var household = await ReadAsync(stored => stored.HouseholdId, first: true);
        var id = await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.Id == household).Select(h => h.PublicId).SingleAsync());
        var family = await _dinsos.GetAsync($"/keluarga/{id}");

        Assert.Equal((3, 1), (batch.Counts.Matched, batch.Counts.Unmatched));
        Assert.Contains("Perlu diperiksa: Program yang sama dua kali dalam satu periode", family.Text, StringComparison.Ordinal);
        Assert.Contains("Perlu diperiksa: BLT Dana Desa dan PKH untuk penerima yang sama dalam satu periode", family.Text, StringComparison.Ordinal);
        Assert.Contains("Perlu diperiksa: Dana Desa di kelurahan", family.Text, StringComparison.Ordinal);
        Assert.Contains("SAMA_PROGRAM_PERIODE", (await _dinsos.GetAsync($"/impor/{batch.PublicId}")).Text, StringComparison.Ordinal);
        var unmatched = await _dinsos.GetAsync($"/impor/{batch.PublicId}/tak-padan");
        Assert.Contains("ASING UJI", unmatched.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6271990302800902", unmatched.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await unmatched.SubmitAsync("form[action$='/tak-padan']")).StatusCode);
    }

    [Fact]
    public async Task A_recipient_whose_family_comes_later_is_found_when_the_same_file_is_loaded_again()
    {
        var row = new RecipientLine("6271990302800903", "6271041004");
        await _portal.Scenario.ImportRecipientsAsync("2024", row);
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("627123000903", "6271041004") { HeadName = "BUDI UJI", Nik = "6271990302800903" });

        var again = await _portal.Scenario.ImportRecipientsAsync("2024", row);
        var corrected = await _portal.Scenario.ImportRecipientsAsync("2024", row with { Amount = "750000" });
        var elsewhere = await _portal.Scenario.ImportRecipientsAsync("2024 lengkap", row with { Amount = "750000" });

        Assert.Equal((0, 1, 1), (again.Counts.New, again.Counts.Same, again.Counts.Matched));
        Assert.Equal((1, 0, 1), (corrected.Counts.Changed, corrected.Counts.New, elsewhere.Counts.New));
        // One fact, however often it is delivered.
        Assert.Equal(1, await CountAsync());
        Assert.Equal((750_000m, InterventionState.Delivered, new DateOnly(2024, 3, 31)), await ReadAsync(stored => (stored.Amount, stored.State, stored.On)));
    }

    [Fact]
    public async Task A_figure_of_a_past_moment_counts_as_planned_what_arrived_later()
    {
        var aid = await PlannedAsync();
        await StepAsync(aid, ("Step.State", "Budgeted"));
        await StepAsync(aid, ("Step.State", "InProgress"));
        var before = DateTime.UtcNow;
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(aid, ("Step.State", "Delivered"))).StatusCode);

        Assert.Equal((1, 0, 0m), await FigureAsync(before));
        Assert.Equal((0, 1, 200_000m), await FigureAsync(DateTime.UtcNow));
    }

    [Fact]
    public async Task A_recipient_file_that_is_cut_off_shows_nothing_and_a_repeat_completes_it()
    {
        RecipientLine[] rows = [.. Enumerable.Range(1, 1_200).Select(i => new RecipientLine($"627199030280{i:0000}", "6271041004"))];
        using var cut = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
        {
            var batch = await services.GetRequiredService<ImportIntake>().QueueAsync(new ImportOrder(ImportKind.Recipients, "penerima.csv", "2024", new DateOnly(2024, 12, 31)), default);
            await services.GetRequiredService<ImportRun>().RunAsync(batch.Id, new MemoryStream(RecipientsFile.Of(rows)), (_, _) => cut.Cancel(), cut.Token);
            return 0;
        }));

        Assert.Equal((0, 500), await RowsAsync());
        await _portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
        {
            await services.GetRequiredService<ImportCleanup>().RecoverAsync(isAlone: true, default);
            return 0;
        });
        Assert.Equal((0, 0), await RowsAsync());
        Assert.Equal(1_200, (await _portal.Scenario.ImportRecipientsAsync("2024", rows)).Counts.New);
        Assert.Equal((1_200, 1_200), await RowsAsync());
    }

    private Task<(int Visible, int Stored)> RowsAsync() => _portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
    {
        var rows = services.GetRequiredService<PortalDbContext>().RecipientRows;
        return (await rows.CountAsync(), await rows.IgnoreQueryFilters([FilterNames.Published]).CountAsync());
    });

    private Task<(int, int, decimal)> FigureAsync(DateTime at) => _portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, async services =>
    {
        var figure = (await AidFigure.OfAsync(services.GetRequiredService<PortalDbContext>(), new FigureScope(_portal.Office, null, at), default)).Single();
        return (figure.Planned, figure.Reached, figure.Amount);
    });

    private async Task<Guid> PlannedAsync() => await _portal.Scenario.AidAsync(await _portal.Scenario.ProgramAsync("Dinsos"), await _portal.Scenario.HouseholdInAsync(Village));

    private async Task<Page> StepAsync(Guid aid, params (string, string?)[] values) => await (await _dinsos.GetAsync($"/intervensi/{aid}")).SubmitAsync("form[action$='/langkah']", values);

    private Task<T> ReadAsync<T>(Func<Intervention, T> read, bool first = false) => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, async services =>
    {
        var aid = services.GetRequiredService<PortalDbContext>().Interventions.AsNoTracking().OrderBy(one => one.Id);
        return read(await (first ? aid.FirstAsync() : aid.SingleAsync()));
    });

    private Task<int> CountAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => services.GetRequiredService<PortalDbContext>().Interventions.CountAsync());
}
