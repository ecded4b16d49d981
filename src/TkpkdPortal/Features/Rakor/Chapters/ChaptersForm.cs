using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Meetings;
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
}

/// <summary>All chapters of a pack, and the version of the meeting that the page showed.</summary>
public sealed record ChaptersForm
{
    public List<ChapterForm> Chapters { get; init; } = [];

    public int Version { get; init; }

    public IReadOnlyList<ChapterTerms> Terms() => [.. Chapters.Where(chapter => PackChapterWords.Values.All.Contains(chapter.Chapter)).OrderBy(chapter => chapter.Position).Select(chapter => new ChapterTerms(chapter.Chapter, chapter.IsShown, chapter.Note))];

    public static ChaptersForm Of(CoordinationMeeting meeting) => new()
    {
        Chapters = [.. meeting.PackChapters().Select((chapter, index) => new ChapterForm { Chapter = chapter.Chapter, IsShown = chapter.IsShown, Position = index + 1, Note = chapter.Note })],
        Version = meeting.Version,
    };
}

/// <summary>A meeting with the chapters of its pack.</summary>
public sealed record ChaptersPage(CoordinationMeeting Meeting, ChaptersForm Form);
