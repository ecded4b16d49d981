using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Visits;

/// <summary>
/// Kunjungan lapangan: what an enumerator recorded of one household on one day. It is written and submitted by the enumerator, approved
/// or returned with a reason by the head of the village, never by its own author; only approval changes the register.
/// </summary>
public sealed class Visit : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int TextMaxLength = 1000, RespondentMaxLength = 200, NameMaxLength = 200, AddressMaxLength = 500;

    public const string ReturnNeedsNote = "Tulis catatan: isian mana dan apa yang perlu dilakukan petugas.";

    private readonly List<VisitPhoto> _photos = [];

    private Visit() => AreaCode = "";

    /// <summary>A household opens its visits, since they hold what was known of it at that moment.</summary>
    internal Visit(Guid publicId, long householdId, string areaCode, int householdVersion, long enumeratorId, int number)
    {
        (PublicId, HouseholdId, AreaCode, BaseHouseholdVersion) = (publicId, householdId, areaCode, householdVersion);
        (EnumeratorId, Number, Status) = (enumeratorId, number, VisitStatus.Draft);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Area of the household, carried by its visits so that one filter guards them all; a move takes them along.</summary>
    public string AreaCode { get; private set; }

    public long EnumeratorId { get; private set; }

    /// <summary>Kunjungan ke-n of this household.</summary>
    public int Number { get; private set; }

    /// <summary>Version of the household that the form showed.</summary>
    public int BaseHouseholdVersion { get; private set; }

    public VisitStatus Status { get; private set; }

    public DateOnly? VisitedOn { get; private set; }

    public Presence? Presence { get; private set; }

    public string? Respondent { get; private set; }

    public string? PresenceNote { get; private set; }

    public Eligibility? Eligibility { get; private set; }

    public IneligibilityReason? Reason { get; private set; }

    public string? ReasonText { get; private set; }

    public string? Note { get; private set; }

    public string? CorrectedHeadName { get; private set; }

    public string? CorrectedAddress { get; private set; }

    public SealedNumber? CorrectedNik { get; private set; }

    public byte[]? CorrectedNikIndex { get; private set; }

    public SealedNumber? CorrectedFamilyCard { get; private set; }

    public byte[]? CorrectedFamilyCardIndex { get; private set; }

    public Housing Housing { get; private set; } = Housing.Unknown;

    /// <summary>What was answered to the office's own questions.</summary>
    public ExtraAnswers Extra { get; private set; } = ExtraAnswers.None;

    /// <summary>The target of a round that this visit is made for; null for a visit outside any round.</summary>
    public long? RoundTargetId { get; private set; }

    /// <summary>The version of the questionnaire that it is asked with.</summary>
    public long? QuestionnaireId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>First time the visit was submitted: from then on the household counts as visited.</summary>
    public DateTime? FirstSubmittedAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    /// <summary>What the head of the village asks to mend.</summary>
    public string? ReturnNote { get; private set; }

    /// <summary>What became of the fields in which the visit disagreed with another or with the register: names of fields, no values.</summary>
    public string? Settlement { get; private set; }

    /// <summary>When its enumerator read that.</summary>
    public DateTime? SettlementReadAt { get; private set; }

    /// <summary>Version of the privacy notice that was shown to the family.</summary>
    public int? NoticeNumber { get; private set; }

    /// <summary>Where the phone stood; null for a visit that was written at a desk.</summary>
    public VisitPosition? Position { get; private set; }

    /// <summary>When the phone wrote the visit down, by its own clock; it may have waited days for a signal.</summary>
    public DateTime? RecordedAt { get; private set; }

    /// <summary>Who typed it from paper, for the enumerator who made it; null for a visit that was written on a screen.</summary>
    public long? TypedById { get; private set; }

    public IReadOnlyList<VisitPhoto> Photos => _photos;

    public int Version { get; private set; }

    /// <summary>The enumerator puts something right that the register says of the head or the address.</summary>
    public bool HasCorrections => CorrectedHeadName is not null || CorrectedAddress is not null || CorrectedNik is not null || CorrectedFamilyCard is not null;

    public VisitChannel Channel => TypedById is not null ? VisitChannel.Paper : RecordedAt is not null ? VisitChannel.Phone : VisitChannel.Desk;

    public bool IsOpen => Status is VisitStatus.Draft or VisitStatus.Returned;

    /// <summary>Keeps what was typed so far; nothing is required of a draft.</summary>
    public Outcome Save(VisitAnswers answers, DateTime at)
    {
        if (!IsOpen)
            return Outcome.Refuse("Kunjungan ini sudah diajukan dan tidak bisa diubah lagi, kecuali dikembalikan.");
        if (CreatedAt == default)
            CreatedAt = at;
        Take(answers);
        return Outcome.Accepted;
    }

    /// <summary>Lies where the household lies: whoever no longer sees the one sees the other no more either.</summary>
    internal void Follow(string areaCode) => AreaCode = areaCode;

    /// <summary>Is made for a target of a round, asked with a version of its questionnaire; the target takes it.</summary>
    internal void BelongTo(long roundTargetId, long questionnaireId) => (RoundTargetId, QuestionnaireId) = (roundTargetId, questionnaireId);

    /// <summary>The family was told with this version of the privacy notice; a later version is told anew.</summary>
    public void ToldWith(int noticeNumber) => NoticeNumber = noticeNumber;

    /// <summary>Written down on a phone, perhaps days before it arrives.</summary>
    public void RecordedOnPhone(DateTime? at, VisitPosition? position) => (RecordedAt, Position) = (at, position ?? Position);

    /// <summary>Is typed by somebody from the paper on which its enumerator wrote it.</summary>
    public Outcome TypedFromPaper(long userId)
    {
        // Who began to type wrote part of it, and would be free to decide it if another name took the place.
        if (TypedById is { } typist && typist != userId)
            return Outcome.Refuse("Lembar ini sudah mulai diketik orang lain, dan orang itu yang menyelesaikannya.");
        TypedById = userId;
        return Outcome.Accepted;
    }

    /// <summary>Whether somebody wrote it: the enumerator, or whoever typed it for him or her. Neither decides it.</summary>
    public bool IsWrittenBy(long userId) => userId == EnumeratorId || userId == TypedById;

    /// <summary>A photo that is on its way. One that is known already, from an earlier revision, is not announced twice.</summary>
    public Outcome Announce(Guid photoId, PhotoKind kind, int length, byte[] sha256, DateTime at, out VisitPhoto? photo)
    {
        photo = _photos.Find(known => known.PublicId == photoId);
        if (photo is not null)
            return Outcome.Accepted;
        if (_photos.Count >= VisitPhoto.MostOfAVisit)
            return Outcome.Refuse($"Satu kunjungan memuat paling banyak {VisitPhoto.MostOfAVisit} foto.");
        photo = new VisitPhoto(photoId, kind, length, sha256, at);
        _photos.Add(photo);
        return Outcome.Accepted;
    }

    /// <summary>Takes a photo out of a visit that is still written; one that is on its way from a phone goes on first.</summary>
    public Outcome RemovePhoto(Guid photoId, out VisitPhoto? removed)
    {
        removed = null;
        if (!IsOpen)
            return Outcome.Refuse("Kunjungan ini sudah diajukan; fotonya tidak bisa dihapus lagi, kecuali dikembalikan.");
        if (_photos.Find(photo => photo.PublicId == photoId) is not { } known)
            return Outcome.Accepted;
        if (known.State is PhotoState.Receiving)
            return Outcome.Refuse("Foto ini masih dikirim dari ponsel. Hapus setelah diterima.");
        _photos.Remove(known);
        removed = known;
        return Outcome.Accepted;
    }

    /// <summary>What its photos show, those on their way included; one that was refused shows nothing.</summary>
    public PhotoKinds PhotosTaken => _photos.Where(photo => photo.State is not PhotoState.Refused).Select(photo => photo.Kind).AsSet();

    /// <summary>What is still missing before the visit can be submitted, each with the form field it belongs to.</summary>
    /// <summary>No list that is verified today is older; an earlier year is a slip.</summary>
    public static DateOnly Earliest { get; } = new(2015, 1, 1);

    /// <summary>Texts that others read and that are kept as they are: a NIK or KK number in one would lie there unsealed.</summary>
    public static IEnumerable<MissingAnswer> WithNumbers(VisitAnswers answers) => new (string Field, string? Text)[]
    {
        (nameof(answers.Respondent), answers.Respondent), (nameof(answers.PresenceNote), answers.PresenceNote), (nameof(answers.ReasonText), answers.ReasonText), (nameof(answers.Note), answers.Note),
        (nameof(answers.CorrectedHeadName), answers.CorrectedHeadName), (nameof(answers.CorrectedAddress), answers.CorrectedAddress),
    }.Concat(answers.Extra.All.Select(answer => ($"Extra[{answer.Key}]", (string?)answer.Value)))
        .Where(text => NumberBlot.Needed(text.Item2 ?? "")).Select(text => new MissingAnswer(text.Item1, NumberBlot.Complaint));

    public static IReadOnlyList<MissingAnswer> Missing(VisitAnswers answers, DateOnly today)
    {
        var missing = new List<MissingAnswer>(WithNumbers(answers));
        if (answers.VisitedOn is not { } day)
            missing.Add(new(nameof(VisitAnswers.VisitedOn), "Isi tanggal kunjungan"));
        else if (day > today)
            missing.Add(new(nameof(VisitAnswers.VisitedOn), "Tanggal kunjungan belum terjadi. Isi hari ini atau hari sebelumnya."));
        else if (day < Earliest)
            missing.Add(new(nameof(VisitAnswers.VisitedOn), $"Tanggal kunjungan paling awal {Indonesian.Date(Earliest)}. Periksa tahunnya."));
        if (answers.Presence is not { } presence)
        {
            missing.Add(new(nameof(VisitAnswers.Presence), "Pilih apakah keluarga ini ditemukan"));
            return missing;
        }
        if (presence is Visits.Presence.MovedWithinRegion or Visits.Presence.Duplicate or Visits.Presence.PartOfOtherHousehold
            && string.IsNullOrWhiteSpace(answers.PresenceNote))
        {
            missing.Add(new(nameof(VisitAnswers.PresenceNote), presence is Visits.Presence.MovedWithinRegion
                ? "Tulis desa atau kelurahan tujuan" : "Tulis keluarga mana yang dimaksud"));
        }
        if (!presence.AsksEligibility())
            return missing;
        if (string.IsNullOrWhiteSpace(answers.Respondent))
            missing.Add(new(nameof(VisitAnswers.Respondent), "Tulis siapa yang diwawancara"));
        if (answers.Eligibility is not { } eligibility)
            missing.Add(new(nameof(VisitAnswers.Eligibility), "Pilih apakah keluarga ini layak"));
        else if (eligibility is Visits.Eligibility.NotEligible && answers.Reason is null)
            missing.Add(new(nameof(VisitAnswers.Reason), "Pilih alasan tidak layak"));
        else if (answers.Reason is IneligibilityReason.Other && eligibility is Visits.Eligibility.NotEligible && string.IsNullOrWhiteSpace(answers.ReasonText))
            missing.Add(new(nameof(VisitAnswers.ReasonText), "Tulis alasan lainnya"));
        return missing;
    }

    /// <summary>What the visit holds, as the form would hand it in.</summary>
    public VisitAnswers Answers => new()
    {
        VisitedOn = VisitedOn,
        Presence = Presence,
        Respondent = Respondent,
        PresenceNote = PresenceNote,
        Eligibility = Eligibility,
        Reason = Reason,
        ReasonText = ReasonText,
        Housing = Housing,
        Extra = Extra,
    };

    /// <summary>Hands the visit to the head of the village. The caller has shown <see cref="Missing"/>, and what the questionnaire of a round needs, and found nothing.</summary>
    public Outcome Submit(DateOnly today, DateTime at)
    {
        if (!IsOpen)
            return Outcome.Refuse("Kunjungan ini sudah diajukan.");
        if (Missing(Answers, today) is [var first, ..])
            return Outcome.Refuse(first.Sentence);
        Status = VisitStatus.Submitted;
        SubmittedAt = at;
        FirstSubmittedAt ??= at;
        ReturnNote = null;
        return Outcome.Accepted;
    }

    /// <summary>Sends the visit back with a note; the enumerator is told what to mend.</summary>
    public Outcome Return(long reviewerId, string? note, DateTime at)
    {
        if (MayBeDecidedBy(reviewerId) is { IsAccepted: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse(ReturnNeedsNote);
        (Status, DecidedById, DecidedAt, ReturnNote) = (VisitStatus.Returned, reviewerId, at, note.Trim());
        return Outcome.Accepted;
    }

    /// <summary>
    /// Approves the visit; the caller lets the household take its answers in the same change. The settlement says what became of fields in
    /// which it disagreed with another visit or with the register, and is told to whoever wrote it.
    /// </summary>
    public Outcome Approve(long reviewerId, DateTime at, string? settlement = null)
    {
        if (MayBeDecidedBy(reviewerId) is { IsAccepted: false } refused)
            return refused;
        (Status, DecidedById, DecidedAt, Settlement) = (VisitStatus.Approved, reviewerId, at, settlement);
        return Outcome.Accepted;
    }

    /// <summary>The enumerator has read what became of the fields that disagreed.</summary>
    public void ReadSettlement(DateTime at) => SettlementReadAt ??= Settlement is null ? null : at;

    internal Outcome MayBeDecidedBy(long reviewerId)
    {
        if (Status is not VisitStatus.Submitted)
            return Outcome.Refuse("Kunjungan ini tidak sedang menunggu persetujuan.");
        return IsWrittenBy(reviewerId)
            ? Outcome.Refuse("Kunjungan ini Anda tulis sendiri. Lurah, kepala desa, atau penggantinya yang menyetujui.")
            : Outcome.Accepted;
    }

    private void Take(VisitAnswers answers)
    {
        var asks = answers.Presence?.AsksEligibility() is true;
        VisitedOn = answers.VisitedOn;
        Presence = answers.Presence;
        Respondent = TypedText.OrNull(answers.Respondent);
        PresenceNote = TypedText.OrNull(answers.PresenceNote);
        Eligibility = asks ? answers.Eligibility : null;
        Reason = Eligibility is Visits.Eligibility.NotEligible ? answers.Reason : null;
        ReasonText = Reason is null ? null : TypedText.OrNull(answers.ReasonText);
        Note = TypedText.OrNull(answers.Note);
        CorrectedHeadName = asks ? TypedText.OrNull(answers.CorrectedHeadName) : null;
        CorrectedAddress = asks ? TypedText.OrNull(answers.CorrectedAddress) : null;
        (CorrectedNik, CorrectedNikIndex) = asks ? (answers.CorrectedNik?.Number, answers.CorrectedNik?.Index) : (null, null);
        (CorrectedFamilyCard, CorrectedFamilyCardIndex) =
            asks ? (answers.CorrectedFamilyCard?.Number, answers.CorrectedFamilyCard?.Index) : (null, null);
        Housing = asks ? answers.Housing : Housing.Unknown;
        Extra = asks ? answers.Extra : ExtraAnswers.None;
    }
}

/// <summary>An answer that a submission still needs, and the sentence that says so.</summary>
public sealed record MissingAnswer(string Field, string Sentence);
