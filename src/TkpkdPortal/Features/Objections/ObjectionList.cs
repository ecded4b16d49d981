using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Objections;

/// <summary>Objections of the own area, the one that is due first on top.</summary>
public sealed record ObjectionList(string? Shown, ListAsk Ask, IReadOnlyList<ObjectionRow> Rows, Paging Paging, int Open, int Overdue)
{
    public const string ToVerify = "periksa", ToAnswer = "jawab", Late = "terlambat";

    public ListTools Tools => new("/sanggahan", Ask, "Cari nama kepala keluarga", ("batas", "Batas waktu terdekat"), ("terbaru", "Terbaru diterima")) { Kept = [("keadaan", Shown)] };

    public static async Task<ObjectionList> ForAsync(PortalDbContext db, long userId, DateOnly today, string? shown, ListAsk ask, CancellationToken ct)
    {
        var open = db.Objections.Where(o => o.AnsweredAt == null);
        var overdue = open.Where(o => o.DueOn < today);
        var chosen = shown switch
        {
            ToVerify => WaitingRows.ObjectionsToVerify(db, userId),
            ToAnswer => WaitingRows.ObjectionsToAnswer(db, userId),
            Late => overdue,
            _ => db.Objections,
        };
        var sought = ask.Patterns.Aggregate(chosen.AsNoTracking(), (found, word) => found.Where(o => db.Households.Any(h => h.Id == o.HouseholdId && EF.Functions.Like(h.HeadName, word, LikePatterns.Escape))));
        var paging = ask.Paging(await sought.CountAsync(ct));
        var ordered = ask.Order == "terbaru" ? sought.OrderByDescending(o => o.ReceivedOn).ThenByDescending(o => o.Id) : sought.OrderBy(o => o.AnsweredAt == null ? 0 : 1).ThenBy(o => o.DueOn).ThenBy(o => o.Id);
        var rows = await ordered.Skip(paging.Skip).Take(paging.PageSize).Select(o => new ObjectionRow(o, db.Households.Where(h => h.Id == o.HouseholdId).Select(h => h.HeadName).FirstOrDefault() ?? "yang sudah ditutup")).ToListAsync(ct);
        return new ObjectionList(shown is ToVerify or ToAnswer or Late ? shown : null, ask, rows, paging, await open.CountAsync(ct),
            await overdue.CountAsync(ct));
    }
}

public sealed record ObjectionRow(Objection Objection, string HeadName);

/// <summary>One objection with the names around it.</summary>
public sealed record ObjectionPage(Objection Objection, ObjectionDecisionForm Form)
{
    public required string HeadName { get; init; }

    public required Guid HouseholdId { get; init; }

    public required string RoundName { get; init; }

    public required VerificationState TargetState { get; init; }

    public required IReadOnlyDictionary<long, string> People { get; init; }

    public string? NameOf(long? userId) => userId is { } id ? People.GetValueOrDefault(id) : null;

    public static async Task<ObjectionPage?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Objections.SingleOrDefaultAsync(o => o.PublicId == id, ct) is not { } objection)
            return null;
        var household = await db.Households.AsNoTracking().Where(h => h.Id == objection.HouseholdId).Select(h => new { h.PublicId, h.HeadName }).SingleOrDefaultAsync(ct);
        long?[] people = [objection.RecordedById, objection.VerifiedById, objection.AnsweredById];
        return new ObjectionPage(objection, new ObjectionDecisionForm { Version = objection.Version })
        {
            HeadName = household?.HeadName ?? "yang sudah ditutup",
            HouseholdId = household?.PublicId ?? Guid.Empty,
            RoundName = await db.Rounds.Where(r => r.Id == objection.RoundId).Select(r => r.Name).SingleAsync(ct),
            TargetState = await db.RoundTargets.Where(t => t.Id == objection.RoundTargetId).Select(t => t.State).SingleOrDefaultAsync(ct),
            People = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }
}
