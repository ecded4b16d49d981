namespace TkpkdPortal.Domain.Privacy;

/// <summary>
/// Pemberitahuan privasi: what families are told about their data before they are asked (UU 27/2022 Ps 5, 21). A new text is a new number; an
/// old one is never changed, since visits name the one that was shown.
/// </summary>
public sealed class PrivacyNotice
{
    public const int TextMaxLength = 12_000, LeastLength = 200;

    private PrivacyNotice() => Text = "";

    private PrivacyNotice(int number, string text, DateTime at, long? userId) => (Number, Text, PublishedAt, PublishedById) = (number, text, at, userId);

    public long Id { get; private set; }

    /// <summary>1, 2, 3: the version that a visit names.</summary>
    public int Number { get; private set; }

    /// <summary>Paragraphs parted by an empty line; one that begins with "# " is a heading.</summary>
    public string Text { get; private set; }

    public DateTime PublishedAt { get; private set; }

    /// <summary>Null for the text that came with the portal.</summary>
    public long? PublishedById { get; private set; }

    public static PrivacyNotice First(string text, DateTime at) => new(1, text, at, null);

    /// <summary>Replaces a notice from now on, or refuses a text that tells families nothing new or next to nothing.</summary>
    public static Outcome Publish(PrivacyNotice current, string text, DateTime at, long userId, out PrivacyNotice? notice)
    {
        notice = null;
        var written = text.ReplaceLineEndings("\n").Trim();
        if (written.Length < LeastLength)
            return Outcome.Refuse("Pemberitahuan ini terlalu pendek untuk memuat pengendali, tujuan, dasar, hak, dan masa simpan.");
        if (written == current.Text)
            return Outcome.Refuse("Teks ini sama dengan yang berlaku sekarang.");
        notice = new PrivacyNotice(current.Number + 1, written, at, userId);
        return Outcome.Accepted;
    }
}
