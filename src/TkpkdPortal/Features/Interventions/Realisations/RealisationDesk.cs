using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Interventions.Realisations;

/// <summary>Marks planned aid of one program as delivered by one paper, one piece or a thousand; what has changed since it was shown is left and named.</summary>
public sealed class RealisationDesk(PortalDbContext db, OfficeClock clock)
{
    private const int Chunk = 500;

    public async Task<RealisationReport> RealiseAsync(AidProgram program, RealisationForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Nobody else writes from here on: what is read now is what is saved.
        await ChangeWriter.TakeTurnAsync(db, ct);
        var seen = form.Keys.Select(Read).OfType<(Guid Id, int Version)>().DistinctBy(key => key.Id).Take(RealisationPage.GoMax).ToDictionary(key => key.Id, key => key.Version);
        var meant = form.IsAll ? await RealisationPage.Planned(db, program).OrderBy(aid => aid.On).ThenBy(aid => aid.Id).Take(RealisationPage.GoMax).ToListAsync(ct) : await TickedAsync(program, [.. seen.Keys], ct);
        var more = form.IsAll ? await RealisationPage.Planned(db, program).CountAsync(ct) - meant.Count : 0;
        var names = await NamesAsync([.. meant.Select(aid => aid.HouseholdId).Distinct()], ct);
        var left = new List<RealisationLeft>();
        foreach (var aid in meant)
        {
            var outcome = !form.IsAll && seen[aid.PublicId] != aid.Version ? Domain.Outcome.Refuse("Catatan ini diubah orang lain sejak daftar dibuka. Periksa lagi.")
                : aid.Realise(form.On, form.Evidence, clock.Today, clock.UtcNow);
            if (!outcome.IsAccepted)
                left.Add(new RealisationLeft(names.GetValueOrDefault(aid.HouseholdId, "Keluarga yang tidak lagi tampak"), outcome.Refusal!));
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new RealisationReport(program, meant.Count - left.Count, more, left);
    }

    private async Task<List<Intervention>> TickedAsync(AidProgram program, List<Guid> ids, CancellationToken ct)
    {
        var ticked = new List<Intervention>();
        foreach (var some in ids.Chunk(Chunk))
            ticked.AddRange(await db.Interventions.Where(aid => aid.ProgramId == program.Id && some.Contains(aid.PublicId)).ToListAsync(ct));
        return ticked;
    }

    private async Task<Dictionary<long, string>> NamesAsync(List<long> households, CancellationToken ct)
    {
        var names = new Dictionary<long, string>();
        foreach (var some in households.Chunk(Chunk))
        {
            foreach (var household in await db.Households.AsNoTracking().Where(household => some.Contains(household.Id)).Select(household => new { household.Id, household.HeadName }).ToListAsync(ct))
                names[household.Id] = household.HeadName;
        }
        return names;
    }

    private static (Guid Id, int Version)? Read(string key)
    {
        var parts = key.Split('|');
        return parts.Length == 2 && Guid.TryParse(parts[0], out var id) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (id, version) : null;
    }
}
