using TkpkdPortal.Domain.Imports.CivilRegistry;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Recipients;

namespace TkpkdPortal.Domain.Imports;

/// <summary>How a kind of file is laid out: what it is called, its columns in the order in which they come, and those without which no row can be read.</summary>
public sealed record FileLayout(string Title, IReadOnlyList<string> Columns, IReadOnlyList<string> Needed)
{
    public static implicit operator FileLayout(ImportKind kind) => Of(kind);

    public static FileLayout Of(ImportKind kind) => new(ImportKinds.Words.Label(kind), ColumnMap.ColumnsOf(kind), kind switch
    {
        ImportKind.Recipients => [RecipientColumn.Opd, RecipientColumn.Program, RecipientColumn.Year, RecipientColumn.Period, RecipientColumn.Nik,
            RecipientColumn.Name, RecipientColumn.AreaCode],
        ImportKind.CivilRegistry => [AnswerColumn.Nik, AnswerColumn.Name, AnswerColumn.Match],
        ImportKind.P3keFamilies => [P3keColumn.FamilyId, P3keColumn.AreaCode, P3keColumn.Decile, P3keColumn.Address, P3keColumn.HeadName, P3keColumn.Nik,
            P3keColumn.Stunting],
        _ => [P3keColumn.FamilyId, P3keColumn.AreaCode, P3keColumn.Decile, P3keColumn.PersonId, P3keColumn.PersonName, P3keColumn.Nik, P3keColumn.Relationship,
            P3keColumn.Stunting],
    });
}
