using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Reviews;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Rounds;

namespace TkpkdPortal.Features.Reviews;

/// <summary>A submitted visit as its reviewer sees it: what would change, and what has changed elsewhere since the visit was opened.</summary>
public sealed record ReviewPage(Visit Visit, Household Household, DecisionForm Form)
{
    /// <summary>Who typed it from paper; null where it was written on a screen.</summary>
    public string? TypistName { get; init; }

    public required string EnumeratorName { get; init; }

    public required IReadOnlyList<FieldChange> Changes { get; init; }

    public required int Waiting { get; init; }

    public required int Position { get; init; }

    public Guid? NextId { get; init; }

    public bool ChangedMeanwhile { get; init; }

    /// <summary>The round that asks for the family and in which this visit does not count; null where it counts or no round asks.</summary>
    public string? OutsideRound { get; init; }

    /// <summary>What the round's own questions were answered.</summary>
    public IReadOnlyList<(string Question, string Answer)> Extra { get; init; } = [];

    /// <summary>The visit, whatever else waits for its household, and what they disagree in.</summary>
    public required VisitConflict Conflict { get; init; }

    /// <summary>Who wrote each of them.</summary>
    public required IReadOnlyDictionary<long, string> Enumerators { get; init; }

    public IEnumerable<Visit> Others => Conflict.Visits.Where(other => other != Visit);

    public string HeadName => Household.HeadName;

    public AreaCode Area => AreaCode.Parse(Visit.AreaCode);

    public IEnumerable<FieldChange> Changed => Changes.Where(change => change.IsChange);

    public IEnumerable<FieldChange> Unchanged => Changes.Where(change => !change.IsChange);

    public static async Task<ReviewPage?> ForAsync(PortalDbContext db, Guid id, long reviewerId, CancellationToken ct)
    {
        var visit = await db.Visits.Include(v => v.Photos).SingleOrDefaultAsync(v => v.PublicId == id && v.Status != VisitStatus.Draft, ct);
        var household = visit is null ? null : await db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == visit.HouseholdId, ct);
        if (visit is null || household is null)
            return null;
        var waiting = await ReviewList.WaitingFor(db, reviewerId).Select(v => v.PublicId).ToListAsync(ct);
        var others = visit.Status is not VisitStatus.Submitted ? []
            : await db.Visits.Include(v => v.Photos).Where(v => v.HouseholdId == household.Id && v.Id != visit.Id && v.Status == VisitStatus.Submitted).ToListAsync(ct);
        var all = new List<(Visit, HouseholdFacts)>();
        foreach (var one in others.Prepend(visit))
            all.Add((one, await BaseAsync(db, one, household, ct)));
        var writers = all.ConvertAll(one => one.Item1.EnumeratorId);
        return new ReviewPage(visit, household, new DecisionForm { VisitVersion = visit.Version, HouseholdVersion = household.Version })
        {
            Conflict = VisitConflict.Of(household, all),
            Enumerators = await db.Users.Where(u => writers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
            OutsideRound = visit.RoundTargetId is not null ? null : await TargetsToVisit.OfOpenRounds(db).Where(t => t.HouseholdId == household.Id && t.State == VerificationState.NotVisited)
                .Select(t => db.Rounds.Where(r => r.Id == t.RoundId).Select(r => r.Name).First()).FirstOrDefaultAsync(ct),
            Extra = await ExtraOfAsync(db, visit, ct),
            TypistName = visit.TypedById is { } typist ? await db.Users.Where(u => u.Id == typist).Select(u => u.FullName).SingleAsync(ct) : null,
            EnumeratorName = await db.Users.Where(u => u.Id == visit.EnumeratorId).Select(u => u.FullName).SingleAsync(ct),
            Changes = FieldChange.Of(visit, household, await BaseAsync(db, visit, household, ct)),
            Waiting = waiting.Count,
            Position = waiting.IndexOf(id) + 1,
            NextId = waiting.Where(other => other != id).Skip(Math.Max(0, waiting.IndexOf(id))).Concat(waiting.Where(other => other != id)).Select(other => (Guid?)other).FirstOrDefault(),
        };
    }

    private static async Task<IReadOnlyList<(string, string)>> ExtraOfAsync(PortalDbContext db, Visit visit, CancellationToken ct)
    {
        if (visit.QuestionnaireId is not { } id)
            return [];
        var questions = await db.Questionnaires.AsNoTracking().Where(q => q.Id == id).SelectMany(q => q.Questions).OrderBy(question => question.Number).ToListAsync(ct);
        return questions.ConvertAll(question => (question.Text, visit.Extra[question.PublicId] is { Length: > 0 } said ? said : "Belum dijawab"));
    }

    /// <summary>The choices of the form as visits of this page; what is no choice is left out, and asked for again.</summary>
    public IReadOnlyDictionary<HouseholdField, Visit?> ChoicesOf(DecisionForm form)
    {
        var choices = new Dictionary<HouseholdField, Visit?>();
        foreach (var field in Conflict.Fields.Select(open => open.Field))
        {
            var chosen = form.Choices.GetValueOrDefault(field.ToString());
            if (chosen == DecisionForm.AsRegistered)
                choices[field] = null;
            else if (Conflict.Visits.FirstOrDefault(visit => visit.PublicId.ToString() == chosen) is { } visit)
                choices[field] = visit;
        }
        return choices;
    }

