using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>Figures of BPS: what waits for whoever may enter or confirm, and what is confirmed for everybody.</summary>
public sealed record MacroFigureList(ListAsk Ask, IReadOnlyList<MacroFigureRow> Waiting, IReadOnlyList<MacroFigureRow> Rows, Paging Paging)
{
    public ListTools Tools => new("/dasbor/bps", Ask, "Cari sumber", ("terbaru", "Terbaru"), ("terlama", "Terlama"), ("angka", "Menurut angka")) { IsPersonal = false };

    public required bool CanEnter { get; init; }

    public required bool CanConfirm { get; init; }

    public required long UserId { get; init; }

    /// <summary>The figure whose decision is shown again with what was typed.</summary>
    public Guid? DecidedId { get; init; }

    public MacroDecisionForm? Decision { get; init; }

    public static async Task<MacroFigureList> ForAsync(PortalDbContext db, ActingUser user, ListAsk ask, CancellationToken ct)
    {
        var (canEnter, canConfirm) = (user.Can(Permission.EnterMacroFigures), user.Can(Permission.ConfirmMacroFigures));
        var seesAll = canEnter || canConfirm;
        var decided = ask.Patterns.Aggregate(db.MacroFigures.Where(f => f.State == MacroFigureState.Confirmed || (seesAll && f.State == MacroFigureState.Rejected)),
            (found, word) => found.Where(f => EF.Functions.Like(f.Source, word, LikePatterns.Escape)));
        var paging = ask.Paging(await decided.CountAsync(ct));
        var rows = await Listed(db, decided, ask.Order).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        var waiting = seesAll ? await Listed(db, db.MacroFigures.Where(f => f.State == MacroFigureState.Waiting)).ToListAsync(ct) : [];
        return new MacroFigureList(ask, waiting, rows, paging) { CanEnter = canEnter, CanConfirm = canConfirm, UserId = user.Id };
    }

    private static IOrderedQueryable<MacroFigure> Ordered(IQueryable<MacroFigure> figures, string? order) => order switch
    {
        "terlama" => figures.OrderBy(f => f.Year).ThenBy(f => f.Month).ThenBy(f => f.Id),
        "angka" => figures.OrderBy(f => f.Indicator).ThenBy(f => f.Scope).ThenByDescending(f => f.Year).ThenByDescending(f => f.Month).ThenByDescending(f => f.Id),
        _ => figures.OrderByDescending(f => f.Year).ThenByDescending(f => f.Month).ThenBy(f => f.Scope).ThenBy(f => f.Indicator).ThenByDescending(f => f.Id),
    };

    private static IQueryable<MacroFigureRow> Listed(PortalDbContext db, IQueryable<MacroFigure> figures, string? order = null) => Ordered(figures.AsNoTracking(), order)
        .Select(f => new MacroFigureRow(f.PublicId, f.Indicator, f.Scope, f.Year, f.Month, f.Value, f.Source, f.PublishedOn, f.State, f.EnteredById, f.DecidedAt, f.Reason, f.Version)
        {
            EnteredBy = db.Users.Where(u => u.Id == f.EnteredById).Select(u => u.FullName).First(),
            DecidedBy = db.Users.Where(u => u.Id == f.DecidedById).Select(u => u.FullName).FirstOrDefault(),
        });
}

public sealed record MacroFigureRow(Guid Id, MacroIndicator Indicator, MacroScope Scope, int Year, int Month, decimal Value, string Source, DateOnly PublishedOn, MacroFigureState State,
    long EnteredById, DateTime? DecidedAt, string? Reason, int Version)
{
    public required string EnteredBy { get; init; }

    public string? DecidedBy { get; init; }

    public string Name => MacroWords.Indicators.Label(Indicator);

    public string Written => MacroWords.Written(Indicator, Value);

    public string Period => MacroWords.Period(Year, Month);
}
