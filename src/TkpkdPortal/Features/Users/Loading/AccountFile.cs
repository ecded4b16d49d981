using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Importing.Files;

namespace TkpkdPortal.Features.Users.Loading;

/// <summary>A file of colleagues: one row for each person with the first role.</summary>
public static class AccountFile
{
    public const string Email = "pos_el", FullName = "nama", Role = "peran", Area = "wilayah", Opd = "opd", From = "mulai", Until = "sampai";

    public const long MaxBytes = 5 * 1024 * 1024;

    /// <summary>More people than any office opens accounts for at once.</summary>
    public const int MaxRows = 1000;

    public static FileLayout Layout { get; } = new("daftar pengguna", [Email, FullName, Role, Area, Opd, From, Until], [Email, FullName, Role, Area]);

    /// <summary>The rows as they were typed; days are written the way that the pages write them.</summary>
    public static IReadOnlyList<TypedAccount> Read(Stream content)
    {
        using var file = RecordFile.Open(content, Layout, sheet: null);
        var rows = file.Rows().Take(MaxRows + 1).Select(record => new TypedAccount(record.Number, Text(record, file, Email), Text(record, file, FullName), Text(record, file, Role),
            Text(record, file, Area), Text(record, file, Opd), Day(record, file, From), Day(record, file, Until))).ToList();
        return rows.Count > MaxRows ? throw new UnreadableFileException($"Paling banyak {Indonesian.Number(MaxRows)} orang dalam satu berkas. Bagi menjadi beberapa berkas.") : rows;
    }

    private static string Text(RawRecord record, RecordFile file, string column) => CellText.Clean(record[file.Columns[column]].Text);

    private static string Day(RawRecord record, RecordFile file, string column)
    {
        var cell = record[file.Columns[column]];
        var text = CellText.Clean(cell.Text);
        return ListedDate.TryRead(text, cell.IsNumeric, out var day) ? Indonesian.TypedDate(day) : text;
    }
}

/// <summary>One row of the file as it goes from the trial to the decision; it is judged anew each time.</summary>
public sealed record TypedAccount(int Row, string Email, string FullName, string Role, string Area, string Opd, string From, string Until);
