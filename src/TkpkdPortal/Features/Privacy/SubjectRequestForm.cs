using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Privacy;

public sealed class SubjectRequestForm
{
    [Required(ErrorMessage = "Pilih hak yang diminta")]
    public SubjectRequestKind? Kind { get; set; }

    [Required(ErrorMessage = "Isi tanggal diterima, misalnya 30/11/2026")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>"09.00"; read by hand, since both a dot and a colon are written.</summary>
    [Required(ErrorMessage = "Isi jam diterima, misalnya 09.00")]
    public string? ReceivedTime { get; set; }

    [Display(Name = "Nama pemohon"), Required(ErrorMessage = "Tulis nama pemohon"), StringLength(SubjectRequest.NameMaxLength), WithoutNumber]
    public string? RequesterName { get; set; }

    [Display(Name = "Cara menghubungi"), Required(ErrorMessage = "Tulis ke mana jawaban disampaikan"), StringLength(SubjectRequest.ContactMaxLength)]
    public string? Contact { get; set; }

    [Display(Name = "Isi permohonan"), Required(ErrorMessage = "Tulis apa yang diminta"), StringLength(SubjectRequest.TextMaxLength), WithoutNumber]
    public string? Statement { get; set; }

    public Guid? HouseholdId { get; set; }

    /// <summary>Shown beside the form and never posted.</summary>
    [BindNever]
    public string? HouseholdName { get; set; }

    /// <summary>When it was received, in UTC; null with sentences at the fields where something does not read.</summary>
    public DateTime? ReceivedAt(OfficeClock clock, ModelStateDictionary errors)
    {
        if (ReceivedTime is null || ReceivedOn is not { } day)
            return null;
        if (Indonesian.TryReadTime(ReceivedTime, out var time))
            return clock.Zone.StartOf(day).Add(time.ToTimeSpan());
        errors.AddModelError(nameof(ReceivedTime), "Tulis jam seperti 09.00.");
        return null;
    }
}

public enum RequestDecision
{
    Start = 1,
    Answer = 2,
    Refuse = 3,
}

/// <summary>What is done with a request, and the version that the page showed.</summary>
public sealed class RequestDecisionForm
{
    [Required(ErrorMessage = "Pilih jawab atau tolak")]
    public RequestDecision? Decision { get; set; }

    public RefusalGround? Ground { get; set; }

    [Display(Name = "Jawaban"), StringLength(SubjectRequest.TextMaxLength), WithoutNumber]
    public string? Answer { get; set; }

    public int Version { get; set; }

    public Domain.Outcome Apply(SubjectRequest request, long userId, DateTime at) => Decision switch
    {
        RequestDecision.Start => request.Start(userId, at),
        RequestDecision.Refuse => request.Refuse(Ground, Answer, userId, at),
        _ => request.Grant(Answer, userId, at),
    };
}
