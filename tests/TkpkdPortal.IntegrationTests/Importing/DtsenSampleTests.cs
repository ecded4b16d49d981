using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>P3KE and DTSEN of Samarinda in one register, through the built program: who is whom, and in what the lists differ.</summary>
public sealed class DtsenSampleTests
{
    private const string Office = "64.72", Families = "dtsen_keluarga_samarinda.csv", Members = "dtsen_anggota_samarinda.csv";

    private static readonly JsonElement Expected = Repository.Shared is null ? default
        : JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Samples, "expected.json"))).RootElement.GetProperty("comparison_p3ke_dtsen");

    [SharedFact]
    public async Task The_lists_name_one_register_in_whichever_order_the_files_of_DTSEN_come_and_differ_as_expected()
    {
        using var data = new TempDirectory();
        using var other = new TempDirectory();
        await ImportP3keAsync(data);
        CopyTo(data, other);

        var families = await ImportAsync(data, "dtsen-families", Families, "2025", "2025-06-30");
        var alone = await CountAsync(data, Office);
        var members = await ImportAsync(data, "dtsen-persons", Members, "2025", "2025-06-30");
        var again = await ImportAsync(data, "dtsen-persons", Members, "2025", "2025-06-30");
        await ImportAsync(other, "dtsen-persons", Members, "2025", "2025-06-30");
        await ImportAsync(other, "dtsen-families", Families, "2025", "2025-06-30");

        Assert.Equal((1000, 3627), (families.GetProperty("new").GetInt32(), members.GetProperty("new").GetInt32()));
        Assert.Equal((0, 0, 3627), (again.GetProperty("new").GetInt32(), again.GetProperty("changed").GetInt32(), again.GetProperty("same").GetInt32()));
        // Of a file of families alone nobody can tell whom it means: it is listed and names no household.
        Assert.Equal((800, 1000, 0), alone);
        // 800 of P3KE and 385 that only DTSEN has; the fifteen that DTSEN split stay one until somebody records it.
        Assert.Equal((800 + Expected.GetProperty("dtsen_new_families").GetInt32(), 1000, 1000), await CountAsync(data, Office));
        Assert.Equal(await RegisterAsync(data), await RegisterAsync(other));
        await AssertComparisonAsync(data);
    }

    private static async Task AssertComparisonAsync(TempDirectory data)
    {
        var verb = (await Verb.RunAsync(data.FullPath, Office, "compare", "P3KE 2023", "DTSEN 2025", "--json")).Succeeded().Json;
        var swapped = await Verb.RunAsync(data.FullPath, Office, "compare", "P3KE 2023", "p3ke 2023");
        var unknown = await Verb.RunAsync(data.FullPath, Office, "compare", "2022", "DTSEN 2025", "--json");

        Assert.Equal(Counts(Expected.GetProperty("counts")), Counts(verb.GetProperty("counts")));
        Assert.Equal((600, 615, 200, 385), (verb.GetProperty("inBoth").GetInt32(), verb.GetProperty("foundAgain").GetInt32(), verb.GetProperty("onlyInA").GetInt32(), verb.GetProperty("onlyInB").GetInt32()));
        Assert.Equal(Expected.GetProperty("differences").EnumerateArray().Select(ExpectedLine).Order(StringComparer.Ordinal),
            verb.GetProperty("differences").EnumerateArray().Where(line => line.GetProperty("kind").GetString() is not ("MASUK" or "KELUAR")).Select(Line).Order(StringComparer.Ordinal));
        Assert.DoesNotMatch("[0-9]{16}", verb.GetRawText());
        Assert.Equal((1, ""), (swapped.ExitCode, swapped.Output));
        Assert.Contains("Kedua rilis sama: P3KE 2023.", swapped.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (unknown.ExitCode, unknown.Output));
        Assert.Contains("Rilis 2022 tidak ada. Yang ada: P3KE 2023; DTSEN 2025.", unknown.Error, StringComparison.Ordinal);
    }

    private static string ExpectedLine(JsonElement line)
    {
        var kind = line.GetProperty("kind").GetString() ?? "";
        var (from, to) = kind == "KELUARGA_PECAH"
            ? (line.GetProperty("persons_p3ke").ToString(), string.Join(" + ", line.GetProperty("persons_dtsen").EnumerateArray()))
            : (Masked(line.GetProperty("p3ke").GetString()), Masked(line.GetProperty("dtsen").GetString()));
        string?[] cards = [line.GetProperty("nomor_kk").GetString(), line.TryGetProperty("nomor_kk_baru", out var card) ? card.GetString() : null];
        return $"{kind} {line.GetProperty("id_keluarga_p3ke")} {string.Join(',', cards.OfType<string>().Select(Masked))} {from} {to}";
    }

    private static string Line(JsonElement line) => $"{line.GetProperty("kind")} {line.GetProperty("a")} {string.Join(',', line.GetProperty("b").EnumerateArray())} {line.GetProperty("from")} {line.GetProperty("to")}";

    private static string Masked(string? text) => text is { Length: 16 } && text.All(char.IsAsciiDigit) ? text[..6] + "••••••••••" : text ?? "";

    private static IEnumerable<string> Counts(JsonElement counts) => counts.EnumerateObject().Select(count => $"{count.Name}={count.Value}").Order(StringComparer.Ordinal);

    private static async Task ImportP3keAsync(TempDirectory data)
    {
        await ImportAsync(data, "p3ke-families", "p3ke_keluarga_samarinda_2023.csv", "2023", "2023-09-15");
        await ImportAsync(data, "p3ke-persons", "p3ke_individu_samarinda_2023.xlsx", "2023", "2023-09-15");
    }

    private static async Task<JsonElement> ImportAsync(TempDirectory data, string kind, string file, string release, string releasedOn) =>
        (await Verb.RunAsync(data.FullPath, Office, "import", kind, Path.Combine(Repository.Shared ?? "", "samples", file), "--release", release, "--released-on", releasedOn, "--json")).Succeeded().Json;

    private static async Task<(int Households, int Listed, int Placed)> CountAsync(TempDirectory data, string office)
    {
        await using var portal = TestPortal.StartOn(data.FullPath, office);
        return await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var listed = db.ListedHouseholds.Where(row => db.ListReleases.Any(release => release.Id == row.ReleaseId && release.List == SourceList.Dtsen));
            return (await db.Households.CountAsync(), await listed.CountAsync(), await listed.CountAsync(row => db.Households.Any(household => household.Id == row.HouseholdId)));
        });
    }

    private static async Task<string> RegisterAsync(TempDirectory data)
    {
        await using var portal = TestPortal.StartOn(data.FullPath, Office);
        return await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
            Convert.ToHexString(await services.GetRequiredService<RegisterContentHash>().OfRegisterAsync(default)));
    }

    private static void CopyTo(TempDirectory from, TempDirectory to)
    {
        foreach (var file in Directory.EnumerateFiles(from.FullPath, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to.FullPath, Path.GetRelativePath(from.FullPath, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to.FullPath);
            File.Copy(file, target);
        }
    }
}
