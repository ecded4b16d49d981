using System.Text;
using System.Text.Json;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>
/// Every sample file once more, saved otherwise: the outcome is the same, row by row. Each file is varied in all ways at once; TKPKD_FULL=1
/// adds the large files and each way by itself.
/// </summary>
public sealed class SampleVariationTests
{
    private const string All = "all at once", Recipients = "opd_penerima_bansos.csv";

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1";

    private static readonly string[] Ways = IsFull ? [All, "columns", "headings", "titles", "tab, UTF-16", "bar, UTF-8 with mark", "semicolon, Windows-1252", "comma, UTF-16 big endian without mark"] : [All];

    static SampleVariationTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> SmallFiles => Of(SampleOutcome.Names(inClone: true));

    public static TheoryData<string, string> LargeFiles => Of(IsFull ? [.. SampleOutcome.Names(inClone: false), Recipients] : SampleOutcome.Names(inClone: false).Where(name => name.Contains("samarinda", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(SmallFiles))]
    public Task A_small_sample_saved_otherwise_is_judged_row_for_row_as_before(string file, string way) => JudgedAsExpectedAsync(file, way);

    [SharedTheory, MemberData(nameof(LargeFiles))]
    public Task A_large_sample_saved_otherwise_is_judged_row_for_row_as_before(string file, string way) => JudgedAsExpectedAsync(file, way);

    private static async Task JudgedAsExpectedAsync(string file, string way)
    {
        using var data = new TempDirectory();
        var outcome = SampleOutcome.Of(file);
        if (file == Recipients)
        {
            foreach (var registry in new[] { "p3ke_keluarga_kutim_2023.csv", "p3ke_individu_kutim_2023.csv" })
                await ImportAsync(data, SampleOutcome.Of(registry), SampleOutcome.Of(registry).FilePath);
        }
        var variation = SampleVariation.Of(outcome);
        var varied = data["varied"];
        await File.WriteAllBytesAsync(varied, Varied(variation, way, outcome));

        var answer = await ImportAsync(data, outcome, varied);

        Assert.Equal(outcome.Counts(), SampleOutcome.CountsOf(answer));
        Assert.Equal(outcome.Findings(variation.Below), SampleOutcome.FindingsOf(answer));
    }

    // A workbook whose number cells are findings stays a workbook: a text cannot tell what was a number.
    private static byte[] Varied(SampleVariation variation, string way, SampleOutcome outcome)
    {
        switch (way)
        {
            case All:
                variation.Shuffled().Respelled().Titled();
                return outcome.IsJudgedByCells ? variation.Book() : variation.Text('\t', Encoding.Unicode);
            case "columns":
                variation.Shuffled();
                break;
            case "headings":
                variation.Respelled();
                break;
            case "titles":
                variation.Titled();
                break;
            case "tab, UTF-16" when !outcome.IsJudgedByCells:
                return variation.Text('\t', Encoding.Unicode);
            case "bar, UTF-8 with mark" when !outcome.IsJudgedByCells:
                return variation.Text('|', new UTF8Encoding(true));
            case "semicolon, Windows-1252" when !outcome.IsJudgedByCells:
                return variation.Text(';', Encoding.GetEncoding(1252));
            case "comma, UTF-16 big endian without mark" when !outcome.IsJudgedByCells:
                return variation.Text(',', new UnicodeEncoding(bigEndian: true, byteOrderMark: false));
        }
        return outcome.FilePath.EndsWith(".xlsx", StringComparison.Ordinal) ? variation.Book() : variation.Text(',', new UTF8Encoding(false));
    }

    private static async Task<JsonElement> ImportAsync(TempDirectory data, SampleOutcome outcome, string path) =>
        (await Verb.RunAsync(data.FullPath, outcome.Office,
            "import", outcome.Kind, path, "--release", "2023", "--released-on", "2023-09-15", "--data-year", outcome.DataYear, "--json")).Succeeded().Json;

    private static TheoryData<string, string> Of(IEnumerable<string> files)
    {
        var data = new TheoryData<string, string>();
        foreach (var file in files)
        {
            foreach (var way in Ways)
                data.Add(file, way);
        }
        return data;
    }
}
