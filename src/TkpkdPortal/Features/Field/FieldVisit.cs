using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Field;

/// <summary>A visit as the phone sends it.</summary>
public sealed record FieldVisit : FieldAnswers
{
    public Guid HouseholdId { get; init; }

    /// <summary>Version of the household that the phone had.</summary>
    public int HouseholdVersion { get; init; }

    public string? CorrectedNik { get; init; }

    public string? CorrectedFamilyCard { get; init; }

    public int NoticeNumber { get; init; }

    public FieldPosition? Position { get; init; }

    public IReadOnlyList<FieldPhoto>? Photos { get; init; }

    /// <summary>When it was written down, by the phone's clock.</summary>
    public DateTimeOffset? RecordedAt { get; init; }
}

/// <summary>The answers of a visit without any full number: what goes both ways.</summary>
public record FieldAnswers
{
    public DateOnly? VisitedOn { get; init; }

    public Presence? Presence { get; init; }

    public string? Respondent { get; init; }

    public string? PresenceNote { get; init; }

    public Eligibility? Eligibility { get; init; }

    public IneligibilityReason? Reason { get; init; }

    public string? ReasonText { get; init; }

    public string? Note { get; init; }

    public string? CorrectedHeadName { get; init; }

    public string? CorrectedAddress { get; init; }

    public Housing? Housing { get; init; }

    /// <summary>Answers to the office's own questions, by the id of the question.</summary>
    public IReadOnlyDictionary<Guid, string?>? Extra { get; init; }

    public static FieldAnswers Of(Visit visit) => new()
    {
        VisitedOn = visit.VisitedOn,
        Presence = visit.Presence,
        Respondent = visit.Respondent,
        PresenceNote = visit.PresenceNote,
        Eligibility = visit.Eligibility,
        Reason = visit.Reason,
        ReasonText = visit.ReasonText,
        Note = visit.Note,
        CorrectedHeadName = visit.CorrectedHeadName,
        CorrectedAddress = visit.CorrectedAddress,
        Housing = visit.Housing,
        Extra = visit.Extra.All.ToDictionary(answer => answer.Key, answer => (string?)answer.Value),
    };

    /// <summary>Texts that are longer than their columns.</summary>
    public IEnumerable<MissingAnswer> TooLong() => new (string Name, string? Text, int Most)[]
    {
        (nameof(Respondent), Respondent, Visit.RespondentMaxLength), (nameof(PresenceNote), PresenceNote, Visit.TextMaxLength),
        (nameof(ReasonText), ReasonText, Visit.TextMaxLength), (nameof(Note), Note, Visit.TextMaxLength),
        (nameof(CorrectedHeadName), CorrectedHeadName, Visit.NameMaxLength), (nameof(CorrectedAddress), CorrectedAddress, Visit.AddressMaxLength),
    }.Where(field => field.Text?.Length > field.Most).Select(field => new MissingAnswer(field.Name, $"Paling banyak {field.Most} huruf."));
}

/// <summary>Where the phone stood.</summary>
public sealed record FieldPosition(double Lat, double Lon, double Accuracy, DateTimeOffset TakenAt)
{
    public VisitPosition? Reading => VisitPosition.Of(Lat, Lon, Accuracy, TakenAt.UtcDateTime);
}

/// <summary>A photo that follows the visit: its hash in hexadecimal digits.</summary>
public sealed record FieldPhoto(Guid Id, PhotoKind Kind, int Size, string? Sha256);

/// <summary>What the phone is told of a visit that arrived.</summary>
public sealed record FieldReceipt(Guid VisitId, int Revision, string Outcome, string Message, int Number, IReadOnlyList<PhotoReceipt> Photos);

/// <summary>How much of a photo is here.</summary>
public sealed record PhotoReceipt(Guid Id, int Received, int Size, bool IsComplete, string? Refusal, string? Message = null)
{
    public static PhotoReceipt Of(VisitPhoto photo) => new(photo.PublicId, photo.Received, photo.Length, photo.State is PhotoState.Kept, photo.Refusal);
}

/// <summary>Why a visit was not taken, with a sentence at each field that has to be mended.</summary>
public sealed record FieldRefusal(string Outcome, string Message, IReadOnlyDictionary<string, string> Fields);
