using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>What somebody finds who takes the phone: on its disk, by another account, by guessing, after days.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class SealedStorageTests(Chromium chromium)
{
    private const int Families = 12;

    private static readonly TimeSpan EightDays = TimeSpan.FromDays(8);

    [BrowserFact]
    public async Task Nothing_readable_of_a_family_lies_on_the_disk_and_nothing_at_all_after_the_sign_out()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, Families);
        var households = await FieldOffice.AskAsync(portal, db => Task.FromResult(db.Households.Select(household => household.PublicId).ToList()));
        await using (var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address))
        {
            await phone.SignInAsync(staff.First);
            await phone.ChoosePinAsync();
            var photos = await phone.PhotosAsync(1);
            await phone.SetOfflineAsync(true);
            await phone.WriteVisitAsync(1, "RESPONDEN-RAHASIA", photos);
            await phone.OpenFamilyAsync(2);
            await phone.AnswerAsync("DRAF-RAHASIA");
            await phone.Page.GetByLabel("Keterangan (bila perlu)").And(phone.Page.Locator("textarea")).FillAsync("CATATAN-RAHASIA");
            await phone.Window.SeesAsync("Tersimpan di ponsel ini");
            AssertSealed(await RecordsAsync(phone));
        }

        var traces = TracesOn(disk["phone"], [.. Enumerable.Range(0, Families).Select(FieldOffice.NameOf), "GANG HAUR", "RAHASIA", "6271990302", "627199••", "GPS-DARI-KAMERA",
            .. households.Select(id => id.ToString())]);
        Assert.Empty(traces);

        await using (var again = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address))
        {
            await again.SignInAsync(staff.First);
            await again.OpenMenuAsync("Antrean");
            await Assertions.Expect(again.Sent).ToHaveCountAsync(1);
            await again.Page.GetByRole(AriaRole.Button, new() { Name = "Hapus" }).ClickAsync();
            await again.Page.GetByLabel("Ketik HAPUS untuk melanjutkan").FillAsync("HAPUS");
            await again.Window.PressAsync("Hapus kunjungan");
            await Assertions.Expect(again.Window.Main.GetByText("Draf", new() { Exact = true })).ToHaveCountAsync(0);
            while ((await RecordsAsync(again)).Any(one => one.Store == "visits" && one.Record.GetProperty("isUnsent").GetBoolean()))
                await Task.Delay(200);
            await again.SignOutAsync();
            Assert.Empty(await RecordsAsync(again));
        }
        Assert.Equal(1, await FieldOffice.VisitsAsync(portal));
    }

    [BrowserFact]
    public async Task Unsent_visits_outlive_a_sign_out_and_open_to_their_author_alone()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, Families);
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await HoldBackAsync(phone);
        foreach (var family in new[] { 1, 2, 3 })
            await phone.WriteVisitAsync(family);
        await phone.Window.GoAsync("/keluar");
        await phone.Window.SeesAsync("3 isian menunggu di ponsel ini");
        await phone.SignOutAsync();

        var kept = await RecordsAsync(phone);
        AssertSealed(kept);
        Assert.Equal((0, 3, 0, 1), (kept.Count(one => one.Store == "worklist"), kept.Count(one => one.Store == "visits"), kept.Count(one => one.Store == "photos"), kept.Count(one => one.Store == "vaults")));
        Assert.All(kept.Where(one => one.Store == "vaults"), vault => Assert.Equal(JsonValueKind.Null, vault.Record.GetProperty("pin").ValueKind));
        await phone.OpenAsync();
        await phone.Window.SeesAsync("3 isian menunggu di ponsel ini, tersegel");

        await phone.Page.Context.UnrouteAllAsync();
        await phone.SignInAsync(staff.Second);
        await phone.ChoosePinAsync("739154");
        await phone.OpenMenuAsync("Antrean");
        await phone.Window.SeesAsync("Antrean kosong");
        Assert.Equal(0, await FieldOffice.VisitsAsync(portal));
        await phone.SignOutAsync();

        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await phone.OpenMenuAsync("Antrean");
        await Assertions.Expect(phone.Sent).ToHaveCountAsync(3);
        Assert.Equal(3, await FieldOffice.VisitsAsync(portal));
        var authors = await FieldOffice.AskAsync(portal, db => Task.FromResult(db.Visits.Select(visit => visit.EnumeratorId).Distinct().ToList()));
        Assert.Equal([staff.First.Id], authors);
    }

    [BrowserFact]
    public async Task Five_wrong_pins_take_the_worklist_and_leave_the_unsent()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, Families);
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await phone.SetOfflineAsync(true);
        await phone.WriteVisitAsync(4);
        await phone.OpenAsync();
        for (var left = 4; left > 0; left--)
        {
            await phone.EnterPinAsync("000001");
            await phone.Window.SeesAsync($"PIN tidak cocok. Sisa {left} kali.");
        }
        await phone.EnterPinAsync("000001");
        await phone.Window.SeesAsync("PIN tidak cocok 5 kali");
        await phone.Window.SeesAsync("1 isian menunggu di ponsel ini, tersegel");
        var kept = await RecordsAsync(phone);
        Assert.Equal((0, 1), (kept.Count(one => one.Store == "worklist"), kept.Count(one => one.Store == "visits")));

        await phone.SetOfflineAsync(false);
        await phone.OpenAsync();
        await phone.ChoosePinAsync("739154");
        await phone.OpenMenuAsync("Antrean");
        await Assertions.Expect(phone.Sent).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_week_later_the_worklist_is_gone_and_the_unsent_is_not()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, Families);
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await phone.SetOfflineAsync(true);
        await phone.WriteVisitAsync(5);
        await phone.Page.Clock.SetFixedTimeAsync(DateTime.UtcNow + EightDays);
        await phone.OpenAsync();
        await phone.EnterPinAsync();
        await Assertions.Expect(phone.Waiting).ToHaveCountAsync(1);

        var kept = await RecordsAsync(phone);
        Assert.Equal((0, 1), (kept.Count(one => one.Store == "worklist"), kept.Count(one => one.Store == "visits")));
    }

    // The portal hears nothing of visits, as behind a river; everything else goes on, so that the account can sign out.
    private static Task<IAsyncDisposable> HoldBackAsync(EnumeratorPhone phone) => phone.Page.Context.RouteAsync("**/lapangan/kunjungan/**", route => route.AbortAsync());

    /// <summary>Beside random keys, states and times every record is bytes.</summary>
    private static void AssertSealed(IReadOnlyList<StoredRecord> records)
    {
        string[] clear = ["id", "owner", "vault", "visit", "kind", "isUnsent", "loadedAt", "seenAt"];
        Assert.NotEmpty(records);
        Assert.All(records, one => Assert.All(one.Record.EnumerateObject().Where(field => !clear.Contains(field.Name)), field => Assert.True(
            field.Name is "sealed" or "secret" or "pin" && (field.Value.ValueKind is JsonValueKind.Null || OnlyBytes(field.Value)), $"{one.Store}.{field.Name}: {field.Value}")));
        Assert.All(records.SelectMany(one => one.Record.EnumerateObject().Where(field => field.Name == "kind")), field => Assert.Contains(field.Value.GetString(), (string[])["about", "rows"]));
        Assert.All(records.SelectMany(one => one.Record.EnumerateObject().Where(field => field.Name is "id" or "vault" or "visit" or "owner")), field => Assert.True(field.Value.TryGetGuid(out _), field.ToString()));
    }

    private static bool OnlyBytes(JsonElement value) => value.EnumerateObject().All(field => field.Name switch
    {
        "iv" or "bytes" or "salt" => field.Value.ValueKind is JsonValueKind.String && field.Value.GetString() == "<bytes>",
        "wrapped" => OnlyBytes(field.Value),
        "rounds" or "triesLeft" => field.Value.ValueKind is JsonValueKind.Number,
        _ => false,
    });

    private static async Task<IReadOnlyList<StoredRecord>> RecordsAsync(EnumeratorPhone phone) =>
        [.. JsonDocument.Parse(await phone.Page.EvaluateAsync<string>(Dump)).RootElement.EnumerateArray().Select(one => new StoredRecord(one.GetProperty("store").GetString()!, one.GetProperty("record")))];

    /// <summary>Files of the profile that hold one of the texts, in either encoding of a browser.</summary>
    private static List<string> TracesOn(string profile, IReadOnlyCollection<string> texts)
    {
        var wanted = texts.SelectMany(text => new[] { (text, Encoding.UTF8.GetBytes(text)), (text, Encoding.Unicode.GetBytes(text)) }).ToList();
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(profile, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            foreach (var (text, encoded) in wanted)
            {
                if (bytes.IndexOf(encoded) >= 0)
                    found.Add($"{Path.GetRelativePath(profile, file)}: {text}");
            }
        }
        return found;
    }

    private sealed record StoredRecord(string Store, JsonElement Record);

    private const string Dump = """
        async () => {
            const found = [];
            if (!(await indexedDB.databases()).some(one => one.name === 'lapangan')) return '[]';
            const asked = request => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
            const database = await asked(indexedDB.open('lapangan'));
            for (const store of database.objectStoreNames)
                for (const record of await asked(database.transaction(store).objectStore(store).getAll())) found.push({ store, record });
            database.close();
            return JSON.stringify(found, (_, value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? '<bytes>' : value);
        }
        """;
}
