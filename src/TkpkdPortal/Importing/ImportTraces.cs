using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing;

/// <summary>What an import left on some households: what each row was before, what it was right after, and with whom somebody has had to do since.</summary>
internal sealed class ImportTraces
{
    private readonly long _own;
    private readonly Dictionary<long, HouseholdVersion> _before, _after;
    private readonly Dictionary<long, PersonVersion> _personsBefore, _personsAfter;
    private readonly HashSet<long> _touched, _touchedPersons;

    private ImportTraces(long own, DateTime knownFrom, List<HouseholdVersion> households, List<PersonVersion> persons, HashSet<long> touched, HashSet<long> touchedPersons)
    {
        _own = own;
        (_before, _after) = (households.Where(v => v.KnownTo == knownFrom).ToDictionary(v => v.HouseholdId), households.Where(v => v.KnownFrom == knownFrom).ToDictionary(v => v.HouseholdId));
        (_personsBefore, _personsAfter) = (persons.Where(v => v.KnownTo == knownFrom).ToDictionary(v => v.PersonId), persons.Where(v => v.KnownFrom == knownFrom).ToDictionary(v => v.PersonId));
        (_touched, _touchedPersons) = (touched, touchedPersons);
    }

    public static async Task<ImportTraces> OfAsync(PortalDbContext db, ImportBatch batch, DateTime knownFrom, long[] ids, CancellationToken ct)
    {
        var own = batch.ChangeSetId!.Value;
        var households = await db.HouseholdVersions.IgnoreQueryFilters().AsNoTracking().Where(v => ids.Contains(v.HouseholdId) && (v.KnownTo == knownFrom || v.KnownFrom == knownFrom)).ToListAsync(ct);
        var persons = await db.PersonVersions.IgnoreQueryFilters().AsNoTracking().Where(v => ids.Contains(v.HouseholdId) && (v.KnownTo == knownFrom || v.KnownFrom == knownFrom)).ToListAsync(ct);
        // Statements of one type, each a question of its own: together they would be one that no database likes.
        IQueryable<long>[] work =
        [
            db.Visits.IgnoreQueryFilters().Select(row => row.HouseholdId), db.RoundTargets.IgnoreQueryFilters().Select(row => row.HouseholdId), db.Interventions.IgnoreQueryFilters().Select(row => row.HouseholdId),
            db.FamilyEvents.IgnoreQueryFilters().Select(row => row.HouseholdId), db.HandOvers.IgnoreQueryFilters().Select(row => row.HouseholdId), db.Objections.IgnoreQueryFilters().Select(row => row.HouseholdId),
            db.Proposals.IgnoreQueryFilters().Where(row => row.HouseholdId != null).Select(row => row.HouseholdId!.Value), db.SubjectRequests.IgnoreQueryFilters().Where(row => row.HouseholdId != null).Select(row => row.HouseholdId!.Value),
            db.CivilRegistryAnswers.IgnoreQueryFilters().Where(row => row.HouseholdId != null).Select(row => row.HouseholdId!.Value),
            db.HouseholdMerges.IgnoreQueryFilters().Select(row => row.StayingId), db.HouseholdMerges.IgnoreQueryFilters().Select(row => row.LeavingId),
            db.ListKeys.IgnoreQueryFilters().Where(key => key.ChangeSetId != own).Select(key => key.HouseholdId),
            db.ListedHouseholds.IgnoreQueryFilters().Where(row => row.ReleaseId != batch.ReleaseId && row.SupersededById == null).Select(row => row.HouseholdId),
            db.ListedPersons.IgnoreQueryFilters().Where(row => row.ReleaseId != batch.ReleaseId && row.SupersededById == null).Select(row => row.HouseholdId),
        ];
        var touched = new HashSet<long>();
        foreach (var rows in work)
            touched.UnionWith(await rows.Where(id => ids.Contains(id)).Distinct().ToListAsync(ct));
        var touchedPersons = await db.Interventions.IgnoreQueryFilters().Where(row => ids.Contains(row.HouseholdId) && row.PersonId != null).Select(row => row.PersonId!.Value)
            .Union(db.CivilRegistryAnswers.IgnoreQueryFilters().Where(row => row.HouseholdId != null && ids.Contains(row.HouseholdId.Value) && row.PersonId != null).Select(row => row.PersonId!.Value))
            .Union(db.ListedPersons.IgnoreQueryFilters().Where(row => ids.Contains(row.HouseholdId) && row.ReleaseId != batch.ReleaseId && row.SupersededById == null).Select(row => row.PersonId)).ToListAsync(ct);
        return new ImportTraces(own, knownFrom, households, persons, touched, [.. touchedPersons]);
    }

    /// <summary>The register did not have it before this import.</summary>
    public bool IsBroughtBy(Household household) => !_before.ContainsKey(household.Id) && (household.ChangeSetId == _own || _after.ContainsKey(household.Id));

    /// <summary>Only this import named it, and it still is as the import left it.</summary>
    public bool MayLeave(Household household) => IsBroughtBy(household) && !_touched.Contains(household.Id) && (household.ChangeSetId == _own || _after[household.Id].StillHolds(household))
        && household.Members.All(member => IsBroughtBy(member) && IsAsLeft(member));

    public TakenBack<HouseholdVersion>? Of(Household household) =>
        _before.TryGetValue(household.Id, out var before) ? new(before, household.ChangeSetId == _own ? null : _after.GetValueOrDefault(household.Id)) : null;

    public IReadOnlyDictionary<Person, TakenBack<PersonVersion>> MembersOf(Household household) => household.Members.Where(member => _personsBefore.ContainsKey(member.Id))
        .ToDictionary(member => member, member => new TakenBack<PersonVersion>(_personsBefore[member.Id], member.ChangeSetId == _own ? null : _personsAfter.GetValueOrDefault(member.Id)));

    /// <summary>Members whom this import added to the household and with whom nobody has had to do since.</summary>
    public IReadOnlyCollection<Person> BroughtMembersOf(Household household) => [.. household.Members.Where(member => IsBroughtBy(member) && IsAsLeft(member) && !_touchedPersons.Contains(member.Id))];

    private bool IsBroughtBy(Person member) => !_personsBefore.ContainsKey(member.Id) && (member.ChangeSetId == _own || _personsAfter.ContainsKey(member.Id));

    private bool IsAsLeft(Person member) => member.ChangeSetId == _own || _personsAfter[member.Id].StillHolds(member);
}
