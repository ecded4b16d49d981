using TkpkdPortal.Domain.Imports.CivilRegistry;
using TkpkdPortal.Domain.Imports.Dtsen;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Recipients;
using TkpkdPortal.Domain.Imports.Sheets;

namespace TkpkdPortal.Domain.Imports;

/// <summary>How a kind of file is laid out: what it is called, its columns in the order in which they come, and those without which no row can be read.</summary>
public sealed record FileLayout(string Title, IReadOnlyList<string> Columns, IReadOnlyList<string> Needed)
{
    /// <summary>Columns that say whom a row is about, where text without any of them stands below the data; empty where every filled record is a row.</summary>
    public IReadOnlyList<string> Identity { get; init; } = [];

    public static implicit operator FileLayout(ImportKind kind) => Of(kind);

    public static FileLayout Of(ImportKind kind) => new(ImportKinds.Words.Label(kind), ColumnsOf(kind), NeededOf(kind))
    {
        Identity = kind.IsSheet() ? [P3keColumn.FamilyId, P3keColumn.PersonId, P3keColumn.PersonName, P3keColumn.Nik] : [],
    };

    /// <summary>The columns of a kind, in the order in which its files deliver them.</summary>
    public static IReadOnlyList<string> ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Recipients => RecipientColumn.All,
        ImportKind.CivilRegistry => AnswerColumn.All,
        ImportKind.DtsenFamilies or ImportKind.DtsenPersons => DtsenColumn.Of(kind),
        ImportKind.Deliberation => SheetColumn.Deliberation,
        ImportKind.Verification => SheetColumn.Verification,
        _ => P3keColumn.Of(kind),
    };

    private static IReadOnlyList<string> NeededOf(ImportKind kind) => kind switch
    {
        ImportKind.Recipients => [RecipientColumn.Opd, RecipientColumn.Program, RecipientColumn.Year, RecipientColumn.Period, RecipientColumn.Nik,
            RecipientColumn.Name, RecipientColumn.AreaCode],
        ImportKind.CivilRegistry => [AnswerColumn.Nik, AnswerColumn.Name, AnswerColumn.Match],
        ImportKind.DtsenFamilies => [DtsenColumn.FamilyCard, DtsenColumn.HeadName, DtsenColumn.Address, DtsenColumn.DistrictCode, DtsenColumn.VillageCode, DtsenColumn.NationalDecile],
        ImportKind.DtsenPersons => [DtsenColumn.Nik, DtsenColumn.FamilyCard, DtsenColumn.PersonName, DtsenColumn.BirthDate, DtsenColumn.Relationship],
        ImportKind.P3keFamilies => [P3keColumn.FamilyId, P3keColumn.AreaCode, P3keColumn.Decile, P3keColumn.Address, P3keColumn.HeadName, P3keColumn.Nik,
            P3keColumn.Stunting],
        ImportKind.Deliberation => [P3keColumn.Village, P3keColumn.FamilyId, P3keColumn.PersonId, P3keColumn.Decile, P3keColumn.PersonName, P3keColumn.Nik, P3keColumn.Relationship,
            SheetColumn.Agreed],
        ImportKind.Verification => [P3keColumn.FamilyId, P3keColumn.AreaCode, P3keColumn.Decile, P3keColumn.PersonId, P3keColumn.PersonName, P3keColumn.Nik, P3keColumn.Relationship,
            SheetColumn.Presence, SheetColumn.MeetsCriteria],
        _ => [P3keColumn.FamilyId, P3keColumn.AreaCode, P3keColumn.Decile, P3keColumn.PersonId, P3keColumn.PersonName, P3keColumn.Nik, P3keColumn.Relationship,
            P3keColumn.Stunting],
    };
}
