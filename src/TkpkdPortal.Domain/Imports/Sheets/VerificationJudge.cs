using System.Globalization;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.Sheets;

/// <summary>
/// Judges the sheet of a verification: a P3KE row of a person with what was found on the spot. A corrected name or number is the one that
/// counts; what the list had stays in the row as it was delivered.
/// </summary>
public sealed class VerificationJudge(AreaDirectory areas, AreaCode office, int dataYear, ColumnMap columns) : P3keRowJudge(areas, office, dataYear, columns)
{
    public override JudgedRow Judge(RawRecord record)
    {
        var row = new JudgedRow(record.Number);
        ReadFamilyId(record, row, isOncePerFile: false);
        ReadPersonId(record, row);
        ReadArea(record, row);
        ReadDecile(record, row);
        row.Address = ReadFreeText(record, P3keColumn.Address, row);
        row.Name = ReadFreeText(record, P3keColumn.PersonName, row);
        var nameBefore = TakeNameCorrection(record, row);
        row.MatchesCivilRegistry = ReadMatch(record, row);
        row.Sex = Read(record, P3keColumn.Sex, PersonWords.Sexes, row);
        row.Relationship = SheetRelation.Read(Text(record, P3keColumn.Relationship), row);
        ReadBirthDate(record, P3keColumn.BirthDate, row);
        var isCorrected = ReadNik(record, row);
        NikFindings.Compare(row, P3keColumn.Nik);
        row.MaritalStatus = Read(record, P3keColumn.MaritalStatus, PersonWords.MaritalStatuses, row);
        row.Occupation = Read(record, P3keColumn.Occupation, PersonWords.Occupations, row);
        row.Education = Read(record, P3keColumn.Education, PersonWords.Educations, row);
        row.Aid = ReadAid(record, row);
        if (Has(P3keColumn.Stunting))
            ReadStunting(record, row);
        row.FamilyCard = FamilyCardNumber.TryParse(PersonalNumberText.Clean(Cell(record, SheetColumn.FamilyCard).Text, out _), out var card) ? card : null;
        row.Statement = ReadStatement(record, row) with { NameBefore = nameBefore, IsNikCorrected = isCorrected };
        PlaceInRt(row);
        PlaceByColumns(record, row);
        NoteNik(row);
        return row;
    }

    private SheetTerms ReadStatement(RawRecord record, JudgedRow row) => new()
    {
        Presence = Read(record, SheetColumn.Presence, SheetPresenceWords.Values, row),
        MeetsCriteria = ReadYesNo(record, SheetColumn.MeetsCriteria, row),
        Reason = Cut(Text(record, SheetColumn.Reason), SheetTerms.ReasonMaxLength),
        Note = Cut(string.Join(' ', new[] { Text(record, SheetColumn.Note), Text(record, SheetColumn.FurtherNote) }.Where(text => text.Length > 0)), SheetTerms.NoteMaxLength),
        Housing = ReadHousing(record, row),
    };

    private string? TakeNameCorrection(RawRecord record, JudgedRow row)
    {
        var corrected = Text(record, SheetColumn.NameCorrection);
        if (corrected.Length == 0 || corrected == row.Name)
            return null;
        var before = row.Name;
        row.Name = ReadFreeText(record, SheetColumn.NameCorrection, row);
        return before.Length == 0 ? null : before;
    }

    // A good correction is used, and what was wrong before is said by the one warning; a faulty one leaves the row as it was.
    private bool ReadNik(RawRecord record, JudgedRow row)
    {
        var written = PersonalNumberText.Clean(Cell(record, P3keColumn.Nik).Text, out _);
        var corrected = PersonalNumberText.Clean(Cell(record, SheetColumn.NikCorrection).Text, out _);
        if (corrected.Length == 0 || corrected == written || Nik.Judge(corrected, out var nik) is not NikFault.None)
        {
            NikFindings.Judge(Cell(record, P3keColumn.Nik), P3keColumn.Nik, row);
            return false;
        }
        row.Nik = nik;
        row.Add(FindingLevel.Warning, FindingKind.NikCorrected, SheetColumn.NikCorrection, "NIK memakai isian perbaikan. Cocokkan dengan KTP atau KK bila masih ragu.");
        return true;
    }

    // What the columns say of RT and RW is surer than what an address hides.
    private void PlaceByColumns(RawRecord record, JudgedRow row)
    {
        if (row.Area.Stored.Length == 0 || Number(record, SheetColumn.Rt) is not { } rt)
            return;
        row.Area = row.Area.AtLevel(AreaLevel.Village).WithRt(Number(record, SheetColumn.Rw), rt);
    }

    private int? Number(RawRecord record, string column) =>
        int.TryParse(Text(record, column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null;

    private static string? Cut(string text, int length)
    {
        var blotted = NumberBlot.Apply(text);
        return blotted.Length == 0 ? null : blotted.Length > length ? blotted[..length] : blotted;
    }
}
