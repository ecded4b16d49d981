using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>An office with four families in Kameloh Baru, all out of work, so that Disnaker may help; and who works with them.</summary>
public sealed class VillageOffice : IAsyncDisposable
{
    public const string Family = "SITI UJI", Village = "62.71.04.1004";

    private VillageOffice(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public required Account Enumerator { get; init; }

    public required Account VillageHead { get; init; }

    public static async Task<VillageOffice> OpenAsync()
    {
        var portal = TestPortal.StartOnNetwork();
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. new[] { Family, "ADI UJI", "DARMA UJI", "RINI UJI" }.Select((name, i) =>
            new FamilyRow($"62712300000{i}", "6271041004") { HeadName = name, Nik = $"627199030280000{i + 1}", Occupation = "Tidak/belum bekerja" })]);
        return new VillageOffice(portal)
        {
            Enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, Village),
            VillageHead = await portal.Scenario.AccountAsync(Role.VillageHead, Village),
        };
    }

    /// <summary>The petugas opens the family of the own assignment and begins a visit.</summary>
    public static async Task<Pages.VisitFormPage> BeginVisitAsync(Window petugas)
    {
        await petugas.OpenMenuAsync("Keluarga");
        await petugas.FollowAsync(Family);
        await petugas.PressAsync("Catat kunjungan");
        return new Pages.VisitFormPage(petugas);
    }

    public async ValueTask DisposeAsync() => await Portal.DisposeAsync();
}
