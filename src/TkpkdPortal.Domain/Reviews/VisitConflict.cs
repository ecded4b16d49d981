using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Domain.Reviews;

/// <summary>
/// Visits of one household that wait at the same time, beside the register as it is now. Where they disagree, or where the register has
/// changed since a visit began, whoever reviews says field by field what enters; nothing is overwritten by the order of arrival.
/// </summary>
public sealed class VisitConflict
{
    // In the order of the form; other fields of a household no visit speaks of.
    private static readonly (HouseholdField Field, string Word)[] Judged =
    [
        (HouseholdField.Finding, "Keberadaan dan kelayakan"), (HouseholdField.HeadName, "Nama kepala keluarga"), (HouseholdField.HeadNik, "NIK kepala keluarga"),
        (HouseholdField.FamilyCard, "Nomor KK"), (HouseholdField.Address, "Alamat"), (HouseholdField.Tenure, "Kepemilikan rumah"), (HouseholdField.HasSavings, "Simpanan"),
        (HouseholdField.Roof, "Atap"), (HouseholdField.Wall, "Dinding"), (HouseholdField.Floor, "Lantai"), (HouseholdField.Lighting, "Penerangan"),
        (HouseholdField.CookingFuel, "Bahan bakar memasak"), (HouseholdField.DrinkingWater, "Sumber air minum"), (HouseholdField.Toilet, "Fasilitas buang air besar"),
    ];

    private VisitConflict(IReadOnlyList<Visit> visits, IReadOnlyList<ConflictingField> fields) => (Visits, Fields) = (visits, fields);

    /// <summary>All that wait, in the order of their numbers.</summary>
    public IReadOnlyList<Visit> Visits { get; }

    /// <summary>What has to be decided; empty where everything that the visits say can enter.</summary>
    public IReadOnlyList<ConflictingField> Fields { get; }

    /// <summary>Each visit comes with the household as it was known when the visit began.</summary>
    public static VisitConflict Of(Household now, IEnumerable<(Visit Visit, HouseholdFacts Seen)> visits)
    {
        var waiting = visits.OrderBy(one => one.Visit.Number).ToList();
        var fields = Judged.Where(judged => IsOpen(judged.Field, now, waiting)).Select(judged => new ConflictingField(judged.Field, judged.Word, [.. waiting.Select(one => one.Visit).Where(visit => ClaimOf(visit, judged.Field) is not null)]));
        return new VisitConflict([.. waiting.Select(one => one.Visit)], [.. fields]);
    }

    /// <summary>
    /// Decides all that wait at once. A choice names the visit whose value enters, or null for what the register says; each field that is open
    /// needs one. Answers which fields enter from which visit.
    /// </summary>
    public Outcome Settle(IReadOnlyDictionary<HouseholdField, Visit?> choices, long reviewerId, DateTime at, out IReadOnlyDictionary<Visit, HouseholdField> entering)
    {
        var taken = Visits.ToDictionary(visit => visit, visit => HouseholdField.None);
        entering = taken;
        if (Fields.Where(field => !choices.ContainsKey(field.Field)).Select(field => field.Word).ToList() is { Count: > 0 } undecided)
            return Outcome.Refuse($"Pilih dahulu nilai yang dipakai untuk: {string.Join(", ", undecided)}.");
        foreach (var visit in Visits)
        {
            if (visit.MayBeDecidedBy(reviewerId) is { IsAccepted: false } refused)
                return refused;
        }
        foreach (var (field, _) in Judged)
        {
            var chosen = Fields.Any(open => open.Field == field) ? choices[field] : Visits.FirstOrDefault(visit => ClaimOf(visit, field) is not null);
            if (chosen is not null)
                taken[chosen] |= field;
        }
        foreach (var visit in Visits)
            visit.Approve(reviewerId, at, SentenceFor(visit, choices));
        return Outcome.Accepted;
    }

    // Two visits say different things, or one says other than a register that has moved since it began.
    private static bool IsOpen(HouseholdField field, Household now, List<(Visit Visit, HouseholdFacts Seen)> waiting)
    {
        var claims = waiting.Select(one => (Value: ClaimOf(one.Visit, field), one.Seen)).Where(claim => claim.Value is not null).ToList();
        return claims.Select(claim => claim.Value).Distinct().Count() > 1
            || claims.Any(claim => !Equals(KnownOf(claim.Seen, field), KnownOf(now, field)) && !Equals(claim.Value, KnownOf(now, field)));
    }

    /// <summary>What a visit says of a field, in a form that compares; null where it says nothing.</summary>
    private static object? ClaimOf(Visit visit, HouseholdField field) => field switch
    {
        HouseholdField.Finding => (visit.Presence, visit.Eligibility),
        HouseholdField.HeadName => visit.CorrectedHeadName,
        HouseholdField.HeadNik => Text(visit.CorrectedNikIndex),
        HouseholdField.FamilyCard => Text(visit.CorrectedFamilyCardIndex),
        HouseholdField.Address => visit.CorrectedAddress,
        _ => visit.Housing.ValueOf(field),
    };

    private static object? KnownOf(HouseholdFacts facts, HouseholdField field) => field switch
    {
        HouseholdField.Finding => (facts.Presence, facts.Eligibility),
        HouseholdField.HeadName => facts.HeadName,
        // Kept with the member, whose past the visit did not see: told apart only between visits.
        HouseholdField.HeadNik => null,
        HouseholdField.FamilyCard => Text(facts.FamilyCardIndex),
        HouseholdField.Address => facts.Address,
        _ => facts.Housing.ValueOf(field),
    };

    private static string? Text(byte[]? index) => index is null ? null : Convert.ToHexString(index);

    // What the enumerator is told: which fields were open, and whose value entered. Never a value.
    private string? SentenceFor(Visit visit, IReadOnlyDictionary<HouseholdField, Visit?> choices)
    {
        if (Fields.Count == 0 && Visits.Count == 1)
            return null;
        string Named(Func<Visit?, bool> wanted) => string.Join(", ", Fields.Where(field => wanted(choices[field.Field])).Select(field => field.Word));
        var (own, others, kept) = (Named(chosen => chosen == visit), Named(chosen => chosen is not null && chosen != visit), Named(chosen => chosen is null));
        return string.Join(" ", new[]
        {
            Visits.Count > 1 ? $"Diputus bersama {Visits.Count - 1} kunjungan lain." : "Data keluarga berubah sejak kunjungan dibuka.",
            own.Length > 0 ? $"Dipakai dari kunjungan ini: {own}." : "",
            others.Length > 0 ? $"Dipakai dari kunjungan lain: {others}." : "",
            kept.Length > 0 ? $"Tetap seperti tercatat: {kept}." : "",
            Fields.Count == 0 ? "Isiannya sama." : "",
        }.Where(part => part.Length > 0));
    }
}

/// <summary>A field that has to be decided, and the visits that say something of it.</summary>
public sealed record ConflictingField(HouseholdField Field, string Word, IReadOnlyList<Visit> Claims);
