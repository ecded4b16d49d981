using TkpkdPortal.Domain.Offices;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Surat tugas: sends one enumerator to the households of a round in one village. It says how many families of which RT until when, and names none of them.
/// What it said on the day of issue stays, whatever is assigned afterwards.
/// </summary>
public sealed class AssignmentLetter : IHasPublicId, IHasArea
{
    public const int NumberMaxLength = 100, NameMaxLength = 200;

    private readonly List<AssignmentLetterLine> _lines = [];

    private AssignmentLetter() => (AreaCode, Number, SignatoryTitle, SignatoryName) = ("", "", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    /// <summary>The village.</summary>
    public string AreaCode { get; private set; }

    public long EnumeratorId { get; private set; }

    /// <summary>Number of the letter as the register of letters has it.</summary>
    public string Number { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    /// <summary>"Lurah Teluk Lingga": in which office it is signed.</summary>
    public string SignatoryTitle { get; private set; }

    public string SignatoryName { get; private set; }

    /// <summary>NIP of whoever signs; null for one who has none, such as a kepala desa.</summary>
    public string? SignatoryStaffNumber { get; private set; }

    /// <summary>The village issues it; otherwise the office does.</summary>
    public bool IsOfVillage { get; private set; }

    public long IssuedById { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public IReadOnlyList<AssignmentLetterLine> Lines => _lines;

    public int Households => _lines.Sum(line => line.Households);

    public static Outcome Issue(AssignmentLetterTerms terms, AssignmentLetterPlace place, IEnumerable<RoundTarget> targets, out AssignmentLetter? letter)
    {
        letter = null;
        var issued = new AssignmentLetter
        {
            PublicId = Guid.CreateVersion7(),
            RoundId = place.Round.Id,
            AreaCode = place.AreaCode,
            EnumeratorId = place.EnumeratorId,
            Number = terms.Number.Trim(),
            IssuedOn = terms.IssuedOn,
            SignatoryTitle = terms.SignatoryTitle.Trim(),
            SignatoryName = terms.SignatoryName.Trim(),
            SignatoryStaffNumber = StaffNumber.Read(terms.SignatoryStaffNumber),
            IsOfVillage = place.IsOfVillage,
            IssuedById = place.UserId,
            IssuedAt = place.At,
        };
        issued._lines.AddRange(targets.Where(target => target.EnumeratorId == place.EnumeratorId && target.State is not VerificationState.Cancelled)
            .GroupBy(target => target.AreaCode).OrderBy(rt => rt.Key, StringComparer.Ordinal).Select(rt => new AssignmentLetterLine(rt.Key, rt.Count(), rt.Max(target => target.DueOn))));
        if (place.Round.State is RoundState.Preparation or RoundState.Finished)
            return Outcome.Refuse("Surat tugas diterbitkan selama periode berjalan.");
        if (issued._lines.Count == 0)
            return Outcome.Refuse("Petugas ini belum mendapat sasaran di desa atau kelurahan ini. Tugaskan dulu di halaman sasaran.");
        if (terms.IssuedOn > place.Today)
            return Outcome.Refuse("Tanggal surat belum terjadi. Isi hari ini atau hari sebelumnya.");
        if (StaffNumber.Judge(issued.SignatoryStaffNumber) is { IsAccepted: false } wrong)
            return wrong;
        letter = issued;
        return Outcome.Accepted;
    }
}

/// <summary>The families of one RT on a letter of assignment.</summary>
public sealed class AssignmentLetterLine : IHasArea
{
    private AssignmentLetterLine() => AreaCode = "";

    internal AssignmentLetterLine(string areaCode, int households, DateOnly? dueOn) => (AreaCode, Households, DueOn) = (areaCode, households, dueOn);

    public long Id { get; private set; }

    /// <summary>The RT, or the village where the RT is not known.</summary>
    public string AreaCode { get; private set; }

    public int Households { get; private set; }

    /// <summary>The latest due day of its targets; null leaves it to the wave.</summary>
    public DateOnly? DueOn { get; private set; }
}

/// <summary>The paper of a letter of assignment, byte for byte as it was issued.</summary>
public sealed class AssignmentLetterPaper
{
    public long LetterId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>What the village or the office writes on a letter of assignment.</summary>
public sealed record AssignmentLetterTerms(string Number, DateOnly IssuedOn, string SignatoryTitle, string SignatoryName, string? SignatoryStaffNumber);

/// <summary>For whom and where a letter of assignment is issued, by whom, and when.</summary>
public sealed record AssignmentLetterPlace(VerificationRound Round, string AreaCode, long EnumeratorId, bool IsOfVillage, long UserId, DateTime At, DateOnly Today);
