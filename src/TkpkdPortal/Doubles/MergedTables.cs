using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Doubles;

namespace TkpkdPortal.Doubles;

/// <summary>
/// What hangs on a record of a family and goes with it into another: rows of one table, found wherever they lie, and moved at once. Frozen papers (minutes, decrees, answers
/// over a link) and who saw a record stay with it, since they are about it and not about the other.
/// </summary>
internal sealed record MergedTables(MergedTable Table, Func<PortalDbContext, long, CancellationToken, Task<List<long>>> IdsAsync, Func<PortalDbContext, List<long>, long, long, CancellationToken, Task> MoveAsync)
{
    public static IReadOnlyList<MergedTables> All { get; } =
    [
        Of(MergedTable.Intervention, (db, id) => db.Interventions.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.ListKey, (db, id) => db.ListKeys.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.ListedHousehold, (db, id) => db.ListedHouseholds.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.ListedPerson, (db, id) => db.ListedPersons.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.Objection, (db, id) => db.Objections.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.FamilyEvent, (db, id) => db.FamilyEvents.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.HandOver, (db, id) => db.HandOvers.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.Proposal, (db, id) => db.Proposals.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.SubjectRequest, (db, id) => db.SubjectRequests.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        Of(MergedTable.CivilRegistryAnswer, (db, id) => db.CivilRegistryAnswers.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
        // Two targets of one round are two questions: that of the record that goes is cancelled and stays.
        Of(MergedTable.RoundTarget, (db, id) => db.RoundTargets.IgnoreQueryFilters().Where(row => row.HouseholdId == id), row => row.Id, (rows, to, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.HouseholdId, to), ct)),
    ];

    /// <summary>Rows that name a person who has become one with another.</summary>
    public static IReadOnlyList<(MergedTable Table, Func<PortalDbContext, long, CancellationToken, Task<List<long>>> IdsAsync, Func<PortalDbContext, List<long>, long, CancellationToken, Task> PointAsync)> Persons { get; } =
    [
        (MergedTable.InterventionPerson, (db, id, ct) => db.Interventions.IgnoreQueryFilters().Where(row => row.PersonId == id).Select(row => row.Id).ToListAsync(ct),
            (db, ids, to, ct) => db.Interventions.IgnoreQueryFilters().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, to), ct)),
        (MergedTable.ListedPersonPerson, (db, id, ct) => db.ListedPersons.IgnoreQueryFilters().Where(row => row.PersonId == id).Select(row => row.Id).ToListAsync(ct),
            (db, ids, to, ct) => db.ListedPersons.IgnoreQueryFilters().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, to), ct)),
        (MergedTable.CivilRegistryAnswerPerson, (db, id, ct) => db.CivilRegistryAnswers.IgnoreQueryFilters().Where(row => row.PersonId == id).Select(row => row.Id).ToListAsync(ct),
            (db, ids, to, ct) => db.CivilRegistryAnswers.IgnoreQueryFilters().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, to), ct)),
    ];

    private static MergedTables Of<T>(MergedTable table, Func<PortalDbContext, long, IQueryable<T>> of, Expression<Func<T, long>> id, Func<IQueryable<T>, long, CancellationToken, Task<int>> move)
        where T : class => new(table, (db, household, ct) => of(db, household).Select(id).ToListAsync(ct), (db, ids, from, to, ct) => move(of(db, from).Where(IsOneOf(id, ids)), to, ct));

    private static Expression<Func<T, bool>> IsOneOf<T>(Expression<Func<T, long>> id, List<long> ids) =>
        Expression.Lambda<Func<T, bool>>(Expression.Call(Expression.Constant(ids), nameof(List<long>.Contains), null, id.Body), id.Parameters);
}
