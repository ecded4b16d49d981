namespace TkpkdPortal.Documents.Pdf;

/// <summary>The faces that papers are set in, read once when the program starts.</summary>
public sealed class FontLibrary(FontFace regular, FontFace bold, FontFace italic)
{
    private const string RegularFile = "Arimo_400Regular.ttf";
    private const string BoldFile = "Arimo_700Bold.ttf";
    private const string ItalicFile = "Arimo_400Regular_Italic.ttf";

    public FontFace Regular { get; } = regular;

    public FontFace Bold { get; } = bold;

    public FontFace Italic { get; } = italic;

    /// <summary>Reads Arimo from a folder, whether the three files lie in it or in folders below, as in their package.</summary>
    public static FontLibrary Load(string folder) =>
        new(FontFace.Load(Find(folder, RegularFile)), FontFace.Load(Find(folder, BoldFile)), FontFace.Load(Find(folder, ItalicFile)));

    /// <summary>Bold wins over italic: the papers have no bold italic.</summary>
    internal FontFace Face(bool bold, bool italic) => bold ? Bold : italic ? Italic : Regular;

    private static string Find(string folder, string file) =>
        Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
        ?? throw new FileNotFoundException($"Font {file} was not found in {folder} or below.", file);
}
