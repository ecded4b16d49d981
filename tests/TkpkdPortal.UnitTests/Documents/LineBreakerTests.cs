using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Layout;
using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.UnitTests.Documents;

public sealed class LineBreakerTests
{
    private static readonly FontLibrary Fonts = FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "fonts"));

    [Fact]
    public void Text_that_fits_is_one_line() => Assert.Equal(["satu dua tiga"], Lines("satu dua tiga", "satu dua tiga"));

    [Fact]
    public void A_line_breaks_at_the_last_space_that_fits() => Assert.Equal(["satu dua", "tiga"], Lines("satu dua tiga", "satu dua t"));

    [Fact]
    public void A_no_break_space_is_a_letter() => Assert.Equal(["satu", "dua\u00a0tiga"], Lines("satu dua\u00a0tiga", "dua\u00a0tiga"));

    [Fact]
    public void A_given_line_end_is_kept_and_an_empty_line_too() => Assert.Equal(["satu", "", "dua"], Lines("satu\n\ndua", "satu dua tiga"));

    [Fact]
    public void A_word_wider_than_the_line_is_divided_without_losing_a_letter()
    {
        var lines = Lines("Pensasaran", "Pensas-");

        Assert.True(lines.Count > 1);
        Assert.Equal("Pensasaran", string.Concat(lines));
    }

    [Fact]
    public void A_word_is_divided_at_its_soft_hyphen_first() =>
        Assert.Equal(["pensa", "saran"], Lines("pensa\u00adsaran", "pensasa").Select(line => line.Replace("\u00ad", "", StringComparison.Ordinal)));

    [Fact]
    public void Even_the_narrowest_line_takes_a_letter_and_comes_to_an_end() => Assert.Equal("abc", string.Concat(Lines("abc", "")));

    [Fact]
    public void No_line_is_wider_than_its_room()
    {
        var paragraph = Of("Keluarga yang diverifikasi menurut desil kesejahteraan di setiap kecamatan dan kelurahan");

        Assert.All(new LineBreaker(paragraph, 90).Break(), line => Assert.InRange(line.Width, 0, 90 + Space.Tolerance));
    }

    private static List<string> Lines(string text, string asWideAs)
    {
        var paragraph = Of(text);
        return [.. new LineBreaker(paragraph, Fonts.Regular.Width(asWideAs, 10)).Break().Select(line => paragraph.Text[line.Start..line.End])];
    }

    private static Paragraph Of(string text) =>
        new([new TextRun(TextStyle.Default, Tag.Root()) { Text = text }], TextStyle.Default, new LayoutContext(Fonts, new PageNumbers()));
}
