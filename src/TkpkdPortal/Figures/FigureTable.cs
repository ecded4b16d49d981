using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Figures;

/// <summary>Figures as a page and a file both show them: one source, so that the two cannot differ.</summary>
public sealed record FigureTable(string Title, string LineWord, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureLine> Lines, IReadOnlyList<decimal?> Total)
{
    /// <summary>"Kemajuan verval menurut kecamatan".</summary>
    public string Name => $"{Title} menurut {LineWord}";

    /// <summary>The same within a sentence; "KK" stays as it is.</summary>
    public string NameInSentence => char.IsLower(Title[1]) ? char.ToLowerInvariant(Name[0]) + Name[1..] : Name;

    /// <summary>What has to be known to read it: what is counted once, what the columns hold.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Heading and unit of a column: "Layak", "KK".</summary>
public sealed record FigureColumn(string Name, string Unit);

/// <summary>One line; the area where the figures can be looked into further. Null as a value is "not known" and no nought.</summary>
public sealed record FigureLine(string Label, AreaCode? Area, IReadOnlyList<decimal?> Values);
