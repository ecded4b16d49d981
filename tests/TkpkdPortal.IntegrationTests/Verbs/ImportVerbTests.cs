using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Verbs;

public sealed class ImportVerbTests
{
    private static readonly string Sample = Path.Combine(Repository.Samples, "p3ke_dirty_bom.csv");

    public static TheoryData<string, string> WrongUsages => new()
    {
        { "p3ke-families FILE --release 2023", "--released-on wajib diisi." },
        { "p3ke-families FILE --released-on 2023-09-15", "--release wajib diisi." },
        { "p3ke-families FILE --release 2023 --released-on 15/09/2023", "--released-on ditulis yyyy-mm-dd, misalnya 2023-09-15." },
        { "p3ke-families FILE --release 2023 --released-on 2023-02-30", "--released-on ditulis yyyy-mm-dd, misalnya 2023-09-15." },
        { "p3ke-families FILE --release 2023 --released-on", "--released-on memerlukan nilai." },
        { "p3ke-families FILE --release 2023 --released-on 2023-09-15 --data-year 0", "--data-year adalah tahun empat angka" },
        { "p3ke-families FILE --release 2023 --released-on 2023-09-15 --data-year dulu", "--data-year" },
        { "p3ke-apa FILE --release 2023 --released-on 2023-09-15", "'p3ke-apa' tidak dikenal. Pilihannya:" },
        { "p3ke-families", "wajib diisi." },
        { "p3ke-families FILE --release 2023 --released-on 2023-09-15 --cepat", "'--cepat' tidak dikenal." },
    };

    [Theory, MemberData(nameof(WrongUsages))]
    public async Task Wrong_usage_ends_with_2_and_an_Indonesian_sentence_before_any_database_is_made(string arguments, string sentence)
    {
        using var data = new TempDirectory();

        var verb = await Verb.RunAsync(data.FullPath, "64.72", ["import", .. arguments.Split(' ').Select(argument => argument == "FILE" ? Sample : argument)]);

        Assert.Equal(2, verb.ExitCode);
        Assert.Contains(sentence, verb.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("required", verb.Error, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(data["portal.db"]));
    }

    [Fact]
    public async Task A_verb_is_refused_while_the_portal_serves_and_says_so()
    {
        using var data = new TempDirectory();
        await using var portal = await ServedPortal.StartAsync(data.FullPath, "64.72");

        var verb = await Verb.RunAsync(data.FullPath, "64.72", "import", "p3ke-families", Sample, "--release", "2023", "--released-on", "2023-09-15", "--json");

        Assert.Equal((1, ""), (verb.ExitCode, verb.Output));
        Assert.Contains("Basis data ini sedang dipakai portal yang berjalan", verb.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_and_leaves_no_import()
    {
        using var data = new TempDirectory();

        var verb = await Verb.RunAsync(data.FullPath, "64.72", "import", "p3ke-families", data["tidak-ada.csv"], "--release", "2023", "--released-on", "2023-09-15");

        Assert.Equal(1, verb.ExitCode);
        Assert.Contains("tidak-ada.csv tidak ada.", verb.Error, StringComparison.Ordinal);
    }
}
