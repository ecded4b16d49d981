using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>A figure of BPS about the place, as news repeated it; on which day it was published they did not say, so the demo takes the middle of July.</summary>
public sealed record DemoFigure(MacroIndicator Indicator, MacroScope Scope, int Year, decimal Value, string RepeatedBy);

/// <summary>The figures of BPS beside the lists: the older ones confirmed by the leadership, the newest of the office still waiting for it.</summary>
internal sealed class DemoFigures(DemoStage stage, DemoStory story, DateOnly today)
{
    private static readonly DemoFigure[] Nation = [new(MacroIndicator.ExtremePoorShare, MacroScope.Nation, 2025, 0.85m, "tirto")];

    public async Task MakeAsync(DateTime now, CancellationToken ct)
    {
        var figures = story.Figures.Concat(Nation).ToList();
        await stage.AsAsync("bappeda" + DemoAccounts.Domain, Permission.EnterMacroFigures, now.AddDays(-12), services => EnterAsync(services, figures, ct), ct);
        await stage.AsAsync("pimpinan" + DemoAccounts.Domain, Permission.ConfirmMacroFigures, now.AddDays(-9), services => ConfirmAsync(services, ct), ct);
    }

    private async Task EnterAsync(IServiceProvider services, List<DemoFigure> figures, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.MacroFigures.AnyAsync(ct))
            return;
        var (userId, at) = (services.GetRequiredService<ActingUser>().Id, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        foreach (var known in figures)
        {
            var terms = new MacroFigureTerms(known.Indicator, known.Scope, known.Year, 3, known.Value, $"BPS, dikutip {known.RepeatedBy}", new(known.Year, 7, 15));
            var entered = MacroFigure.Enter(terms, AreaLevel.Regency, today, at, userId, out var figure);
            db.MacroFigures.Add(figure ?? throw new InvalidOperationException(entered.Refusal));
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task ConfirmAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var waiting = await db.MacroFigures.Where(figure => figure.State == MacroFigureState.Waiting).ToListAsync(ct);
        if (waiting.Count < story.Figures.Count)
            return;
        var newest = waiting.Where(figure => figure.Scope is MacroScope.Office).OrderByDescending(figure => figure.Year).ThenByDescending(figure => figure.Id).FirstOrDefault();
        var (userId, at) = (services.GetRequiredService<ActingUser>().Id, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        foreach (var figure in waiting.Where(figure => figure != newest))
            figure.Confirm(userId, at);
        await db.SaveChangesAsync(ct);
    }
}
