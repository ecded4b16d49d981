using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rounds.Steps;

/// <summary>Targets that wait for a step of the reader, with what the visit found and what the civil registry says.</summary>
public sealed record StepPage(VerificationRound Round, RoundStep Step, IReadOnlyList<StepRow> Rows, Paging Paging, StepForm Form)
{
    public string Path => $"/verval/{Round.PublicId}/{Step.Path}";

    public static async Task<StepPage> ForAsync(PortalDbContext db, VerificationRound round, RoundStep step, int? page, CancellationToken ct)
    {
        var waiting = step.Waiting(db, round).AsNoTracking();
        var paging = Paging.Of(page, await waiting.CountAsync(ct), 50);
        var targets = await waiting.OrderBy(target => target.AreaCode).ThenBy(target => target.Id).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        var heads = await StepHead.OfAsync(db, targets, ct);
        return new StepPage(round, step, [.. targets.Select(target => new StepRow(target.PublicId, heads[target.HouseholdId].HouseholdId, heads[target.HouseholdId].HeadName, target.AreaCode,
            target.Presence, target.Eligibility, target.VisitedOn, heads[target.HouseholdId].Match, target.ReturnNote))], paging, new StepForm());
    }
}

public sealed record StepRow(Guid Id, Guid HouseholdId, string HeadName, string AreaCode, Presence? Presence, Eligibility? Eligibility, DateOnly? VisitedOn, CivilMatch? Match, string? ReturnNote);
