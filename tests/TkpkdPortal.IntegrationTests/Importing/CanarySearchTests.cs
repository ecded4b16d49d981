using System.Buffers.Binary;
using System.Text;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>A search that finds nothing proves nothing unless it finds what was planted.</summary>
public sealed class CanarySearchTests
{
    private const string Number = "6271990302804711";

    public static TheoryData<string> Forms => [.. Planted().Select(planted => planted.Form)];

    [Theory, MemberData(nameof(Forms))]
    public void A_number_planted_in_a_file_is_found_in_every_form(string form)
    {
        using var folder = new TempDirectory();
        var planted = Planted().Single(p => p.Form == form).Bytes;
        Directory.CreateDirectory(folder["deep"]);
        File.WriteAllBytes(Path.Combine(folder["deep"], "page.bin"), [.. Encoding.UTF8.GetBytes("sesuatu "), .. planted, .. Encoding.UTF8.GetBytes(" lainnya")]);

        Assert.NotEmpty(CanarySearch.Find([folder.FullPath], Number));
    }

    [Fact]
    public void A_packed_file_is_a_find_and_another_number_and_the_mask_are_none()
    {
        Assert.NotEmpty(CanarySearch.FormsIn([(byte)'P', (byte)'K', 3, 4, 0, 0], Number));
        Assert.Empty(CanarySearch.FormsIn(Encoding.UTF8.GetBytes("6271990302804712 dan 627199••••••••••"), Number));
    }

    private static IEnumerable<(string Form, byte[] Bytes)> Planted()
    {
        yield return ("UTF-8", Encoding.UTF8.GetBytes(Number));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(Number));
        yield return ("UTF-16 big endian", Encoding.BigEndianUnicode.GetBytes(Number));
        yield return ("spaced", Encoding.UTF8.GetBytes("6271 9903 0280 4711"));
        yield return ("dotted", Encoding.UTF8.GetBytes("627199.030280.4711"));
        yield return ("dotted in UTF-16", Encoding.Unicode.GetBytes("627199.030280.4711"));
        foreach (var lead in new[] { "", "a", "ab" })
        {
            yield return ($"base64 after {lead.Length}", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{lead}{Number}x"))));
            yield return ($"base64 of UTF-16 after {lead.Length}", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. Encoding.UTF8.GetBytes(lead), .. Encoding.Unicode.GetBytes(Number + "x")])));
        }
        var binary = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(binary, 6271990302804711);
        yield return ("binary", binary);
    }
}
