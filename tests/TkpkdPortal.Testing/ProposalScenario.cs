using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Proposing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Proposals for one test, made and checked as in life.</summary>
public static class ProposalScenario
{
    public static Task<Guid> ProposeAsync(this Scenario scenario, Account who, string area, string headName = "USULAN UJI", string address = "Gang Haur") =>
        scenario.AsAsync(who, Permission.ProposeHouseholds, async services =>
        {
            var terms = new ProposalTerms { AreaCode = AreaCode.Parse(area).Stored, HeadName = headName, Address = address, Reason = "Belum ada di daftar mana pun." };
            var (outcome, proposal) = await services.GetRequiredService<ProposalDesk>().ProposeAsync(Guid.CreateVersion7(), terms, services.GetRequiredService<OfficeClock>().Today, similarSeen: 0, arrive: null, default);
            Assert.True(outcome.IsAccepted, outcome.Refusal);
            return proposal!.PublicId;
        });

    /// <summary>Clears the proposal; answers the household that it becomes.</summary>
    public static Task<Guid> ClearAsync(this Scenario scenario, Guid proposal, Account checker) => scenario.AsAsync(checker, Permission.CheckProposals, async services =>
    {
        var (db, desk) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ProposalDesk>());
        var one = await db.Proposals.SingleAsync(p => p.PublicId == proposal);
        var found = await services.GetRequiredService<SimilarHouseholds>().FindAsync(SoughtFamily.Of(one), default);
        var (checking, outcome) = await desk.ClearAsync(one, "Keluarga lain.", SimilarHousehold.StampOf(found), default);
        Assert.True(checking is Checking.Done, $"{checking} {outcome.Refusal}");
        return await db.Households.Where(h => h.Id == one.HouseholdId).Select(h => h.PublicId).SingleAsync();
    });
}
