using System.Text;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Photos;
using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Photos;

public sealed class CleanPhotoTests
{
    [Fact]
    public void A_camera_s_notes_are_left_out_and_the_picture_stays()
    {
        Assert.True(CleanPhoto.Of(PhotoBytes.Jpeg(640, 480, PhotoBytes.Exif(), PhotoBytes.Xmp(), PhotoBytes.Comment()), out var photo).IsAccepted);

        Assert.Equal(PhotoBytes.Jpeg(640, 480), photo!.Bytes);
        Assert.Equal((PhotoFormat.Jpeg, 640, 480, 90), (photo.Format, photo.Width, photo.Height, photo.Turn));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 180)]
    [InlineData(6, 90)]
    [InlineData(8, 270)]
    [InlineData(77, 0)]
    public void How_the_camera_was_held_is_the_one_note_that_is_read(byte orientation, int turn)
    {
        CleanPhoto.Of(PhotoBytes.Jpeg(64, 48, PhotoBytes.Exif(orientation)), out var photo);

        Assert.Equal(turn, photo?.Turn);
    }

    [Fact]
    public void What_hides_behind_the_end_is_left_out()
    {
        Assert.True(CleanPhoto.Of([.. PhotoBytes.Jpeg(), .. PhotoBytes.Html()], out var jpeg).IsAccepted);
        Assert.True(CleanPhoto.Of([.. PhotoBytes.Png(), .. PhotoBytes.Svg()], out var png).IsAccepted);

        Assert.Equal(PhotoBytes.Jpeg(), jpeg!.Bytes);
        Assert.Equal(PhotoBytes.Png(withNotes: false), png!.Bytes);
        Assert.DoesNotContain(PhotoBytes.Secret, Encoding.Latin1.GetString(png.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clean_photo_stays_as_it_is()
    {
        CleanPhoto.Of(PhotoBytes.Jpeg(800, 600, PhotoBytes.Exif()), out var once);
        CleanPhoto.Of(once!.Bytes, out var twice);

        Assert.Equal(once.Bytes, twice!.Bytes);
    }

    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "SVG", PhotoBytes.Svg(), "bukan foto, melainkan SVG" },
        { "HTML", PhotoBytes.Html(), "bukan foto, melainkan SVG atau halaman web" },
        { "empty", [], "kosong" },
        { "text", "Atap bocor"u8.ToArray(), "bukan foto JPEG atau PNG" },
        { "HEIC", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "HEIC" },
        { "JPEG cut in its picture", PhotoBytes.Jpeg(640, 480)[..^40], "terpotong" },
        { "JPEG cut in its tables", PhotoBytes.Jpeg(640, 480)[..30], "terpotong" },
        { "JPEG with a frame of 100 megapixels", PhotoBytes.Jpeg(10_000, 10_000), "terlalu besar (10000 × 10000 titik)" },
        { "JPEG of no height", PhotoBytes.Jpeg(100, 0), "ukurannya tidak tertulis" },
        { "PNG of 100 megapixels", PhotoBytes.Png(20_000, 5_000), "terlalu besar" },
        { "PNG cut", PhotoBytes.Png()[..^20], "terpotong" },
        { "PNG with a wrong checksum", Flipped(PhotoBytes.Png(), 20), "rusak" },
        { "JPEG without a picture", [0xFF, 0xD8, 0xFF, 0xD9], "rusak" },
        { "JPEG with a length of zero", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "rusak" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_used_is_refused_in_words(string what, byte[] bytes, string words)
    {
        var outcome = CleanPhoto.Of(bytes, out var photo);

        Assert.False(outcome.IsAccepted, what);
        Assert.Null(photo);
        Assert.Contains(words, outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_changed_in_a_photo_it_is_cleaned_or_refused_and_nothing_breaks()
    {
        var random = new Random(4);
        byte[][] seeds = [PhotoBytes.Jpeg(320, 240, PhotoBytes.Exif(), PhotoBytes.Xmp()), PhotoBytes.Png()];
        for (var round = 0; round < 4_000; round++)
        {
            var bytes = (byte[])seeds[round % 2].Clone();
            for (var n = random.Next(1, 8); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var outcome = CleanPhoto.Of(random.Next(3) == 0 ? bytes.AsSpan(0, random.Next(bytes.Length)) : bytes, out var photo);

            Assert.Equal(outcome.IsAccepted, photo is not null);
            Assert.DoesNotContain(PhotoBytes.Secret, Encoding.Latin1.GetString(photo?.Bytes ?? []), StringComparison.Ordinal);
        }
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        bytes[at] ^= 0x10;
        return bytes;
    }
}
