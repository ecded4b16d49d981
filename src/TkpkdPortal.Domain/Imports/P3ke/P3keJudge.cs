using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.P3ke;

/// <summary>Judges the rows of a P3KE file of families or persons.</summary>
public sealed class P3keJudge(AreaDirectory areas, AreaCode office, ImportKind kind, int dataYear, ColumnMap columns) : P3keRowJudge(areas, office, dataYear, columns)
{
    private readonly bool _isPersons = kind is ImportKind.P3kePersons;

    public override JudgedRow Judge(RawRecord record)
    {
        var row = new JudgedRow(record.Number);
        ReadFamilyId(record, row, isOncePerFile: !_isPersons);
        if (_isPersons)
            ReadPersonId(record, row);
        ReadArea(record, row);
        ReadDecile(record, row);
        row.Address = ReadFreeText(record, P3keColumn.Address, row);
        row.Name = ReadFreeText(record, _isPersons ? P3keColumn.PersonName : P3keColumn.HeadName, row);
        row.MatchesCivilRegistry = ReadMatch(record, row);
        row.Sex = Read(record, P3keColumn.Sex, PersonWords.Sexes, row);
        row.Relationship = _isPersons ? Read(record, P3keColumn.Relationship, PersonWords.Relationships, row) : Relationship.Head;
        ReadBirthDate(record, P3keColumn.BirthDate, row);
        NikFindings.Judge(Cell(record, P3keColumn.Nik), P3keColumn.Nik, row);
        NikFindings.Compare(row, P3keColumn.Nik);
        row.Occupation = Read(record, P3keColumn.Occupation, PersonWords.Occupations, row);
        row.Education = Read(record, P3keColumn.Education, PersonWords.Educations, row);
        if (_isPersons)
            ReadPersonOnly(record, row);
        else
            row.Housing = ReadHousing(record, row);
        row.Aid = ReadAid(record, row);
        ReadStunting(record, row);
        PlaceInRt(row);
        NoteNik(row);
        return row;
    }

    private void ReadPersonOnly(RawRecord record, JudgedRow row)
    {
        row.MaritalStatus = Read(record, P3keColumn.MaritalStatus, PersonWords.MaritalStatuses, row);
        foreach (var band in P3keColumn.AgeBands)
            ReadYesNo(record, band, row);
    }
}
