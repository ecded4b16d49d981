using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rakor;

public sealed class MeetingForm
{
    [Display(Name = "Judul rapat"), Required, StringLength(CoordinationMeeting.TitleMaxLength)]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Isi tanggal rapat, misalnya 30/11/2026.")]
    public DateOnly? On { get; set; }

    /// <summary>"09.00"; read by hand, since both a dot and a colon are written.</summary>
    [Required(ErrorMessage = "Isi waktu mulai, misalnya 09.00.")]
    public string? From { get; set; }

    public string? Until { get; set; }

    [Display(Name = "Tempat"), Required, StringLength(CoordinationMeeting.PlaceMaxLength)]
    public string? Place { get; set; }

    [Display(Name = "Pimpinan rapat"), Required, StringLength(CoordinationMeeting.ChairMaxLength)]
    public string? Chair { get; set; }

    [Display(Name = "Tema"), StringLength(CoordinationMeeting.ThemeMaxLength)]
    public string? Theme { get; set; }

    /// <summary>One point a line.</summary>
    [Display(Name = "Agenda"), StringLength(6000)]
    public string? Agenda { get; set; }

    public int Version { get; set; }

    /// <summary>The stored meeting beside a form that came too late; shown and never posted.</summary>
    [BindNever]
    public MeetingForm? Saved { get; set; }

    public static MeetingForm Of(CoordinationMeeting meeting) => new()
    {
        Title = meeting.Title,
        On = meeting.On,
        From = Indonesian.Time(meeting.From),
        Until = meeting.Until is { } until ? Indonesian.Time(until) : null,
        Place = meeting.Place,
        Chair = meeting.Chair,
        Theme = meeting.Theme,
        Version = meeting.Version,
        Agenda = string.Join('\n', meeting.Agenda.OrderBy(point => point.Number).Select(point => point.Line)),
    };

    /// <summary>The fields in which this form and the stored meeting differ.</summary>
    public IEnumerable<(string Label, string Mine, string Saved)> Differing(MeetingForm saved) =>
        Lines(this).Zip(Lines(saved), (mine, other) => (mine.Label, mine.Value, other.Value)).Where(line => line.Item2 != line.Item3);

    /// <summary>What was typed as the facts of a meeting; null with sentences at the fields where something does not read.</summary>
    public MeetingTerms? Read(ModelStateDictionary errors)
    {
        var from = TypedTimes.Read(From, nameof(From), errors);
        var until = string.IsNullOrWhiteSpace(Until) ? null : TypedTimes.Read(Until, nameof(Until), errors);
        var points = TypedText.Lines(Agenda).ToList();
        if (points.Find(point => point.Length > AgendaItem.TextMaxLength) is not null)
            errors.AddModelError(nameof(Agenda), $"Satu butir agenda paling banyak {AgendaItem.TextMaxLength} huruf. Bagi menjadi beberapa baris.");
        return errors.IsValid ? new MeetingTerms(Title!, On!.Value, from!.Value, until, Place!, Chair!, Theme, [.. points.Select(AgendaPoint.Read)]) : null;
    }

    private static IEnumerable<(string Label, string Value)> Lines(MeetingForm form) =>
    [
        ("Judul rapat", form.Title?.Trim() ?? ""), ("Tanggal", form.On is { } day ? Indonesian.TypedDate(day) : ""), ("Mulai", Time(form.From)), ("Selesai", Time(form.Until)),
        ("Tempat", form.Place?.Trim() ?? ""), ("Pimpinan rapat", form.Chair?.Trim() ?? ""), ("Tema", form.Theme?.Trim() ?? ""), ("Agenda", string.Join('\n', TypedText.Lines(form.Agenda))),
    ];

    private static string Time(string? typed) => Indonesian.TryReadTime(typed, out var time) ? Indonesian.Time(time) : typed?.Trim() ?? "";
}
