namespace TkpkdPortal.Domain.Privacy;

/// <summary>
/// Permohonan subjek data: a person asks for a right over the own data (UU 27/2022 Ps 6–11). The office answers within 3 × 24 hours; a refusal
/// names its ground (Ps 33, Ps 15).
/// </summary>
public sealed class SubjectRequest : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int NameMaxLength = 200, ContactMaxLength = 200, TextMaxLength = 2000;

    /// <summary>3 × 24 hours from the moment of receipt, holidays included (Ps 30, 32, 40, 41).</summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromHours(72);

    private SubjectRequest() => (AreaCode, RequesterName, Contact, Statement) = ("", "", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public SubjectRequestKind Kind { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    public long RecordedById { get; private set; }

    public string RequesterName { get; private set; }

    /// <summary>Where the answer goes: telephone, e-mail or address.</summary>
    public string Contact { get; private set; }

    /// <summary>What is asked for, in the words of the person.</summary>
    public string Statement { get; private set; }

    public long? HouseholdId { get; private set; }

    /// <summary>Area of the household, or of the office where none is named.</summary>
    public string AreaCode { get; private set; }

    public SubjectRequestState State { get; private set; }

    public long? HandledById { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? Answer { get; private set; }

    public RefusalGround? Ground { get; private set; }

    public int Version { get; private set; }

    public DateTime DueAt => ReceivedAt + TimeToAnswer;

    public bool IsOpen => State is SubjectRequestState.Received or SubjectRequestState.InProgress;

    /// <summary>The person is given a report of the own data: access was asked for, somebody has looked at who asks, and the household is known.</summary>
    public bool AllowsReport => Kind is SubjectRequestKind.Access && HouseholdId is not null && State is SubjectRequestState.InProgress or SubjectRequestState.Answered;

    public bool IsOverdue(DateTime now) => IsOpen ? now > DueAt : ClosedAt > DueAt;

    public static Outcome Record(SubjectRequestTerms terms, DateTime now, long userId, out SubjectRequest? request)
    {
        request = null;
        if (terms.ReceivedAt > now)
            return Outcome.Refuse("Waktu diterima belum terjadi. Isi waktu sekarang atau sebelumnya.");
        request = new SubjectRequest
        {
            PublicId = Guid.CreateVersion7(),
            Kind = terms.Kind,
            ReceivedAt = terms.ReceivedAt,
            RecordedById = userId,
            RequesterName = terms.RequesterName.Trim(),
            Contact = terms.Contact.Trim(),
            Statement = terms.Statement.Trim(),
            HouseholdId = terms.HouseholdId,
            AreaCode = terms.AreaCode,
            State = SubjectRequestState.Received,
        };
        return Outcome.Accepted;
    }

    public Outcome Start(long userId, DateTime at)
    {
        if (State is not SubjectRequestState.Received)
            return Outcome.Refuse("Permohonan ini sudah dikerjakan.");
        (State, HandledById, StartedAt) = (SubjectRequestState.InProgress, userId, at);
        return Outcome.Accepted;
    }

    public Outcome Grant(string? answer, long userId, DateTime at)
    {
        if (CannotClose(answer) is { IsAccepted: false } refused)
            return refused;
        Close(SubjectRequestState.Answered, answer, userId, at);
        return Outcome.Accepted;
    }

    /// <summary>Refuses what was asked; the person is told on which ground and why.</summary>
    public Outcome Refuse(RefusalGround? ground, string? answer, long userId, DateTime at)
    {
        if (CannotClose(answer) is { IsAccepted: false } refused)
            return refused;
        if (ground is null)
            return Outcome.Refuse("Pilih alasan penolakan menurut undang-undang.");
        Ground = ground;
        Close(SubjectRequestState.Refused, answer, userId, at);
        return Outcome.Accepted;
    }

    private Outcome CannotClose(string? answer)
    {
        if (State is not SubjectRequestState.InProgress)
            return Outcome.Refuse(IsOpen ? "Kerjakan permohonan ini dahulu, lalu jawab." : "Permohonan ini sudah dijawab.");
        return string.IsNullOrWhiteSpace(answer) ? Outcome.Refuse("Tulis jawaban yang disampaikan kepada pemohon.") : Outcome.Accepted;
    }

    private void Close(SubjectRequestState state, string? answer, long userId, DateTime at) =>
        (State, Answer, HandledById, ClosedAt) = (state, answer?.Trim(), userId, at);
}

/// <summary>A request as it is written down when it comes.</summary>
public sealed record SubjectRequestTerms(SubjectRequestKind Kind, DateTime ReceivedAt, string RequesterName, string Contact, string Statement, long? HouseholdId, string AreaCode);
