namespace TkpkdPortal.Features.Imports.Columns;

/// <summary>Which column of a foreign file is which, as it is typed at the page.</summary>
public sealed class ColumnForm
{
    /// <summary>Number of the record in which the headings end.</summary>
    public int? Heading { get; set; }

    /// <summary>For each column of the kind the place in the file; blank where the file has none.</summary>
    public Dictionary<string, string?> Places { get; set; } = [];

    /// <summary>The name under which the choice is kept.</summary>
    public string? Name { get; set; }
}
