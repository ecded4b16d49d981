using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.Sheets;

/// <summary>
/// Judges the sheet of a deliberation. It names villages and no codes: a name that is, in its letters, that of exactly one village of the
/// kecamatan in the title block is that village; every other row waits until a person has chosen.
/// </summary>
public sealed class DeliberationJudge(AreaDirectory areas, AreaCode office, int dataYear, ColumnMap columns) : P3keRowJudge(areas, office, dataYear, columns)
{
    private readonly SheetTitle _title = SheetTitle.Of(columns.Titles, areas, office);

    /// <summary>The kecamatan that the title block names; null where it names none of the office.</summary>
    public AreaCode? District => _title.District;

    public override JudgedRow Judge(RawRecord record)
    {
        var row = new JudgedRow(record.Number);
        ReadFamilyId(record, row, isOncePerFile: false);
        ReadPersonId(record, row);
        if (Text(record, P3keColumn.AreaCode).Length > 0)
            ReadArea(record, row);
        else
            FindVillage(record, row);
        ReadDecile(record, row);
        row.Address = ReadFreeText(record, P3keColumn.Address, row);
        row.Name = ReadFreeText(record, P3keColumn.PersonName, row);
        row.Sex = Read(record, P3keColumn.Sex, PersonWords.Sexes, row);
        row.Relationship = SheetRelation.Read(Text(record, P3keColumn.Relationship), row);
        ReadBirthDate(record, P3keColumn.BirthDate, row);
        NikFindings.Judge(Cell(record, P3keColumn.Nik), P3keColumn.Nik, row);
        NikFindings.Compare(row, P3keColumn.Nik);
        row.Statement = new SheetTerms { Agreed = ReadYesNo(record, SheetColumn.Agreed, row), HeldOn = _title.HeldOn };
        PlaceInRt(row);
        NoteNik(row);
        return row;
    }

    private void FindVillage(RawRecord record, JudgedRow row)
    {
        var written = Text(record, P3keColumn.Village);
        row.AreaText = written;
        var letters = AreaNames.Letters(written);
        var district = Has(P3keColumn.District) && Text(record, P3keColumn.District) is { Length: > 0 } named ? SheetTitle.FindDistrict(named, Areas, Office) : _title.District;
        var found = district is { } within && letters.Length > 0 ? Areas.Villages(within).Where(village => AreaNames.Letters(Areas.NameOf(village)) == letters).Take(2).ToList() : [];
        if (found is [var only])
        {
            row.Area = only;
            return;
        }
        row.Add(FindingLevel.Review, FindingKind.AreaToChoose, P3keColumn.Village, district is { } searched
            ? $"Nama ini bukan nama desa atau kelurahan di {Areas.TitleOf(searched)}. Pilih wilayahnya di halaman impor ini."
            : "Kecamatan tidak disebut di atas tabel, atau bukan kecamatan kantor ini. Pilih wilayahnya di halaman impor ini.");
    }
}
