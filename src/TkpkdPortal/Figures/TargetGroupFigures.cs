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
        foreach (var group in TargetGroups.Each)
        {
            var programs = question.Programs(db).Where(program => (program.Groups & group) != 0);
            var families = Families(db, question, group);
            var reached = families.Where(h => arrived.Any(aid => aid.HouseholdId == h.Id && programs.Any(program => program.Id == aid.ProgramId)));
            lines.Add(new TargetGroupLine(group, await programs.CountAsync(ct), await families.CountAsync(ct), await reached.CountAsync(ct),
                await families.CountAsync(h => h.DecileCode == 1, ct), await reached.CountAsync(h => h.DecileCode == 1, ct)));
        }
        return lines;
    }

    private static IQueryable<Household> Families(PortalDbContext db, BudgetQuestion question, AidTargetGroup group)
    {
        var occupations = TargetGroups.OccupationsOf(group);
        return db.Households.IgnoreQueryFilters([FilterNames.Duty]).AsNoTracking().In(question.Area).Where(h => h.Members.Any(member => member.Occupation != null && occupations.Contains(member.Occupation.Value)));
    }
}
