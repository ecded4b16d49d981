using System.Net;
using System.Text;
using TkpkdPortal.Exporting;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>Personal numbers on their way through a serving portal and through the verb, and what of them lies on the disk afterwards: nothing.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Office = "62.71", Village = "62.71.04.1004";

    // Good, rejected with a good number, rejected since it is spaced or dotted, corrected away, correction, shared by two families.
    private const string Good = "6271990302804711", Rejected = "6271990302804712", Spaced = "6271990302804713", Dotted = "6271990302804714",
        Old = "6271990302804715", New = "6271990302804716", Shared = "6271990302804717";

    // In a column that no list names; by the visit form, refused and accepted; in a damaged file; in an upload that breaks off; in a file's name.
    private const string Card = "6271991505190123", VisitWrong = "6271999902804718", VisitNik = "6271990302804719", VisitCard = "6271991505190124",
        Damaged = "6271990302804720", BrokenOff = "6271990302804721", InName = "6271990302804722";

    private static readonly string[] All = [Good, Rejected, Spaced, Dotted, Old, New, Shared, Card, VisitWrong, VisitNik, VisitCard, Damaged, BrokenOff, InName];

    private readonly TempDirectory _data = new(), _temp = new();

    [Fact]
    public async Task No_full_number_is_left_in_any_file_or_shown_on_any_page_after_imports_and_a_visit()
    {
        var (analyst, publisher, enumerator, head) = await AccountsAsync();
        await ImportByVerbAsync();
        var portal = await ServedPortal.StartAsync(_data.FullPath, Office, _temp.FullPath);
        await using var kept = portal;
        var desk = await portal.SignInAsync(analyst);

        await ImportByPageAsync(desk, await portal.SignInAsync(publisher));
        await BreakOffAsync(desk);
        var household = await VisitAsync(await portal.SignInAsync(enumerator), await portal.SignInAsync(head));

        AssertNothingFound();
        await AssertMaskedAsync(desk, household);
        await AssertTheNumbersAreThereAsync(desk, household);
        Assert.Empty(CanarySearch.FormsIn(Encoding.UTF8.GetBytes(portal.Output + portal.Log), All));
        await portal.KillAsync();
        AssertNothingFound();
    }

    public void Dispose()
    {
        _data.Dispose();
        _temp.Dispose();
    }

    private void AssertNothingFound()
    {
        Assert.True(File.Exists(_data["portal.db-wal"]), "The search is meant to see the write-ahead log too.");
        Assert.Empty(CanarySearch.Find([_data.FullPath, _temp.FullPath], All));
    }

    private async Task<(Account, Account, Account, Account)> AccountsAsync()
    {
        await using var portal = TestPortal.StartOn(_data.FullPath, Office);
        return (await portal.Scenario.AccountAsync(Role.Analyst), await portal.Scenario.AccountAsync(Role.Analyst), await portal.Scenario.AccountAsync(Role.Enumerator, Village), await portal.Scenario.AccountAsync(Role.VillageHead, Village));
    }

    private async Task ImportByVerbAsync()
    {
        using var files = new TempDirectory();
        await File.WriteAllTextAsync(files["satu.csv"], Csv(Rows(Old)));
        await File.WriteAllTextAsync(files["dua.csv"], Csv(Rows(New)));
        await File.WriteAllBytesAsync(files["tiga.xlsx"], await XlsxAsync(Rows(New)));
        await File.WriteAllTextAsync(files["rusak.csv"], HalfwayCsv());
        foreach (var (file, exit) in new[] { ("satu.csv", 0), ("dua.csv", 0), ("tiga.xlsx", 0), ("rusak.csv", 1) })
        {
            var verb = await Verb.RunAsync(_data.FullPath, Office, "import", "p3ke-families", files[file], "--release", "2023", "--released-on", "2023-09-15", "--json");
            Assert.Equal((file, exit), (file, verb.ExitCode));
            Assert.Empty(CanarySearch.FormsIn(Encoding.UTF8.GetBytes(verb.Output + verb.Error), All));
        }
    }

    private static async Task ImportByPageAsync(Visitor desk, Visitor publisher)
    {
        await UploadAsync(desk, publisher, "2022", $"keluarga {InName}.csv", Encoding.UTF8.GetBytes(Csv(Rows(Old))), "Dimuat");
        await UploadAsync(desk, publisher, "2022", "keluarga.xlsx", await XlsxAsync(Rows(New)), "Dimuat");
        await UploadAsync(desk, publisher, "2021", "rusak.csv", Encoding.UTF8.GetBytes(HalfwayCsv()), "Berhenti karena galat");
        var cut = await XlsxAsync(DamagedRows());
        await UploadAsync(desk, publisher, "2021", "rusak.xlsx", cut[..(cut.Length / 2)], "Berhenti karena galat");
    }

    private static async Task UploadAsync(Visitor desk, Visitor publisher, string release, string name, byte[] bytes, string end)
    {
        using var file = new ByteArrayContent(bytes);
        var answer = await desk.UploadAsync("/impor/baru", name, file, ("Kind", "P3keFamilies"), ("ReleaseName", release), ("ReleasedOn", "15/09/2022"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await ImportPage.PublishedAsync(publisher, answer.Location ?? "");
        Assert.Contains(end, page.Text, StringComparison.Ordinal);
        Assert.Empty(CanarySearch.FormsIn(page.Bytes, All));
    }

    private static async Task BreakOffAsync(Visitor desk)
    {
        using var file = new StreamContent(new BreakingStream(Encoding.UTF8.GetBytes(Csv(Many(BrokenOff)))));
        await Assert.ThrowsAsync<HttpRequestException>(() => desk.UploadAsync("/impor/baru", "putus.csv", file, ("Kind", "P3keFamilies"), ("ReleaseName", "2020"), ("ReleasedOn", "15/09/2020")));
    }

    // A refused number, then a good one; handed in and approved, so that it reaches the register.
    private static async Task<string> VisitAsync(Visitor enumerator, Visitor head)
    {
        var list = await enumerator.GetAsync("/keluarga");
        var household = list.Document.QuerySelectorAll("a[href^='/keluarga/']").First(a => a.TextContent.Contains("BAIK", StringComparison.Ordinal)).GetAttribute("href") ?? "";
        var form = await (await (await enumerator.GetAsync(household)).SubmitAsync("form[action^='/kunjungan/']")).FollowAsync();
        (string, string?)[] answers = [("Form.PresenceGroup", "Found"), ("Form.Respondent", "Kepala keluarga"), ("Form.Eligibility", "Poor"), ("Form.Action", "ajukan")];
        var refused = await form.SubmitAsync("form[action^='/kunjungan/']", [.. answers, ("Form.CorrectedNik", VisitWrong), ("Form.CorrectedFamilyCard", VisitCard)]);
        // What was typed stays in the two fields, to be put right, and stands nowhere else.
        var elsewhere = refused.Source.Replace($"value=\"{VisitWrong}\"", "", StringComparison.Ordinal).Replace($"value=\"{VisitCard}\"", "", StringComparison.Ordinal);
        Assert.Empty(CanarySearch.FormsIn(Encoding.UTF8.GetBytes(elsewhere), All));
        var handedIn = await refused.SubmitAsync("form[action^='/kunjungan/']", [.. answers, ("Form.CorrectedNik", VisitNik), ("Form.CorrectedFamilyCard", VisitCard)]);
        Assert.Equal(HttpStatusCode.Redirect, handedIn.StatusCode);
        var review = (await head.GetAsync("/periksa")).Document.QuerySelector("a[href^='/periksa/']")?.GetAttribute("href") ?? "";
        var decided = await (await head.GetAsync(review)).SubmitAsync("form[action^='/periksa/']", ("Decision", "Approve"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        return household;
    }

    private static async Task AssertMaskedAsync(Visitor desk, string household)
    {
        foreach (var path in new[] { household, "/keluarga", "/kunjungan", "/impor", $"{household}/lembar.pdf" })
        {
            var page = await desk.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, page.StatusCode));
            Assert.Empty(CanarySearch.FormsIn(page.Bytes, All));
        }
        Assert.Contains("627199••••••••••", (await desk.GetAsync(household)).Source, StringComparison.Ordinal);
    }

    // Had the numbers been thrown away, finding none would be no merit.
    private static async Task AssertTheNumbersAreThereAsync(Visitor desk, string household)
    {
        foreach (var number in new[] { VisitNik, VisitCard, New })
        {
            var found = await (await desk.GetAsync("/keluarga/nomor")).SubmitAsync("form[action='/keluarga/nomor']", ("Number", number));
            Assert.True(found.Document.QuerySelector("main a[href^='/keluarga/']") is not null, $"Number {Array.IndexOf(All, number)} led to nobody: {found.Text}");
            Assert.Empty(CanarySearch.FormsIn(found.Bytes, All));
        }
        var shown = await (await desk.GetAsync("/impor")).Document.QuerySelectorAll("a[href^='/impor/']").Select(a => a.GetAttribute("href") ?? "").Where(href => href.Length > 20)
            .ToAsyncEnumerable().FirstAsync(async (href, _) => (await desk.GetAsync(href)).Document.QuerySelector("form[action$='/tertahan']") is not null);
        var withheld = await (await desk.GetAsync(shown)).SubmitAsync("form[action$='/tertahan']");
        var cells = WorkbookText.Cells(withheld.Bytes).SelectMany(row => row).ToList();
        Assert.Contains(Rejected, cells);
        Assert.Contains(Card, cells);
    }

    private static List<string[]> Rows(string corrected) =>
    [
        Row("627123000001", "BAIK", Good), Row("627123000002", "DITOLAK", Rejected, decile: "77"), Row("627123000003", "BERSPASI", "6271 9903 0280 4713"),
        Row("627123000004", "BERTITIK", "627199.030280.4714"), Row("627123000005", "BERUBAH", corrected), Row("627123000006", "BERSAMA", Shared),
        Row("627123000007", "BERSAMA JUGA", Shared), .. Many(Rejected)[1..],
    ];

    private static List<string[]> DamagedRows() => [Row("627123100001", "RUSAK", Damaged), .. Many(Damaged)[1..]];

    // Read and staged for three chunks, then refused.
    private static string HalfwayCsv() => Csv(DamagedRows()) + $"\"{new string('A', 40_000)}\"\n";

    // Enough that any buffer on the way would have been written to the disk.
    private static List<string[]> Many(string nik) => [.. Enumerable.Range(0, 1_500).Select(i => Row($"6271232{i:00000}", "UJI", nik, decile: "77"))];

    private static string[] Row(string family, string name, string nik, string decile = "1") =>
        [family, "6271041004", decile, "JL. UJI RT 01 RW 01", name, nik, "0", "Laki-laki", "1980-02-03", "Ya", "Petani", "Tidak", "Tidak", "Tidak", "Tidak", "Tidak", Card];

    private static readonly string[] Headings =
    [
        "id_keluarga_P3KE", "kode_kemdagri", "desil_kesejahteraan", "alamat", "kepala_keluarga", "nik", "resiko_stunting", "jenis_kelamin", "tanggal_lahir", "padan_dukcapil", "pekerjaan",
        "penerima_bpnt", "penerima_bpum", "penerima_bst", "penerima_pkh", "penerima_sembako", "nomor_kk",
    ];

    private static string Csv(List<string[]> rows) => string.Concat(rows.Prepend(Headings).Select(row => string.Join(',', row.Select(cell => $"\"{cell}\"")) + "\n"));

    private static Task<byte[]> XlsxAsync(List<string[]> rows) => WorkbookWriter.WriteAsync("keluarga", Headings, rows.ToAsyncEnumerable(), default);

    /// <summary>Gives half of its bytes and then breaks, as a connection does.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > Length / 2 ? throw new IOException("The connection broke.") : base.ReadAsync(buffer[..Math.Min(buffer.Length, 16_384)], cancellationToken);
    }
}