    /// <summary>What a visit says of a field in words, or the register where none is named.</summary>
    public string Words(HouseholdField field, Visit? visit) => field switch
    {
        HouseholdField.Finding => visit is null ? Finding(Household.Presence, Household.Eligibility) : Finding(visit.Presence, visit.Eligibility),
        HouseholdField.HasSavings => HousingWords.YesNo((visit?.Housing ?? Household.Housing).HasSavings),
        _ => FieldChange.Of(visit ?? Visit, Household, Household).Single(change => change.Field == field) is var words && visit is null ? words.Before : words.After,
    };

    private static string Finding(Presence? presence, Eligibility? eligibility) =>
        PresenceWords.Values.Label(presence, "Belum dikunjungi") + (eligibility is { } found ? $", {EligibilityWords.Values.Label(found).ToLowerInvariant()}" : "");

    // The household as the enumerator saw it; the current one where nothing has happened since.
    private static async Task<HouseholdFacts> BaseAsync(PortalDbContext db, Visit visit, Household household, CancellationToken ct) =>
        household.Version == visit.BaseHouseholdVersion ? household
            : await db.HouseholdVersions.AsNoTracking().Where(v => v.HouseholdId == household.Id && v.Version == visit.BaseHouseholdVersion).FirstOrDefaultAsync(ct) ?? (HouseholdFacts)household;
}

/// <summary>One field: what the register says, what the visit says, and whether the register moved in between.</summary>
public sealed record FieldChange(HouseholdField Field, string Label, string Before, string After, string AtBeginning)
{
    public bool IsChange => After.Length > 0 && After != Before;

    /// <summary>Changed in two places: by the visit, and by somebody else after the visit was opened.</summary>
    public bool IsClash => IsChange && Before != AtBeginning;

    public static IReadOnlyList<FieldChange> Of(Visit visit, Household now, HouseholdFacts atBeginning)
    {
        const string unknown = "Belum diketahui";
        var (v, n, b) = (visit.Housing, now.Housing, atBeginning.Housing);
        return
        [
            new(HouseholdField.HeadName, "Kepala keluarga", now.HeadName, visit.CorrectedHeadName ?? "", atBeginning.HeadName),
            new(HouseholdField.HeadNik, "NIK kepala keluarga", now.Head.Nik?.Mask ?? "Belum ada", Number(visit.CorrectedNik?.Mask, visit.CorrectedNikIndex, now.Head.NikIndex), now.Head.Nik?.Mask ?? "Belum ada"),
            new(HouseholdField.FamilyCard, "Nomor KK", now.FamilyCard?.Mask ?? "Belum ada", Number(visit.CorrectedFamilyCard?.Mask, visit.CorrectedFamilyCardIndex, now.FamilyCardIndex), atBeginning.FamilyCard?.Mask ?? "Belum ada"),
            new(HouseholdField.Address, "Alamat", now.Address, visit.CorrectedAddress ?? "", atBeginning.Address),
            Coded(HouseholdField.Tenure, "Kepemilikan rumah", HousingWords.Tenures, n.Tenure, v.Tenure, b.Tenure),
            Coded(HouseholdField.Roof, "Atap", HousingWords.Roofs, n.Roof, v.Roof, b.Roof),
            Coded(HouseholdField.Wall, "Dinding", HousingWords.Walls, n.Wall, v.Wall, b.Wall),
            Coded(HouseholdField.Floor, "Lantai", HousingWords.Floors, n.Floor, v.Floor, b.Floor),
            Coded(HouseholdField.Lighting, "Penerangan", HousingWords.Lightings, n.Lighting, v.Lighting, b.Lighting),
            Coded(HouseholdField.CookingFuel, "Bahan bakar memasak", HousingWords.CookingFuels, n.CookingFuel, v.CookingFuel, b.CookingFuel),
            Coded(HouseholdField.DrinkingWater, "Sumber air minum", HousingWords.DrinkingWaters, n.DrinkingWater, v.DrinkingWater, b.DrinkingWater),
            Coded(HouseholdField.Toilet, "Fasilitas buang air besar", HousingWords.Toilets, n.Toilet, v.Toilet, b.Toilet),
            new(HouseholdField.HasSavings, "Simpanan", HousingWords.YesNo(n.HasSavings), v.HasSavings is null ? "" : HousingWords.YesNo(v.HasSavings), HousingWords.YesNo(b.HasSavings)),
        ];

        static FieldChange Coded<T>(HouseholdField field, string label, CodedValues<T> words, T? now, T? visited, T? before)
            where T : struct, Enum => new(field, label, words.Label(now, unknown), visited is null ? "" : words.Label(visited), words.Label(before, unknown));

        // Two numbers may share the six digits that are shown: say so instead of seeming unchanged.
        static string Number(string? mask, byte[]? index, byte[]? known) =>
            mask is null || (known is not null && index.AsSpan().SequenceEqual(known)) ? "" : mask + " (nomor baru)";
    }
}
