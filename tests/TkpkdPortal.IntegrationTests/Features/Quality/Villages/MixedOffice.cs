using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Quality.Villages;

/// <summary>
/// Two villages whose families lack something else, each, are wrong in something else and were heard of at another time: every rule holds for some of them and
/// fails for others. The facts are set in the database, since no list or visit brings all of them about.
/// </summary>
public sealed class MixedOffice : IAsyncLifetime
{
    public const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005";

    public const int Here = 60, There = 12;

    public TestPortal Portal { get; } = TestPortal.Start();

    public DateOnly Today { get; private set; }

    public async Task InitializeAsync()
    {
        Today = await AskAsync((_, services) => Task.FromResult(services.GetRequiredService<OfficeClock>().Today));
        await Portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(0, Here + There).Select(i => RowOf(i, "1"))]);
        // A second release names some of them again: the head has another decile in every other, and one family is in the other village now.
        await Portal.Scenario.ImportFamiliesAsync("baru", Today.AddMonths(-3), [.. Enumerable.Range(0, Here + There).Where(i => i % 4 == 0).Select(i => RowOf(i, i % 8 == 0 ? "3" : "1"))]);
        await AskAsync(MixAsync);
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();

    /// <summary>Asks the database as the console, which sees the whole office.</summary>
    public Task<T> AskAsync<T>(Func<PortalDbContext, IServiceProvider, Task<T>> ask) =>
        Portal.Scenario.AsConsoleAsync(Permission.ViewDataQuality, services => ask(services.GetRequiredService<PortalDbContext>(), services));

    public Task<T> AskAsync<T>(Func<PortalDbContext, Task<T>> ask) => AskAsync((db, _) => ask(db));

    private static FamilyRow RowOf(int i, string decile) => new($"6271230{i:00000}", i < Here ? "6271041004" : "6271041005")
    {
        HeadName = $"KELUARGA UJI {i:00}",
        Nik = i % 3 == 0 ? "" : $"62719903028{i + 1:00000}",
        Decile = decile,
        BirthDate = i % 11 == 0 ? "" : "1980-02-03",
        Address = i % 10 == 9 ? "JL. UJI" : $"JL. UJI RT 0{(i % 3) + 1} RW 01",
        Others = i % 7 == 0 ? new Dictionary<string, string> { [Domain.Imports.P3ke.P3keColumn.Roof] = "" } : new Dictionary<string, string>(),
    };

    private async Task<int> MixAsync(PortalDbContext db)
    {
        var households = await db.Households.OrderBy(h => h.HeadName).Select(h => h.Id).ToListAsync();
        Assert.Equal(Here + There, households.Count);
        List<long> Of(Func<int, bool> isChosen) => [.. households.Index().Where(one => isChosen(one.Index)).Select(one => one.Item)];
        var carded = Of(i => i % 2 == 1);
        await db.Households.Where(h => carded.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.FamilyCardIndex, new byte[IndexedNumber.IndexLength]).SetProperty(h => h.FamilyCardAbsence, (NumberAbsence?)null));
        // Of some the register has another wall than the newest list says.
        var walled = Of(i => i % 8 == 0);
        await db.Households.Where(h => walled.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.Housing.Wall, WallMaterial.Bamboo));
        var undeciled = Of(i => i % 23 == 1);
        await db.Households.Where(h => undeciled.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.DecileCode, (byte?)null));
        foreach (var (every, at, day) in new (int, int, DateOnly)[] { (3, 1, Today), (5, 2, Today.AddYears(-1)), (5, 3, Today.AddYears(-1).AddDays(-1)), (7, 4, Today.AddYears(-2)), (7, 5, Today.AddYears(-2).AddDays(-1)) })
        {
            var visited = Of(i => i % every == at);
            await db.Households.Where(h => visited.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.VerifiedOn, day));
        }
        foreach (var (i, presence) in Enum.GetValues<Presence>().Index())
        {
            var found = Of(at => at % 13 == i);
            await db.Households.Where(h => found.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.Presence, presence));
        }
        // Two that moved within the region, of which one was handed over; one that is in a village in which no list has it; and one of
        // which the lists know no RT.
        var moved = Of(i => i is 1 or 2);
        await db.Households.Where(h => moved.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.Presence, Presence.MovedWithinRegion));
        await db.Households.Where(h => h.Id == moved[0]).ExecuteUpdateAsync(set => set.SetProperty(h => h.Verified, HouseholdField.Village | HouseholdField.Address));
        var away = households[4];
        await db.Households.Where(h => h.Id == away).ExecuteUpdateAsync(set => set.SetProperty(h => h.AreaCode, OtherVillage + ".001.001."));
        await db.Persons.Where(p => p.HouseholdId == away).ExecuteUpdateAsync(set => set.SetProperty(p => p.AreaCode, OtherVillage + ".001.001."));
        var elsewhere = households[8];
        await db.ListedHouseholds.Where(row => row.HouseholdId == elsewhere).ExecuteUpdateAsync(set => set.SetProperty(row => row.AreaCode, Village + "."));
        var faulty = Of(i => i % 19 == 6);
        await db.Households.Where(h => faulty.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.FamilyCardAbsence, NumberAbsence.Faulty));
        await MixPersonsAsync(db, Of);
        var areaOf = await db.Households.ToDictionaryAsync(h => h.Id, h => h.AreaCode);
        var pairs = new[] { (DoubleKind.Number, 10, 11), (DoubleKind.Family, 12, 13), (DoubleKind.Number, 14, 15), (DoubleKind.Number, 16, Here + 1) }
            .Select((pair, i) => new DoublePair(i + 1, new FoundDouble(households[pair.Item2], households[pair.Item3], 1, 2, pair.Item1, 90, [new ScorePart(DoublePart.SameCard, 90)]), areaOf[households[pair.Item2]], areaOf[households[pair.Item3]], 0, DateTime.UtcNow)).ToList();
        Assert.True(pairs[2].KeepApart(1, "Dua keluarga.", DateTime.UtcNow).IsAccepted);
        db.DoublePairs.AddRange(pairs);
        return await db.SaveChangesAsync();
    }

    private async Task MixPersonsAsync(PortalDbContext db, Func<Func<int, bool>, List<long>> of)
    {
        foreach (var (i, match) in Enum.GetValues<CivilMatch>().Index())
        {
            var answered = of(at => at % 17 == i + 1);
            await db.Persons.Where(p => answered.Contains(p.HouseholdId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.CivilMatch, match).SetProperty(p => p.MatchesCivilRegistry, match == CivilMatch.Agrees));
        }
        var unmatched = of(i => i % 8 == 5);
        await db.Persons.Where(p => unmatched.Contains(p.HouseholdId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchesCivilRegistry, false));
        var wrong = of(i => i % 9 == 3);
        await db.Persons.Where(p => wrong.Contains(p.HouseholdId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.NikAbsence, NumberAbsence.Faulty));
        foreach (var (i, born) in new[] { Today.AddDays(1), Today, Today.AddYears(-120), Today.AddYears(-120).AddDays(-1) }.Index())
        {
            var dated = of(at => at % 29 == i + 20);
            await db.Persons.Where(p => dated.Contains(p.HouseholdId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.BirthDate, born));
        }
    }
}
