using System.Net;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Areas;

public sealed class AreaFilesTests(ITestOutputHelper output)
{
    private static readonly AreaDirectory Indonesia = AreaFiles.Load(Path.Combine(Path.GetDirectoryName(Repository.Program)!, "Assets", "areas"));

    [Fact]
    public void All_of_Indonesia_is_known_down_to_the_desa_and_kelurahan()
    {
        var provinces = CodesOf("provinces");
        var regencies = CodesOf("regencies");
        var districts = CodesOf("districts");
        var villages = CodesOf("villages");
        output.WriteLine($"{provinces.Count} provinces, {regencies.Count} regencies and cities, {districts.Count} districts, {villages.Count} villages");

        Assert.Equal((38, 514, 7_285, 83_762), (provinces.Count, regencies.Count, districts.Count, villages.Count));
        Assert.All(provinces.Concat(regencies).Concat(districts).Concat(villages), code => Assert.True(Indonesia.Knows(AreaCode.Parse(code)), code));
        Assert.Equal(villages.Count, provinces.Sum(province => Indonesia.Villages(AreaCode.Parse(province)).Count()));
    }

    [Fact]
    public void Kind_and_time_zone_follow_from_the_code()
    {
        var kinds = CodesOf("villages").CountBy(code => AreaCode.Parse(code).VillageKind ?? 0).ToDictionary();
        var zones = CodesOf("provinces").CountBy(code => IndonesianZone.Of(AreaCode.Parse(code)).Label).ToDictionary();
        output.WriteLine($"{kinds[VillageKind.Kelurahan]} kelurahan, {kinds[VillageKind.Desa]} desa; provinces: {string.Join(", ", zones)}");

        // 14 desa adat of Jayapura have a 3 where other desa have a 2.
        Assert.Equal((8_496, 75_266), (kinds[VillageKind.Kelurahan], kinds[VillageKind.Desa]));
        Assert.Equal((18, 12, 8), (zones["WIB"], zones["WITA"], zones["WIT"]));
    }

    [Theory]
    [InlineData("kameloh baru", "62.71", "62.71.04.1004")]
    [InlineData("Kel. Kamelo Baru", "62.71", "62.71.04.1004")]
    [InlineData("MUARAANCALONG", "64.08", "64.08.01")]
    [InlineData("Kec. Muara Bengkl", "64.08", "64.08.03")]
    [InlineData("palangkaraya", "62", "62.71")]
    public void A_name_is_found_however_it_is_spelled(string written, string within, string code) =>
        Assert.Equal(code, Indonesia.Suggest(written, AreaCode.Parse(within))[0].Official);

    [Fact]
    public async Task A_name_gets_areas_to_choose_from_and_decides_nothing()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        var found = await analyst.GetAsync("/keluarga?cari=kamelo+baru");
        Assert.Contains("Keluarga di Kota Palangka Raya", found.Text, StringComparison.Ordinal);
        Assert.Equal("Kelurahan Kameloh Baru, Sabangau", found.Find("a[href='/keluarga?wilayah=62.71.04.1004']").TextContent);
        Assert.Contains("Tidak ada wilayah dengan nama seperti itu", (await analyst.GetAsync("/keluarga?cari=Muara+Ancalong")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync("/keluarga?wilayah=Kameloh+Baru")).StatusCode);
    }

    [Fact]
    public async Task Every_page_says_where_the_names_of_areas_come_from()
    {
        await using var portal = TestPortal.Start();

        var footer = (await portal.Visitor().GetAsync("/masuk")).Find("footer");

        Assert.Contains($"{AreaFiles.Source} (ODbL)", footer.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://opendatacommons.org/licenses/odbl/1-0/", footer.QuerySelector("a[rel=license]")?.GetAttribute("href"));
    }

    private static List<string> CodesOf(string level) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "src", "TkpkdPortal", "node_modules", "idn-area-data", "data", level + ".csv")).Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split(',')[0].Trim('"'))];
}
