using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Musyawarah desa/kelurahan: the meeting that agrees on the households of one village in one round. Recording it freezes the list: what happens
/// to a household afterwards never changes the minutes. For a desa it is the musyawarah desa of Permendes 16/2019.
/// </summary>
public sealed class Deliberation : IHasPublicId, IHasArea, IHoldsPersonalData
{
    public const int NumberMaxLength = 100, PlaceMaxLength = 200, NameMaxLength = 200, AttendanceMaxLength = 20_000, SignatoriesMaxLength = 2000, RequestsMaxLength = 4000, CodeLength = 14, HashLength = 32;

    public const int LeastSignatories = 2;

    // Without letters and digits that are read for one another on a photocopy.
    private const string CodeAlphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private readonly List<DeliberationRow> _rows = [];

    private Deliberation() => (AreaCode, Number, Place, Chair, NoteTaker, Attendance, Signatories, Code, ListHash) = ("", "", "", "", "", "", "", "", []);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    /// <summary>The village.</summary>
    public string AreaCode { get; private set; }

    /// <summary>0 for the minutes, then 1, 2, … for each addendum to them.</summary>
    public int Addendum { get; private set; }

    /// <summary>Number of the minutes as the village's register of letters has it.</summary>
    public string Number { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly Until { get; private set; }

    public string Place { get; private set; }

    public string Chair { get; private set; }

    public string NoteTaker { get; private set; }

    public int Invited { get; private set; }

    /// <summary>One present person a line: name, then what he or she is.</summary>
    public string Attendance { get; private set; }

    /// <summary>One a line: name, then in which function he or she signs.</summary>
    public string Signatories { get; private set; }

    /// <summary>What the meeting asks of the coordination team, one request a line.</summary>
    public string? Requests { get; private set; }

    /// <summary>Stands on the paper; whoever has the paper finds number, date, counts and hash with it, and nothing personal.</summary>
    public string Code { get; private set; }

    /// <summary>SHA-256 over the facts and the rows: another list has another hash.</summary>
    public byte[] ListHash { get; private set; }

    public long FrozenById { get; private set; }

    public DateTime FrozenAt { get; private set; }

    public IReadOnlyList<DeliberationRow> Rows => _rows;

    public int Attended => TypedText.Lines(Attendance).Length;

    /// <summary>More than half of the invited.</summary>
    public int Quorum => (Invited / 2) + 1;

    /// <summary>Records the meeting and freezes its list, or refuses with what is missing from minutes that would hold.</summary>
    public static Outcome Freeze(DeliberationTerms terms, DeliberationPlace place, IReadOnlyList<DeliberationRow> rows, out Deliberation? deliberation)
    {
        var frozen = new Deliberation
        {
            PublicId = Guid.CreateVersion7(),
            RoundId = place.RoundId,
            AreaCode = place.AreaCode,
            Addendum = place.Addendum,
            Number = terms.Number.Trim(),
            HeldOn = terms.HeldOn,
            From = terms.From,
            Until = terms.Until,
            Place = terms.Place.Trim(),
            Chair = terms.Chair.Trim(),
            NoteTaker = terms.NoteTaker.Trim(),
            Invited = terms.Invited,
            Attendance = string.Join('\n', TypedText.Lines(terms.Attendance)),
            Signatories = string.Join('\n', TypedText.Lines(terms.Signatories)),
            Requests = TypedText.Lines(terms.Requests) is { Length: > 0 } requests ? string.Join('\n', requests) : null,
            Code = NewCode(),
            FrozenById = place.UserId,
            FrozenAt = place.At,
        };
        var outcome = frozen.Judge(rows, place.Today);
        deliberation = outcome.IsAccepted ? frozen : null;
        if (!outcome.IsAccepted)
            return outcome;
        frozen._rows.AddRange(rows);
        frozen.ListHash = SHA256.HashData(Encoding.UTF8.GetBytes(frozen.Canonical()));
        return Outcome.Accepted;
    }

    /// <summary>How many households stand on an annex.</summary>
    public int On(Annex annex) => _rows.Count(row => row.Annex == annex);

    private Outcome Judge(IReadOnlyList<DeliberationRow> rows, DateOnly today)
    {
        if (rows.Count == 0)
            return Outcome.Refuse("Belum ada keluarga yang disetujui untuk dibawa ke musyawarah.");
        if (HeldOn > today)
            return Outcome.Refuse("Tanggal musyawarah belum terjadi. Berita acara dibuat setelah musyawarah.");
        if (Until <= From)
            return Outcome.Refuse("Waktu selesai lebih awal daripada waktu mulai.");
        if (Attended > Invited)
            return Outcome.Refuse($"Yang hadir {Attended} orang, yang diundang {Invited}. Periksa kedua isian.");
        if (Attended < Quorum)
            return Outcome.Refuse($"Kuorum belum tercapai: hadir {Attended} dari {Invited} undangan, paling sedikit {Quorum}. Musyawarah diulang dengan undangan baru.");
        return TypedText.Lines(Signatories).Length < LeastSignatories
            ? Outcome.Refuse("Tulis paling sedikit dua penanda tangan, satu per baris: nama, jabatan.")
            : Outcome.Accepted;
    }

    private string Canonical()
    {
        var text = new StringBuilder("tkpkd-berita-acara-1\n");
        text.AppendJoin('\t', AreaCode, Addendum, Number, HeldOn.ToString("O", CultureInfo.InvariantCulture), From.ToString("O", CultureInfo.InvariantCulture), Until.ToString("O", CultureInfo.InvariantCulture), Place, Chair, NoteTaker, Invited, Code).Append('\n');
        text.Append(Attendance).Append('\n').Append(Signatories).Append('\n').Append(Requests).Append('\n');
        foreach (var row in _rows)
            text.AppendJoin('\t', (int)row.Annex, row.Number, row.HeadName, row.NikMask, row.AreaCode, row.MemberCount, row.DecileCode, row.Finding).Append('\n');
        return text.ToString();
    }

    private static string NewCode()
    {
        var letters = RandomNumberGenerator.GetItems<char>(CodeAlphabet, 10);
        return $"VB-{new string(letters, 0, 5)}-{new string(letters, 5, 5)}";
    }
}

/// <summary>One household as the minutes have it, for ever: the words and figures of the day of the meeting.</summary>
public sealed class DeliberationRow : IHasArea, IHoldsPersonalData
{
    public const int FindingMaxLength = 1100;

