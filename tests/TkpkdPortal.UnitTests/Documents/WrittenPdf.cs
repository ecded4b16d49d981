using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TkpkdPortal.UnitTests.Documents;

/// <summary>Reads back what our own writer wrote: enough for tests, and no reader of other files.</summary>
internal sealed partial class WrittenPdf
{
    private readonly List<Dictionary<string, string>> _letters = [];

    public WrittenPdf(byte[] file)
    {
        // Latin 1 keeps every byte a character.
        var text = Encoding.Latin1.GetString(file);
        var streams = Stream().Matches(text).Select(match => Inflated(match, file)).ToList();
        foreach (var map in streams.Where(stream => stream.Contains("beginbfchar", StringComparison.Ordinal)))
        {
            _letters.Add(Letter().Matches(map[map.IndexOf("beginbfchar", StringComparison.Ordinal)..]).ToDictionary(pair => pair.Groups[1].Value,
                pair => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value))));
        }
        Pages = [.. streams.Where(stream => stream.Contains("BT ", StringComparison.Ordinal)).Select(TextOf)];
        Objects = string.Join('\n', streams.Append(text).Where(stream => stream.Contains("<</", StringComparison.Ordinal)));
    }

    /// <summary>Text of each page in the order of writing; runs parted by a bar.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>All dictionaries of the file.</summary>
    public string Objects { get; }

    /// <summary>The characters that each embedded font holds.</summary>
    public IEnumerable<string> Fonts => _letters.Select(map => string.Concat(map.Values.Order(StringComparer.Ordinal)));

    public IEnumerable<string> Bookmarks => Title().Matches(Objects).Select(match => match.Groups[1].Value is { Length: > 0 } plain
        ? plain : Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].Value)).TrimStart('\ufeff'));

    private static string Inflated(Match stream, byte[] file)
    {
        var (start, length) = (stream.Groups[2].Index, int.Parse(LengthEntry().Match(stream.Groups[1].Value).Groups[1].Value, CultureInfo.InvariantCulture));
        if (!stream.Groups[1].Value.Contains("FlateDecode", StringComparison.Ordinal))
            return Encoding.Latin1.GetString(file, start, length);
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(file, start, length), CompressionMode.Decompress))
            zlib.CopyTo(inflated);
        return Encoding.Latin1.GetString(inflated.ToArray());
    }

    private string TextOf(string content)
    {
        var (font, saved, text) = (0, new Stack<int>(), new StringBuilder());
        foreach (Match match in Operator().Matches(content))
        {
            if (match.Value is "q")
                saved.Push(font);
            else if (match.Value is "Q")
                font = saved.Pop();
            else if (match.Groups[1].Success)
                font = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1;
            else
                text.AppendJoin("", match.Groups[2].Value.Chunk(4).Select(glyph => _letters[font][new string(glyph)])).Append('|');
        }
        return text.ToString();
    }

    [GeneratedRegex(@"(<<[^\n]*>>)\s*stream\r?\n()", RegexOptions.Singleline)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex LengthEntry();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]+)>")]
    private static partial Regex Letter();

    [GeneratedRegex(@"/Title(?:\(([^)]*)\)|<([0-9A-Fa-f]+)>)/Parent")]
    private static partial Regex Title();

    [GeneratedRegex(@"/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|^[qQ]$", RegexOptions.Multiline)]
    private static partial Regex Operator();
}
