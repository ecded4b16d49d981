using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Usulan baru: a family that is on no list of its village and that somebody who works there holds for poor (the form tambahan of the P3KE
/// practice). A person looks for doubles first. Cleared, it is a household of the register and a target of the round, and from then on it is
/// where its target is. The whole table: docs/decisions/0026.
/// </summary>
public sealed class Proposal : IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    public const int MembersMaxLength = 2000, TextMaxLength = 1000, HashLength = 32, AnswerMaxLength = 2000;

    private Proposal() => (AreaCode, HeadName, Address, Reason) = ("", "", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    /// <summary>The RT where the family lives, or the village where nobody knows the RT.</summary>
    public string AreaCode { get; private set; }

    public string HeadName { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    public Sex? Sex { get; private set; }

    public SealedNumber? Nik { get; private set; }

    public byte[]? NikIndex { get; private set; }

    public SealedNumber? FamilyCard { get; private set; }

    public byte[]? FamilyCardIndex { get; private set; }

    public string Address { get; private set; }

    /// <summary>The other members as <see cref="MemberLines"/> writes them; null where the head lives alone.</summary>
    public string? Members { get; private set; }

    /// <summary>Why the family belongs on the list.</summary>
    public string Reason { get; private set; }

    public long ProposedById { get; private set; }

    public DateTime ProposedAt { get; private set; }

    /// <summary>Whoever proposed it checks the proposals of the village, so that somebody of the office has to check this one.</summary>
    public bool IsByHead { get; private set; }

    /// <summary>So many similar households were shown to whoever proposed it and called others; null where the search came after the sending.</summary>
    public int? SimilarSeen { get; private set; }

    public ProposalCheck Check { get; private set; }

    public long? CheckedById { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    /// <summary>Why it is no double, whose double it is, or why it was turned down.</summary>
    public string? CheckNote { get; private set; }

    /// <summary>The household of the register that the proposal means.</summary>
    public long? DuplicateOfId { get; private set; }

    /// <summary>The household that it became, and its target; both null until it is cleared.</summary>
    public long? HouseholdId { get; private set; }

    public long? TargetId { get; private set; }

    /// <summary>The sending that brought it from a phone: a repeat gets the same answer, byte for byte.</summary>
    public int? SentRevision { get; private set; }

    public byte[]? SentHash { get; private set; }

    public string? SentAnswer { get; private set; }

    public int Version { get; private set; }

    /// <summary>Persons of the family, its head included.</summary>
    public int MemberCount => 1 + Others.Count;

    public IReadOnlyList<PersonDetails> Others => MemberLines.TryRead(Members, out var others, out _) ? others : [];

    /// <summary>What a proposal still needs, each with its field.</summary>
    public static IReadOnlyList<MissingAnswer> Missing(ProposalTerms terms, DateOnly today)
    {
        var missing = new List<MissingAnswer>();
        if (NameWords.Of(terms.HeadName ?? "").Count == 0)
            missing.Add(new(nameof(terms.HeadName), "Tulis nama kepala keluarga"));
        if (terms.BirthDate > today)
            missing.Add(new(nameof(terms.BirthDate), "Tanggal lahir belum terjadi"));
        if (string.IsNullOrWhiteSpace(terms.Address))
            missing.Add(new(nameof(terms.Address), "Tulis alamat atau patokan rumahnya"));
        if (!MemberLines.TryRead(terms.Members, out var others, out var fault))
            missing.Add(new(nameof(terms.Members), fault));
        else if (others.Any(other => other.BirthDate > today))
            missing.Add(new(nameof(terms.Members), "Tanggal lahir seorang anggota belum terjadi"));
        if (string.IsNullOrWhiteSpace(terms.Reason))
            missing.Add(new(nameof(terms.Reason), "Tulis mengapa keluarga ini diusulkan"));
        return missing;
    }

    /// <summary>Proposes the family in a running round, or says why not. What is missing has been shown before.</summary>
    public static Outcome Propose(ProposalTerms terms, ProposalPlace place, VerificationRound round, out Proposal? proposal)
    {
        proposal = null;
        if (Missing(terms, place.Today) is [var first, ..])
            return Outcome.Refuse(first.Sentence + ".");
        if (round.State is not RoundState.Running)
            return Outcome.Refuse(NotRunning(round));
        // Written just before the wave, or by a phone whose clock is wrong: the day on which it arrives counts as well, since nothing on the form could be put right.
        if (round.WaveOf(terms.AreaCode) is not { } wave || !(wave.Includes(place.WrittenOn) || wave.Includes(place.Today)))
            return Outcome.Refuse($"Kecamatan ini belum atau tidak lagi dalam gelombang {round.Name}. Tanyakan jadwalnya kepada kepala desa atau lurah.");
        proposal = new Proposal
        {
            PublicId = place.PublicId,
            RoundId = round.Id,
            AreaCode = terms.AreaCode,
            HeadName = terms.HeadName!.Trim(),
            BirthDate = terms.BirthDate,
            Sex = terms.Sex,
            Nik = terms.Nik?.Number,
            NikIndex = terms.Nik?.Index,
            FamilyCard = terms.FamilyCard?.Number,
            FamilyCardIndex = terms.FamilyCard?.Index,
            Address = terms.Address!.Trim(),
            Members = MemberLines.Written(terms.Members),
            Reason = terms.Reason!.Trim(),
            ProposedById = place.UserId,
            ProposedAt = place.At,
            IsByHead = place.IsByHead,
            SimilarSeen = place.SimilarSeen,
            Check = ProposalCheck.Waiting,
        };
        return Outcome.Accepted;
    }

    /// <summary>Notes the sending from a phone that brought it, with the answer that every repeat gets.</summary>
    public void ArriveWith(int revision, byte[] hash, string answer) => (SentRevision, SentHash, SentAnswer) = (revision, hash, answer);

    /// <summary>It is no double of the similar households that were shown: it enters the register and is visited.</summary>
    public Outcome Clear(long userId, string? note, Similarity similarity, VerificationRound round, DateTime at)
    {
        if (MayBeCheckedBy(userId) is { IsAccepted: false } refused)
            return refused;
        if (round.State is not RoundState.Running)
            return Outcome.Refuse(NotRunning(round));
        if (similarity is Similarity.SameNumber)
            return Outcome.Refuse("NIK kepala keluarga ini sudah tercatat pada keluarga lain. Tutup sebagai ganda; bila NIK-nya salah tulis, tolak agar diusulkan lagi dengan NIK yang benar.");
        if (similarity is Similarity.Similar && string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Register memuat keluarga yang mirip. Tulis mengapa usulan ini bukan keluarga itu.");
        Decide(ProposalCheck.Cleared, userId, note, at);
        return Outcome.Accepted;
    }

    /// <summary>What it became once it was cleared.</summary>
    public void Become(long householdId, long targetId)
    {
        if (Check is not ProposalCheck.Cleared || TargetId is not null)
            throw new InvalidOperationException("Only a proposal that was just cleared becomes a household and a target.");
        (HouseholdId, TargetId) = (householdId, targetId);
    }

    /// <summary>The family is in the register already.</summary>
    public Outcome CloseAsDuplicate(long userId, long? householdId, string? note, DateTime at)
    {
        if (MayBeCheckedBy(userId) is { IsAccepted: false } refused)
            return refused;
        if (householdId is null)
            return Outcome.Refuse("Pilih keluarga dalam register yang sama dengan usulan ini.");
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis dari mana diketahui bahwa keluarganya sama; catatan ini dibaca pengusul.");
        DuplicateOfId = householdId;
        Decide(ProposalCheck.Duplicate, userId, note, at);
        return Outcome.Accepted;
    }

    /// <summary>It is not taken up, for a reason that whoever proposed it reads.</summary>
    public Outcome TurnDown(long userId, string? note, DateTime at)
    {
        if (MayBeCheckedBy(userId) is { IsAccepted: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis alasan penolakan; alasan ini dibaca pengusul.");
        Decide(ProposalCheck.TurnedDown, userId, note, at);
        return Outcome.Accepted;
    }

    /// <summary>What one head of the village proposes no other head of it checks, a stand-in neither.</summary>
    public Outcome LetsCheck(bool isHeadThere) => IsByHead && isHeadThere
        ? Outcome.Refuse("Usulan dari kepala desa atau lurah diperiksa Dinas Sosial atau Bappeda, bukan pemangku jabatan yang sama.") : Outcome.Accepted;

    private Outcome MayBeCheckedBy(long userId)
    {
        if (Check is not ProposalCheck.Waiting)
            return Outcome.Refuse($"Usulan ini sudah diperiksa: {ProposalWords.Checks.Label(Check).ToLowerInvariant()}.");
        return userId == ProposedById ? Outcome.Refuse("Anda sendiri yang mengusulkan keluarga ini. Orang lain yang memeriksanya.") : Outcome.Accepted;
    }

    private void Decide(ProposalCheck check, long userId, string? note, DateTime at) =>
        (Check, CheckedById, CheckedAt, CheckNote) = (check, userId, at, string.IsNullOrWhiteSpace(note) ? null : note.Trim());

    private static string NotRunning(VerificationRound round) =>
        $"{round.Name} dalam tahap {RoundStateWords.Values.Label(round.State).ToLowerInvariant()}. Usulan baru diterima dan diperiksa selama periode berjalan.";
}

/// <summary>What is said of a family that is proposed.</summary>
public sealed record ProposalTerms
{
    public required string AreaCode { get; init; }

    public string? HeadName { get; init; }

    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    public string? Address { get; init; }

    /// <summary>One other member a line.</summary>
    public string? Members { get; init; }

    public string? Reason { get; init; }

    public IndexedNumber? Nik { get; init; }

    public IndexedNumber? FamilyCard { get; init; }
}

/// <summary>Who proposes under which id, when it was written down and when it came in.</summary>
public sealed record ProposalPlace(Guid PublicId, long UserId, bool IsByHead, DateOnly WrittenOn, DateOnly Today, DateTime At)
{
    public int? SimilarSeen { get; init; }
}
