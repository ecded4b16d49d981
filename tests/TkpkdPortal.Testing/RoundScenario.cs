using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Features.Deliberations;
using TkpkdPortal.Features.Rounds;
using TkpkdPortal.Features.Rounds.Links;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Rounds of verification for one test, brought to a state by the steps that lead there in life.</summary>
public static class RoundScenario
{
    /// <summary>A round of the office's first list in the kecamatan, begun yesterday unless it is to stay in preparation.</summary>
    public static Task<Guid> RoundAsync(this Scenario scenario, bool isRunning = true, params string[] districts) => scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var (db, clock, desk) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>(), services.GetRequiredService<RoundDesk>());
        var release = await db.ListReleases.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync();
        var (outcome, round) = await desk.OpenAsync(new RoundTerms("Verval uji", release, "Keputusan uji 1/2026", clock.Today.AddDays(-9),
            [.. districts.Select(district => new WaveTerms(AreaCode.Parse(district), clock.Today.AddDays(-1), clock.Today.AddDays(30)))]), default);
        Accept(outcome);
        if (isRunning)
            Accept(await desk.AdvanceAsync(round!, default));
        return round!.PublicId;
    });

    /// <summary>Visits of the enumerator to the targets of a village, the first so many, handed in and waiting.</summary>
    public static Task<int> VisitTargetsAsync(this Scenario scenario, Guid round, Account enumerator, int most, Func<int, VisitAnswers>? answers = null) =>
        scenario.AsAsync(enumerator, Permission.RecordVisits, async services =>
        {
            var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
            var running = await db.Rounds.Include(r => r.Waves).SingleAsync(r => r.PublicId == round);
            var targets = await db.RoundTargets.Where(t => t.RoundId == running.Id && t.State == VerificationState.NotVisited).OrderBy(t => t.Id).Take(most).ToListAsync();
            var ids = targets.ConvertAll(t => t.HouseholdId);
            var households = await db.Households.Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id);
            var questionnaire = await services.GetRequiredService<RoundVisits>().CurrentAsync(running.Id, default);
            foreach (var (i, target) in targets.Index())
            {
                Accept(target.MayBeVisited(enumerator.Id, running, clock.Today));
                var visit = households[target.HouseholdId].OpenVisit(Guid.CreateVersion7(), enumerator.Id, 1 + await db.Visits.CountAsync(v => v.HouseholdId == target.HouseholdId));
                target.Take(visit, questionnaire);
                Accept(visit.Save(answers?.Invoke(i) ?? Found(clock.Today), clock.UtcNow));
                Accept(visit.Submit(clock.Today, clock.UtcNow));
                db.Visits.Add(visit);
            }
            await db.SaveChangesAsync();
            return targets.Count;
        });

    /// <summary>Takes all targets of a round that were visited on to a state; each step by somebody else.</summary>
    public static Task<int> BringAsync(this Scenario scenario, Guid round, VerificationState state, CivilMatch match = CivilMatch.Agrees) => scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var (db, at) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>().UtcNow);
        var running = await db.Rounds.Include(r => r.Waves).SingleAsync(r => r.PublicId == round);
        foreach (var visit in await db.Visits.Where(v => v.Status == VisitStatus.Submitted && db.RoundTargets.Any(t => t.Id == v.RoundTargetId && t.RoundId == running.Id)).ToListAsync())
            Accept(visit.Approve(90_001, at));
        await db.SaveChangesAsync();
        var targets = await db.RoundTargets.Where(t => t.RoundId == running.Id && t.State == VerificationState.ApprovedByVillage).ToListAsync();
        foreach (var target in targets)
        {
            if (state >= VerificationState.AgreedInDeliberation)
                Accept(target.Agree(1, running, at));
            if (state >= VerificationState.VerifiedByDistrict && target.State is VerificationState.AgreedInDeliberation)
                Accept(target.Verify(90_002, running, at));
            if (state >= VerificationState.Validated && target.State is VerificationState.VerifiedByDistrict)
                Accept(target.Validate(90_003, match, running, at));
        }
        await db.SaveChangesAsync();
        return targets.Count;
    });

    /// <summary>All targets of a village visited and approved, so that its meeting can take them up.</summary>
    public static async Task<Guid> ReadyForMeetingAsync(this Scenario scenario, string village, Func<int, VisitAnswers>? answers = null)
    {
        var round = await scenario.RoundAsync(isRunning: true, village[..8]);
        await scenario.VisitTargetsAsync(round, await scenario.AccountAsync(Role.Enumerator, village), 500, answers);
        await scenario.BringAsync(round, VerificationState.ApprovedByVillage);
        return round;
    }

    /// <summary>The minutes of a village whose list is frozen.</summary>
    public static Task<Guid> FreezeAsync(this Scenario scenario, Guid round, string village) => scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var running = await services.GetRequiredService<PortalDbContext>().Rounds.Include(r => r.Waves).SingleAsync(r => r.PublicId == round);
        var (outcome, deliberation) = await services.GetRequiredService<DeliberationDesk>().FreezeAsync(running, AreaCode.Parse(village), Meeting(services.GetRequiredService<OfficeClock>().Today),
            code => $"https://portal.uji.invalid/verifikasi/{code}", default);
        Accept(outcome);
        return deliberation!.PublicId;
    });

    /// <summary>A family of a round of its own on which the village has agreed.</summary>
    public static async Task<Guid> AgreedHouseholdAsync(this Scenario scenario, string village, Func<int, VisitAnswers>? answers = null)
    {
        var id = await scenario.HouseholdInAsync(village, "SANGGAH UJI");
        var round = await scenario.ReadyForMeetingAsync(village, answers);
        await scenario.BringAsync(round, VerificationState.AgreedInDeliberation);
        return id;
    }

    /// <summary>An objection to such a family, recorded by somebody without an account of the test.</summary>
    public static async Task<Guid> ObjectionAsync(this Scenario scenario, string village, bool isVerified = false, int daysAgo = 0)
    {
        var household = await scenario.AgreedHouseholdAsync(village);
        return await scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
        {
            var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
            var target = await db.RoundTargets.Where(t => db.Households.Any(h => h.Id == t.HouseholdId && h.PublicId == household)).OrderByDescending(t => t.RoundId).FirstAsync();
            var today = clock.Today.AddDays(-daysAgo);
            Accept(Objection.Record(target, await db.Rounds.SingleAsync(r => r.Id == target.RoundId), new ObjectionTerms(ObjectionKind.AgainstInclusion, null, ObjectorRelation.Neighbour, ObjectionChannel.Office, "Sudah mampu.", today),
                clock.Today, services.GetRequiredService<ActingUser>().Id, clock.UtcNow, out var objection));
            if (isVerified)
                Accept(objection!.Verify(90_004, "Ditanyakan ke RT.", clock.UtcNow));
            db.Objections.Add(objection!);
            await db.SaveChangesAsync();
            return objection!.PublicId;
        });
    }

    /// <summary>A link to one RT for three days; answers its id and the code that is shown once.</summary>
    public static async Task<(Guid Id, string Code)> LinkAsync(this Scenario scenario, Guid round, string rt, string holder = "Budi Contoh") =>
        await scenario.LinkAsync(round, rt, await scenario.AccountAsync(Role.VillageHead, AreaCode.Parse(rt).AtLevel(AreaLevel.Village).Official), holder);

    /// <summary>A link that this head of the village made, and answers for.</summary>
    public static Task<(Guid Id, string Code)> LinkAsync(this Scenario scenario, Guid round, string rt, Account maker, string holder = "Budi Contoh") => scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
    {
        var (db, code) = (services.GetRequiredService<PortalDbContext>(), LinkCode.New());
        Accept(NeighbourhoodLink.Make(await db.Rounds.SingleAsync(r => r.PublicId == round), AreaCode.Parse(rt), NeighbourhoodOffice.Rt, holder, 3, LinkDoor.HashOf(services.GetRequiredService<Sealer>(), code),
            maker.Id, services.GetRequiredService<OfficeClock>().UtcNow, out var link));
        db.NeighbourhoodLinks.Add(link!);
        await db.SaveChangesAsync();
        return (link!.PublicId, code);
    });

    public static DeliberationTerms Meeting(DateOnly on) => new("140/017/BA-MK/XI/2026", on, new TimeOnly(9, 0), new TimeOnly(12, 20), "Aula Kelurahan", "Yohanes Uji, Ketua LPM", "Siti Contoh, Sekretaris",
        4, "Yohanes Uji, Ketua LPM\nSiti Contoh, Sekretaris\nAndi Uji, Ketua RT 003", "Yohanes Uji, Pimpinan musyawarah\nMarthin Uji, Lurah", "Perekaman KTP keliling di RT 004.");

    public static VisitAnswers Found(DateOnly on) => new() { VisitedOn = on, Presence = Presence.Found, Respondent = "Kepala keluarga", Eligibility = Eligibility.ExtremelyPoor };

    private static void Accept(Outcome outcome) => Assert.True(outcome.IsAccepted, outcome.Refusal);
}
