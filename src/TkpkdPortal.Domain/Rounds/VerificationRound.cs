using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Periode verval: the households of one list release are visited kecamatan by kecamatan, agreed upon in each village, verified, validated and
/// decreed. It names its list and its legal basis, and it ends with somebody's sign-off.
/// </summary>
public sealed class VerificationRound : IHasPublicId, IHasVersion
{
    public const int NameMaxLength = 150, LegalBasisMaxLength = 300, NoteMaxLength = 1000;

    private readonly List<RoundWave> _waves = [];

    private VerificationRound() => (Name, LegalBasis) = ("", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public string Name { get; private set; }

    /// <summary>The list whose households are the targets.</summary>
    public long ReleaseId { get; private set; }

    /// <summary>The decree or letter that orders the round, as papers cite it.</summary>
    public string LegalBasis { get; private set; }

    public DateOnly LegalBasisOn { get; private set; }

    public RoundState State { get; private set; }

    public long OpenedById { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateOnly? RunningOn { get; private set; }

    public DateOnly? DeliberationOn { get; private set; }

    public DateOnly? ValidationOn { get; private set; }

    public DateOnly? DecreeOn { get; private set; }

    public long? SignedOffById { get; private set; }

    public DateTime? SignedOffAt { get; private set; }

    public string? SignOffNote { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<RoundWave> Waves => _waves;

    /// <summary>Prepares a round; nothing is visited before it runs.</summary>
    public static Outcome Open(RoundTerms terms, long userId, DateTime at, out VerificationRound? round)
    {
        var opened = new VerificationRound { PublicId = Guid.CreateVersion7(), State = RoundState.Preparation, OpenedById = userId, OpenedAt = at, ReleaseId = terms.ReleaseId };
        var outcome = opened.Change(terms);
        round = outcome.IsAccepted ? opened : null;
        return outcome;
    }

    /// <summary>Changes name, basis and waves. The list stays: targets come from it. A wave that has been worked in can be prolonged, not dropped.</summary>
    public Outcome Change(RoundTerms terms)
    {
        if (State is RoundState.Finished)
            return Outcome.Refuse("Periode ini sudah selesai dan tidak diubah lagi.");
        if (terms.Waves.FirstOrDefault(wave => wave.EndsOn < wave.StartsOn) is not null)
            return Outcome.Refuse("Tanggal selesai sebuah gelombang lebih awal daripada tanggal mulainya.");
        if (terms.Waves.Any(wave => wave.District.Level is not AreaLevel.District) || terms.Waves.DistinctBy(wave => wave.District).Count() != terms.Waves.Count)
            return Outcome.Refuse("Setiap kecamatan mendapat satu gelombang.");
        if (State is not RoundState.Preparation && _waves.Exists(wave => !terms.Waves.Any(kept => kept.District.Stored == wave.AreaCode)))
            return Outcome.Refuse("Kecamatan yang sudah berjalan tidak bisa dikeluarkan dari periode. Ubah tanggalnya.");
        (Name, LegalBasis, LegalBasisOn) = (terms.Name.Trim(), terms.LegalBasis.Trim(), terms.LegalBasisOn);
        _waves.RemoveAll(wave => !terms.Waves.Any(kept => kept.District.Stored == wave.AreaCode));
        foreach (var wave in terms.Waves)
        {
            if (_waves.Find(known => known.AreaCode == wave.District.Stored) is { } known)
                known.Move(wave.StartsOn, wave.EndsOn);
            else
                _waves.Add(new RoundWave(wave.District.Stored, wave.StartsOn, wave.EndsOn));
        }
        return Outcome.Accepted;
    }

    /// <summary>The wave of the kecamatan in which an area lies.</summary>
    public RoundWave? WaveOf(string areaCode) => _waves.Find(wave => areaCode.StartsWith(wave.AreaCode, StringComparison.Ordinal));

    /// <summary>Goes on to the next state, or says what still stands in the way.</summary>
    public Outcome Advance(RoundTally tally, DateOnly today)
    {
        var outcome = State switch
        {
            RoundState.Preparation when _waves.Count == 0 => Outcome.Refuse("Isi dulu gelombang: kecamatan mana yang diverifikasi, dari tanggal berapa sampai tanggal berapa."),
            RoundState.Preparation when tally.Targets == 0 => Outcome.Refuse("Daftar ini tidak memuat keluarga di kecamatan yang dipilih. Periksa daftar dan gelombangnya."),
            RoundState.Running when tally.Unvisited > 0 && _waves.Exists(wave => wave.EndsOn >= today) =>
                Outcome.Refuse($"Masih {tally.Unvisited} keluarga belum dikunjungi dan gelombangnya belum berakhir. Tunggu, atau majukan tanggal selesai gelombang."),
            RoundState.Running when tally.Proposals > 0 =>
                Outcome.Refuse($"Masih {tally.Proposals} usulan baru belum diperiksa. Usulan diperiksa selama periode berjalan: minta kepala desa atau lurahnya memeriksa dulu."),
            RoundState.Deliberation when tally.InVillage > 0 => Outcome.Refuse($"Masih {tally.InVillage} keluarga belum disepakati musyawarah desa/kelurahannya."),
            RoundState.Validation when tally.Agreed + tally.Verified > 0 => Outcome.Refuse($"Masih {tally.Agreed + tally.Verified} keluarga menunggu camat atau validasi."),
            RoundState.Decree or RoundState.Finished => Outcome.Refuse("Periode ini ditutup dengan pengesahan, bukan dengan langkah berikutnya."),
            _ => Outcome.Accepted,
        };
        if (outcome.IsAccepted)
            Enter(State + 1, today);
        return outcome;
    }

    /// <summary>Closes the round for good: somebody answers for it by name.</summary>
    public Outcome SignOff(RoundTally tally, string? note, long userId, DateTime at)
    {
        if (State is not RoundState.Decree)
            return Outcome.Refuse("Periode ditutup setelah penetapan. Selesaikan dulu langkah sebelumnya.");
        if (tally.ToDecree > 0)
            return Outcome.Refuse($"Masih {tally.ToDecree} keluarga layak dan padan yang belum ditetapkan dengan SK.");
        if (string.IsNullOrWhiteSpace(note))
            return Outcome.Refuse("Tulis catatan penutup: apa yang dicapai dan apa yang tertinggal.");
        (State, SignOffNote, SignedOffById, SignedOffAt) = (RoundState.Finished, note.Trim(), userId, at);
        return Outcome.Accepted;
    }

    private void Enter(RoundState state, DateOnly today)
    {
        State = state;
        switch (state)
        {
            case RoundState.Running:
                RunningOn = today;
                break;
            case RoundState.Deliberation:
                DeliberationOn = today;
                break;
            case RoundState.Validation:
                ValidationOn = today;
                break;
            case RoundState.Decree:
                DecreeOn = today;
                break;
            default:
                break;
        }
    }
}

/// <summary>Gelombang: when the households of one kecamatan are visited.</summary>
public sealed class RoundWave
{
    private RoundWave() => AreaCode = "";

    internal RoundWave(string areaCode, DateOnly startsOn, DateOnly endsOn) => (AreaCode, StartsOn, EndsOn) = (areaCode, startsOn, endsOn);

    public long Id { get; private set; }

    /// <summary>The kecamatan.</summary>
    public string AreaCode { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public bool Includes(DateOnly day) => day >= StartsOn && day <= EndsOn;

    internal void Move(DateOnly startsOn, DateOnly endsOn) => (StartsOn, EndsOn) = (startsOn, endsOn);
}

/// <summary>What the analyst states of a round.</summary>
public sealed record RoundTerms(string Name, long ReleaseId, string LegalBasis, DateOnly LegalBasisOn, IReadOnlyList<WaveTerms> Waves);

/// <summary>One wave as the analyst states it.</summary>
public sealed record WaveTerms(AreaCode District, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>How many households of a round stand where: what its next step depends on.</summary>
public sealed record RoundTally(int Targets, int Unvisited, int InVillage, int Agreed, int Verified, int ToDecree)
{
    /// <summary>Proposals that nobody has looked at yet.</summary>
    public int Proposals { get; init; }
}

/// <summary>SK penetapan: the head of the region decrees the validated households of a round; recorded with number and date by an analyst.</summary>
public sealed class Decree : IHasPublicId
{
    public const int NumberMaxLength = 100, SignatoryMaxLength = 200;

    private Decree() => Number = "";

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long RoundId { get; private set; }

    public string Number { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>Name of the head of the region who signed it, as its annexes print it; null leaves a line.</summary>
    public string? Signatory { get; private set; }

    public long RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public static Outcome Record(VerificationRound round, DecreeTerms terms, DateOnly today, long userId, DateTime at, out Decree? decree)
    {
        decree = null;
        if (!round.State.IsOpen())
            return Outcome.Refuse($"Periode ini {RoundStateWords.Values.Label(round.State).ToLowerInvariant()}; SK tidak bisa dicatat.");
        if (string.IsNullOrWhiteSpace(terms.Number) || terms.Number.Trim().Length > NumberMaxLength)
            return Outcome.Refuse("Tulis nomor SK seperti tercetak di suratnya.");
        if (terms.On is not { } day || day > today)
            return Outcome.Refuse("Isi tanggal SK; tanggal yang belum lewat tidak bisa dicatat.");
        decree = new Decree
        {
            PublicId = Guid.CreateVersion7(),
            RoundId = round.Id,
            Number = terms.Number.Trim(),
            On = day,
            Signatory = string.IsNullOrWhiteSpace(terms.Signatory) ? null : terms.Signatory.Trim(),
            RecordedById = userId,
            RecordedAt = at,
        };
        return Outcome.Accepted;
    }
}

/// <summary>What the analyst copies from a signed decree.</summary>
public sealed record DecreeTerms(string? Number, DateOnly? On, string? Signatory);
