using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Budgets;

/// <summary>Sets the budgets of several villages at once, with what the rules need to know of all others: all of them are saved or none.</summary>
public sealed class VillageBudgetDesk(PortalDbContext db, AreaDirectory areas)
{
    public static async Task<Dictionary<string, decimal>> DeliveredAsync(PortalDbContext db, long programId, CancellationToken ct)
    {
        var length = AreaCode.LengthAt(AreaLevel.Village);
        return await db.Interventions.AsNoTracking().Where(i => i.ProgramId == programId && (i.State == InterventionState.Delivered || i.State == InterventionState.Verified))
            .GroupBy(i => i.AreaCode.Substring(0, length)).Select(g => new { g.Key, Amount = g.Sum(i => i.Amount) ?? 0m }).ToDictionaryAsync(g => g.Key, g => g.Amount, ct);
    }

    public async Task<Outcome> SetAsync(long programId, IReadOnlyList<ReadBudget> read, CancellationToken ct)
    {
        // Two who share out the same ceiling at once take turns, so that they do not both find it free.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var program = await db.AidPrograms.AsNoTracking().SingleAsync(p => p.Id == programId, ct);
        var kept = await db.VillageBudgets.Where(budget => budget.ProgramId == programId).ToDictionaryAsync(budget => budget.AreaCode, ct);
        var delivered = await DeliveredAsync(db, programId, ct);
        // All as they will be: money goes from one village to another in one go.
        var amounts = kept.ToDictionary(budget => budget.Key, budget => budget.Value.Amount, StringComparer.Ordinal);
        foreach (var one in read)
            amounts[one.Village.Stored] = one.Amount ?? 0m;
        var all = amounts.Values.Sum();
        foreach (var one in read)
        {
            var use = new VillageBudgetUse(all - amounts[one.Village.Stored], delivered.GetValueOrDefault(one.Village.Stored));
            if (Take(program, kept.GetValueOrDefault(one.Village.Stored), one, use) is { IsAccepted: false } refused)
                return refused;
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    private Outcome Take(AidProgram program, VillageBudget? kept, ReadBudget one, VillageBudgetUse use)
    {
        var terms = new VillageBudgetTerms(one.Village, areas.TitleOf(one.Village), one.Amount ?? 0m, one.Source);
        if (kept?.Version != one.Version)
            return Outcome.Refuse($"Anggaran {terms.VillageName} diubah orang lain sejak Anda membukanya; yang tersimpan {(kept is null ? "tidak ada" : Indonesian.Rupiah(kept.Amount))}. Simpan sekali lagi bila isian Anda yang dimaksud.");
        if (kept is null)
            return one.Amount is null ? Outcome.Accepted : Add(program, terms, use);
        if (one.Amount is null)
            return Remove(program, kept, terms, use);
        return kept.Amount == one.Amount && kept.Source == one.Source?.Trim() ? Outcome.Accepted : kept.Change(program, terms, use);
    }

    private Outcome Add(AidProgram program, VillageBudgetTerms terms, VillageBudgetUse use)
    {
        var outcome = VillageBudget.Set(program, terms, use, out var budget);
        if (budget is not null)
            db.VillageBudgets.Add(budget);
        return outcome;
    }

    private Outcome Remove(AidProgram program, VillageBudget kept, VillageBudgetTerms terms, VillageBudgetUse use)
    {
        var outcome = VillageBudget.CanRemove(program, terms, use);
        if (outcome.IsAccepted)
            db.VillageBudgets.Remove(kept);
        return outcome;
    }
}