    public long Id { get; init; }

    public long DeliberationId { get; init; }

    public required string AreaCode { get; init; }

    public Annex Annex { get; init; }

    /// <summary>Number on its annex, from 1.</summary>
    public int Number { get; init; }

    public long TargetId { get; init; }

    public long HouseholdId { get; init; }

    /// <summary>Version of the household that the meeting saw: a later one shows as changed since.</summary>
    public int HouseholdVersion { get; init; }

    public required string HeadName { get; init; }

    public string? NikMask { get; init; }

    public int MemberCount { get; init; }

    /// <summary>Decile by the round's list; null where the list does not say.</summary>
    public byte? DecileCode { get; init; }

    /// <summary>What was found or why it is not eligible.</summary>
    public required string Finding { get; init; }
}

/// <summary>The paper of a deliberation, byte for byte as it was made on the day of freezing.</summary>
public sealed class DeliberationPaper : IHoldsPersonalData
{
    public long DeliberationId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>What the village records of its meeting.</summary>
public sealed record DeliberationTerms(string Number, DateOnly HeldOn, TimeOnly From, TimeOnly Until, string Place, string Chair, string NoteTaker, int Invited, string Attendance,
    string Signatories, string? Requests);

/// <summary>Which round and village a meeting is about, who records it, and when.</summary>
public sealed record DeliberationPlace(long RoundId, string AreaCode, int Addendum, long UserId, DateTime At, DateOnly Today);
