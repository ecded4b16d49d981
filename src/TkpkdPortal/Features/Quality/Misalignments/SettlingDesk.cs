using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Quality.Misalignments;

/// <summary>What became of the differences that were to be decided.</summary>
public sealed record Settled(int Done, int Changed, int Verified, int More, string? Refusal)
{
    public string Sentence
    {
        get
        {
            var parts = new List<string> { $"{Indonesian.Number(Done)} isian diputuskan." };
            if (Changed > 0)
                parts.Add($"{Indonesian.Number(Changed)} dilewati karena berubah sejak halaman dibuka.");
            if (Verified > 0)
                parts.Add($"{Indonesian.Number(Verified)} dilewati karena nilai register sudah diverifikasi lewat kunjungan; putuskan satu per satu.");
            if (More > 0)
                parts.Add($"Sekali jalan paling banyak {Indonesian.Number(SettlingDesk.GoMax)}; ulangi untuk yang masih tersisa.");
            return string.Join(' ', parts);
        }
    }
}

/// <summary>
/// Decides differences, one or many, in one change of the register: each with its own decision. What was shown and has changed since is left, and so is what a visit has verified where
/// nobody looks at the single household.
/// </summary>
public sealed class SettlingDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    /// <summary>Most households in one go: every one is written with its past.</summary>
    public const int GoMax = 1_000;

    /// <summary>Those that were ticked.</summary>
    public async Task<Settled> SettleAsync(SourcePair sources, IReadOnlyCollection<DifferenceKey> ticked, ChosenSide chosen, string? reason, CancellationToken ct)
    {
        var ids = ticked.Select(key => key.Household).Distinct().Take(GoMax).ToList();
        var stated = await sources.Between.Households(db, null).Where(household => ids.Contains(household.PublicId)).ToListAsync(ct);
        var marks = ticked.ToLookup(key => key.Household);
        return await TakeAsync(sources, stated, household => marks[household.PublicId].Select(key => (key.Field, (string?)key.Mark)), chosen, reason, null, ticked.Count, ct);
    }

    /// <summary>All of one field that the filter finds, as far as one go reaches.</summary>
    public async Task<Settled> SettleAllAsync(SourcePair sources, MisalignmentAsk ask, AreaCode? area, ChosenSide chosen, string? reason, FieldRule? rule, CancellationToken ct)
    {
        if (ask.Field is not { } field)
            return new Settled(0, 0, 0, 0, "Pilih satu isian dulu: semua sekaligus hanya untuk isian yang sama.");
        var fields = (int)field;
        var open = sources.Between.Households(db, area).Where(household => (household.Open & fields) != 0);
        if (ask.LargeOnly)
            open = open.Where(household => (household.Large & fields) != 0);
        var stated = await open.OrderBy(household => household.AreaCode).ThenBy(household => household.HouseholdId).Take(GoMax + 1).ToListAsync(ct);
        return await TakeAsync(sources, [.. stated.Take(GoMax)], _ => [(field, null)], chosen, reason, rule, Math.Min(stated.Count, GoMax), ct) with { More = Math.Max(0, stated.Count - GoMax) };
    }

    private async Task<Settled> TakeAsync(SourcePair sources, IReadOnlyList<ComparedHousehold> stated, Func<ComparedHousehold, IEnumerable<(HouseholdField Field, string? Mark)>> wanted, ChosenSide chosen,
        string? reason, FieldRule? rule, int asked, CancellationToken ct)
    {
        var households = await LoadAsync([.. stated.Select(one => one.HouseholdId)], ct);
        var (done, verified, rules) = (new List<FieldDecision>(), 0, await db.NeedRulesAsync(clock.Today, ct));
        foreach (var one in stated.Where(one => households.ContainsKey(one.HouseholdId)))
        {
            var household = households[one.HouseholdId];
            // Judged before any of its fields changes.
            var unchanged = wanted(one).Where(want => ((HouseholdField)one.Open).HasFlag(want.Field) && (want.Mark is null || want.Mark == DifferenceKey.MarkOf(one, want.Field, household))).ToList();
            foreach (var (field, mark) in unchanged)
            {
                var seen = new MisalignedField(field, sources.First!.List, sources.Second!.List, one.First.TextOf(field), one.Second.TextOf(field));
                if (mark is null && FieldDecision.Overrules(household, seen, chosen))
                {
                    verified++;
                    continue;
                }
                if (FieldDecision.Take(household, seen, chosen, reason, rule?.Id, user.Id, clock.UtcNow, out var decision) is { IsAccepted: false } refused)
                    return new Settled(0, 0, 0, 0, refused.Refusal);
                done.Add(decision!);
            }
            household.JudgeNeeds(rules);
        }
        if (done.Count > 0 && !await SavedAsync(done, ct))
            return new Settled(0, 0, 0, 0, "Keluarga di antaranya baru saja diubah orang lain. Tidak ada yang tersimpan; periksa lagi, lalu ulangi.");
        return new Settled(done.Count, asked - done.Count - verified, verified, 0, null);
    }

    public async Task<Outcome> WithdrawAsync(FieldDecision decision, WithdrawForm form, CancellationToken ct)
    {
        var households = await LoadAsync([decision.HouseholdId], ct);
        if (form.Version != decision.Version)
            return Outcome.Refuse("Putusan ini baru saja diubah orang lain. Periksa lagi.");
        if (!households.TryGetValue(decision.HouseholdId, out var household))
            return Outcome.Refuse("Keluarga ini tidak lagi dalam register wilayah Anda; putusannya tidak bisa dicabut.");
        if (decision.Withdraw(household, form.Reason, user.Id, clock.UtcNow) is { IsAccepted: false } refused)
            return refused;
        household.JudgeNeeds(await db.NeedRulesAsync(clock.Today, ct));
        db.Changes.Declare(ChangeSource.FieldDecision, decision.PublicId, $"Putusan {FieldValues.Word(decision.Field)} dicabut");
        try
        {
            await db.SaveChangesAsync(ct);
            return Outcome.Accepted;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse("Keluarga ini baru saja diubah orang lain. Periksa lagi, lalu ulangi.");
        }
    }

    private async Task<bool> SavedAsync(List<FieldDecision> done, CancellationToken ct)
    {
        db.FieldDecisions.AddRange(done);
        var fields = Indonesian.List([.. done.Select(decision => FieldValues.Word(decision.Field)).Distinct()]);
        db.Changes.Declare(ChangeSource.FieldDecision, done[0].PublicId, $"Diputuskan: {fields} menurut {FieldValues.Word(done[0].ChosenList)}");
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<Dictionary<long, Household>> LoadAsync(List<long> ids, CancellationToken ct)
    {
        var loaded = new Dictionary<long, Household>();
        foreach (var some in ids.Chunk(500))
        {
            foreach (var household in await db.Households.Include(household => household.Members).Where(household => some.Contains(household.Id)).ToListAsync(ct))
                loaded.Add(household.Id, household);
        }
        return loaded;
    }
}
