using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Sasaran: one household in one round, from the list to the decree. While it is visited it follows its visit; from the village's approval on
/// each step is taken by somebody else than the one before. The whole table: docs/decisions/0023.
/// </summary>
public sealed class RoundTarget : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int NoteMaxLength = 1000;

    private const string OwnWork = "Anda sudah mengambil langkah sebelumnya untuk keluarga ini. Orang lain yang memutuskan langkah ini.";

    private RoundTarget() => AreaCode = "";

    public RoundTarget(long roundId, long householdId, string areaCode) =>
        (PublicId, RoundId, HouseholdId, AreaCode, State) = (Guid.CreateVersion7(), roundId, householdId, areaCode, VerificationState.NotVisited);

    /// <summary>A household that came in as a proposal: it is on no list, and is visited and decided as all others.</summary>
    public static RoundTarget Of(Proposal proposal, long householdId)
    {
        if (proposal.Check is not ProposalCheck.Cleared)
            throw new InvalidOperationException("Only a proposal that was cleared becomes a target.");
        return new(proposal.RoundId, householdId, proposal.AreaCode) { CheckedById = proposal.CheckedById, EnumeratorId = proposal.IsByHead ? null : proposal.ProposedById };
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Where the household lay when the deliberation took it up; before, it goes with the household.</summary>
    public string AreaCode { get; private set; }

    /// <summary>Who is to visit it; nobody yet lets any enumerator of the village take it.</summary>
    public long? EnumeratorId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public VerificationState State { get; private set; }

    /// <summary>Who wrote the latest visit of this round.</summary>
    public long? VisitedById { get; private set; }

    /// <summary>Who typed that visit from paper; null where it was written on a screen.</summary>
    public long? TypedById { get; private set; }

    public DateOnly? VisitedOn { get; private set; }

    /// <summary>First submission of a visit in this round: from then on the household is covered.</summary>
    public DateTime? FirstSubmittedAt { get; private set; }

    public Presence? Presence { get; private set; }

    public Eligibility? Eligibility { get; private set; }

    public IneligibilityReason? Reason { get; private set; }

    public long? ApprovedById { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>The deliberation whose minutes hold the household.</summary>
    public long? DeliberationId { get; private set; }

    public DateTime? AgreedAt { get; private set; }

    public long? VerifiedById { get; private set; }

    public DateTime? VerifiedAt { get; private set; }

    public long? ValidatedById { get; private set; }

    public DateTime? ValidatedAt { get; private set; }

    /// <summary>What the civil registry said of the head when the household was validated.</summary>
    public CivilMatch? Match { get; private set; }

    public long? DecreeId { get; private set; }

    public Exclusion? Exclusion { get; private set; }

    /// <summary>Who looked for doubles when it was proposed; null for a household of the list.</summary>
    public long? CheckedById { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>Why it came back, from the lurah to the petugas or from above to the village.</summary>
    public string? ReturnNote { get; private set; }

    public long? ReturnedById { get; private set; }

    public DateTime? ReturnedAt { get; private set; }

    /// <summary>It came back from above and the head of the village has not decided yet what follows.</summary>
    public bool IsWithVillage { get; private set; }

    /// <summary>It came back after the minutes were signed: the next agreement is an addendum to them.</summary>
    public bool NeedsAddendum { get; private set; }

    public int Version { get; private set; }

    /// <summary>Belongs on the list by what the visit found; null before that.</summary>
    public bool? IsEligible => Presence is { } presence ? VerificationWords.ExclusionOf(presence, Eligibility, Reason) is null : null;

    /// <summary>May stand in a decree: eligible, validated and known to the civil registry as the register has it.</summary>
    public bool IsReadyForDecree => State is VerificationState.Validated && IsEligible is true && Match is CivilMatch.Agrees;

    /// <summary>It is on no list: it came in as a proposal.</summary>
    public bool IsProposed => CheckedById is not null;

    /// <summary>Nothing of it stands in minutes yet.</summary>
    public bool IsBeforeDeliberation => State <= VerificationState.ApprovedByVillage && !NeedsAddendum;

    /// <summary>Says who visits the household until when; a visit that is under way stays with whoever writes it.</summary>
    public Outcome Assign(long? enumeratorId, DateOnly? dueOn, VerificationRound round)
    {
        if (round.State is RoundState.Finished)
            return Outcome.Refuse("Periode ini sudah selesai.");
        if (State is not (VerificationState.NotVisited or VerificationState.Draft or VerificationState.Returned))
            return Outcome.Refuse("Keluarga ini sudah dikunjungi; penugasannya tidak diubah lagi.");
        if (State is not VerificationState.NotVisited && enumeratorId != EnumeratorId)
            return Outcome.Refuse("Kunjungan keluarga ini sudah dimulai petugas lain. Hanya tenggatnya yang bisa diubah.");
        if (dueOn is { } due && round.WaveOf(AreaCode) is { } wave && !wave.Includes(due))
            return Outcome.Refuse("Tenggat di luar gelombang kecamatan ini. Pilih tanggal di dalam gelombang.");
        (EnumeratorId, DueOn) = (enumeratorId, dueOn);
        return Outcome.Accepted;
    }

    /// <summary>Whether the enumerator may visit the household on the day, or what stands in the way.</summary>
    public Outcome MayBeVisited(long enumeratorId, VerificationRound round, DateOnly today)
    {
        if (!round.State.IsOpen() || (round.State is not RoundState.Running && !NeedsAddendum && State is not VerificationState.Returned))
            return Outcome.Refuse($"{round.Name} {Where(round)}. Kunjungan dicatat selama periode berjalan.");
        if (State is VerificationState.Cancelled)
            return Outcome.Refuse($"Keluarga ini dikeluarkan dari {round.Name}: {CancelReason}");
        if (IsWithVillage)
            return Outcome.Refuse("Keluarga ini dikembalikan kepada kepala desa atau lurah. Tunggu keputusannya: dikunjungi lagi atau tetap.");
        if (State is not (VerificationState.NotVisited or VerificationState.Draft or VerificationState.Returned))
            return Outcome.Refuse($"Keluarga ini sudah dikunjungi dalam {round.Name}. Kunjungan baru hanya bila dikembalikan.");
        if (EnumeratorId is { } other && other != enumeratorId)
            return Outcome.Refuse("Keluarga ini ditugaskan kepada petugas lain. Minta kepala desa atau lurah mengubah penugasannya.");
        // What came back is mended also after the wave.
        if (State is VerificationState.NotVisited && (round.WaveOf(AreaCode) is not { } wave || !wave.Includes(today)))
            return Outcome.Refuse("Kecamatan ini belum atau tidak lagi dalam gelombangnya. Lihat jadwal di halaman periode.");
        return Outcome.Accepted;
    }

    /// <summary>Takes a visit of its household that is under way as its own, asked with the current version of the questionnaire; whoever opens it has asked <see cref="MayBeVisited"/>.</summary>
    public void Take(Visit visit, Questionnaire questionnaire)
    {
        if (visit.HouseholdId != HouseholdId || !visit.IsOpen)
            throw new InvalidOperationException("A target takes the visits of its own household, before they are handed in.");
        visit.BelongTo(Id, questionnaire.Id);
    }

    /// <summary>
    /// Goes where its visit goes; the writer of changes calls this at each save of a visit. What stands after the village's approval is never moved by a visit.
    /// </summary>
    public void Follow(Visit visit)
    {
        if (State is VerificationState.Cancelled)
            return;
        if (visit.RoundTargetId != Id || State > VerificationState.ApprovedByVillage)
            throw new InvalidOperationException("Only the visit of a household that is still visited moves its target.");
        EnumeratorId ??= visit.EnumeratorId;
        (VisitedById, TypedById, VisitedOn, Presence, Eligibility, Reason) = (visit.EnumeratorId, visit.TypedById, visit.VisitedOn, visit.Presence, visit.Eligibility, visit.Reason);
        (ReturnNote, FirstSubmittedAt) = (visit.ReturnNote, FirstSubmittedAt ?? visit.FirstSubmittedAt);
        if (visit.Status is VisitStatus.Returned)
            (ReturnedById, ReturnedAt) = (visit.DecidedById, visit.DecidedAt);
        if (visit.Status is VisitStatus.Approved)
            (ApprovedById, ApprovedAt) = (visit.DecidedById, visit.DecidedAt);
        State = visit.Status switch
        {
            VisitStatus.Draft => VerificationState.Draft,
            VisitStatus.Submitted => VerificationState.Submitted,
            VisitStatus.Returned => VerificationState.Returned,
            _ => VerificationState.ApprovedByVillage,
        };
    }

    /// <summary>The household has moved: a target that no minutes hold goes with it.</summary>
    public void MoveTo(string areaCode)
    {
        if (IsBeforeDeliberation)
            (AreaCode, EnumeratorId) = (areaCode, State is VerificationState.NotVisited ? null : EnumeratorId);
    }

    /// <summary>The deliberation agrees on the household: on the list, or off it with the reason that the visit found.</summary>
    public Outcome Agree(long deliberationId, VerificationRound round, DateTime at)
    {
        if (CannotGoOn(round, VerificationState.ApprovedByVillage, "disetujui kepala desa atau lurah") is { IsAccepted: false } refused)
            return refused;
        (DeliberationId, AgreedAt, NeedsAddendum) = (deliberationId, at, false);
        Exclusion = VerificationWords.ExclusionOf(Presence!.Value, Eligibility, Reason);
        State = Exclusion is null ? VerificationState.AgreedInDeliberation : VerificationState.Excluded;
        return Outcome.Accepted;
    }

    /// <summary>The camat has looked at what the village agreed upon.</summary>
    public Outcome Verify(long userId, VerificationRound round, DateTime at)
    {
        if (CannotGoOn(round, VerificationState.AgreedInDeliberation, "disepakati musyawarah dengan berita acara") is { IsAccepted: false } refused)
            return refused;
        if (userId == VisitedById || userId == TypedById || userId == ApprovedById || userId == CheckedById)
            return Outcome.Refuse(OwnWork);
        (State, VerifiedById, VerifiedAt) = (VerificationState.VerifiedByDistrict, userId, at);
        return Outcome.Accepted;
    }

    /// <summary>Bappeda or Dinsos validates it with what the civil registry has answered about its head.</summary>
    public Outcome Validate(long userId, CivilMatch? match, VerificationRound round, DateTime at)
    {
        // One that was not known to the civil registry is validated again when its answer has come.
        var isAgain = State is VerificationState.Validated && Match is not CivilMatch.Agrees && round.State.IsOpen();
        if (!isAgain && CannotGoOn(round, VerificationState.VerifiedByDistrict, "diverifikasi camat") is { IsAccepted: false } refused)
            return refused;
        if (userId == VisitedById || userId == TypedById || userId == ApprovedById || userId == VerifiedById || userId == CheckedById)
            return Outcome.Refuse(OwnWork);
        if (match is null)
            return Outcome.Refuse("Jawaban Dukcapil untuk kepala keluarga ini belum ada. Minta pemadanan kepada Disdukcapil dulu.");
        (State, ValidatedById, ValidatedAt, Match) = (VerificationState.Validated, userId, at, match);
        return Outcome.Accepted;
    }

    /// <summary>Camat, Bappeda or Dinsos send it back to the head of the village; the minutes get an addendum when it comes again.</summary>
    public Outcome ReturnToVillage(long userId, string? note, VerificationRound round, DateTime at)
    {
        if (!round.State.IsOpen())
            return Outcome.Refuse($"{round.Name} {Where(round)}; tidak ada yang dikembalikan lagi.");
        if (State is not (VerificationState.AgreedInDeliberation or VerificationState.VerifiedByDistrict or VerificationState.Validated or VerificationState.Excluded))
            return Outcome.Refuse($"Keluarga ini {Label()}; yang dikembalikan ke desa atau kelurahan hanya yang sudah disepakati musyawarah dan belum ditetapkan.");
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis alasan: apa yang perlu diperiksa lagi oleh desa atau kelurahan.");
        (State, ReturnNote, ReturnedById, ReturnedAt) = (VerificationState.Returned, note.Trim(), userId, at);
        (IsWithVillage, NeedsAddendum, Exclusion, Match) = (true, true, null, null);
        (VerifiedById, VerifiedAt, ValidatedById, ValidatedAt) = (null, null, null, null);
        return Outcome.Accepted;
    }

    /// <summary>The head of the village lets the household be visited again after it came back from above.</summary>
    public Outcome SendToEnumerator(string? note)
    {
        if (!IsWithVillage)
            return NotWithVillage();
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse(Visit.ReturnNeedsNote);
        (IsWithVillage, ReturnNote) = (false, note.Trim());
        return Outcome.Accepted;
    }

    /// <summary>The head of the village stands by the visit after it came back from above, and says why.</summary>
    public Outcome Uphold(long userId, string? note, DateTime at)
    {
        if (!IsWithVillage)
            return NotWithVillage();
        if (userId == VisitedById || userId == TypedById)
            return Outcome.Refuse(OwnWork);
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis mengapa hasil kunjungan tetap; catatan ini dibaca yang mengembalikan.");
        (State, IsWithVillage, ReturnNote, ApprovedById, ApprovedAt) = (VerificationState.ApprovedByVillage, false, note.Trim(), userId, at);
        return Outcome.Accepted;
    }

    /// <summary>Stands in a decree from now on, and is locked.</summary>
    public Outcome TakeInto(Decree decree)
    {
        if (State is not VerificationState.Validated)
            return Outcome.Refuse($"Keluarga ini {Label()}; yang ditetapkan hanya yang sudah divalidasi.");
        if (Match is not CivilMatch.Agrees)
            return Outcome.Refuse($"Kepala keluarga ini belum padan dengan Dukcapil ({CivilMatchWords.Matches.Label(Match).ToLowerInvariant()}). Selesaikan di Pemadanan, lalu validasi lagi.");
        (State, DecreeId) = (VerificationState.Decreed, decree.Id);
        return Outcome.Accepted;
    }

    /// <summary>Bappeda takes it out of the round, which no later step brings back.</summary>
    public Outcome Cancel(string? reason, VerificationRound round)
    {
        if (round.State is RoundState.Finished)
            return Outcome.Refuse("Periode ini sudah selesai.");
        if (State is VerificationState.Decreed or VerificationState.Cancelled)
            return Outcome.Refuse($"Keluarga ini {Label()} dan tidak bisa dibatalkan.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis alasan pembatalan.");
        (State, CancelReason, IsWithVillage) = (VerificationState.Cancelled, reason.Trim(), false);
        return Outcome.Accepted;
    }

    /// <summary>It was cancelled as a double by mistake and stands where it stood.</summary>
    public void TakeBackCancelling(VerificationState former, bool wasWithVillage)
    {
        if (State is not VerificationState.Cancelled)
            throw new InvalidOperationException("Only what was cancelled is taken back.");
        (State, CancelReason, IsWithVillage) = (former, null, wasWithVillage);
    }

    private Outcome CannotGoOn(VerificationRound round, VerificationState needed, string spoken)
    {
        if (!round.State.IsOpen())
            return Outcome.Refuse($"{round.Name} {Where(round)}; langkah ini tidak bisa diambil.");
        return State == needed ? Outcome.Accepted : Outcome.Refuse($"Keluarga ini {Label()}. Langkah ini diambil setelah {spoken}.");
    }

    private static Outcome NotWithVillage() => Outcome.Refuse("Keluarga ini tidak sedang dikembalikan kepada desa atau kelurahan.");

    private string Label() => VerificationWords.States.Label(State).ToLowerInvariant();

    private static string Where(VerificationRound round) => round.State is RoundState.Finished ? "sudah selesai" : $"masih dalam {RoundStateWords.Values.Label(round.State).ToLowerInvariant()}";
}
