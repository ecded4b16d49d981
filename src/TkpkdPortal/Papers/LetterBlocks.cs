using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Papers;

/// <summary>What official letters and acts share: the lines at the head, the head of an annex, and whoever signs.</summary>
public static class LetterBlocks
{
    /// <summary>Room to sign, in millimetres.</summary>
    private const float UsualGap = 21;

    public static TextStyle Letter { get; } = TextStyle.Of(11, 15.5f);

    /// <summary>Nomor, sifat, lampiran and hal at the left; place and day at the right, without a full stop.</summary>
    public static void Head(ColumnDescriptor column, string placeAndDay, params IReadOnlyList<(string Label, string Value)> lines)
    {
        column.Item().PaddingLeft(106.Mm()).Text(placeAndDay);
        column.Item().PaddingTop(1.Mm()).PaddingBottom(5.Mm()).Element(facts => PaperBlocks.Facts(facts, 23.Mm(), Letter, 0.4f.Mm(), lines));
    }

    public static void AnnexHead(ColumnDescriptor column, string number, DateOnly on, string annex) => column.Item().PaddingBottom(5.Mm()).PaddingLeft(96.Mm()).Element(block =>
        PaperBlocks.Facts(block, 20.Mm(), PaperStyle.Body, 0.2f.Mm(), [("Lampiran", annex), ("Nomor", number), ("Tanggal", Indonesian.Date(on))]));

    /// <summary>Title, room to sign, name and, where there is one, the staff number.</summary>
    public static void Signature(ColumnDescriptor block, string title, string name, string? staffNumber, float gap = UsualGap)
    {
        block.Item().Text($"{title},");
        block.Item().Height(gap.Mm());
        block.Item().Text(name).Style(Letter.Bold());
        if (staffNumber is { } number)
            block.Item().Text($"NIP. {number[..8]} {number[8..14]} {number[14]} {number[15..]}");
    }
}
