using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Cases and graduations as an office has them.</summary>
public static class CaseScenario
{
    /// <summary>An open case of the family with one step, the companion's or, where one is named, an OPD's for a need of its duty.</summary>
    public static Task<Guid> CaseAsync(this Scenario scenario, Guid household, Account owner, Account? companion = null, string? opd = null, int dueInDays = 3) => scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var (db, today) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>().Today);
        var family = await db.Households.AsNoTracking().SingleAsync(h => h.PublicId == household);
        Assert.Null(FamilyCase.Open(family, new CaseTerms("Buruh tani, bisa menjahit.", owner.Id, companion?.Id, today.AddDays(5)), "Uji.", 1, services.GetRequiredService<ActingUser>().Id, today, out var opened).Refusal);
        var asked = opd is null ? null : await db.Opds.SingleAsync(one => one.ShortName == opd);
        var need = asked is null ? Need.None : NeedWords.Of(asked.Duty).First();
        Assert.Null(opened!.Plan(new CaseStepTerms("Langkah uji.", need, asked, today.AddDays(dueInDays)), today).Refusal);
        db.Cases.Add(opened);
        await db.SaveChangesAsync();
        return opened.PublicId;
    });

    /// <summary>The family has left the target list by its own wish.</summary>
    public static Task<Guid> GraduationAsync(this Scenario scenario, Guid household) => scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        var family = await db.Households.AsNoTracking().SingleAsync(h => h.PublicId == household);
        var rule = await GraduationLines.RuleAsync(db, default);
        var outcome = Graduation.Decide(family, rule, [], new GraduationVerdict(GraduationKind.OwnRequest, "Uji.", "Surat uji."), null, services.GetRequiredService<ActingUser>().Id, clock.Today, clock.UtcNow, out var decided);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        db.Graduations.Add(decided!);
        await db.SaveChangesAsync();
        return decided!.PublicId;
    });
}
