using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Sanggahan: somebody objects that a household of a round stands on the list, or that it was taken off it. It is recorded for the citizen, looked into by somebody
/// else, and answered with a reason in time; one that is upheld sends the household back to its village, whose agreement becomes an addendum (decision 0023).
/// </summary>
public sealed class Objection : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int NameMaxLength = 200, TextMaxLength = 2000, AnswerMaxLength = 900;

    /// <summary>UU 30/2014 Ps 77 ayat (4): an objection against an administrative decision is settled within ten working days.</summary>
    public const int WorkingDaysToAnswer = 10;

    private const string OwnRecord = "Sanggahan ini Anda catat sendiri. Orang lain yang memeriksa dan menjawabnya.";

    private Objection() => (AreaCode, Statement) = ("", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    public long RoundTargetId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Where the household lay when the village agreed on it.</summary>
    public string AreaCode { get; private set; }

    public ObjectionKind Kind { get; private set; }

    /// <summary>Who objects; null for whoever does not want to be named.</summary>
    public string? ObjectorName { get; private set; }

    public ObjectorRelation Relation { get; private set; }

    public ObjectionChannel Channel { get; private set; }

    public string Statement { get; private set; }

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Last day for the answer.</summary>
    public DateOnly DueOn { get; private set; }

    public ObjectionState State { get; private set; }

    public long RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public long? VerifiedById { get; private set; }

    public DateTime? VerifiedAt { get; private set; }

    /// <summary>What was found when it was looked into.</summary>
    public string? Finding { get; private set; }

    public long? AnsweredById { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The reason, as it is told to whoever objected.</summary>
    public string? Answer { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is ObjectionState.Received or ObjectionState.Verified;

    /// <summary>On the day it is still unanswered and its last day is over.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && today > DueOn;

    /// <summary>So many working days after the day; Saturdays and Sundays are none. National holidays are not known to the portal, so that the day is never too late.</summary>
    public static DateOnly DueAfter(DateOnly receivedOn)
    {
        var day = receivedOn;
        for (var left = WorkingDaysToAnswer; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        return day;
    }

    public static Outcome Record(RoundTarget target, VerificationRound round, ObjectionTerms terms, DateOnly today, long userId, DateTime at, out Objection? objection)
    {
        objection = null;
        if (!round.State.IsOpen())
            return Outcome.Refuse($"{round.Name} {RoundStateWords.Values.Label(round.State).ToLowerInvariant()}; sanggahan tidak bisa dicatat lagi.");
        var isOnList = target.State is VerificationState.AgreedInDeliberation or VerificationState.VerifiedByDistrict or VerificationState.Validated;
        if (target.State is VerificationState.Decreed)
            return Outcome.Refuse("Keluarga ini sudah ditetapkan dengan SK; sanggahannya ditujukan kepada pejabat yang menetapkan.");
        if (!isOnList && target.State is not VerificationState.Excluded)
            return Outcome.Refuse("Sanggahan dicatat setelah musyawarah menyepakati keluarga ini. Sebelum itu, sampaikan kepada petugas atau dalam musyawarah.");
        if (terms.Kind is ObjectionKind.AgainstInclusion != isOnList)
            return Outcome.Refuse(isOnList ? "Keluarga ini masuk daftar. Pilih bahwa keluarga ini seharusnya tidak masuk." : "Keluarga ini tidak masuk daftar. Pilih bahwa keluarga ini seharusnya masuk.");
        if (terms.ReceivedOn > today)
            return Outcome.Refuse("Tanggal diterima belum terjadi. Isi hari ini atau hari sebelumnya.");
        if (string.IsNullOrWhiteSpace(terms.Statement))
            return Outcome.Refuse("Tulis apa yang disanggah dan mengapa.");
        objection = new Objection
        {
            PublicId = Guid.CreateVersion7(),
            RoundId = target.RoundId,
            RoundTargetId = target.Id,
            HouseholdId = target.HouseholdId,
            AreaCode = target.AreaCode,
            Kind = terms.Kind,
            ObjectorName = string.IsNullOrWhiteSpace(terms.ObjectorName) ? null : terms.ObjectorName.Trim(),
            Relation = terms.Relation,
            Channel = terms.Channel,
            Statement = terms.Statement.Trim(),
            ReceivedOn = terms.ReceivedOn,
            DueOn = DueAfter(terms.ReceivedOn),
            State = ObjectionState.Received,
            RecordedById = userId,
            RecordedAt = at,
        };
        return Outcome.Accepted;
    }

    /// <summary>Somebody else than who recorded it has looked into it.</summary>
    public Outcome Verify(long userId, string? finding, DateTime at)
    {
        if (State is not ObjectionState.Received)
            return Outcome.Refuse(IsOpen ? "Sanggahan ini sudah diperiksa; jawab dengan alasan." : Closed);
        if (userId == RecordedById)
            return Outcome.Refuse(OwnRecord);
        if (string.IsNullOrWhiteSpace(finding))
            return Outcome.Refuse("Tulis hasil pemeriksaan: apa yang ditanyakan, kepada siapa, dan apa yang ditemukan.");
        (State, VerifiedById, VerifiedAt, Finding) = (ObjectionState.Verified, userId, at, finding.Trim());
        return Outcome.Accepted;
    }

    /// <summary>Upholds it: the household goes back to its village with the reason.</summary>
    public Outcome Uphold(RoundTarget target, VerificationRound round, long userId, string? answer, DateTime at)
    {
        if (target.Id != RoundTargetId)
            throw new InvalidOperationException("An objection is about its own household.");
        if (CannotAnswer(userId, answer) is { IsAccepted: false } refused)
            return refused;
        if (target.ReturnToVillage(userId, $"Sanggahan dikabulkan: {answer!.Trim()}", round, at) is { IsAccepted: false } stands)
            return stands;
        Close(ObjectionState.Upheld, userId, answer, at);
        return Outcome.Accepted;
    }

    public Outcome Reject(long userId, string? answer, DateTime at)
    {
        if (CannotAnswer(userId, answer) is { IsAccepted: false } refused)
            return refused;
        Close(ObjectionState.Rejected, userId, answer, at);
        return Outcome.Accepted;
    }

    private string Closed => $"Sanggahan ini sudah {ObjectionWords.States.Label(State).ToLowerInvariant()}.";

    private Outcome CannotAnswer(long userId, string? answer)
    {
        if (State is not ObjectionState.Verified)
            return Outcome.Refuse(IsOpen ? "Periksa sanggahan ini dahulu, lalu jawab." : Closed);
        if (userId == RecordedById)
            return Outcome.Refuse(OwnRecord);
        return string.IsNullOrWhiteSpace(answer) || answer.Trim().Length > AnswerMaxLength ? Outcome.Refuse($"Tulis jawaban dengan alasannya, paling panjang {AnswerMaxLength} huruf; yang menyanggah membacanya.") : Outcome.Accepted;
    }

    private void Close(ObjectionState state, long userId, string? answer, DateTime at) => (State, AnsweredById, AnsweredAt, Answer) = (state, userId, at, answer?.Trim());
}

/// <summary>An objection as it is written down when it comes.</summary>
public sealed record ObjectionTerms(ObjectionKind Kind, string? ObjectorName, ObjectorRelation Relation, ObjectionChannel Channel, string Statement, DateOnly ReceivedOn);

/// <summary>How far an objection is: DITERIMA, DIVERIFIKASI, DIKABULKAN, DITOLAK.</summary>
public enum ObjectionState
{
    Received = 1,
    Verified = 2,
    Upheld = 3,
    Rejected = 4,
}

/// <summary>What is objected to.</summary>
public enum ObjectionKind
{
    AgainstInclusion = 1,
    AgainstExclusion = 2,
}

/// <summary>Who objects, seen from the household.</summary>
public enum ObjectorRelation
{
    Family = 1,
    Neighbour = 2,
    NeighbourhoodHead = 3,
    CommunityLeader = 4,
    Other = 5,
}

/// <summary>How an objection came in.</summary>
public enum ObjectionChannel
{
    Office = 1,
    Letter = 2,
    Telephone = 3,
    Meeting = 4,
    Other = 5,
}

/// <summary>The words of objections.</summary>
public static class ObjectionWords
{
    public static CodedValues<ObjectionState> States { get; } = new(
        (ObjectionState.Received, "Diterima"), (ObjectionState.Verified, "Diverifikasi"), (ObjectionState.Upheld, "Dikabulkan"), (ObjectionState.Rejected, "Ditolak"));

    public static CodedValues<ObjectionKind> Kinds { get; } = new(
        (ObjectionKind.AgainstInclusion, "Seharusnya tidak masuk daftar"), (ObjectionKind.AgainstExclusion, "Seharusnya masuk daftar"));

    public static CodedValues<ObjectorRelation> Relations { get; } = new(
        (ObjectorRelation.Family, "Keluarga itu sendiri"), (ObjectorRelation.Neighbour, "Tetangga"), (ObjectorRelation.NeighbourhoodHead, "Ketua RT atau RW"),
        (ObjectorRelation.CommunityLeader, "Tokoh atau lembaga masyarakat"), (ObjectorRelation.Other, "Lainnya"));

    public static CodedValues<ObjectionChannel> Channels { get; } = new(
        (ObjectionChannel.Office, "Datang ke kantor"), (ObjectionChannel.Letter, "Surat"), (ObjectionChannel.Telephone, "Telepon atau pesan"), (ObjectionChannel.Meeting, "Pertemuan warga"),
        (ObjectionChannel.Other, "Lainnya"));
}
