using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Access;

/// <summary>Puts cases and graduations of a test's office back to what a request needs.</summary>
internal static class CasesOfOffice
{
    public static Task NoCasesAsync(this TestPortal portal) => portal.DeletingAsync(async db =>
    {
        await db.CaseContacts.ExecuteDeleteAsync();
        await db.CaseSteps.ExecuteDeleteAsync();
        return await db.Cases.ExecuteDeleteAsync();
    });

    public static Task NoStepsAsync(this TestPortal portal) => portal.DeletingAsync(db => db.CaseSteps.ExecuteDeleteAsync());

    public static Task NoGraduationsAsync(this TestPortal portal) => portal.DeletingAsync(db => db.Graduations.ExecuteDeleteAsync());

    public static Task OnlyFirstGraduationRuleAsync(this TestPortal portal) => portal.DeletingAsync(db => db.GraduationRules.Where(rule => rule.Number > 1).ExecuteDeleteAsync());

    public static Task<string> StepOfAsync(this TestPortal portal, Guid id) => portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        return (await db.CaseSteps.Where(step => db.Cases.Any(one => one.Id == step.CaseId && one.PublicId == id)).Select(step => step.PublicId).FirstAsync()).ToString();
    });

    public static Task<string> PublicIdOfAsync(this TestPortal portal, Account account) => portal.Scenario.AsConsoleAsync(Permission.ManageUsers, async services =>
        (await services.GetRequiredService<PortalDbContext>().Users.Where(user => user.Id == account.Id).Select(user => user.PublicId).SingleAsync()).ToString());

    private static Task<int> DeletingAsync(this TestPortal portal, Func<PortalDbContext, Task<int>> delete) =>
        portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => delete(services.GetRequiredService<PortalDbContext>()));
}
