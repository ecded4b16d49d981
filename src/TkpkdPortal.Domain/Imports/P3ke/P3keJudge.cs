using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Imports.P3ke;

/// <summary>
/// Judges the rows of one P3KE file, alone and in their order: what is an error keeps the row out, what needs a person waits, what is only
/// odd is loaded and marked. It remembers what it has seen of the file and nothing of the register.
/// </summary>
public sealed class P3keJudge(AreaDirectory areas, AreaCode office, ImportKind kind, int dataYear, ColumnMap columns)
{
    private const int HeadMinimumAge = 15, MaximumAge = 100;

    private readonly bool _isPersons = kind is ImportKind.P3kePersons;
    private readonly SeenRows _seen = new();
    private readonly HashSet<string> _personIds = new(StringComparer.Ordinal);
    private readonly DateOnly _ageReference = new(dataYear, 12, 31);

    public int FamilyCount => _seen.FamilyCount;

    public int NikAreaUnknown { get; private set; }

    public JudgedRow Judge(RawRecord record)
    {
        var row = new JudgedRow(record.Number);
        ReadIds(record, row);
        ReadArea(record, row);
        ReadDecile(record, row);
        row.Address = RowFindings.ReadText(record[columns[P3keColumn.Address]], P3keColumn.Address, row);
        var name = _isPersons ? P3keColumn.PersonName : P3keColumn.HeadName;
        row.Name = RowFindings.ReadText(record[columns[name]], name, row);
        row.MatchesCivilRegistry = ReadMatch(record, row);
        row.Sex = Read(record, P3keColumn.Sex, PersonWords.Sexes, row);
        row.Relationship = _isPersons ? Read(record, P3keColumn.Relationship, PersonWords.Relationships, row) : Relationship.Head;
        ReadBirthDate(record, row);
        NikFindings.Judge(record[columns[P3keColumn.Nik]], P3keColumn.Nik, row);
        NikFindings.Compare(row, P3keColumn.Nik);
        row.Occupation = Read(record, P3keColumn.Occupation, PersonWords.Occupations, row);
        row.Education = Read(record, P3keColumn.Education, PersonWords.Educations, row);
        if (_isPersons)
            ReadPersonOnly(record, row);
        else
            ReadHousing(record, row);
        row.Aid = ReadAid(record, row);
        ReadStunting(record, row);
        PlaceInRt(row);
        NoteNik(row);
        return row;
    }

    /// <summary>
    /// After the last row: one review finding for every row whose NIK stands in two families, the earlier rows included.
    /// </summary>
    public IEnumerable<(int Row, Finding Finding)> Close() => _seen.SharedNumbers().SelectMany(rows => rows.Select(row =>
        (row, new Finding(FindingLevel.Review, FindingKind.NikDuplicate, P3keColumn.Nik,
            $"NIK yang sama ada di keluarga lain pada baris {Indonesian.List([.. rows.Where(other => other != row).Select(other => Indonesian.Number(other))])}. "
            + "Putuskan baris mana yang benar."))));

    private void ReadIds(RawRecord record, JudgedRow row)
    {
        row.FamilyId = Text(record, P3keColumn.FamilyId);
        if (row.FamilyId.Length == 0)
        {
            row.Add(FindingLevel.Error, FindingKind.FamilyIdBlank, P3keColumn.FamilyId, "ID keluarga kosong. Isi ID dari daftar asal.");
        }
        else if (!_seen.AddFamily(row.FamilyId) && !_isPersons)
        {
            row.Add(FindingLevel.Error, FindingKind.FamilyIdDuplicate, P3keColumn.FamilyId,
                "ID keluarga sudah ada pada baris sebelumnya. Baris pertama yang dimuat; hapus atau perbaiki yang ini.");
        }
        if (!_isPersons)
            return;
        row.PersonId = Text(record, P3keColumn.PersonId);
        if (row.PersonId.Length == 0)
            row.Add(FindingLevel.Error, FindingKind.PersonIdBlank, P3keColumn.PersonId, "ID individu kosong. Isi ID dari daftar asal.");
        else if (!_personIds.Add(row.PersonId))
            row.Add(FindingLevel.Error, FindingKind.PersonIdDuplicate, P3keColumn.PersonId, "ID individu sudah ada pada baris sebelumnya.");
    }

