using System.Text.Json;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>Every sample file of a list or sheet through the built program, in an empty data directory and for its own office.</summary>
public sealed class SampleFileTests
{
    public static TheoryData<string> SmallFiles => [.. SampleOutcome.Names(inClone: true)];

    public static TheoryData<string> LargeFiles => [.. SampleOutcome.Names(inClone: false)];

    [Theory, MemberData(nameof(SmallFiles))]
    public Task A_small_sample_is_judged_row_for_row_as_expected_and_brings_nothing_the_second_time(string file) => JudgedAsExpectedAsync(file);

    [SharedTheory, MemberData(nameof(LargeFiles))]
    public Task A_large_sample_is_judged_row_for_row_as_expected_and_brings_nothing_the_second_time(string file) => JudgedAsExpectedAsync(file);

    [Fact]
    public async Task A_dry_run_counts_and_finds_the_same_and_loads_nothing()
    {
        using var data = new TempDirectory();
        var outcome = SampleOutcome.Of("p3ke_dirty.xlsx");

        var dry = await ImportAsync(data, outcome, "--dry-run");
        var real = await ImportAsync(data, outcome);

        Assert.Equal(outcome.Counts(), SampleOutcome.CountsOf(dry));
        Assert.Equal(outcome.Findings(), SampleOutcome.FindingsOf(dry));
        Assert.Equal(outcome.Counts(), SampleOutcome.CountsOf(real));
    }

    private static async Task JudgedAsExpectedAsync(string file)
    {
        using var data = new TempDirectory();
        var outcome = SampleOutcome.Of(file);

        var first = await ImportAsync(data, outcome);
        var second = await ImportAsync(data, outcome);

        Assert.Equal(outcome.Counts(), SampleOutcome.CountsOf(first));
        Assert.Equal(outcome.Findings(), SampleOutcome.FindingsOf(first));
        foreach (var (row, others) in outcome.SharedWith)
            Assert.All(others, other => Assert.Contains($"{other}", MessageOf(first, row, "NIK_GANDA"), StringComparison.Ordinal));
        Assert.Equal((0, 0, Number(first, "new")), (Number(second, "new"), Number(second, "changed"), Number(second, "same")));
        Assert.Equal(SampleOutcome.FindingsOf(first), SampleOutcome.FindingsOf(second));
        Assert.All([first, second], answer => Assert.Equal(Number(answer, "rows"),
            Number(answer, "new") + Number(answer, "changed") + Number(answer, "same") + Number(answer, "review") + Number(answer, "rejected")));
        await AssertTextsAsync(data, outcome);
    }

    // Windows-1252, UTF-8 with a mark and plain UTF-8 spell the same names.
    private static async Task AssertTextsAsync(TempDirectory data, SampleOutcome outcome)
    {
        if (outcome.ExactTexts.Count == 0)
            return;
        await using var database = await ImportDatabase.OpenAsync(data.FullPath);
        foreach (var (row, texts) in outcome.ExactTexts)
        {
            var stored = await database.TextsOfRowAsync(row);
            foreach (var text in texts.EnumerateObject())
                Assert.Equal(text.Value.GetString(), text.Name == "alamat" ? stored.Address : stored.Name);
        }
    }

    private static async Task<JsonElement> ImportAsync(TempDirectory data, SampleOutcome outcome, params string[] more)
    {
        string[] sheet = outcome.Sheet is { } name ? ["--sheet", name] : [];
        return (await Verb.RunAsync(data.FullPath, outcome.Office,
            ["import", outcome.Kind, outcome.FilePath, "--release", "2023", "--released-on", "2023-09-15", "--data-year", outcome.DataYear, .. sheet, "--json", .. more])).Succeeded().Json;
    }

    private static int Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt32();

    private static string MessageOf(JsonElement answer, int row, string kind) => answer.GetProperty("findings").EnumerateArray()
        .Single(finding => finding.GetProperty("row").GetInt32() == row && finding.GetProperty("kind").GetString() == kind).GetProperty("message").GetString() ?? "";
}
