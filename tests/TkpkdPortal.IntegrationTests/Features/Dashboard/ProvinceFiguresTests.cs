using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>A province is counted regency by regency, and comes to what it is when counted at once.</summary>
public sealed class ProvinceFiguresTests : IAsyncLifetime
{
    private static readonly (string Village, int Families)[] Places = [("6201012001", 3), ("6201012002", 2), ("6202012003", 1), ("6271041004", 4)];

    private readonly TestPortal _portal = TestPortal.Start("62");

    public Task InitializeAsync() => _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
        [.. Places.SelectMany((place, at) => Enumerable.Range(1, place.Families).Select(i => new FamilyRow($"{place.Village[..4]}2399{at}{i:000}", place.Village) { HeadName = $"KEPALA {at} {i}" }))]);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public Task Every_family_of_every_regency_is_counted_once() => _portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, async services =>
    {
        var (db, office, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeSettings>(), services.GetRequiredService<OfficeClock>());
        var scope = await FigureScope.ForAsync(db, office.Area, null, clock.UtcNow, default);
        var all = await db.Households.CountAsync();
        Assert.Equal(Places.Sum(place => place.Families), all);

        var deciles = await DecileFigures.OfAsync(db, scope, default);
        var housing = await HousingFigures.OfAsync(db, scope, default);
        var loci = await LocusFigures.OfAsync(db, services.GetRequiredService<NeedTallies>(), office.Area, clock.Today.Year, default);
        var differing = await NewestSources.OfAsync(db, default);

        Assert.Equal([("62.01.", 5), ("62.02.", 1), ("62.71.", 4)], deciles.ByArea.Select(area => (area.AreaCode, area.Total)));
        Assert.Equal([("62.01.", 5), ("62.02.", 1), ("62.71.", 4)], housing.ByArea.Select(area => (area.AreaCode, area.Families)));
        Assert.Equal(all, housing.Toilets.Sum(answer => answer.Families));
        Assert.Equal([5, 1, 4], (await VerificationFigures.OfAsync(db, scope, AreaLevel.Regency, default)).ByArea.Select(area => area.Target));
        Assert.Equal([1, 2, 3, 4], loci.Loci.Concat(loci.Rest).Select(line => line.Families).Order());
        Assert.Equal(all, (await differing!.CountAsync(db, default)).InBoth());
        return true;
    });
}
