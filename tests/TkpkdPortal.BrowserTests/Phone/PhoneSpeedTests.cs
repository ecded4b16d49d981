using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>A cheap phone: the processor slowed four times, a list far beyond what anybody is assigned.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class PhoneSpeedTests(Chromium chromium, ITestOutputHelper output)
{
    private const int SearchLimit = 200, FormLimit = 500, Slower = 4;

    private static readonly int Families = FieldOffice.IsFull ? 5000 : 600;

    [BrowserFact]
    public async Task Search_and_form_answer_at_once_on_a_slow_phone()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, Families);
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await phone.SetOfflineAsync(true);
        await phone.OpenAsync();
        await phone.EnterPinAsync();
        await phone.SeesListAsync();
        await phone.Window.SeesAsync($"dari {TkpkdPortal.Domain.Wording.Indonesian.Number(Families)} keluarga");
        await using (await phone.Page.Context.NewCDPSessionAsync(phone.Page).SlowAsync(Slower))
        {
            var searches = new List<double>();
            foreach (var typed in new[] { "s", "si", "siti", "haur", "rt 003", FieldOffice.WordOf(Families / 2), "norhayati uji", "tidak ada", "" })
                searches.Add(await phone.Page.EvaluateAsync<double>(Search, typed));
            var forms = new List<double>();
            for (var i = 0; i < 5; i++)
            {
                forms.Add(await phone.Page.EvaluateAsync<double>(OpenForm, i));
                await phone.Page.GoBackAsync();
                await phone.SeesListAsync();
            }
            output.WriteLine($"{Families} households, {Slower} times slower: search {string.Join(", ", searches.Select(ms => $"{ms:0}"))} ms; form {string.Join(", ", forms.Select(ms => $"{ms:0}"))} ms");

            Assert.All(searches, ms => Assert.InRange(ms, 0, SearchLimit));
            Assert.All(forms, ms => Assert.InRange(ms, 0, FormLimit));
        }
    }

    // From the key to the picture: two frames later the change is on the screen.
    private const string Search = """
        async typed => {
            const field = document.getElementById('cari'), begin = performance.now();
            field.value = typed;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            return performance.now() - begin;
        }
        """;

    private const string OpenForm = """
        async row => {
            const begin = performance.now();
            document.querySelectorAll('.tk-row-button')[row].click();
            while (!document.getElementById('Form_Respondent')) await new Promise(done => requestAnimationFrame(done));
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            return performance.now() - begin;
        }
        """;
}

internal static class Slowness
{
    /// <summary>Slows the page's processor until it is disposed.</summary>
    public static async Task<IAsyncDisposable> SlowAsync(this Task<ICDPSession> opening, int times)
    {
        var session = await opening;
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = times });
        return new Slowed(session);
    }

    private sealed class Slowed(ICDPSession session) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
