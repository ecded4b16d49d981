using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rakor.Chapters;

/// <summary>One chapter as it is chosen; equal numbers keep the order of the page.</summary>
public sealed record ChapterForm
{
    public PackChapter Chapter { get; init; }

    public bool IsShown { get; init; }

    [Range(1, 99, ErrorMessage = "Urutan antara 1 dan 99")]
    public int Position { get; init; } = 1;

    [StringLength(MeetingChapter.NoteMaxLength, ErrorMessage = "Catatan paling panjang 1.000 huruf"), WithoutNumber]
    public string? Note { get; init; }

    [StringLength(ChapterOpening.MaxLength, ErrorMessage = "Kalimat pembuka paling panjang 1.500 huruf"), WithoutNumber]
    public string? Opening { get; init; }

    /// <summary>What the figures said when the page was shown.</summary>
    public string? Said { get; init; }

    /// <summary>An opening that is out of date was read again and still holds.</summary>
    public bool IsChecked { get; init; }

    /// <summary>An opening that was typed now is written over what the page showed; one that was left as it is stays over what it was written over.</summary>
    public ChapterTerms Terms(ChapterOpening? stored) => new(Chapter, IsShown, Note)
    {
        Opening = TypedText.OrNull(Opening) is not { } text ? null : stored is not null && stored.Text == text && !IsChecked ? stored : new ChapterOpening(text, TypedText.Unbroken(Said)),
    };
}

/// <summary>All chapters of a pack, and the version of the meeting that the page showed.</summary>
public sealed record ChaptersForm
{
    public List<ChapterForm> Chapters { get; init; } = [];

    public int Version { get; init; }

    public IReadOnlyList<ChapterTerms> Terms(CoordinationMeeting meeting)
    {
        var stored = meeting.PackChapters().ToDictionary(chapter => chapter.Chapter, chapter => chapter.Opening);
        return [.. Chapters.Where(chapter => PackChapterWords.Values.All.Contains(chapter.Chapter)).OrderBy(chapter => chapter.Position).Select(chapter => chapter.Terms(stored[chapter.Chapter]))];
    }

    public static ChaptersForm Of(CoordinationMeeting meeting, RakorFigures figures) => new()
    {
        Chapters = [.. meeting.PackChapters().Select((chapter, index) => new ChapterForm { Chapter = chapter.Chapter, IsShown = chapter.IsShown, Position = index + 1, Note = chapter.Note, Opening = chapter.Opening?.Text, Said = PackSentences.Joined(chapter.Chapter, figures) })],
        Version = meeting.Version,
    };
}

/// <summary>A meeting with the chapters of its pack.</summary>
public sealed record ChaptersPage(CoordinationMeeting Meeting, ChaptersForm Form)
{
    /// <summary>Chapters whose edited opening was written over other figures than those of the page.</summary>
    public bool IsOutdated(ChapterForm chapter) => Meeting.PackChapters().FirstOrDefault(one => one.Chapter == chapter.Chapter)?.Opening?.IsOutdated(TypedText.Unbroken(chapter.Said)) is true;
}
