using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TkpkdPortal.Testing;

/// <summary>
/// Looks for a full personal number in files, in whatever form it may have got there: as text of one or two bytes a character, spaced or
/// dotted, as base64 at any alignment, or as a binary number. A packed file could hide it from all of these, so it is itself a find.
/// </summary>
public static class CanarySearch
{
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4], Gzip = [0x1F, 0x8B, 8];

    /// <summary>Every file under the folders that holds one of the numbers, with the form in which it does; an empty one, as the lock that a process holds, has nothing to hide.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> folders, params string[] numbers) =>
        [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Where(file => new FileInfo(file).Length > 0)
            .SelectMany(file => FormsIn(Read(file), numbers).Select(form => $"{file}: {form}"))];

    /// <summary>The forms in which one of the numbers stands in the bytes.</summary>
    public static IEnumerable<string> FormsIn(byte[] bytes, params string[] numbers)
    {
        if (bytes.AsSpan().StartsWith(Zip) || bytes.AsSpan().StartsWith(Gzip))
            yield return "a packed file";
        // Without what stands between the digits, the two-byte forms and the spaced and dotted ones are the plain one.
        var digits = bytes.Where(b => b is not (0 or (byte)' ' or (byte)'.' or (byte)'-' or (byte)'_' or (byte)'/' or 0xC2 or 0xA0)).ToArray();
        foreach (var number in numbers)
        {
            if (digits.AsSpan().IndexOf(Encoding.ASCII.GetBytes(number)) >= 0)
                yield return $"number {Array.IndexOf(numbers, number)} as text";
            foreach (var (form, pattern) in Encoded(number))
            {
                if (bytes.AsSpan().IndexOf(pattern) >= 0)
                    yield return $"number {Array.IndexOf(numbers, number)} as {form}";
            }
        }
    }

    private static IEnumerable<(string Form, byte[] Pattern)> Encoded(string number)
    {
        foreach (var encoding in new[] { Encoding.ASCII, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            for (var before = 0; before < 3; before++)
                yield return ($"base64 of {encoding.WebName} after {before} bytes", Encoding.ASCII.GetBytes(Base64Inside(encoding.GetBytes(number), before)));
        }
        var value = long.Parse(number, CultureInfo.InvariantCulture);
        var (big, little) = (new byte[8], new byte[8]);
        BinaryPrimitives.WriteInt64BigEndian(big, value);
        BinaryPrimitives.WriteInt64LittleEndian(little, value);
        yield return ("a binary number", big);
        yield return ("a binary number", little);
    }

    // The characters that depend on the bytes alone, whatever stands before and after them.
    private static string Base64Inside(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = (before * 4 / 3) + (before == 0 ? 0 : 1);
        var last = (before + bytes.Length) * 4 / 3;
        return text[first..last];
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
