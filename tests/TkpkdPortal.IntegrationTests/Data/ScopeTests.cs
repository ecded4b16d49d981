using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Data;

/// <summary>Area and duty hold for the data themselves, whatever page, job or mistake reads and writes them.</summary>
public sealed class ScopeTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", OtherStored = OtherVillage + ".";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _enumerator = null!;
    private Guid _here, _there;

    public async Task InitializeAsync()
    {
        _enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, Village);
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            new FamilyRow("627123000001", "6271041004") { HeadName = "SINI UJI", Occupation = "Tidak/belum bekerja" },
            new FamilyRow("627123000002", "6271041005") { HeadName = "SANA UJI", Occupation = "Petani" });
        (_here, _there) = await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            var households = services.GetRequiredService<PortalDbContext>().Households;
            return (await households.Where(h => h.HeadName == "SINI UJI").Select(h => h.PublicId).SingleAsync(), await households.Where(h => h.HeadName == "SANA UJI").Select(h => h.PublicId).SingleAsync());
        });
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Nobody_sees_nothing()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();

        Assert.True(scope.ServiceProvider.GetRequiredService<UserScope>().IsEmpty);
        Assert.Equal(0, await CountAsync(db));
    }

    /// <summary>Looking at one area narrows what is seen and never widens it.</summary>
    [Fact]
    public async Task A_look_within_an_area_shows_what_lies_in_it_and_in_the_own()
    {
        var clerk = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        await using var scope = _portal.Services.CreateAsyncScope();
        var (db, user, seen) = (scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<ActingUser>(), scope.ServiceProvider.GetRequiredService<UserScope>());
        Assert.True(await user.BecomeAsync(clerk.Id, null, default));
        user.LookWith(Permission.ViewHouseholds);

        using (seen.Within(AreaCode.Parse("62.71.04")))
            Assert.Equal(_here, await db.Households.Select(h => h.PublicId).SingleAsync());
        using (seen.Within(AreaCode.Parse(OtherVillage)))
            Assert.False(await db.Households.AnyAsync());
        Assert.Equal(_here, await db.Households.Select(h => h.PublicId).SingleAsync());
    }

    [Fact]
    public async Task Whatever_holds_personal_data_or_an_area_is_filtered_by_area()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model;
        var held = model.GetEntityTypes().Where(type => !type.IsOwned() && (typeof(IHasArea).IsAssignableFrom(type.ClrType) || typeof(IHoldsPersonalData).IsAssignableFrom(type.ClrType))).ToList();

        Assert.True(held.Count >= 10);
        Assert.All(held, type => Assert.NotNull(type.FindDeclaredQueryFilter(FilterNames.Area)));
        // A hand-over and two families that may be one lie in two villages and have rules of their own (HandOverTests, DoubleTests), with what was decided of them; a decision between two sources lies
        // where its household does; a piece of a photo lies where its
        // photo does, a paper where its minutes do, the annex of a decree by name where all its families do.
        Type[] byRule = [typeof(HandOver), typeof(DoublePair), typeof(DoubleDecision), typeof(FieldDecision), typeof(OverlapDecision), typeof(PhotoPiece), typeof(DeliberationPaper), typeof(DecreePaper)];
        Assert.All(held, type => Assert.True(typeof(IHasArea).IsAssignableFrom(type.ClrType) || byRule.Contains(type.ClrType), type.ClrType.Name));
    }

    [Fact]
    public async Task A_row_cannot_be_written_into_another_village()
    {
        await Assert.ThrowsAsync<OutsideScopeException>(() => AsEnumeratorAsync(async db =>
        {
            var household = await db.Households.IgnoreQueryFilters([FilterNames.Area]).SingleAsync(h => h.PublicId == _there);
            db.Visits.Add(household.OpenVisit(Guid.CreateVersion7(), _enumerator.Id, 1));
            await db.SaveChangesAsync();
        }));
        Assert.Equal(0, await _portal.Scenario.AsConsoleAsync(Permission.ViewVisits, services => services.GetRequiredService<PortalDbContext>().Visits.CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_can_be_moved_neither_out_of_the_own_village_nor_into_it(bool isOut)
    {
        await Assert.ThrowsAsync<OutsideScopeException>(() => AsEnumeratorAsync(async db =>
        {
            var household = await db.Households.IgnoreQueryFilters([FilterNames.Area]).SingleAsync(h => h.PublicId == (isOut ? _here : _there));
            db.Entry(household).Property(h => h.AreaCode).CurrentValue = isOut ? OtherStored : Village + ".";
            db.Changes.Declare(ChangeSource.Visit, null, "uji");
            await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Bulk_writing_keeps_to_the_area_as_well()
    {
        await AsEnumeratorAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var there = await db.Households.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().SingleAsync(h => h.PublicId == _there);

            await Assert.ThrowsAsync<OutsideScopeException>(() => BulkWriter.For(db).InsertAsync([there], default));
            await Assert.ThrowsAsync<OutsideScopeException>(() => BulkWriter.For(db).UpdateAsync([there], default));
            db.Entry(there).Property(h => h.AreaCode).CurrentValue = Village + ".";
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => BulkWriter.For(db).UpdateAsync([there], default));
        });
        Assert.StartsWith(OtherStored, await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
            services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.PublicId == _there).Select(h => h.AreaCode).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opd_sees_the_families_of_its_duty_and_those_it_helps_and_no_other()
    {
        var labour = await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker");
        var schools = await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disdik");

        Assert.Equal(["SINI UJI"], await HeadsAsync(labour));
        Assert.Empty(await HeadsAsync(schools));
        Assert.Equal(0, await _portal.Scenario.AsAsync(schools, Permission.ViewHouseholds, services => CountAsync(services.GetRequiredService<PortalDbContext>())));

        await AidAsync("Disnaker", _there);
        Assert.Equal(["SANA UJI", "SINI UJI"], await HeadsAsync(labour));
        Assert.Empty(await HeadsAsync(schools));
        Assert.Equal(0, await _portal.Scenario.AsAsync(schools, Permission.ViewPrograms, services => services.GetRequiredService<PortalDbContext>().Interventions.CountAsync()));
    }

    [Fact]
    public async Task An_opd_writes_no_aid_for_another_opd_and_none_for_a_family_outside_its_duty()
    {
        var labour = await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker");
        foreach (var (opd, household) in new[] { ("Disdik", _here), ("Disnaker", _there) })
        {
            var program = await _portal.Scenario.ProgramAsync(opd);
            await Assert.ThrowsAsync<OutsideScopeException>(() => _portal.Scenario.AsAsync(labour, Permission.RecordInterventions, async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                db.Interventions.Add(await MakeAidAsync(db, program, household));
                return await db.SaveChangesAsync();
            }));
        }
    }

    [Fact]
    public async Task Another_role_in_one_village_frees_nobody_from_the_duty_of_the_opd()
    {
        var both = await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disdik");
        await _portal.Scenario.AssignAsync(both, Role.Enumerator, Village);
        var all = await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disdik");
        await _portal.Scenario.AssignAsync(all, Role.Analyst, "62.71");

        Assert.Empty(await HeadsAsync(both));
        Assert.Equal(["SINI UJI"], await HeadsAsync(both, Permission.RecordVisits));
        Assert.Equal(["SANA UJI", "SINI UJI"], await HeadsAsync(all));
    }

    [Fact]
    public async Task An_upload_runs_with_the_rights_its_user_holds_when_it_runs()
    {
        var analyst = await _portal.Scenario.AccountAsync(Role.Analyst);
        var batch = await _portal.Scenario.AsAsync(analyst, Permission.ImportLists, async services =>
        {
            await _portal.Scenario.EndAssignmentsAsync(analyst);
            using var file = new MemoryStream(FamiliesFile.Of([new FamilyRow("627123000003", "6271041004") { HeadName = "BARU UJI" }]));
            return await services.GetRequiredService<ImportIntake>().QueueUploadAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2024", new DateOnly(2024, 1, 1)), file, default);
        });

        var ended = await EndOfAsync(batch.Id);

        Assert.Equal(ImportState.Failed, ended.State);
        Assert.Contains("tidak lagi memegang tugas impor", ended.FailureMessage, StringComparison.Ordinal);
        Assert.Equal(["SANA UJI", "SINI UJI"], await HeadsAsync(await _portal.Scenario.AccountAsync(Role.Analyst)));
    }

    private static async Task<int> CountAsync(PortalDbContext db) => await db.Households.CountAsync() + await db.Persons.CountAsync() + await db.NameTokens.CountAsync()
        + await db.ListedHouseholds.CountAsync() + await db.ListedPersons.CountAsync() + await db.Visits.CountAsync() + await db.Interventions.CountAsync();

    private Task<List<string>> HeadsAsync(Account account, Permission permission = Permission.ViewHouseholds) => _portal.Scenario.AsAsync(account, permission,
        services => services.GetRequiredService<PortalDbContext>().Households.OrderBy(h => h.HeadName).Select(h => h.HeadName).ToListAsync());

    private Task<int> AsEnumeratorAsync(Func<PortalDbContext, Task> act) => _portal.Scenario.AsAsync(_enumerator, Permission.RecordVisits, async services =>
    {
        await act(services.GetRequiredService<PortalDbContext>());
        return 0;
    });

    private async Task AidAsync(string opd, Guid household)
    {
        var program = await _portal.Scenario.ProgramAsync(opd, "Bantuan untuk sana");
        await _portal.Scenario.AsConsoleAsync(Permission.RecordInterventions, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Interventions.Add(await MakeAidAsync(db, program, household));
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<Intervention> MakeAidAsync(PortalDbContext db, Guid programId, Guid householdId)
    {
        var program = await db.AidPrograms.AsNoTracking().SingleAsync(p => p.PublicId == programId);
        var household = await db.Households.IgnoreQueryFilters([FilterNames.Duty]).AsNoTracking().SingleAsync(h => h.PublicId == householdId);
        Assert.True(Intervention.Record(program, household, new InterventionTerms(InterventionState.Planned, new DateOnly(2026, 12, 1), 200_000m, null, null), "",
            new DateOnly(2026, 11, 1), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), out var aid).IsAccepted);
        return aid!;
    }

    private async Task<ImportBatch> EndOfAsync(long batchId)
    {
        for (var i = 0; i < 300; i++)
        {
            var batch = await _portal.Scenario.AsConsoleAsync(Permission.ImportLists, services => services.GetRequiredService<PortalDbContext>().ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batchId));
            if (batch.EndedAt is not null)
                return batch;
            await Task.Delay(200);
        }
        throw new TimeoutException("The worker has not taken the upload within a minute.");
    }
}
