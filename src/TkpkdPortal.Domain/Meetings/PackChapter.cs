using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Meetings;

/// <summary>A chapter that the pack of a meeting can have, in the usual order. Cover, one-page summary and the notes on the data stand in every pack.</summary>
public enum PackChapter
{
    Decisions = 1,
    Deciles,
    Verification,
    Housing,
    Aid,
    Needs,
    Overlaps,
    Loci,
    DanaDesa,
    Cases,
}

/// <summary>The titles of <see cref="PackChapter"/>.</summary>
public static class PackChapterWords
{
    public static CodedValues<PackChapter> Values { get; } = new((PackChapter.Decisions, "Keputusan rakor sebelumnya"), (PackChapter.Deciles, "Profil menurut desil"), (PackChapter.Verification, "Kemajuan verifikasi dan validasi"),
        (PackChapter.Housing, "Perumahan, air minum, dan sanitasi"), (PackChapter.Aid, "Bantuan menurut program"), (PackChapter.Needs, "Kebutuhan dan siapa yang memenuhinya"), (PackChapter.Overlaps, "Bantuan yang mungkin ganda"),
        (PackChapter.Loci, "Lokus dan keluarga di luar lokus"), (PackChapter.DanaDesa, "Dana Desa bagi keluarga desil 1"), (PackChapter.Cases, "Kasus dan graduasi"));
}

/// <summary>How a meeting has one chapter: where, whether at all, and what the analyst says to it.</summary>
public sealed record ChapterTerms(PackChapter Chapter, bool IsShown, string? Note);

/// <summary>A chapter of the pack of one meeting as its secretariat chose it, in its order. "Catatan analis" is printed below its figures and marked as such.</summary>
public sealed class MeetingChapter
{
    public const int NoteMaxLength = 1_000;

    private MeetingChapter()
    {
    }

    internal MeetingChapter(int position, ChapterTerms terms) => Become(position, terms);

    public long Id { get; private set; }

    /// <summary>1 is the first.</summary>
    public int Position { get; private set; }

    public PackChapter Chapter { get; private set; }

    public bool IsShown { get; private set; }

    public string? Note { get; private set; }

    internal void Become(int position, ChapterTerms terms) =>
        (Position, Chapter, IsShown, Note) = (position, terms.Chapter, terms.IsShown, TypedText.OrNull(terms.Note));
}
