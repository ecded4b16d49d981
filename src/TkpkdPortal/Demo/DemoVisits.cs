using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Features.Reviews;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>Visits in all states, village by village: approved, waiting, returned, drafts, and families nobody has met yet.</summary>
internal sealed class DemoVisits(DemoStage stage, DemoStory story, int seed, DateOnly today)
{
    private static readonly string[] ReturnNotes =
    [
        "Sumber air minum belum diisi. Lengkapi dengan melihat langsung.", "Tulis siapa yang diwawancara dengan lengkap.", "Cek lagi NIK kepala keluarga dengan KTP.",
    ];

    private static readonly Round Present = new(-44, -10), Earlier = new(-75, -58) { IsEarlier = true };

    private readonly Random _random = new(seed + 1);

    public async Task MakeAsync(Action<int, int> onProgress, CancellationToken ct)
    {
        var places = story.Places.Where(place => place.IsUnderVerification).ToList();
        foreach (var (i, place) in places.Index())
        {
            foreach (var round in story.HasEarlierRound ? new[] { Earlier, Present } : [Present])
                await MakeAsync(place.Village, round, ct);
            onProgress(i + 1, places.Count);
        }
    }

    private async Task MakeAsync(AreaCode village, Round round, CancellationToken ct)
    {
        foreach (var visit in (await RecordAsync(village, round, ct)).Where(visit => visit.Fate is Fate.Approved or Fate.Returned))
            await DecideAsync(village, visit, ct);
    }

    private bool IsMain(AreaCode village) => village == story.MainVillage;

