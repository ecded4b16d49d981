using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>Two petugas at one family, neither with a signal.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class TwoPhonesTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Two_visits_of_one_family_both_arrive_and_the_head_of_the_village_sees_both()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, 3);
        await using (var first = await WriteAsync(disk["first"], portal, staff.First, "Semen"))
        await using (var second = await WriteAsync(disk["second"], portal, staff.Second, "Tanah"))
        {
            await first.SetOfflineAsync(false);
            await Assertions.Expect(first.Sent).ToHaveCountAsync(1);
            await second.SetOfflineAsync(false);
            await Assertions.Expect(second.Sent).ToHaveCountAsync(1);
            await second.Window.SeesAsync("juga dikunjungi petugas lain");
        }

        Assert.Equal(2, await FieldOffice.VisitsAsync(portal));
        await Desk.WorkAsync(chromium, portal, async desk =>
        {
            var head = await desk.SignInAsync(staff.VillageHead);
            await head.GoAsync("/periksa");
            await Assertions.Expect(head.Main.Locator(".tk-rows a")).ToHaveCountAsync(2);
            await head.Main.Locator(".tk-rows a").First.ClickAsync();
            await head.SeesAsync("Semen");
            await head.SeesAsync("Tanah");
        });
    }

    private async Task<EnumeratorPhone> WriteAsync(string profile, TestPortal portal, Account account, string floor)
    {
        var phone = await EnumeratorPhone.SwitchOnAsync(chromium, profile, portal.Address);
        await phone.SignInAsync(account);
        await phone.ChoosePinAsync();
        await phone.SetOfflineAsync(true);
        await phone.OpenFamilyAsync(1);
        await phone.AnswerAsync("Kepala keluarga");
        await phone.Page.GetByLabel("Lantai", new() { Exact = true }).SelectOptionAsync(floor);
        await phone.HandInAsync();
        return phone;
    }
}
