using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Data;

/// <summary>The rules of needs that hold now: whoever changes a household judges it by them.</summary>
public static class NeedRulesInForce
{
    public static async Task<NeedRules> NeedRulesAsync(this PortalDbContext db, DateOnly on, CancellationToken ct) =>
        (await db.NeedRuleSets.AsNoTracking().OrderByDescending(rules => rules.Number).FirstAsync(ct)).On(on);
}