    // All of a village at once; what stands already from a fill that was cut off is left as it is.
    private async Task<List<PlannedVisit>> RecordAsync(AreaCode village, Round round, CancellationToken ct)
    {
        var made = new List<PlannedVisit>();
        var email = IsMain(village) ? "petugas" + DemoAccounts.Domain : DemoAccounts.EnumeratorOf(village);
        await stage.AsAsync(email, Permission.RecordVisits, At(round.From - 1, 16), async services =>
        {
            var (db, user) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>());
            var (from, until) = (At(round.From, 0), At(round.Until + 1, 0));
            var standing = db.Visits.In(village).Where(v => v.CreatedAt >= from && v.CreatedAt < until);
            if (await standing.AnyAsync(ct))
            {
                made = await standing.Where(v => v.Status == VisitStatus.Submitted).OrderBy(v => v.Id).Select(v => new PlannedVisit(v.PublicId, Fate.Waiting, v.SubmittedAt!.Value)).ToListAsync(ct);
                return;
            }
            var met = await db.Visits.In(village).Select(v => v.HouseholdId).ToHashSetAsync(ct);
            var targets = await db.RoundTargets.In(village).Where(target => target.State == VerificationState.NotVisited).ToDictionaryAsync(target => target.HouseholdId, ct);
            var asked = await db.Questionnaires.AsNoTracking().Include(q => q.Questions).OrderByDescending(q => q.Id).FirstOrDefaultAsync(ct);
            var households = await db.Households.AsNoTracking().Include(h => h.Members).In(village).OrderBy(h => h.Id).ToListAsync(ct);
            foreach (var (i, household) in households.Index())
            {
                if (FateOf(round, village, i, households.Count) is not { } fate)
                    continue;
                var visit = Write(household, user.Id, round, fate, met.Contains(household.Id) ? 2 : 1, asked is null ? null : targets.GetValueOrDefault(household.Id), asked, out var submittedAt);
                db.Visits.Add(visit);
                made.Add(new PlannedVisit(visit.PublicId, fate, submittedAt));
            }
            await db.SaveChangesAsync(ct);
        }, ct);
        return made;
    }

    // A little more than half is approved, in every village alike; of a handful of families each state has one. An earlier round is over.
    private Fate? FateOf(Round round, AreaCode village, int index, int families)
    {
        if (story.Round?.Ahead.Contains(village) is true)
            return Fate.Approved;
        if (round.IsEarlier)
            return _random.Next(100) < 85 ? Fate.Approved : null;
        return families < 12
            ? new Fate?[] { Fate.Approved, Fate.Approved, Fate.Waiting, Fate.Approved, Fate.Returned, Fate.Approved, Fate.Draft, Fate.Waiting, null }[index % 9]
            : _random.Next(100) switch { < 56 => Fate.Approved, < 68 => Fate.Waiting, < 72 => Fate.Returned, < 75 => Fate.Draft, _ => null };
    }

    private Visit Write(Household household, long enumeratorId, Round round, Fate fate, int number, RoundTarget? target, Questionnaire? asked, out DateTime submittedAt)
    {
        var day = today.AddDays(_random.Next(round.From, round.Until));
        var at = At(day, 9 + _random.Next(8)).AddMinutes(_random.Next(60));
        submittedAt = at.AddMinutes(25);
        var visit = household.OpenVisit(Guid.CreateVersion7(), enumeratorId, number);
        if (target is not null)
            target.Take(visit, asked!);
        var answers = Answers(household, day, fate, number);
        visit.Save(target is null ? answers : answers with { Extra = ExtraOf(asked!, household) }, at);
        if (fate is not Fate.Draft)
            DemoStage.Require(visit.Submit(today, submittedAt));
        return visit;
    }

    private VisitAnswers Answers(Household household, DateOnly day, Fate fate, int number)
    {
        var presence = fate is Fate.Draft ? Presence.Found : _random.Next(100) switch
        {
            < 89 => Presence.Found,
            < 92 => Presence.HeadDied,
            < 94 => Presence.MovedOutOfRegion,
            < 96 => Presence.NotFound,
            < 98 => Presence.AllDied,
            _ => Presence.Refused,
        };
        if (!presence.AsksEligibility())
            return new VisitAnswers { VisitedOn = day, Presence = presence };
        var eligibility = _random.Next(100) switch { < 52 => Eligibility.ExtremelyPoor, < 82 => Eligibility.Poor, _ => Eligibility.NotEligible };
        var listed = household.Housing;
        // Between two rounds aid has arrived.
        var differs = number > 1 ? 3 : story.DiffersOneIn;
        return new VisitAnswers
        {
            VisitedOn = day,
            Presence = presence,
            Respondent = fate is Fate.Draft ? null : $"{household.HeadName} (kepala keluarga)",
            Eligibility = fate is Fate.Draft ? null : eligibility,
            Reason = eligibility is Eligibility.NotEligible ? (IneligibilityReason)_random.Next(1, 5) : null,
            CorrectedAddress = _random.Next(12) == 0 ? household.Address + ", dekat langgar" : null,
            Housing = listed with
            {
                DrinkingWater = _random.Next(differs) == 0 ? DrinkingWater.BottledOrRefill : listed.DrinkingWater,
                Toilet = _random.Next(differs) == 0 ? ToiletFacility.OwnWithSepticTank : listed.Toilet,
                Floor = _random.Next(differs) == 0 ? FloorMaterial.Cement : listed.Floor,
            },
        };
    }

    private static ExtraAnswers ExtraOf(Questionnaire asked, Household household) => ExtraAnswers.Of(asked.Questions.Select(question => KeyValuePair.Create(question.PublicId,
        question.Kind is QuestionKind.YesNo ? household.Id % 5 == 0 ? QuestionWords.Yes : QuestionWords.No : question.ChoiceList.Count == 0 ? null : question.ChoiceList[(int)(household.Id % question.ChoiceList.Count)])));

    private Task DecideAsync(AreaCode village, PlannedVisit visit, CancellationToken ct) =>
        stage.AsAsync(IsMain(village) ? "lurah" + DemoAccounts.Domain : DemoAccounts.HeadOf(village), Permission.ReviewVisits, visit.SubmittedAt.AddHours(20 + _random.Next(90)), async services =>
        {
            var (db, user) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>());
            var page = (await ReviewPage.ForAsync(db, visit.Id, user.Id, ct))!;
            var form = visit.Fate is Fate.Returned ? page.Form with { Decision = Decision.Return, Note = ReturnNotes[_random.Next(ReturnNotes.Length)] } : page.Form with { Decision = Decision.Approve };
            var (deciding, outcome) = await services.GetRequiredService<ReviewDesk>().DecideAsync(page, form, ct);
            if (deciding is not Deciding.Done)
                throw new InvalidOperationException($"A demo visit was not decided: {deciding} {outcome.Refusal}");
        }, ct);

    private DateTime At(int days, int hour) => At(today.AddDays(days), hour);

    private DateTime At(DateOnly day, int hour) => IndonesianZone.Of(story.Office).StartOf(day).AddHours(hour);

    private enum Fate
    {
        Draft,
        Waiting,
        Returned,
        Approved,
    }

    /// <summary>Visits between two days before today.</summary>
    private sealed record Round(int From, int Until)
    {
        public bool IsEarlier { get; init; }
    }

    private sealed record PlannedVisit(Guid Id, Fate Fate, DateTime SubmittedAt);
}
