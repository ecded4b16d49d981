using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Imports.P3ke;

/// <summary>What every file reads that names families and persons as P3KE does: the delivered list, and the sheets in which the office works on it.</summary>
public abstract class P3keRowJudge(AreaDirectory areas, AreaCode office, int dataYear, ColumnMap columns) : ListJudge(areas, dataYear, columns, P3keColumn.Nik)
{
    private readonly HashSet<string> _personIds = new(StringComparer.Ordinal);

    protected AreaCode Office => office;

    private protected void ReadFamilyId(RawRecord record, JudgedRow row, bool isOncePerFile)
    {
        row.FamilyId = Text(record, P3keColumn.FamilyId);
        if (row.FamilyId.Length == 0)
        {
            row.Add(FindingLevel.Error, FindingKind.FamilyIdBlank, P3keColumn.FamilyId, "ID keluarga kosong. Isi ID dari daftar asal.");
        }
        else if (!Seen.AddFamily(row.FamilyId) && isOncePerFile)
        {
            row.Add(FindingLevel.Error, FindingKind.FamilyIdDuplicate, P3keColumn.FamilyId,
                "ID keluarga sudah ada pada baris sebelumnya. Baris pertama yang dimuat; hapus atau perbaiki yang ini.");
        }
    }

    private protected void ReadPersonId(RawRecord record, JudgedRow row)
    {
        row.PersonId = Text(record, P3keColumn.PersonId);
        if (row.PersonId.Length == 0)
            row.Add(FindingLevel.Error, FindingKind.PersonIdBlank, P3keColumn.PersonId, "ID individu kosong. Isi ID dari daftar asal.");
        else if (!_personIds.Add(row.PersonId))
            row.Add(FindingLevel.Error, FindingKind.PersonIdDuplicate, P3keColumn.PersonId, "ID individu sudah ada pada baris sebelumnya.");
    }

    /// <summary>The village by its code; the names beside it are compared with those of the code.</summary>
    private protected void ReadArea(RawRecord record, JudgedRow row)
    {
        row.Area = RowFindings.ReadVillage(Text(record, P3keColumn.AreaCode), P3keColumn.AreaCode, Areas, office, row);
        if (row.Area.Stored.Length == 0)
            return;
        CompareName(record, row, P3keColumn.Province, AreaLevel.Province);
        CompareName(record, row, P3keColumn.Regency, AreaLevel.Regency);
        CompareName(record, row, P3keColumn.District, AreaLevel.District);
        CompareName(record, row, P3keColumn.Village, AreaLevel.Village);
    }

    private protected void ReadDecile(RawRecord record, JudgedRow row)
    {
        if (WelfareDecile.TryParse(Text(record, P3keColumn.Decile), out var decile))
            row.Decile = decile;
        else
            row.Add(FindingLevel.Error, FindingKind.DecileInvalid, P3keColumn.Decile, "Desil diisi angka 1 sampai 10, atau 4+.");
    }

    private protected string ReadFreeText(RawRecord record, string column, JudgedRow row) => RowFindings.ReadText(Cell(record, column), column, row);

    private protected Housing ReadHousing(RawRecord record, JudgedRow row) => new()
    {
        Tenure = Read(record, P3keColumn.Tenure, HousingWords.Tenures, row),
        HasSavings = ReadYesNo(record, P3keColumn.Savings, row),
        Roof = Read(record, P3keColumn.Roof, HousingWords.Roofs, row),
        Wall = Read(record, P3keColumn.Wall, HousingWords.Walls, row),
        Floor = Read(record, P3keColumn.Floor, HousingWords.Floors, row),
        Lighting = Read(record, P3keColumn.Lighting, HousingWords.Lightings, row),
        CookingFuel = Read(record, P3keColumn.CookingFuel, HousingWords.CookingFuels, row),
        DrinkingWater = Read(record, P3keColumn.DrinkingWater, HousingWords.DrinkingWaters, row),
        Toilet = Read(record, P3keColumn.Toilet, HousingWords.Toilets, row),
    };

    private protected ListedAid ReadAid(RawRecord record, JudgedRow row) =>
        (ReadYesNo(record, P3keColumn.Bpnt, row) is true ? ListedAid.Bpnt : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Bpum, row) is true ? ListedAid.Bpum : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Bst, row) is true ? ListedAid.Bst : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Pkh, row) is true ? ListedAid.Pkh : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Sembako, row) is true ? ListedAid.Sembako : ListedAid.None);

    private protected void ReadStunting(RawRecord record, JudgedRow row)
    {
        row.StuntingRisk = Text(record, P3keColumn.Stunting).ToUpperInvariant() switch
        {
            "1" or "YA" => true,
            "0" or "TIDAK" => false,
            _ => null,
        };
        if (row.StuntingRisk is null)
            row.Add(FindingLevel.Error, FindingKind.StuntingInvalid, P3keColumn.Stunting, "Risiko stunting diisi 0, 1, Ya, atau Tidak.");
    }

    private protected bool? ReadMatch(RawRecord record, JudgedRow row)
    {
        var text = Text(record, P3keColumn.CivilRegistry);
        var match = text.ToUpperInvariant() switch
        {
            "YA" or "PADAN" => true,
            "TIDAK" or "TIDAK PADAN" => false,
            _ => (bool?)null,
        };
        if (match is null)
            RowFindings.NoteUnknown(row, P3keColumn.CivilRegistry, text, "Ya, Tidak, Padan, atau Tidak Padan");
        return match;
    }
}
