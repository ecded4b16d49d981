using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Something of which there are so many.</summary>
public sealed record PackCount(string Name, int Count);

/// <summary>Cases and graduations as counts: nobody is named.</summary>
public sealed record PackCases(int Open, int Overdue, IReadOnlyList<PackCount> Ended, IReadOnlyList<PackCount> Graduated, int Watched, int Suspected, int Relapsed)
{
    public bool IsEmpty => Open + Ended.Count + Graduated.Count + Relapsed == 0;

    public static async Task<PackCases> OfAsync(PortalDbContext db, DateOnly today, CancellationToken ct)
    {
        var open = db.Cases.Where(one => one.Ending == null);
        var ended = await db.Cases.Where(one => one.Ending != null).GroupBy(one => one.Ending!.Value).Select(group => new { group.Key, Count = group.Select(one => one.HouseholdId).Distinct().Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var graduated = await GraduationLines.InForce(db).GroupBy(one => one.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return new PackCases(await open.CountAsync(ct),
            await open.CountAsync(one => one.ReviewOn < today || db.CaseSteps.Any(step => step.CaseId == one.Id && step.State == CaseStepState.Open && step.DueOn < today), ct),
            [.. CaseWords.Endings.All.Where(ended.ContainsKey).Select(ending => new PackCount(CaseWords.Endings.Label(ending), ended[ending]))],
            [.. GraduationWords.Kinds.All.Where(graduated.ContainsKey).Select(kind => new PackCount(GraduationWords.Kinds.Label(kind), graduated[kind]))],
            await GraduationLines.Watched(db, today).CountAsync(ct), await GraduationLines.Suspected(db, today).CountAsync(ct), await GraduationLines.Standing(db).CountAsync(one => one.RelapsedOn != null, ct));
    }
}
