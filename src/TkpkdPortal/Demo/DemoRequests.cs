using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>What waits for an answer: a family that moved into the village of the demo's lurah, and a person who asks for the own data.</summary>
internal sealed class DemoRequests(DemoStage stage, DemoStory story, DateOnly today)
{
    public async Task MakeAsync(DateTime now, CancellationToken ct)
    {
        var neighbour = story.Places.FirstOrDefault(place => place.IsUnderVerification && place.Village != story.MainVillage && place.Families > 1);
        if (neighbour is not null)
            await stage.AsAsync(DemoAccounts.HeadOf(neighbour.Village), Permission.HandOverHouseholds, now.AddDays(-2), services => OfferAsync(services, neighbour.Village, ct), ct);
        await stage.AsAsync("dpo" + DemoAccounts.Domain, Permission.HandleSubjectRequests, now.AddHours(-20), services => AskAsync(services, ct), ct);
    }

    private async Task OfferAsync(IServiceProvider services, AreaCode from, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.HandOvers.AnyAsync(ct))
            return;
        var household = await db.Households.In(from).Where(h => !db.Visits.Any(v => v.HouseholdId == h.Id && v.Status == VisitStatus.Submitted)).OrderBy(h => h.Id).FirstOrDefaultAsync(ct);
        if (household is null)
            return;
        HandOver.Offer(household, story.MainVillage, today.AddDays(-9), "Pindah ke rumah orang tua, surat pindah dari RT sudah ada", today, services.GetRequiredService<ActingUser>().Id,
            services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, out var handOver);
        db.HandOvers.Add(handOver!);
        await db.SaveChangesAsync(ct);
    }

    private async Task AskAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.SubjectRequests.AnyAsync(ct))
            return;
        var household = await db.Households.AsNoTracking().In(story.MainVillage).OrderByDescending(h => h.Id).FirstAsync(ct);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        SubjectRequest.Record(new SubjectRequestTerms(SubjectRequestKind.Access, now, household.HeadName, "datang ke kantor lurah atau desa", "Ingin tahu data keluarga saya di portal dan siapa yang melihatnya.",
            household.Id, household.AreaCode), now, services.GetRequiredService<ActingUser>().Id, out var request);
        db.SubjectRequests.Add(request!);
        await db.SaveChangesAsync(ct);
    }
}
