using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports.Dtsen;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Sheets;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Imports;

/// <summary>
/// Judges the rows of one file of a list, alone and in their order: what is an error keeps the row out, what needs a person waits, what is only
/// odd is loaded and marked. It remembers what it has seen of the file and nothing of the register.
/// </summary>
public abstract class ListJudge(AreaDirectory areas, int dataYear, ColumnMap columns, string nikColumn)
{
    private const int HeadMinimumAge = 15, MaximumAge = 100;

    // How each area was written last where that was its name.
    private readonly Dictionary<string, string> _agreeing = new(StringComparer.Ordinal);
    private readonly DateOnly _ageReference = new(dataYear, 12, 31);

    public int FamilyCount => Seen.FamilyCount;

    public int NikAreaUnknown { get; private set; }

    private protected SeenRows Seen { get; } = new();

    protected AreaDirectory Areas => areas;

    /// <summary>Who judges a kind of file, against the area of the office or of the part of it that the user loads lists for.</summary>
    public static ListJudge For(ImportKind kind, AreaDirectory areas, BpsCodes bpsCodes, AreaCode office, int dataYear, ColumnMap columns) => kind switch
    {
        ImportKind.DtsenFamilies or ImportKind.DtsenPersons => new DtsenJudge(areas, bpsCodes, office, kind, dataYear, columns),
        ImportKind.Deliberation => new DeliberationJudge(areas, office, dataYear, columns),
        ImportKind.Verification => new VerificationJudge(areas, office, dataYear, columns),
        _ => new P3keJudge(areas, office, kind, dataYear, columns),
    };

    public abstract JudgedRow Judge(RawRecord record);

    /// <summary>
    /// After the last row: one review finding for every row whose NIK stands in two families, the earlier rows included.
    /// </summary>
    public IEnumerable<(int Row, Finding Finding)> Close() => Seen.SharedNumbers().SelectMany(rows => rows.Select(row =>
        (row, new Finding(FindingLevel.Review, FindingKind.NikDuplicate, nikColumn,
            $"NIK yang sama ada di keluarga lain pada baris {Indonesian.List([.. rows.Where(other => other != row).Select(other => Indonesian.Number(other))])}. "
            + "Putuskan baris mana yang benar."))));

    private protected void ReadBirthDate(RawRecord record, string column, JudgedRow row)
    {
        var cell = record[columns[column]];
        if (!ListedDate.TryRead(CellText.Clean(cell.Text), cell.IsNumeric, out var born))
        {
            row.Add(FindingLevel.Warning, FindingKind.BirthDateUnreadable, column, "Tanggal lahir kosong atau tidak terbaca. Tulis seperti 12/03/1983.");
            return;
        }
        row.BirthDate = born;
        var age = NeedRules.AgeOn(born, _ageReference);
        if (age > MaximumAge || (age < HeadMinimumAge && row.Relationship is Relationship.Head))
        {
            row.Add(FindingLevel.Warning, FindingKind.AgeImplausible, column,
                $"Umur {Indonesian.Number(age)} tahun pada {Indonesian.Date(_ageReference)} perlu diperiksa.");
        }
    }

    private protected bool? ReadYesNo(RawRecord record, string column, JudgedRow row)
    {
        var text = Text(record, column);
        if (text.Equals("Ya", StringComparison.OrdinalIgnoreCase))
            return true;
        if (text.Equals("Tidak", StringComparison.OrdinalIgnoreCase))
            return false;
        RowFindings.NoteUnknown(row, column, text, "Ya atau Tidak");
        return null;
    }

    private protected T? Read<T>(RawRecord record, string column, CodedValues<T> values, JudgedRow row)
        where T : struct, Enum
    {
        var text = Text(record, column);
        if (values.TryRead(text, out var value))
            return value;
        RowFindings.NoteUnknown(row, column, text, "salah satu pilihan daftar");
        return null;
    }

    private protected void CompareName(RawRecord record, JudgedRow row, string column, AreaLevel level)
    {
        var (written, code) = (record[columns[column]].Text, row.Area.AtLevel(level));
        // A file writes the name of an area the same way in thousands of rows; taking two names apart into letters costs more than all else of a row's area.
        if (_agreeing.TryGetValue(code.Stored, out var agreeing) && agreeing == written)
            return;
        if (RowFindings.CompareName(written, column, code, areas, row))
            _agreeing[code.Stored] = written;
    }

    private protected static void PlaceInRt(JudgedRow row)
    {
        if (row.Area.Stored.Length == 0)
            return;
        var (rt, rw) = WrittenRt.In(row.Address);
        row.Area = row.Area.WithRt(rw, rt);
    }

    private protected void NoteNik(JudgedRow row)
    {
        if (row.Nik is not { } nik)
            return;
        if (!areas.Knows(AreaCode.Parse(nik.PlaceOfRegistration)))
            NikAreaUnknown++;
        if (row.FamilyId.Length > 0)
            Seen.AddNumber(nik, row.FamilyId, row.Number);
    }

    private protected bool Has(string column) => columns[column] >= 0;

    private protected RawCell Cell(RawRecord record, string column) => record[columns[column]];

    private protected string Text(RawRecord record, string column) => CellText.Clean(record[columns[column]].Text);
}
