namespace TkpkdPortal.Exporting;

/// <summary>A table on its way into a file: the lines that say what it is, the headings, and the rows as they come from the database.</summary>
public sealed record ExportTable(string FileName, IReadOnlyList<(string Name, ExportCell Value)> Head, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<ExportCell>> Rows);

/// <summary>A cell: a quantity that can be added up, or a text; a code is a text of digits that no program may take for a number, a day or a time.</summary>
public readonly record struct ExportCell
{
    public string Text { get; private init; }

    public decimal? Number { get; private init; }

    public static ExportCell Of(string? text) => new() { Text = SafeText.Of(text) };

    public static ExportCell Of(decimal? number, string otherwise = "belum diketahui") => number is null ? Of(otherwise) : new() { Text = "", Number = number };

    /// <summary>The leading apostrophe tells a spreadsheet that reads a CSV to leave the digits alone: "64.08.03" is a time of day to an Indonesian Excel.</summary>
    public static ExportCell Code(string? code) => new() { Text = string.IsNullOrEmpty(code) ? "" : SafeText.Mark + code };
}

public enum ExportFormat
{
    /// <summary>For people: opens as it is.</summary>
    Xlsx = 1,

    /// <summary>For programs, and for a spreadsheet that lacks XLSX.</summary>
    Csv = 2,
}
