using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Overlapping;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>The recipients of three OPD after the register of Kutai Timur, through the built program.</summary>
public sealed class RecipientSampleTests
{
    private const string File = "opd_penerima_bansos.csv", Office = "64.08";

    [SharedFact]
    public async Task Recipients_are_judged_matched_and_searched_for_double_aid_row_for_row_as_expected_and_bring_nothing_the_second_time()
    {
        using var data = new TempDirectory();
        foreach (var registry in new[] { ("p3ke-families", "p3ke_keluarga_kutim_2023.csv"), ("p3ke-persons", "p3ke_individu_kutim_2023.csv") })
            await ImportAsync(data, registry.Item1, registry.Item2, "2023", "2023-09-15");
        var outcome = SampleOutcome.Of(File);

        var first = await ImportAsync(data, "recipients", File, "2024", "2024-12-31");
        var second = await ImportAsync(data, "recipients", File, "2024", "2024-12-31");

        Assert.Equal(outcome.Counts(), SampleOutcome.CountsOf(first));
        Assert.Equal(outcome.Findings(), SampleOutcome.FindingsOf(first));
        Assert.Equal((0, 0, 913), (Number(second, "new"), Number(second, "changed"), Number(second, "same")));
        var expected = JsonDocument.Parse(await System.IO.File.ReadAllBytesAsync(Path.Combine(Repository.Samples, "expected.json"))).RootElement.GetProperty("files").GetProperty(File);
        foreach (var answer in new[] { first, second })
        {
            Assert.Equal((expected.GetProperty("matched_rows").GetInt32(), expected.GetProperty("unmatched_rows").GetInt32()), (Number(answer, "matched"), Number(answer, "unmatched")));
            Assert.Equal(Groups(expected.GetProperty("duplicate_groups")), Groups(answer.GetProperty("overlaps")));
        }
        await using var portal = TestPortal.StartOn(data.FullPath, Office);
        await AssertLedgerAsync(portal, expected);
    }

    private static Task<int> AssertLedgerAsync(TestPortal portal, JsonElement expected) => portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var unmatched = await db.RecipientRows.Where(row => row.InterventionId == null).OrderBy(row => row.RowNumber).Select(row => row.RowNumber).ToListAsync();
        Assert.Equal(expected.GetProperty("unmatched_row_numbers").EnumerateArray().Select(row => row.GetInt32()), unmatched);
        Assert.Equal(792, await db.Interventions.CountAsync(aid => aid.State == InterventionState.Delivered && aid.PersonId != null));
        var overlaps = await db.RecipientOverlaps.OrderBy(overlap => overlap.Id).ToListAsync();
        foreach (var kind in expected.GetProperty("duplicates").EnumerateObject())
        {
            var groups = kind.Value.EnumerateArray().Select(group => string.Join(", ", group.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32()))).ToList();
            var found = overlaps.Where(overlap => overlap.Kind == kind.Name).Select(overlap => overlap.Rows).ToList();
            Assert.Equal(groups.Concat(groups), found);
        }
        await AssertRegisterOverlapsAsync(services.GetRequiredService<OverlapSearch>(), expected, [.. unmatched]);
        // The year that each row names, under the OPD that it names; nobody has confirmed them yet.
        Assert.Equal([("BLT Dana Desa", 2024), ("PKH", 2024), ("RTLH", 2022), ("RTLH", 2024)],
            (await db.AidPrograms.Where(program => program.IsProposed).OrderBy(program => program.Name).ThenBy(program => program.Year).ToListAsync()).Select(program => (program.Name, program.Year)));
        return 0;
    });

    // Beside the register a group counts where all its rows were matched; two that were not have no household.
    private static async Task AssertRegisterOverlapsAsync(OverlapSearch search, JsonElement expected, HashSet<int> unmatched)
    {
        var planted = expected.GetProperty("duplicates").EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray()
            .Where(group => !group.GetProperty("rows").EnumerateArray().Any(row => unmatched.Contains(row.GetInt32()))).Select(_ => kind.Name)).Order(StringComparer.Ordinal);
        var found = await search.OfYearAsync(2024, default);

        Assert.Equal(planted, found.Select(finding => finding.Kind).Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.True(finding is { IsOpen: true, Amount: > 0 }));
    }

    private static async Task<JsonElement> ImportAsync(TempDirectory data, string kind, string file, string release, string releasedOn) =>
        (await Verb.RunAsync(data.FullPath, Office, "import", kind, SamplePath(file), "--release", release, "--released-on", releasedOn, "--json")).Succeeded().Json;

    private static string SamplePath(string file) => Path.Combine(Repository.Shared ?? "", "samples", file);

    private static int Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt32();

    private static IEnumerable<string> Groups(JsonElement groups) => groups.EnumerateObject().Select(group => $"{group.Name}={group.Value}").Order(StringComparer.Ordinal);
}
