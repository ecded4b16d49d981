using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Doubles;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Doubles;

/// <summary>How a decision about two families ended.</summary>
public enum Deciding
{
    Done,
    Refused,

    /// <summary>Somebody was first, or a family changed while the page was open.</summary>
    Stale,
}

/// <summary>Takes decisions about pairs; whether they are one is decided only by whoever sees both.</summary>
public sealed class DecisionDesk(PortalDbContext db, ActingUser user, MergeDesk merges, OfficeClock clock)
{
    public async Task<(Deciding, Outcome)> DecideAsync(DoublePage page, DoubleForm form, CancellationToken ct)
    {
        if (form.Stamp != page.Form.Stamp)
            return (Deciding.Stale, default);
        if (page.IsAcross && form.Answer is not DoubleAnswer.Unsure)
            return (Deciding.Refused, Outcome.Refuse("Salah satu keluarga tinggal di wilayah lain. Yang melihat keduanya, Bappeda atau Dinas Sosial, yang memutuskan; Anda bisa menulis apa yang Anda ketahui sebagai “belum jelas”."));
        return await SavedAsync(async () =>
        {
            var outcome = form.Answer switch
            {
                DoubleAnswer.Different => page.Pair.KeepApart(user.Id, form.Note, clock.UtcNow),
                DoubleAnswer.Unsure => page.Pair.LeaveUnsure(user.Id, form.Note, clock.UtcNow),
                _ => await UniteAsync(page, form, ct),
            };
            if (outcome.IsAccepted && form.Answer is not DoubleAnswer.Same)
                await db.SaveChangesAsync(ct);
            return outcome;
        });
    }

    public async Task<(Deciding, Outcome)> TakeBackAsync(DoublePage page, UndoForm form, CancellationToken ct)
    {
        if (form.Version != page.Pair.Version)
            return (Deciding.Stale, default);
        if (page.IsAcross)
            return (Deciding.Refused, Outcome.Refuse("Salah satu keluarga tinggal di wilayah lain. Bappeda atau Dinas Sosial yang mencabut keputusan ini."));
        return await SavedAsync(async () =>
        {
            if (page.Merge is { } merge)
                return await merges.UndoAsync(page.Pair, merge, form.Note, ct);
            var outcome = page.Pair.Reopen(user.Id, form.Note, clock.UtcNow);
            if (outcome.IsAccepted)
                await db.SaveChangesAsync(ct);
            return outcome;
        });
    }

    private async Task<Outcome> UniteAsync(DoublePage page, DoubleForm form, CancellationToken ct)
    {
        var (first, second) = (page.First.Household!, page.Second.Household!);
        if (form.StayingId != first.PublicId && form.StayingId != second.PublicId)
            return Outcome.Refuse("Pilih catatan keluarga yang tetap dipakai.");
        var chosen = form.Same.Where(pair => pair.Value is not null).Select(pair => (Second: MemberOf(second, pair.Key), First: MemberOf(first, pair.Value!.Value))).ToList();
        if (chosen.Exists(pair => pair.First is null || pair.Second is null))
            return Outcome.Refuse("Anggota keluarga berubah sejak halaman dibuka. Bandingkan lagi.");
        if (chosen.Select(pair => pair.First).Distinct().Count() != chosen.Count)
            return Outcome.Refuse("Dua anggota dinyatakan sama dengan satu orang. Pilih satu saja.");
        return form.StayingId == first.PublicId
            ? await merges.UniteAsync(page.Pair, first, second, chosen.ToDictionary(pair => pair.Second!, pair => pair.First!), form.Note, ct)
            : await merges.UniteAsync(page.Pair, second, first, chosen.ToDictionary(pair => pair.First!, pair => pair.Second!), form.Note, ct);
    }

    private static Person? MemberOf(Household household, Guid id) => household.Members.FirstOrDefault(member => member.PublicId == id);

    private async Task<(Deciding, Outcome)> SavedAsync(Func<Task<Outcome>> save)
    {
        try
        {
            var outcome = await save();
            return (outcome.IsAccepted ? Deciding.Done : Deciding.Refused, outcome);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return (Deciding.Stale, default);
        }
    }
}
