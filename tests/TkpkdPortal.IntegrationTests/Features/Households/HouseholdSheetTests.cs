using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Households;

public sealed class HouseholdSheetTests
{
    [PaperFact]
    public async Task The_sheet_of_a_household_names_its_people_and_masks_their_numbers()
    {
        await using var portal = TestPortal.Start();
        using var folder = new TempDirectory();
        const string name = "KAMARUDDIN DAENG PARANI BIN ABDUL MUTHALIB UJI";
        var household = await portal.Scenario.HouseholdInAsync("62.71.04.1004", name);
        var village = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, "62.71.04.1004"));

        var answer = await village.GetAsync($"/keluarga/{household}/lembar.pdf");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var sheet = await PaperFile.SavedAsync(answer.Bytes, folder["lembar.pdf"]);
        sheet.AssertSound();
        Assert.Equal($"Lembar keluarga {name}", sheet.Information("Title"));
        Assert.Contains("TERBATAS", sheet.PageText(1), StringComparison.Ordinal);
        Assert.Contains($"Halaman 1 dari {sheet.PageCount}", sheet.PageText(1), StringComparison.Ordinal);
        Assert.Contains(name, sheet.TaggedText, StringComparison.Ordinal);
        Assert.Contains("Kelurahan Kameloh Baru, Kecamatan Sabangau", sheet.TaggedText, StringComparison.Ordinal);
        Assert.Contains("Belum ada bantuan yang dicatat OPD untuk keluarga ini.", sheet.TaggedText, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{16}", sheet.Text);
    }
}
