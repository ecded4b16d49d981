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
    Macro,
    Differences,
    Districts,
    Recommendations,
}

/// <summary>The titles of <see cref="PackChapter"/>.</summary>
public static class PackChapterWords
{
    public static CodedValues<PackChapter> Values { get; } = new((PackChapter.Decisions, "Keputusan rakor sebelumnya"), (PackChapter.Macro, "Angka BPS"), (PackChapter.Deciles, "Profil menurut desil"), (PackChapter.Differences, "Di mana daftar berbeda"), (PackChapter.Verification, "Kemajuan verifikasi dan validasi"),
        (PackChapter.Housing, "Perumahan, air minum, dan sanitasi"), (PackChapter.Aid, "Bantuan menurut program"), (PackChapter.Needs, "Kebutuhan dan siapa yang memenuhinya"), (PackChapter.Overlaps, "Bantuan yang mungkin ganda"),
        (PackChapter.Loci, "Lokus dan keluarga di luar lokus"), (PackChapter.DanaDesa, "Dana Desa bagi keluarga desil 1"), (PackChapter.Cases, "Kasus dan graduasi"),
        (PackChapter.Districts, "Halaman kecamatan"), (PackChapter.Recommendations, "Usulan untuk diputuskan"));

    /// <summary>What a pack has as long as nobody chose: all but the pages of the kecamatan, which are many.</summary>
    public static IReadOnlyList<ChapterTerms> Usual { get; } = [.. Values.All.Select(chapter => new ChapterTerms(chapter, IsShown: chapter is not PackChapter.Districts, null))];
}

/// <summary>How a meeting has one chapter: where, whether at all, what the analyst says to it, and the opening that somebody wrote in place of the sentences from the figures.</summary>
public sealed record ChapterTerms(PackChapter Chapter, bool IsShown, string? Note)
{
    public ChapterOpening? Opening { get; init; }
}

/// <summary>
/// Opening lines as an analyst edited them, and what the figures said then. Where they say something else by now the opening is out of date: it is marked so, and nothing is published with it until somebody
/// looked.
/// </summary>
public sealed record ChapterOpening(string Text, string Over)
{
    public const int MaxLength = 1_500, OverMaxLength = 4_000;

    public bool IsOutdated(string said) => Over != Kept(said);

    /// <summary>As much of the sentences as is kept to compare with.</summary>
    public static string Kept(string said) => said.Length <= OverMaxLength ? said : said[..OverMaxLength];
}

/// <summary>A chapter of the pack of one meeting as its secretariat chose it, in its order. "Catatan analis" is printed below its figures and marked as such, and so is an edited opening.</summary>
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

    /// <summary>The edited opening, and below it what the figures said when it was edited; both or neither.</summary>
    public string? Opening { get; private set; }

    public string? OpeningOver { get; private set; }

    public ChapterTerms Terms => new(Chapter, IsShown, Note) { Opening = Opening is { } text && OpeningOver is { } over ? new ChapterOpening(text, over) : null };

    internal void Become(int position, ChapterTerms terms)
    {
        (Position, Chapter, IsShown, Note) = (position, terms.Chapter, terms.IsShown, TypedText.OrNull(terms.Note));
        (Opening, OpeningOver) = TypedText.OrNull(terms.Opening?.Text) is { } text ? (text, ChapterOpening.Kept(terms.Opening!.Over)) : (null, null);
    }
}
