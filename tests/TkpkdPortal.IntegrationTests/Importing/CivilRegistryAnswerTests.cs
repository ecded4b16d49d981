using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

public sealed class CivilRegistryAnswerTests : IAsyncLifetime
{
    private const string Nik = "6271990302800001", OtherNik = "6271990302800002", Village = "6271041004";

    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly TestPortal _portal = TestPortal.Start();

    public Task InitializeAsync() => _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
        new FamilyRow("62710000001", Village) { HeadName = "BUDI UJI", Nik = Nik }, new FamilyRow("62710000002", Village) { HeadName = "SITI UJI" });

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task An_answer_is_kept_with_its_day_and_source_and_changes_no_name_date_or_number()
    {
        var before = await PersonAsync("BUDI UJI");

        var batch = await _portal.Scenario.ImportAnswersAsync("November", Day, new AnswerLine("Tidak sesuai") { Nik = Nik, Fields = "nama, tanggal_lahir", ToldName = "BUDI BENAR", ToldBirthDate = "04/02/1980" });

        var after = await PersonAsync("BUDI UJI");
        var answer = Assert.Single(await AnswersAsync());
        Assert.Equal((1, 1, 0, 1, 0), (batch.Counts.Rows, batch.Counts.New, batch.Counts.Rejected, batch.Counts.Matched, batch.Counts.Unmatched));
        Assert.Equal((before.Name, before.BirthDate, CivilMatch.Differs, Day, false), (after.Name, after.BirthDate, after.CivilMatch, after.CivilMatchOn, after.MatchesCivilRegistry));
        Assert.Equal(before.NikIndex, after.NikIndex);
        Assert.Equal(("November", Day, CivilMatchFields.Name | CivilMatchFields.BirthDate, "BUDI BENAR"), (answer.ReleaseName, answer.AnsweredOn, answer.Fields, answer.ToldName));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        AnswerLine[] rows = [new AnswerLine("Sesuai") { Nik = Nik }, new AnswerLine("Tidak ditemukan") { Nik = OtherNik }];
        await _portal.Scenario.ImportAnswersAsync("November", Day, rows);
        var version = (await PersonAsync("BUDI UJI")).Version;

        var again = await _portal.Scenario.ImportAnswersAsync("November", Day, rows);

        Assert.Equal((2, 0, 0, 2), (again.Counts.Rows, again.Counts.New, again.Counts.Changed, again.Counts.Same));
        Assert.Equal(2, (await AnswersAsync()).Count);
        Assert.Equal(version, (await PersonAsync("BUDI UJI")).Version);
    }

    [Fact]
    public async Task A_later_answer_supersedes_the_earlier_and_an_older_file_supersedes_nothing()
    {
        await _portal.Scenario.ImportAnswersAsync("November", Day, new AnswerLine("Tidak sesuai") { Nik = Nik, Fields = "nama" });

        var later = await _portal.Scenario.ImportAnswersAsync("Desember", Day.AddDays(20), new AnswerLine("Sesuai") { Nik = Nik });
        var older = await _portal.Scenario.ImportAnswersAsync("Oktober", Day.AddDays(-30), new AnswerLine("Meninggal") { Nik = Nik });

        Assert.Equal((1, 1), (later.Counts.Changed, older.Counts.Same));
        Assert.Equal((CivilMatch.Agrees, Day.AddDays(20)), ((await PersonAsync("BUDI UJI")).CivilMatch, (await PersonAsync("BUDI UJI")).CivilMatchOn));
        Assert.Equal([CivilMatch.Differs, CivilMatch.Agrees], (await AnswersAsync()).Select(answer => answer.Match));
        Assert.NotNull((await AnswersAsync())[0].SupersededById);
        Assert.Equal([FindingKind.AnswerOlder], await FindingsAsync(older));
    }

    [Fact]
    public async Task A_person_without_a_number_is_found_by_the_id_that_went_out()
    {
        var siti = await PersonAsync("SITI UJI");

        var batch = await _portal.Scenario.ImportAnswersAsync("November", Day, new AnswerLine("Tidak sesuai") { PersonId = siti.PublicId, Name = "SITI UJI", ToldNik = "6271994302800003" });

        Assert.Equal(1, batch.Counts.Matched);
        Assert.Equal((CivilMatch.Differs, true), ((await PersonAsync("SITI UJI")).CivilMatch, (await PersonAsync("SITI UJI")).Nik is null));
        Assert.Equal(CivilMatchFields.Nik, Assert.Single(await AnswersAsync()).Fields);
    }

    [Fact]
    public async Task An_answer_about_another_number_than_the_register_has_waits_for_a_person()
    {
        var budi = await PersonAsync("BUDI UJI");

        var batch = await _portal.Scenario.ImportAnswersAsync("November", Day, new AnswerLine("Meninggal") { PersonId = budi.PublicId, Nik = OtherNik });

        Assert.Equal((0, 1), (batch.Counts.New, batch.Counts.Review));
        Assert.Null((await PersonAsync("BUDI UJI")).CivilMatch);
    }

    [Fact]
    public async Task A_list_or_another_number_does_not_stand_against_the_answer()
    {
        await _portal.Scenario.ImportAnswersAsync("November", Day, new AnswerLine("Sesuai") { Nik = Nik });
        await ImportAgainAsync("2024", Nik, "Tidak");
        var claimed = await PersonAsync("BUDI UJI");
        await ImportAgainAsync("2025", OtherNik, "Tidak");
        var renumbered = await PersonAsync("BUDI UJI");

        Assert.Equal((CivilMatch.Agrees, true), (claimed.CivilMatch, claimed.MatchesCivilRegistry));
        Assert.Equal((null, null, false), (renumbered.CivilMatch, renumbered.CivilMatchOn, renumbered.MatchesCivilRegistry));
    }

    [Fact]
    public async Task What_a_row_lacks_keeps_only_that_row_out()
    {
        var batch = await _portal.Scenario.ImportAnswersAsync("November", Day,
            new AnswerLine("Sesuai") { Nik = Nik }, new AnswerLine("Mungkin") { Nik = OtherNik }, new AnswerLine("Sesuai"), new AnswerLine("Sesuai") { Nik = "62719903028" },
            new AnswerLine("Meninggal") { Nik = Nik }, new AnswerLine("Tidak sesuai") { Nik = OtherNik });

        Assert.Equal((6, 2, 4, 1), (batch.Counts.Rows, batch.Counts.New, batch.Counts.Rejected, batch.Counts.Unmatched));
        Assert.Equal([FindingKind.MatchUnknown, FindingKind.PersonIdBlank, FindingKind.NikLength, FindingKind.PersonIdDuplicate, FindingKind.FieldsBlank], await FindingsAsync(batch));
        Assert.Equal(CivilMatch.Agrees, (await PersonAsync("BUDI UJI")).CivilMatch);
    }

    [Fact]
    public async Task Trying_it_out_loads_nothing()
    {
        var batch = await _portal.Scenario.ImportAsync(new TkpkdPortal.Importing.ImportOrder(ImportKind.CivilRegistry, "jawaban.csv", "November", Day) { IsDryRun = true }, AnswersFile.Of(new AnswerLine("Sesuai") { Nik = Nik }));

        Assert.Equal((ImportState.DryRunDone, 1), (batch.State, batch.Counts.New));
        Assert.Empty(await AnswersAsync());
        Assert.Null((await PersonAsync("BUDI UJI")).CivilMatch);
    }

    private Task<ImportBatch> ImportAgainAsync(string release, string nik, string match) => _portal.Scenario.ImportFamiliesAsync(release, new DateOnly(int.Parse(release, System.Globalization.CultureInfo.InvariantCulture), 9, 15),
        new FamilyRow("62710000001", Village) { HeadName = "BUDI UJI", Nik = nik, Others = new Dictionary<string, string> { ["padan_dukcapil"] = match } });

    private Task<Person> PersonAsync(string name) => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services =>
        services.GetRequiredService<PortalDbContext>().Persons.AsNoTracking().SingleAsync(person => person.Name == name));

    private Task<List<CivilRegistryAnswer>> AnswersAsync() => _portal.Scenario.AsConsoleAsync(Permission.MatchCivilRegistry, services =>
        services.GetRequiredService<PortalDbContext>().CivilRegistryAnswers.AsNoTracking().OrderBy(answer => answer.Id).ToListAsync());

    private Task<List<string>> FindingsAsync(ImportBatch batch) => _portal.Scenario.AsConsoleAsync(Permission.MatchCivilRegistry, services => services.GetRequiredService<PortalDbContext>()
        .ImportFindings.AsNoTracking().Where(finding => finding.BatchId == batch.Id).OrderBy(finding => finding.Row).Select(finding => finding.Kind).ToListAsync());
}
