using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>
/// Three months of an office, as chance had it: a list in May, visits and aid in June, a second list in July that moves families to other
/// villages, and visits and aid again.
/// </summary>
public sealed class FigureOffice : IAsyncLifetime
{
    public const int Seed = 20261126, FirstYear = 2025, SecondYear = 2026;

    private const int Families = 70;

    private static readonly DateTimeOffset May = new(2026, 5, 10, 3, 0, 0, TimeSpan.Zero);

    private static readonly (string Opd, AidStrategy Strategy, FundSource FundSource, int Year)[] Offered =
    [
        ("Dinsos", AidStrategy.ReduceExpenses, FundSource.Apbn, SecondYear), ("Dinsos", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, FirstYear),
        ("Disnaker", AidStrategy.RaiseIncome, FundSource.RegionalApbd, SecondYear), ("Disdik", AidStrategy.ReduceExpenses, FundSource.Baznas, SecondYear),
    ];

    private readonly MovingClock _clock = new(May);

    // Always the same chance: a failure can be looked at again.
    private readonly Random _chance = new(Seed);

    public FigureOffice() => Portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(_clock));

    public TestPortal Portal { get; }

    public IReadOnlyList<AreaCode> Villages { get; private set; } = [];

    public Visitor Analyst { get; private set; } = null!;

    public Visitor Opd { get; private set; } = null!;

    public Visitor SocialService { get; private set; } = null!;

    /// <summary>Ends of days on which something else was known each time.</summary>
    public IReadOnlyList<DateOnly> PastDays { get; } = [new(2026, 4, 30), new(2026, 5, 31), new(2026, 6, 30), new(2026, 7, 20)];

    public async Task InitializeAsync()
    {
        var areas = Portal.Services.GetRequiredService<AreaDirectory>();
        Villages = [.. areas.Children(Portal.Office).Take(3).SelectMany(district => areas.Children(district).Take(3))];
        var rows = Enumerable.Range(1, Families).Select(NewRow).ToArray();
        await Portal.Scenario.ImportFamiliesAsync("2025", new DateOnly(2025, 9, 15), rows);
        _clock.Now = May.AddMonths(1);
        await WorkAsync();
        _clock.Now = May.AddMonths(2);
        await Portal.Scenario.ImportFamiliesAsync("2026", new DateOnly(2026, 7, 1), [.. rows.Where(_ => _chance.Next(10) < 8).Select(Relisted), .. Enumerable.Range(Families + 1, 10).Select(NewRow)]);
        await WorkAsync();
        _clock.Now = May.AddMonths(3);
        Analyst = await Portal.SignInAsync(await Portal.Scenario.AccountAsync(Role.Analyst));
        Opd = await Portal.SignInAsync(await Portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"));
        SocialService = await Portal.SignInAsync(await Portal.Scenario.AccountAsync(Role.SocialService));
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();

    private FamilyRow NewRow(int number) => new($"627123{number:000000}", One(Villages).Digits)
    {
        HeadName = $"KELUARGA UJI {(char)('A' + (number % 26))}",
        Decile = One("1", "1", "2", "3", "4", "4+"),
        Address = One("JL. UJI RT 01 RW 01", "JL. UJI RT 02 RW 01", "JL. UJI RT 01 RW 02", "JL. UJI RT 03", "JL. UJI"),
        Occupation = One("Petani", "Nelayan", "Tidak/belum bekerja"),
        Others = new Dictionary<string, string>
        {
            [P3keColumn.Savings] = One("Ya", "Tidak", ""),
            [P3keColumn.Roof] = One("Asbes/Seng", "Genteng", ""),
            [P3keColumn.Pkh] = One("Ya", "Tidak"),
        },
    };

    // The same family in a later list: some with another decile, some in another village.
    private FamilyRow Relisted(FamilyRow row) => row with { Decile = _chance.Next(3) == 0 ? One("1", "2", "3") : row.Decile, VillageDigits = _chance.Next(4) == 0 ? One(Villages).Digits : row.VillageDigits };

    private async Task WorkAsync()
    {
        var enumerators = new Dictionary<AreaCode, Account>();
        foreach (var village in Villages)
            enumerators[village] = await Portal.Scenario.AccountAsync(Role.Enumerator, village.Official);
        var reviewer = await Portal.Scenario.AccountAsync(Role.VillageHead, Villages[0].Official);
        var households = await Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.OrderBy(h => h.Id)
            .Select(h => new { h.PublicId, h.AreaCode }).ToListAsync());
        foreach (var household in households.Where(_ => _chance.Next(2) == 0))
            await VisitAsync(household.PublicId, enumerators[AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village)], reviewer);
        foreach (var offer in Offered)
        {
            var program = await ProgramAsync(offer.Opd, offer.Strategy, offer.FundSource, offer.Year);
            foreach (var household in households.Where(_ => _chance.Next(4) == 0))
                await Portal.Scenario.AidAsync(program, household.PublicId, offer.Year == SecondYear ? One(InterventionState.Planned, InterventionState.Delivered) : InterventionState.Delivered, 100_000m * _chance.Next(1, 9));
        }
    }

    // Handed in, and of every three one approved by the domain's own step: by whom it is approved is another test's business.
    private async Task VisitAsync(Guid household, Account enumerator, Account reviewer)
    {
        var visit = await Portal.Scenario.SubmittedVisitAsync(household, enumerator);
        if (_chance.Next(3) == 0)
            return;
        await Portal.Scenario.AsAsync(enumerator, Permission.RecordVisits, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var submitted = await db.Visits.SingleAsync(v => v.PublicId == visit);
            Assert.True(submitted.Approve(reviewer.Id, services.GetRequiredService<OfficeClock>().UtcNow).IsAccepted);
            await db.SaveChangesAsync();
            return 0;
        });
    }

    private Task<Guid> ProgramAsync(string opd, AidStrategy strategy, FundSource fundSource, int year) => Portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var program = new AidProgram($"Bantuan uji {_clock.Now:MMMM}", await db.Opds.Where(o => o.ShortName == opd).Select(o => o.Id).SingleAsync(), strategy, fundSource, year);
        db.AidPrograms.Add(program);
        await db.SaveChangesAsync();
        return program.PublicId;
    });

    private T One<T>(params IReadOnlyList<T> of) => of[_chance.Next(of.Count)];
}