    private void ReadArea(RawRecord record, JudgedRow row)
    {
        row.Area = RowFindings.ReadVillage(Text(record, P3keColumn.AreaCode), P3keColumn.AreaCode, areas, office, row);
        if (row.Area.Stored.Length == 0)
            return;
        CompareName(record, row, P3keColumn.Province, AreaLevel.Province);
        CompareName(record, row, P3keColumn.Regency, AreaLevel.Regency);
        CompareName(record, row, P3keColumn.District, AreaLevel.District);
        CompareName(record, row, P3keColumn.Village, AreaLevel.Village);
    }

    private void CompareName(RawRecord record, JudgedRow row, string column, AreaLevel level) =>
        RowFindings.CompareName(record[columns[column]].Text, column, row.Area.AtLevel(level), areas, row);

    private void ReadDecile(RawRecord record, JudgedRow row)
    {
        if (WelfareDecile.TryParse(Text(record, P3keColumn.Decile), out var decile))
            row.Decile = decile;
        else
            row.Add(FindingLevel.Error, FindingKind.DecileInvalid, P3keColumn.Decile, "Desil diisi angka 1 sampai 10, atau 4+.");
    }

    private void ReadBirthDate(RawRecord record, JudgedRow row)
    {
        var cell = record[columns[P3keColumn.BirthDate]];
        if (!ListedDate.TryRead(CellText.Clean(cell.Text), cell.IsNumeric, out var born))
        {
            row.Add(FindingLevel.Warning, FindingKind.BirthDateUnreadable, P3keColumn.BirthDate,
                "Tanggal lahir kosong atau tidak terbaca. Tulis seperti 12/03/1983.");
            return;
        }
        row.BirthDate = born;
        var age = NeedRules.AgeOn(born, _ageReference);
        if (age > MaximumAge || (age < HeadMinimumAge && row.Relationship is Relationship.Head))
        {
            row.Add(FindingLevel.Warning, FindingKind.AgeImplausible, P3keColumn.BirthDate,
                $"Umur {Indonesian.Number(age)} tahun pada {Indonesian.Date(_ageReference)} perlu diperiksa.");
        }
    }

    private void ReadPersonOnly(RawRecord record, JudgedRow row)
    {
        row.MaritalStatus = Read(record, P3keColumn.MaritalStatus, PersonWords.MaritalStatuses, row);
        foreach (var band in P3keColumn.AgeBands)
            ReadYesNo(record, band, row);
    }

    private void ReadHousing(RawRecord record, JudgedRow row) => row.Housing = new Housing
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

    private ListedAid ReadAid(RawRecord record, JudgedRow row) =>
        (ReadYesNo(record, P3keColumn.Bpnt, row) is true ? ListedAid.Bpnt : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Bpum, row) is true ? ListedAid.Bpum : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Bst, row) is true ? ListedAid.Bst : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Pkh, row) is true ? ListedAid.Pkh : ListedAid.None)
        | (ReadYesNo(record, P3keColumn.Sembako, row) is true ? ListedAid.Sembako : ListedAid.None);

    private void ReadStunting(RawRecord record, JudgedRow row)
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

    private bool? ReadMatch(RawRecord record, JudgedRow row)
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

    private bool? ReadYesNo(RawRecord record, string column, JudgedRow row)
    {
        var text = Text(record, column);
        if (text.Equals("Ya", StringComparison.OrdinalIgnoreCase))
            return true;
        if (text.Equals("Tidak", StringComparison.OrdinalIgnoreCase))
            return false;
        RowFindings.NoteUnknown(row, column, text, "Ya atau Tidak");
        return null;
    }

    private T? Read<T>(RawRecord record, string column, CodedValues<T> values, JudgedRow row)
        where T : struct, Enum
    {
        var text = Text(record, column);
        if (values.TryRead(text, out var value))
            return value;
        RowFindings.NoteUnknown(row, column, text, "salah satu pilihan daftar");
        return null;
    }

    private static void PlaceInRt(JudgedRow row)
    {
        if (row.Area.Stored.Length == 0)
            return;
        var (rt, rw) = WrittenRt.In(row.Address);
        row.Area = row.Area.WithRt(rw, rt);
    }

    private void NoteNik(JudgedRow row)
    {
        if (row.Nik is not { } nik)
            return;
        if (!areas.Knows(AreaCode.Parse(nik.PlaceOfRegistration)))
            NikAreaUnknown++;
        if (row.FamilyId.Length > 0)
            _seen.AddNumber(nik, row.FamilyId, row.Number);
    }

    private string Text(RawRecord record, string column) => CellText.Clean(record[columns[column]].Text);
}
