using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>A finished paper, read by programs that know nothing of its writer: qpdf and poppler.</summary>
public sealed class PaperFile(string path)
{
    public int PageCount => int.Parse(Information("Pages"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What stands in the catalog of the file ("/Lang", "/StructTreeRoot").</summary>
    public JsonElement Catalog
    {
        get
        {
            var objects = JsonDocument.Parse(Run("qpdf", "--json=2", "--json-key=qpdf", path)).RootElement.GetProperty("qpdf")[1];
            var root = objects.GetProperty("trailer").GetProperty("value").GetProperty("/Root").GetString();
            return objects.GetProperty($"obj:{root}").GetProperty("value");
        }
    }

    /// <summary>What the pictures are told as to those who do not see them.</summary>
    public IReadOnlyList<string> AlternativeTexts => [.. JsonDocument.Parse(Run("qpdf", "--json=2", "--json-key=qpdf", path)).RootElement.GetProperty("qpdf")[1].EnumerateObject()
        .Select(entry => entry.Value).Where(entry => entry.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.Object && value.TryGetProperty("/Alt", out _))
        .Select(entry => OneLine(entry.GetProperty("value").GetProperty("/Alt").GetString()![2..]))];

    /// <summary>The bookmarks of the first level.</summary>
    public IReadOnlyList<string> Bookmarks =>
        [.. JsonDocument.Parse(Run("qpdf", "--json=2", "--json-key=outlines", path)).RootElement.GetProperty("outlines").EnumerateArray().Select(outline => outline.GetProperty("title").GetString()!)];

    /// <summary>The fonts as rows of pdffonts: name, type, encoding, embedded, subset, unicode.</summary>
    public IReadOnlyList<string> Fonts => [.. Run("pdffonts", path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(OneLine)];

    /// <summary>The text in the order of the page, as it is copied out of a viewer.</summary>
    public string Text => OneLine(Run("pdftotext", "-enc", "UTF-8", path, "-"));

    /// <summary>The text in the order of its tags, as a screen reader reads it.</summary>
    public string TaggedText => string.Join(' ', Run("pdfinfo", "-struct-text", path).Split('\n').Select(line => line.Trim())
        .Where(line => line is ['"', .., '"']).Select(line => OneLine(line[1..^1])));

    /// <summary>The tags themselves, one a line.</summary>
    public IReadOnlyList<string> Tags => [.. Run("pdfinfo", "-struct", path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ', ':')[0])];

    /// <summary>The tables as a screen reader finds them: caption, then rows of cells, heads first.</summary>
    public IReadOnlyList<PaperTable> Tables
    {
        get
        {
            var (tables, depth, isCell) = (new List<PaperTable>(), int.MaxValue, false);
            foreach (var line in Run("pdfinfo", "-struct-text", path).Split('\n').Where(line => line.Trim().Length > 0))
            {
                var (indent, tag) = (line.Length - line.TrimStart().Length, line.Trim());
                if (tag.StartsWith("Table", StringComparison.Ordinal))
                {
                    tables.Add(new PaperTable());
                    (depth, isCell) = (indent, false);
                }
                else if (indent > depth)
                {
                    isCell = tables[^1].Take(tag, isCell);
                }
                else
                {
                    depth = int.MaxValue;
                }
            }
            return tables;
        }
    }

    public static async Task<PaperFile> SavedAsync(byte[] bytes, string path)
    {
        await File.WriteAllBytesAsync(path, bytes);
        return new PaperFile(path);
    }

    /// <summary>qpdf reads the whole file and finds nothing to complain about.</summary>
    public void AssertSound() => Assert.Contains("No syntax or stream encoding errors found", Run("qpdf", "--check", path), StringComparison.Ordinal);

    public string PageText(int page) => OneLine(Run("pdftotext", "-enc", "UTF-8", "-f", $"{page}", "-l", $"{page}", path, "-"));

    /// <summary>A line of pdfinfo ("Title").</summary>
    public string Information(string name) =>
        Run("pdfinfo", "-enc", "UTF-8", path).Split('\n').First(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool} answered {process.ExitCode}: {error.Result}");
        return output;
    }
}
