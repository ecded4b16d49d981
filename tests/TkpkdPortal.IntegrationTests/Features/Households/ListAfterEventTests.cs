using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;
using static TkpkdPortal.IntegrationTests.Features.Households.FamilyOffice;

namespace TkpkdPortal.IntegrationTests.Features.Households;

/// <summary>A list was made before the event and comes after it: what the office recorded stands.</summary>
public sealed class ListAfterEventTests
{
    [Fact]
    public async Task A_member_who_died_is_not_brought_back()
    {
        await using var office = await StartAsync();
        await office.DieAsync(Son);

        await ImportBothAsync(office);

        Assert.Equal($"{Head} Head, {Wife} Spouse", await office.MembersAsync());
    }

    [Fact]
    public async Task Whom_a_later_list_names_in_the_family_next_door_stays_where_the_register_has_them()
    {
        await using var office = await StartAsync();
        var scenario = office.Portal.Scenario;
        await scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), new FamilyRow("627123700001", "6271041004") { HeadName = "TETANGGA UJI" }, new FamilyRow("627123700002", "6271041004") { HeadName = "SEBELAH UJI" });
        PersonRow At(string family, string person, string name, string relationship) => new(family, person, "6271041004") { Name = name, Relationship = relationship };
        await scenario.ImportPersonsAsync("2024", new DateOnly(2024, 9, 15), At("627123700001", "62712370000101", "TETANGGA UJI", "Kepala keluarga"), At("627123700001", "62712370000102", "ANAK UJI", "Anak"), At("627123700002", "62712370000201", "SEBELAH UJI", "Kepala keluarga"));

        var batch = await scenario.ImportPersonsAsync("2025", new DateOnly(2025, 9, 15), At("627123700001", "62712370000101", "TETANGGA UJI", "Kepala keluarga"), At("627123700002", "62712370000102", "ANAK UJI", "Menantu"), At("627123700002", "62712370000201", "SEBELAH UJI", "Kepala keluarga"));

        Assert.Equal(ImportState.Published, batch.State);
        Assert.Equal(["SEBELAH UJI 1", "TETANGGA UJI 2"], await office.ReadAsync(db => db.Households.Where(h => h.HeadName == "TETANGGA UJI" || h.HeadName == "SEBELAH UJI").OrderBy(h => h.HeadName).Select(h => h.HeadName + " " + h.Members.Count).ToListAsync()));
    }

    [Fact]
    public async Task The_new_head_does_not_become_the_dead_one()
    {
        await using var office = await StartAsync();
        await office.DieAsync(Head, newHead: Wife);

        await ImportBothAsync(office);

        Assert.Equal($"{Wife} Head, {Son} Child", await office.MembersAsync());
        Assert.Equal((Wife, false), await office.ReadAsync(db => db.Households.Select(h => ValueTuple.Create(h.HeadName, h.Members.Any(m => m.Relationship == Relationship.Head && m.Nik != null))).SingleAsync()));
    }

    [Fact]
    public async Task A_list_of_persons_that_comes_for_the_first_time_does_not_take_the_new_head_for_the_dead_one()
    {
        await using var office = await StartAsync();
        var alone = await office.Portal.Scenario.HouseholdInAsync(Village, "DEWI UJI");
        var family = await office.ReadAsync(db => db.ListKeys.OrderByDescending(key => key.Id).Select(key => key.FamilyListId).FirstAsync());
        var born = await office.VillageHead.GetAsync(EventPath(alone, "bergabung"));
        var confirm = await FillAsync(born, "bergabung", ("Form.Name", "JOKO UJI"), ("Form.Sex", "Male"), ("Form.Relationship", "Spouse"));
        await confirm.SubmitAsync("form[action$='/peristiwa/bergabung']", ("Form.Step", "catat"));
        var dies = await FillAsync(await office.VillageHead.GetAsync(EventPath(alone, "kematian")), "kematian", ("Form.MemberId", (await office.MemberAsync("DEWI UJI")).ToString()),
            ("Form.NewHeadId", (await office.MemberAsync("JOKO UJI")).ToString()));
        await dies.SubmitAsync("form[action$='/peristiwa/kematian']", ("Form.Step", "catat"));

        await office.Portal.Scenario.ImportPersonsAsync("2023", new DateOnly(2023, 9, 15), new PersonRow(family, "D1", "6271041004") { Name = "DEWI UJI" });

        Assert.StartsWith("JOKO UJI Head", await office.MembersAsync(alone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_founded_a_household_of_the_own_stays_there()
    {
        await using var office = await StartAsync();
        var split = await office.SplitAsync(null, (Son, Relationship.Head), (Wife, Relationship.Other));

        await ImportBothAsync(office);

        Assert.Equal(($"{Head} Head", $"{Son} Head, {Wife} Other"), (await office.MembersAsync(), await office.MembersAsync(split)));
    }

    [Fact]
    public async Task A_number_that_the_list_still_has_in_the_former_family_waits_for_a_person()
    {
        await using var office = await StartAsync();
        await office.SplitAsync(null, (Son, Relationship.Head));

        var batch = await office.Portal.Scenario.ImportPersonsAsync("2024", new DateOnly(2024, 9, 15), [.. Persons.Select(person => person with { Decile = "3" })]);

        Assert.Equal((ImportState.Published, 1), (batch.State, await office.ReadAsync(db => db.WithheldRows.CountAsync(row => row.BatchId == batch.Id))));
    }

    [Fact]
    public async Task A_former_head_stays_an_ordinary_member()
    {
        await using var office = await StartAsync();
        await office.RecordAsync("ganti-kepala", ("Form.NewHeadId", (await office.MemberAsync(Wife)).ToString()));

        await ImportBothAsync(office);

        Assert.Equal($"{Wife} Head, {Head} Spouse, {Son} Child", await office.MembersAsync());
    }

    [Fact]
    public async Task A_closed_household_stays_closed()
    {
        await using var office = await StartAsync();
        await office.RecordAsync("pindah-luar");

        await ImportBothAsync(office);

        Assert.Equal("", await office.MembersAsync());
        Assert.Equal(0, await office.ReadAsync(db => db.Households.CountAsync()));
    }

    [Fact]
    public async Task A_family_that_was_handed_over_is_not_moved_back_and_the_old_house_does_not_return()
    {
        await using var office = await StartAsync();
        await office.HandOverAsync();

        await ImportBothAsync(office);

        Assert.Equal(("62.71.04.1003.000.004.", "JL. BARU 7", true, (byte?)3), await office.ReadAsync(db => db.Households
            .Select(h => ValueTuple.Create(h.AreaCode, h.Address, h.Housing.DrinkingWater == null, h.DecileCode)).SingleAsync()));
        Assert.Equal($"{Head} Head, {Wife} Spouse, {Son} Child", await office.MembersAsync());
    }

    [Fact]
    public async Task A_child_who_is_born_while_a_list_is_being_read_is_not_taken_for_somebody_on_it()
    {
        await using var office = await StartAsync();
        var file = PersonsFile.Of([.. Persons, new(FamilyId, "P4", "6271041004") { Name = "DEWI UJI", Sex = "Perempuan", Relationship = "Anak", BirthDate = "2010-01-02" }]);

        await ImportMeanwhileAsync(office, ImportKind.P3kePersons, file, () => office.RecordAsync("kelahiran", ("Form.Name", "ANI UJI"), ("Form.Sex", "Female")));

        Assert.Equal($"{Head} Head, {Wife} Spouse, ANI UJI Child, {Son} Child, DEWI UJI Child", await office.MembersAsync());
    }

    [Fact]
    public async Task A_household_that_is_founded_while_a_list_is_being_read_is_not_taken_for_one_on_it()
    {
        await using var office = await StartAsync();
        var file = PersonsFile.Of([.. Persons, new("627123000777", "P7", "6271041004") { Name = "LINA UJI", Nik = "6271990203850007", BirthDate = "1985-03-02" }]);

        await ImportMeanwhileAsync(office, ImportKind.P3kePersons, file, () => office.SplitAsync(null, (Son, Relationship.Head)));

        Assert.Equal(["BUDI UJI", "LINA UJI", "RAHMAN UJI"], await office.ReadAsync(db => db.Households.OrderBy(h => h.HeadName).Select(h => h.HeadName).ToListAsync()));
    }

    [Fact]
    public async Task A_household_that_is_founded_between_two_steps_of_a_list_of_families_takes_the_place_of_none_of_them()
    {
        const int Families = 600;
        await using var office = await StartAsync();
        var file = FamiliesFile.Of(Enumerable.Range(1, Families).Select(n => new FamilyRow($"62712390{n:0000}", "6271041004") { HeadName = $"WARGA {n:000}" }));
        var founded = false;

        await ImportMeanwhileAsync(office, ImportKind.P3keFamilies, file, () => founded ? Task.CompletedTask : FoundAsync());

        Task FoundAsync()
        {
            founded = true;
            return office.SplitAsync(null, (Son, Relationship.Head));
        }
        Assert.Equal([Son], await office.ReadAsync(db => db.Households.Where(h => !db.ListKeys.Any(key => key.HouseholdId == h.Id)).Select(h => h.HeadName).ToListAsync()));
        Assert.Equal(Families, await office.ReadAsync(db => db.ListedHouseholds.CountAsync(row => row.Name.StartsWith("WARGA") && db.Persons.Any(person => person.HouseholdId == row.HouseholdId && person.Name == row.Name)
            && db.NameTokens.Any(token => token.HouseholdId == row.HouseholdId) && db.ListKeys.Any(key => key.HouseholdId == row.HouseholdId && key.FamilyListId == row.FamilyListId))));
    }

    // Something happens after the rows were read, or the first of them, and before they are published.
    private static async Task ImportMeanwhileAsync(FamilyOffice office, ImportKind kind, byte[] file, Func<Task> happen)
    {
        var batch = await office.Portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
        {
            var queued = await services.GetRequiredService<ImportIntake>().QueueAsync(new ImportOrder(kind, "daftar.csv", kind is ImportKind.P3kePersons ? "2023" : "2024", new DateOnly(kind is ImportKind.P3kePersons ? 2023 : 2024, 9, 15)), default);
            await services.GetRequiredService<ImportRun>().RunAsync(queued.Id, new MemoryStream(file), (_, _) => Task.Run(happen).GetAwaiter().GetResult(), default);
            return await services.GetRequiredService<PortalDbContext>().ImportBatches.AsNoTracking().SingleAsync(b => b.Id == queued.Id);
        });
        Assert.True(batch.State is ImportState.Published, batch.FailureMessage);
    }

    // A later release of both files, in which everything is as before but the decile: no row is the same, every row is taken up.
    private static async Task ImportBothAsync(FamilyOffice office)
    {
        await office.Portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), Family with { Decile = "3" });
        await office.Portal.Scenario.ImportPersonsAsync("2024", new DateOnly(2024, 9, 15), [.. Persons.Select(person => person with { Decile = "3" })]);
    }
}
