using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Duties;

/// <summary>What is about to be answered: the needs, by household, that were ticked or that the filter finds, as far as one go reaches.</summary>
public sealed record DutyReview(DutyAsk Ask, DutyOpd Opd, IReadOnlyList<DutyKey> Keys, DutyForm Form)
{
    /// <summary>The filter finds more households than one go takes.</summary>
    public bool HasMore { get; init; }

    public int Households => Keys.Select(key => key.Household).Distinct().Count();
}

/// <summary>A need that was not answered, and why.</summary>
public sealed record DutyLeft(DutyKey Key, string Reason);

/// <summary>What became of an answer to many.</summary>
public sealed record DutyReport(DutyAsk Ask, DutyVerdict Verdict, int Needs, int Households, IReadOnlyList<DutyLeft> Left);

/// <summary>
/// Answers needs for the own OPD, one or a thousand households in one change. No household is written, so that no edit of one can be lost; each is judged as it is in the moment of saving, and what has
/// changed since it was shown is left and named.
/// </summary>
public sealed class DutyDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    /// <summary>Most households in one go.</summary>
    public const int GoMax = 1_000;

    private const int Chunk = 500;

    /// <summary>Null for whoever answers for no OPD.</summary>
    public Task<DutyOpd?> OwnAsync(CancellationToken ct)
    {
        var id = user.OpdOf(Permission.AnswerDuties);
        return db.Opds.AsNoTracking().Where(opd => opd.Id == id).Select(opd => new DutyOpd(opd.Id, opd.Name, opd.ShortName, opd.Duty)).SingleOrDefaultAsync(ct);
    }

    public async Task<DutyReview> ReviewAsync(DutyOpd opd, DutyAsk ask, AreaCode? area, DutyPick pick, CancellationToken ct)
    {
        // All that the filter finds is as it is now; what was ticked, as it was shown.
        var seen = pick.IsAll ? clock.UtcNow.Ticks : pick.Seen;
        var lines = DutyList.Chosen(db, ask, opd, area, new ListAsk(), clock.Today).Where(line => line.State != DutyState.Planned && line.State != DutyState.Met);
        if (!pick.IsAll)
        {
            var ticked = pick.Keys.Select(DutyKey.Read).OfType<DutyKey>().ToList();
            var ids = ticked.Select(key => key.Household).Distinct().ToList();
            var names = await db.Households.AsNoTracking().Where(household => ids.Contains(household.PublicId)).Select(household => new { household.PublicId, household.HeadName }).ToDictionaryAsync(household => household.PublicId, household => household.HeadName, ct);
            return Review(opd, ask, ticked.ConvertAll(key => key with { HeadName = names.GetValueOrDefault(key.Household, "") }), seen);
        }
        var found = await lines.Select(line => line.HouseholdId).Distinct().OrderBy(id => id).Take(GoMax + 1).ToListAsync(ct);
        var last = found.Count > GoMax ? found[GoMax - 1] : long.MaxValue;
        var keys = await lines.Where(line => line.HouseholdId <= last).OrderBy(line => line.HouseholdId).ThenBy(line => line.Bit).Select(line => new { line.Household, line.Bit, line.HeadName }).ToListAsync(ct);
        return Review(opd, ask, keys.ConvertAll(key => new DutyKey(key.Household, (Need)key.Bit, key.HeadName)), seen) with { HasMore = found.Count > GoMax };
    }

    /// <summary>The form once more, with what was to be answered.</summary>
    public static DutyReview Again(DutyOpd opd, DutyAsk ask, DutyForm form) => new(ask, opd, DutyKey.ReadAll(form.Keys), form);

    public Outcome Judge(DutyForm form) => DutyAnswer.Judge(Reply(form), clock.Today);

    public async Task<DutyReport> AnswerAsync(DutyOpd own, DutyAsk ask, DutyForm form, CancellationToken ct)
    {
        var keys = DutyKey.ReadAll(form.Keys);
        var wanted = keys.Select(key => key.Household).Distinct().Take(GoMax).ToHashSet();
        var (left, given) = (new List<DutyLeft>(), new List<DutyAnswer>());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var opd = await db.Opds.AsNoTracking().SingleAsync(one => one.Id == own.Id, ct);
        var asked = await AskedAsync(opd, [.. wanted], new DateTime(Math.Clamp(form.Seen, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc), ct);
        foreach (var key in keys)
        {
            if (!wanted.Contains(key.Household))
                left.Add(new DutyLeft(key, $"Sekali jalan paling banyak {Indonesian.Number(GoMax)} KK. Ulangi untuk yang ini."));
            else if (Take(opd, key, asked.GetValueOrDefault(key.Household), Reply(form), out var answer) is { IsAccepted: false } refused)
                left.Add(new DutyLeft(key, refused.Refusal!));
            else
                given.Add(answer!);
        }
        db.DutyAnswers.AddRange(given);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new DutyReport(ask, form.Verdict!.Value, given.Count, given.Select(answer => answer.HouseholdId).Distinct().Count(), left);
    }

    private Outcome Take(Opd opd, DutyKey key, AskedHousehold? asked, DutyReply reply, out DutyAnswer? answer)
    {
        answer = null;
        if (asked is null)
            return Outcome.Refuse("Tidak lagi tampak bagi OPD Anda: keluarga ini pindah, ditutup, atau kebutuhan yang menjadi tugas Anda tidak ada lagi.");
        var question = new DutyQuestion(opd, asked.Household, key.Need, asked.Answers.Find(before => before.Need == key.Need), asked.Referred.Contains(key.Need));
        if (DutyAnswer.Judge(question) is { IsAccepted: false } unasked)
            return unasked;
        if (question.Before is { } before && before.At > asked.Seen && before.UserId != user.Id)
            return Outcome.Refuse($"Baru saja dijawab rekan Anda: {DutyVerdictWords.Values.Label(before.Verdict).ToLowerInvariant()}.");
        return asked.HasChanged ? Outcome.Refuse("Data keluarga ini berubah sejak daftar dibuka. Periksa lagi, lalu jawab.")
            : DutyAnswer.Give(question, reply, user.Id, clock.Today, clock.UtcNow, out answer);
    }

    private async Task<Dictionary<Guid, AskedHousehold>> AskedAsync(Opd opd, List<Guid> ids, DateTime seen, CancellationToken ct)
    {
        var asked = new Dictionary<Guid, AskedHousehold>();
        foreach (var some in ids.Chunk(Chunk))
        {
            var rows = await db.Households.AsNoTracking().Where(household => some.Contains(household.PublicId))
                .Select(household => new { Household = household, HasChanged = db.ChangeSets.Any(change => change.Id == household.ChangeSetId && change.KnownFrom > seen) }).ToListAsync(ct);
            var keys = rows.ConvertAll(row => row.Household.Id);
            var answers = (await db.DutyAnswers.Where(answer => keys.Contains(answer.HouseholdId) && answer.OpdId == opd.Id && answer.IsInForce).ToListAsync(ct)).ToLookup(answer => answer.HouseholdId);
            var referred = (await db.Referrals.AsNoTracking().Where(referral => keys.Contains(referral.HouseholdId) && referral.ToOpdId == opd.Id && referral.State == ReferralState.Accepted)
                .Select(referral => new { referral.HouseholdId, referral.Need }).ToListAsync(ct)).ToLookup(referral => referral.HouseholdId, referral => referral.Need);
            foreach (var row in rows)
                asked[row.Household.PublicId] = new AskedHousehold(row.Household, row.HasChanged, seen, [.. answers[row.Household.Id]], [.. referred[row.Household.Id]]);
        }
        return asked;
    }

    private static DutyReview Review(DutyOpd opd, DutyAsk ask, List<DutyKey> keys, long seen) => new(ask, opd, keys, new DutyForm { Keys = string.Join('\n', keys), Seen = seen });

    // The form is valid, so it names a verdict.
    private static DutyReply Reply(DutyForm form) => new(form.Verdict!.Value, form.DueOn, form.Reason);

    private sealed record AskedHousehold(Household Household, bool HasChanged, DateTime Seen, List<DutyAnswer> Answers, HashSet<Need> Referred);
}
