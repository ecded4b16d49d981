using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Comparing;

/// <summary>What one source says of a household, in the form in which the database compares it: answers about the house by their code, null or empty where the source says nothing.</summary>
public sealed class StatedFields
{
    public long HouseholdId { get; init; }

    public string HeadName { get; init; } = "";

    public string Address { get; init; } = "";

    public string Village { get; init; } = "";

    public int? Tenure { get; init; }

    public int? Roof { get; init; }

    public int? Wall { get; init; }

    public int? Floor { get; init; }

    public int? Lighting { get; init; }

    public int? CookingFuel { get; init; }

    public int? DrinkingWater { get; init; }

    public int? Toilet { get; init; }

    public int? HasSavings { get; init; }

    /// <summary>As a decision keeps it; empty where the source says nothing.</summary>
    public string TextOf(HouseholdField field) => field switch
    {
        HouseholdField.HeadName => HeadName,
        HouseholdField.Address => Address,
        HouseholdField.Village => Village,
        HouseholdField.Tenure => Text(Tenure),
        HouseholdField.Roof => Text(Roof),
        HouseholdField.Wall => Text(Wall),
        HouseholdField.Floor => Text(Floor),
        HouseholdField.Lighting => Text(Lighting),
        HouseholdField.CookingFuel => Text(CookingFuel),
        HouseholdField.DrinkingWater => Text(DrinkingWater),
        HouseholdField.Toilet => Text(Toilet),
        HouseholdField.HasSavings => Text(HasSavings),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string Text(int? code) => code is { } known ? FieldValues.Text(known) : "";
}

/// <summary>
/// A source that others are compared with: a release, or the register with what visits have put into it, as it is or as it was known at an instant. All filters hold: of a family that a list has
/// in another village only whoever sees both villages learns.
/// </summary>
public sealed record ComparedSource(ListRelease? Release, DateTime? At)
{
    private static readonly int VillageLength = AreaCode.LengthAt(AreaLevel.Village);

    private static readonly Expression<Func<StatedRow, StatedFields>> Compared = row => new StatedFields
    {
        HouseholdId = row.HouseholdId,
        HeadName = row.Name,
        Address = row.Address,
        Village = row.AreaCode.Substring(0, VillageLength),
        Tenure = (int?)row.Housing.Tenure,
        Roof = (int?)row.Housing.Roof,
        Wall = (int?)row.Housing.Wall,
        Floor = (int?)row.Housing.Floor,
        Lighting = (int?)row.Housing.Lighting,
        CookingFuel = (int?)row.Housing.CookingFuel,
        DrinkingWater = (int?)row.Housing.DrinkingWater,
        Toilet = (int?)row.Housing.Toilet,
        HasSavings = row.Housing.HasSavings == null ? null : row.Housing.HasSavings == true ? FieldValues.Yes : FieldValues.No,
    };

    public SourceList? List => Release?.List;

    public IQueryable<StatedFields> Of(PortalDbContext db) => Release switch
    {
        null => Register(db),
        { List: SourceList.Deliberation or SourceList.Verification } => Sheets(db, Release.Id),
        _ => Families(db, Release.Id),
    };

    private IQueryable<StatedFields> Register(PortalDbContext db)
    {
        if (At is not { } at)
            return db.Households.AsNoTracking().Select(h => new StatedRow { HouseholdId = h.Id, Name = h.HeadName, Address = h.Address, AreaCode = h.AreaCode, Housing = h.Housing }).Select(Compared);
        var later = db.ChangesAfter(at);
        return db.Households.AsNoTracking().Where(h => !later.Contains(h.ChangeSetId))
            .Select(h => new StatedRow { HouseholdId = h.Id, Name = h.HeadName, Address = h.Address, AreaCode = h.AreaCode, Housing = h.Housing }).Select(Compared)
            .Concat(db.HouseholdVersions.AsNoTracking().Where(v => v.KnownFrom <= at && v.KnownTo > at)
                .Select(v => new StatedRow { HouseholdId = v.HouseholdId, Name = v.HeadName, Address = v.Address, AreaCode = v.AreaCode, Housing = v.Housing }).Select(Compared));
    }

    // A list that has split the household names it more than once: its first row speaks for it, the split shows in the comparison of the releases.
    private IQueryable<StatedFields> Families(PortalDbContext db, long releaseId)
    {
        var rows = Known(db, db.ListedHouseholds.AsNoTracking(), releaseId);
        var first = FirstOf(rows);
        return rows.Where(row => first.Contains(row.Id))
            .Select(row => new StatedRow { HouseholdId = row.HouseholdId, Name = row.Name, Address = row.Address, AreaCode = row.AreaCode, Housing = row.Housing }).Select(Compared);
    }

    // A sheet speaks of the family on the row of its head.
    private IQueryable<StatedFields> Sheets(PortalDbContext db, long releaseId)
    {
        var rows = Known(db, db.ListedPersons.AsNoTracking(), releaseId).Where(row => row.Relationship == Relationship.Head);
        var first = FirstOf(rows);
        return rows.Where(row => first.Contains(row.Id))
            .Join(db.SheetStatements, row => row.Id, sheet => sheet.ListedPersonId,
                (row, sheet) => new StatedRow { HouseholdId = row.HouseholdId, Name = row.Name, Address = row.Address, AreaCode = row.AreaCode, Housing = sheet.Housing }).Select(Compared);
    }

    // Found once for all households: asked household by household, SQLite goes through the village's rows of the release each time.
    private static IQueryable<long> FirstOf<T>(IQueryable<T> rows)
        where T : ListedRow => rows.GroupBy(row => row.HouseholdId).Select(household => household.Min(row => row.Id));

    private IQueryable<T> Known<T>(PortalDbContext db, IQueryable<T> rows, long releaseId)
        where T : ListedRow
    {
        var named = rows.Where(row => row.ReleaseId == releaseId && row.HouseholdId != 0);
        if (At is not { } at)
            return named.Where(row => row.SupersededById == null);
        var later = db.ChangesAfter(at);
        return named.Where(row => !later.Contains(row.ChangeSetId) && (row.SupersededById == null || later.Contains(row.SupersededById.Value)));
    }

    private sealed class StatedRow
    {
        public long HouseholdId { get; init; }

        public required string Name { get; init; }

        public required string Address { get; init; }

        public required string AreaCode { get; init; }

        public required Housing Housing { get; init; }
    }
}
