using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;

namespace TkpkdPortal.IntegrationTests.Features.Quality.Villages;

/// <summary>Each rule stands once in the domain and once in SQL; here both judge the same families.</summary>
public sealed class QualityCountTests(MixedOffice office) : IClassFixture<MixedOffice>
{
    [Fact]
    public Task What_is_missing_in_SQL_is_what_the_domain_says_is_missing() => office.AskAsync(async db =>
    {
        var households = await AllAsync(db);
        foreach (var fact in CompletenessWords.Facts.All)
            await SameAsync(households, h => Completeness.Of(h, h.Members).Any(line => line.Fact == fact), LackingHouseholds.Of(db.Households, fact));
        await SameAsync(households, h => Completeness.Of(h, h.Members).Count > 0, LackingHouseholds.Any(db.Households));
        await SameAsync(households, h => Completeness.Of(h, h.Members).Count == 0, LackingHouseholds.None(db.Households));
        return 0;
    });

    [Fact]
    public Task What_is_wrong_in_SQL_is_what_the_domain_says_is_wrong() => office.AskAsync(async db =>
    {
        var households = await AllAsync(db);
        var pairs = (await db.DoublePairs.ToListAsync()).Where(pair => pair.IsOpen && pair.Kind is DoubleKind.Number).ToList();
        IReadOnlyList<FaultLine> FaultsOf(Household h) => Validity.Of(h, h.Members, pairs.Exists(pair => pair.FirstId == h.Id || pair.SecondId == h.Id), office.Today);
        foreach (var fault in FaultWords.Values.All)
            await SameAsync(households, h => FaultsOf(h).Any(line => line.Fault == fault), FaultyHouseholds.Of(db, db.Households, fault, office.Today));
        await SameAsync(households, h => FaultsOf(h).Count > 0, FaultyHouseholds.Any(db, db.Households, office.Today));
        return 0;
    });

    [Fact]
    public Task How_old_the_last_word_is_in_SQL_is_what_visits_and_lists_say() => office.AskAsync(async db =>
    {
        var households = await AllAsync(db);
        var stated = await db.ListedHouseholds.Where(row => row.SupersededById == null)
            .Join(db.ListReleases, row => row.ReleaseId, release => release.Id, (row, release) => new { row.HouseholdId, row.AreaCode, release.ReleasedOn }).ToListAsync();
        Freshness Of(Household h)
        {
            var (fresh, aging) = (office.Today.AddYears(-1), office.Today.AddYears(-2));
            var listed = stated.Where(row => row.HouseholdId == h.Id && row.AreaCode[..AreaCode.VillageLength] == h.AreaCode[..AreaCode.VillageLength]).Select(row => (DateOnly?)row.ReleasedOn).Max();
            return h.VerifiedOn >= fresh ? Freshness.Visited : listed >= fresh ? Freshness.Listed : h.VerifiedOn >= aging || listed >= aging ? Freshness.Aging : Freshness.Old;
        }
        foreach (var freshness in FreshnessWords.Values.All)
            await SameAsync(households, h => Of(h) == freshness, FreshHouseholds.Of(db, db.Households, freshness, office.Today));
        await SameAsync(households, h => Of(h) is Freshness.Aging or Freshness.Old, FreshHouseholds.Stale(db, db.Households, office.Today));
        return 0;
    });

    private static Task<List<Household>> AllAsync(PortalDbContext db) => db.Households.AsNoTracking().Include(h => h.Members).ToListAsync();

    private static async Task SameAsync(List<Household> households, Func<Household, bool> says, IQueryable<Household> asked)
    {
        var expected = households.Where(says).Select(h => h.HeadName).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, (await asked.Select(h => h.HeadName).ToListAsync()).Order(StringComparer.Ordinal));
        // A rule that holds for nobody or for everybody is not tried.
        Assert.InRange(expected.Count, 1, households.Count - 1);
    }
}
