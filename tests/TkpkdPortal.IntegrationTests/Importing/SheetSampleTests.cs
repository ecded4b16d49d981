using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>What is known after the sheets of a deliberation and of a verification, beyond the counts of their rows.</summary>
public sealed class SheetSampleTests
{
    [Fact]
    public async Task A_deliberation_says_of_each_family_whether_it_stays_and_finds_its_villages_by_name()
    {
        var outcome = SampleOutcome.Of("musdes_sambas_layout.xlsx");
        await using var portal = await LoadedAsync(outcome);

        await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
        {
            var families = await HeadsAsync(services);
            var areas = services.GetRequiredService<AreaDirectory>();
            Assert.Equal(outcome.FamiliesBy("hasil").OrderBy(group => group.Key), CountBy(families, row => row.Said.Agreed switch { true => "Ya", false => "Tidak", null => "(kosong)" }));
            Assert.Equal(outcome.FamiliesBy("village").OrderBy(group => group.Key), CountBy(families, row => AreaCode.Parse(row.Person.AreaCode).AtLevel(AreaLevel.Village) is var village
                ? $"{village.Official} {areas.NameOf(village).ToUpperInvariant()}" : ""));
            Assert.All(families, row => Assert.Equal(new DateOnly(2024, 2, 14), row.Said.HeldOn));
            return 0;
        });
    }

    [Fact]
    public async Task A_verification_says_what_was_found_and_its_corrections_are_the_names_and_numbers_of_the_row()
    {
        var outcome = SampleOutcome.Of("verval_3header_layout.xlsx");
        await using var portal = await LoadedAsync(outcome);

        await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
        {
            var families = await HeadsAsync(services);
            Assert.Equal(outcome.FamiliesBy("keberadaan").OrderBy(group => group.Key), CountBy(families, row => row.Said.Presence is { } presence ? SheetPresenceWords.Values.Label(presence) : "(kosong)"));
            Assert.Equal(outcome.FamiliesBy("memenuhi").OrderBy(group => group.Key), CountBy(families, row => row.Said.MeetsCriteria switch { true => "Ya", false => "Tidak", null => "(kosong)" }));
            Assert.Equal(outcome.FamiliesBy("alasan").OrderBy(group => group.Key), CountBy(families.Where(row => row.Said.Reason is not null), row => row.Said.Reason ?? ""));
            Assert.Equal((outcome.Number("nama_perbaikan"), outcome.Number("nik_perbaikan")), (families.Count(row => row.Said.NameBefore is not null), families.Count(row => row.Said.IsNikCorrected)));
            Assert.All(families, row => Assert.NotNull(row.Said.FamilyCard));
            return 0;
        });
    }

    private static async Task<TestPortal> LoadedAsync(SampleOutcome outcome)
    {
        var portal = TestPortal.Start(outcome.Office);
        await portal.Scenario.ImportAsync(outcome.Order, await File.ReadAllBytesAsync(outcome.FilePath));
        return portal;
    }

    private static async Task<List<(ListedPerson Person, SheetStatement Said)>> HeadsAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var rows = await (from person in db.ListedPersons join said in db.SheetStatements on person.Id equals said.ListedPersonId where person.Relationship == Relationship.Head select new { person, said }).ToListAsync();
        return rows.ConvertAll(row => (row.person, row.said));
    }

    private static IEnumerable<KeyValuePair<string, int>> CountBy(IEnumerable<(ListedPerson Person, SheetStatement Said)> rows, Func<(ListedPerson Person, SheetStatement Said), string> by) =>
        rows.CountBy(by).OrderBy(group => group.Key);
}
