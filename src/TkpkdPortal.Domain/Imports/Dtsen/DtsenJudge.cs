using System.Globalization;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Imports.Dtsen;

/// <summary>
/// Judges the rows of one DTSEN file. The number of the family card is the list's id of a family; only the file of members has NIKs, and only the
/// file of families says where a family lives and in which desil.
/// </summary>
public sealed class DtsenJudge(AreaDirectory areas, BpsCodes bpsCodes, AreaCode office, ImportKind kind, int dataYear, ColumnMap columns)
    : ListJudge(areas, dataYear, columns, DtsenColumn.Nik)
{
    private readonly bool _isPersons = kind is ImportKind.DtsenPersons;
    private readonly HashSet<string> _personIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _canonical = [.. kind is ImportKind.DtsenPersons ? PersonColumns : FamilyColumns];

    // What the row itself holds of them: everything else is kept as text, so that two deliveries that differ in it are not called the same.
    private static readonly string[] FamilyColumns =
    [
        DtsenColumn.FamilyCard, DtsenColumn.HeadName, DtsenColumn.Address, DtsenColumn.VillageCode, DtsenColumn.NationalDecile, DtsenColumn.ProvincialDecile,
        DtsenColumn.RegencyDecile, DtsenColumn.MemberCount, DtsenColumn.NationalInsurance, DtsenColumn.RegionalInsurance,
    ];

    private static readonly string[] PersonColumns =
    [
        DtsenColumn.FamilyCard, DtsenColumn.Nik, DtsenColumn.PersonName, DtsenColumn.BirthDate, DtsenColumn.Sex, DtsenColumn.NationalInsurance, DtsenColumn.RegionalInsurance,
    ];

    public override JudgedRow Judge(RawRecord record)
    {
        var row = new JudgedRow(record.Number);
        ReadFamilyCard(record, row);
        if (_isPersons)
            JudgePerson(record, row);
        else
            JudgeFamily(record, row);
        row.Aid = (ReadYesNo(record, DtsenColumn.NationalInsurance, row) is true ? ListedAid.NationalInsurance : ListedAid.None)
            | (ReadYesNo(record, DtsenColumn.RegionalInsurance, row) is true ? ListedAid.RegionalInsurance : ListedAid.None);
        foreach (var column in DtsenColumn.Of(kind).Where(column => !_canonical.Contains(column)))
            row.OtherTexts.Add((column, Text(record, column)));
        return row;
    }

    private void JudgeFamily(RawRecord record, JudgedRow row)
    {
        ReadArea(record, row);
        row.Decile = ReadDecile(record, DtsenColumn.NationalDecile, row) ?? default;
        if (row.Decile == default)
            row.Add(FindingLevel.Error, FindingKind.DecileInvalid, DtsenColumn.NationalDecile, "Desil nasional diisi angka 1 sampai 10.");
        row.ProvincialDecile = ReadNarrowerDecile(record, DtsenColumn.ProvincialDecile, row);
        row.RegencyDecile = ReadNarrowerDecile(record, DtsenColumn.RegencyDecile, row);
        row.Address = RowFindings.ReadText(Cell(record, DtsenColumn.Address), DtsenColumn.Address, row);
        row.Name = RowFindings.ReadText(Cell(record, DtsenColumn.HeadName), DtsenColumn.HeadName, row);
        row.Relationship = Relationship.Head;
        row.MemberCount = ReadNumber(record, DtsenColumn.MemberCount, row);
        row.Housing = ReadHousing(record, row);
        ReadNumber(record, DtsenColumn.FloorArea, row);
        CheckWord(record, DtsenColumn.ToiletBowl, row);
        foreach (var asset in DtsenColumn.Assets)
            ReadYesNo(record, asset, row);
        PlaceInRt(row);
    }

    private void JudgePerson(RawRecord record, JudgedRow row)
    {
        row.Name = RowFindings.ReadText(Cell(record, DtsenColumn.PersonName), DtsenColumn.PersonName, row);
        row.Sex = Read(record, DtsenColumn.Sex, PersonWords.Sexes, row);
        row.Relationship = Read(record, DtsenColumn.Relationship, DtsenWords.Relationships, row);
        ReadBirthDate(record, DtsenColumn.BirthDate, row);
        NikFindings.Judge(Cell(record, DtsenColumn.Nik), DtsenColumn.Nik, row);
        NikFindings.Compare(row, DtsenColumn.Nik);
        row.MaritalStatus = Read(record, DtsenColumn.MaritalStatus, DtsenWords.MaritalStatuses, row);
        row.Education = DtsenWords.EducationOf(Text(record, DtsenColumn.Schooling), Text(record, DtsenColumn.SchoolLevel), Text(record, DtsenColumn.Certificate));
        row.Occupation = DtsenWords.OccupationOf(Text(record, DtsenColumn.Works), Text(record, DtsenColumn.CardOccupation), Text(record, DtsenColumn.WorkStatus),
            Text(record, DtsenColumn.Industry));
        // The list knows the stunted child; of everybody else it says nothing about the risk.
        row.StuntingRisk = Text(record, DtsenColumn.Nutrition).Equals(DtsenWords.Stunted, StringComparison.OrdinalIgnoreCase) ? true : null;
        ReadYesNo(record, DtsenColumn.Works, row);
        ReadYesNo(record, DtsenColumn.OwnsBusiness, row);
        foreach (var column in new[] { DtsenColumn.Schooling, DtsenColumn.WorkStatus, DtsenColumn.Nutrition, DtsenColumn.Sadness })
            CheckWord(record, column, row);
        foreach (var function in DtsenColumn.Functions)
            CheckWord(record, function, DtsenWords.Functions, row);
        ReadPersonId(row);
        PlaceByCard(record, row);
        NoteNik(row);
    }

    private void ReadFamilyCard(RawRecord record, JudgedRow row)
    {
        var cleaned = PersonalNumberText.Clean(Cell(record, DtsenColumn.FamilyCard).Text, out _);
        if (cleaned.Length == 0)
        {
            row.Add(FindingLevel.Error, FindingKind.FamilyIdBlank, DtsenColumn.FamilyCard, "Nomor KK kosong. Isi dari daftar asal: tanpa nomor KK keluarga dan anggotanya tidak dapat disatukan.");
            return;
        }
        if (Nik.Judge(cleaned, out var sameForm) is not NikFault.None)
        {
            row.Add(FindingLevel.Error, FindingKind.FamilyCardInvalid, DtsenColumn.FamilyCard,
                "Nomor KK berisi 16 angka: kode wilayah, tanggal, nomor urut. Cocokkan dengan KK, dan simpan kolomnya sebagai teks.");
            return;
        }
        row.FamilyId = cleaned;
        if (FamilyCardNumber.TryParse(cleaned, out var card))
            row.FamilyCard = card;
        else if (sameForm.Sex is Sex.Female)
            row.Add(FindingLevel.Warning, FindingKind.FamilyCardDoubtful, DtsenColumn.FamilyCard, "Nomor KK bertanggal di atas 31, seperti NIK perempuan. Mungkin NIK yang tertulis di kolom KK.");
        if (!Seen.AddFamily(row.FamilyId) && !_isPersons)
        {
            row.Add(FindingLevel.Error, FindingKind.FamilyIdDuplicate, DtsenColumn.FamilyCard,
                "Nomor KK sudah ada pada baris sebelumnya. Baris pertama yang dimuat; hapus atau perbaiki yang ini.");
        }
    }

    // Without an NIK a person is the one of that name and birth date on the card.
    private void ReadPersonId(JudgedRow row)
    {
        if (row.FamilyId.Length == 0)
            return;
        row.PersonId = row.Nik?.Digits ?? string.Create(CultureInfo.InvariantCulture, $"{row.FamilyId}|{row.Name}|{row.BirthDate:yyyy-MM-dd}");
        // The same number in two families waits for a person; twice on one card it is a row too many.
        if (!_personIds.Add(row.FamilyId + "|" + row.PersonId))
            row.Add(FindingLevel.Error, FindingKind.PersonIdDuplicate, DtsenColumn.Nik, "Orang ini sudah ada pada baris sebelumnya di KK yang sama.");
    }

    private void ReadArea(RawRecord record, JudgedRow row)
    {
        row.Area = DtsenVillage.Read(Text(record, DtsenColumn.VillageCode), Text(record, DtsenColumn.DistrictCode), Areas, bpsCodes, office, row);
        row.SourceAreaCode = DtsenVillage.Digits(Text(record, DtsenColumn.VillageCode)) is { Length: BpsCodes.Length } digits ? digits : null;
        if (row.Area.Stored.Length == 0)
            return;
        CompareName(record, row, DtsenColumn.Province, AreaLevel.Province);
        CompareName(record, row, DtsenColumn.Regency, AreaLevel.Regency);
        CompareName(record, row, DtsenColumn.District, AreaLevel.District);
        CompareName(record, row, DtsenColumn.Village, AreaLevel.Village);
    }

    // Where the identity card says that the person lives; it places a member until the family's row comes, and is no finding.
    private void PlaceByCard(RawRecord record, JudgedRow row) =>
        row.Area = DtsenVillage.Find(Text(record, DtsenColumn.CardVillageCode), Text(record, DtsenColumn.CardDistrictCode), bpsCodes) is { } village && Areas.Knows(village) && office.Contains(village)
            ? village : default;

    private WelfareDecile? ReadDecile(RawRecord record, string column, JudgedRow row) =>
        WelfareDecile.TryParse(Text(record, column), out var decile) && decile != WelfareDecile.AboveFour ? decile : null;

    private WelfareDecile? ReadNarrowerDecile(RawRecord record, string column, JudgedRow row)
    {
        var decile = ReadDecile(record, column, row);
        if (decile is null)
            RowFindings.NoteUnknown(row, column, Text(record, column), "angka 1 sampai 10");
        return decile;
    }

    private int? ReadNumber(RawRecord record, string column, JudgedRow row)
    {
        var text = Text(record, column);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        RowFindings.NoteUnknown(row, column, text, "bilangan bulat");
        return null;
    }

    private Housing ReadHousing(RawRecord record, JudgedRow row)
    {
        var animals = DtsenColumn.Livestock.Sum(column => ReadNumber(record, column, row) ?? 0);
        return new Housing
        {
            Tenure = Read(record, DtsenColumn.Tenure, DtsenWords.Tenures, row),
            // Gold or cattle are savings; who has neither may still have others.
            HasSavings = ReadYesNo(record, DtsenColumn.Jewellery, row) is true || animals > 0 ? true : null,
            Roof = Read(record, DtsenColumn.Roof, DtsenWords.Roofs, row),
            Wall = Read(record, DtsenColumn.Wall, DtsenWords.Walls, row),
            Floor = Read(record, DtsenColumn.Floor, DtsenWords.Floors, row),
            Lighting = ReadLighting(record, row),
            CookingFuel = Read(record, DtsenColumn.CookingFuel, DtsenWords.CookingFuels, row),
            DrinkingWater = Read(record, DtsenColumn.DrinkingWater, DtsenWords.DrinkingWaters, row),
            Toilet = ReadToilet(record, row),
        };
    }

    private LightingSource? ReadLighting(RawRecord record, JudgedRow row)
    {
        var source = Read(record, DtsenColumn.Lighting, DtsenWords.Lightings, row);
        var metered = Read(record, DtsenColumn.Wattage, DtsenWords.Wattages, row);
        return Text(record, DtsenColumn.Lighting).Equals(DtsenWords.Metered, StringComparison.OrdinalIgnoreCase) ? metered : source;
    }

    private ToiletFacility? ReadToilet(RawRecord record, JudgedRow row)
    {
        var facility = Read(record, DtsenColumn.Toilet, DtsenWords.Toilets, row);
        var own = Read(record, DtsenColumn.Sewage, DtsenWords.Sewages, row);
        return Text(record, DtsenColumn.Toilet).Equals(DtsenWords.OwnToilet, StringComparison.OrdinalIgnoreCase) ? own : facility;
    }

    private T? Read<T>(RawRecord record, string column, ListWords<T> words, JudgedRow row)
        where T : struct, Enum
    {
        var text = Text(record, column);
        if (!words.TryRead(text, out var value))
            RowFindings.NoteUnknown(row, column, text, "salah satu pilihan daftar");
        return value;
    }

    private void CheckWord(RawRecord record, string column, JudgedRow row) => CheckWord(record, column, DtsenWords.Others[column], row);

    private void CheckWord(RawRecord record, string column, IReadOnlySet<string> words, JudgedRow row)
    {
        if (Text(record, column) is var text && !words.Contains(text))
            RowFindings.NoteUnknown(row, column, text, "salah satu pilihan daftar");
    }
}
