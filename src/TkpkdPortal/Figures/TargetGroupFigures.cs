using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Figures;

/// <summary>Families (KK) of a target group, and those that aid of a program aimed at the group has reached in the year.</summary>
public sealed record TargetGroupLine(AidTargetGroup Group, int Programs, int Families, int Reached, int FirstDecile, int FirstDecileReached);

/// <summary>
/// Target groups in an area. Families are counted alike for every reader of that area; the programs are those that the question asks for. Who says nothing of their work belongs to no group.
/// </summary>
public static class TargetGroupFigures
{
    public static async Task<IReadOnlyList<TargetGroupLine>> OfAsync(PortalDbContext db, BudgetQuestion question, CancellationToken ct)
    {
        var lines = new List<TargetGroupLine>();
        var arrived = GivenAid.Arrived(db, question.Year);
        // Each group is looked for once, and whom its programs have reached only where there are some.
        foreach (var group in TargetGroups.Each)
        {
            var programs = question.Programs(db).Where(program => (program.Groups & group) != 0);
            var families = Families(db, question, group);
            var programCount = await programs.CountAsync(ct);
            var all = await CountAsync(families, ct);
            var reached = programCount == 0 ? default : await CountAsync(families.Where(h => arrived.Any(aid => aid.HouseholdId == h.Id && programs.Any(program => program.Id == aid.ProgramId))), ct);
            lines.Add(new TargetGroupLine(group, programCount, all.Families, reached.Families, all.FirstDecile, reached.FirstDecile));
        }
        return lines;
    }

    private static async Task<(int Families, int FirstDecile)> CountAsync(IQueryable<Household> households, CancellationToken ct)
    {
        var counts = await households.GroupBy(h => h.DecileCode == 1).Select(decile => new { IsFirst = decile.Key, Families = decile.Count() }).ToListAsync(ct);
        return (counts.Sum(count => count.Families), counts.Where(count => count.IsFirst).Sum(count => count.Families));
    }

    private static IQueryable<Household> Families(PortalDbContext db, BudgetQuestion question, AidTargetGroup group)
    {
        var occupations = TargetGroups.OccupationsOf(group);
        return db.Households.IgnoreQueryFilters([FilterNames.Duty]).AsNoTracking().In(question.Area).Where(h => h.Members.Any(member => member.Occupation != null && occupations.Contains(member.Occupation.Value)));
    }
}
