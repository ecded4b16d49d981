using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Reviews;

/// <summary>A submitted visit as its reviewer sees it: what would change, and what has changed elsewhere since the visit was opened.</summary>
public sealed record ReviewPage(Visit Visit, Household Household, DecisionForm Form)
{
    public required string EnumeratorName { get; init; }

    public required IReadOnlyList<FieldChange> Changes { get; init; }

    public required int Waiting { get; init; }

    public required int Position { get; init; }

    public Guid? NextId { get; init; }

    public bool ChangedMeanwhile { get; init; }

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
        return new ReviewPage(visit, household, new DecisionForm { VisitVersion = visit.Version, HouseholdVersion = household.Version })
        {
            EnumeratorName = await db.Users.Where(u => u.Id == visit.EnumeratorId).Select(u => u.FullName).SingleAsync(ct),
            Changes = FieldChange.Of(visit, household, await BaseAsync(db, visit, household, ct)),
            Waiting = waiting.Count,
            Position = waiting.IndexOf(id) + 1,
            NextId = waiting.Where(other => other != id).Skip(Math.Max(0, waiting.IndexOf(id))).Concat(waiting.Where(other => other != id)).Select(other => (Guid?)other).FirstOrDefault(),
        };
    }

    // The household as the enumerator saw it; the current one where nothing has happened since.
    private static async Task<HouseholdFacts> BaseAsync(PortalDbContext db, Visit visit, Household household, CancellationToken ct) =>
        household.Version == visit.BaseHouseholdVersion ? household
            : await db.HouseholdVersions.AsNoTracking().Where(v => v.HouseholdId == household.Id && v.Version == visit.BaseHouseholdVersion).FirstOrDefaultAsync(ct) ?? (HouseholdFacts)household;
}

/// <summary>One field: what the register says, what the visit says, and whether the register moved in between.</summary>
public sealed record FieldChange(string Label, string Before, string After, string AtBeginning)
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
            new("Kepala keluarga", now.HeadName, visit.CorrectedHeadName ?? "", atBeginning.HeadName),
            new("NIK kepala keluarga", now.Head.Nik?.Mask ?? "Belum ada", Number(visit.CorrectedNik?.Mask, visit.CorrectedNikIndex, now.Head.NikIndex), now.Head.Nik?.Mask ?? "Belum ada"),
            new("Nomor KK", now.FamilyCard?.Mask ?? "Belum ada", Number(visit.CorrectedFamilyCard?.Mask, visit.CorrectedFamilyCardIndex, now.FamilyCardIndex), atBeginning.FamilyCard?.Mask ?? "Belum ada"),
            new("Alamat", now.Address, visit.CorrectedAddress ?? "", atBeginning.Address),
            Coded("Kepemilikan rumah", HousingWords.Tenures, n.Tenure, v.Tenure, b.Tenure),
            Coded("Atap", HousingWords.Roofs, n.Roof, v.Roof, b.Roof),
            Coded("Dinding", HousingWords.Walls, n.Wall, v.Wall, b.Wall),
            Coded("Lantai", HousingWords.Floors, n.Floor, v.Floor, b.Floor),
            Coded("Penerangan", HousingWords.Lightings, n.Lighting, v.Lighting, b.Lighting),
            Coded("Bahan bakar memasak", HousingWords.CookingFuels, n.CookingFuel, v.CookingFuel, b.CookingFuel),
            Coded("Sumber air minum", HousingWords.DrinkingWaters, n.DrinkingWater, v.DrinkingWater, b.DrinkingWater),
            Coded("Fasilitas buang air besar", HousingWords.Toilets, n.Toilet, v.Toilet, b.Toilet),
            new("Simpanan", HousingWords.YesNo(n.HasSavings), v.HasSavings is null ? "" : HousingWords.YesNo(v.HasSavings), HousingWords.YesNo(b.HasSavings)),
        ];

        static FieldChange Coded<T>(string label, CodedValues<T> words, T? now, T? visited, T? before)
            where T : struct, Enum => new(label, words.Label(now, unknown), visited is null ? "" : words.Label(visited), words.Label(before, unknown));

        // Two numbers may share the six digits that are shown: say so instead of seeming unchanged.
        static string Number(string? mask, byte[]? index, byte[]? known) =>
            mask is null || (known is not null && index.AsSpan().SequenceEqual(known)) ? "" : mask + " (nomor baru)";
    }
}
