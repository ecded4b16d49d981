using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Meetings;

/// <summary>
/// What a meeting decided: what is to be done, by which OPD, helped by which, until when, and by what one sees that it was done. It can name villages, programs, lists of households and cases that it is about. Its words are frozen
/// with the meeting; the reports on it go on until it is done or dropped, and every report stays.
/// </summary>
public sealed class MeetingDecision : IHasPublicId, IHasVersion
{
    public const int TextMaxLength = 500, IndicatorMaxLength = 300, MostLists = 10;

    public static Outcome TooManyLists { get; } = Outcome.Refuse($"Satu keputusan menyebut paling banyak {MostLists} daftar keluarga.");

    /// <summary>How many days before its due day a decision is put before its OPD.</summary>
    public const int ReminderDays = 7;

    /// <summary>Farthest due day: what takes longer is decided in steps.</summary>
    public const int MostDays = 731;

    private readonly List<DecisionSupport> _support = [];
    private readonly List<DecisionArea> _areas = [];
    private readonly List<DecisionProgram> _programs = [];
    private readonly List<DecisionCase> _cases = [];
    private readonly List<DecisionList> _lists = [];
    private readonly List<DecisionReport> _reports = [];

    private MeetingDecision() => (Text, Action, Indicator) = ("", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long MeetingId { get; private set; }

    /// <summary>1 is the first decision of the meeting.</summary>
    public int Number { get; private set; }

    /// <summary>Keputusan: what was decided.</summary>
    public string Text { get; private set; }

    /// <summary>Tindak lanjut: what is done about it.</summary>
    public string Action { get; private set; }

    /// <summary>By what one sees that it was done.</summary>
    public string Indicator { get; private set; }

    /// <summary>Penanggung jawab.</summary>
    public long OpdId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DecisionState State { get; private set; }

    /// <summary>0 to 100; 100 only where it is done.</summary>
    public int Percent { get; private set; }

    /// <summary>Day on which it was done or dropped.</summary>
    public DateOnly? SettledOn { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<DecisionSupport> Support => _support;

    public IReadOnlyList<DecisionArea> Areas => _areas;

    public IReadOnlyList<DecisionProgram> Programs => _programs;

    public IReadOnlyList<DecisionCase> Cases => _cases;

    public IReadOnlyList<DecisionList> Lists => _lists;

    public IReadOnlyList<DecisionReport> Reports => _reports;

    public bool IsOpen => State is DecisionState.NotStarted or DecisionState.InProgress;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Done or dropped after its due day.</summary>
    public bool IsLate => SettledOn > DueOn;

    public static Outcome Decide(CoordinationMeeting meeting, DecisionTerms terms, int number, out MeetingDecision? decision)
    {
        var decided = new MeetingDecision { PublicId = Guid.CreateVersion7(), MeetingId = meeting.Id, Number = number, State = DecisionState.NotStarted };
        var outcome = decided.Change(meeting, terms);
        decision = outcome.IsAccepted ? decided : null;
        return outcome;
    }

    /// <summary>Changes the words while the meeting is open. Whoever is responsible does not support itself.</summary>
    public Outcome Change(CoordinationMeeting meeting, DecisionTerms terms)
    {
        if (meeting.RefuseWhenClosed() is { IsAccepted: false } closed)
            return closed;
        if (terms.DueOn < meeting.On)
            return Outcome.Refuse($"Tenggat {Indonesian.Date(terms.DueOn)} sebelum hari rapat, {Indonesian.Date(meeting.On)}.");
        if (terms.DueOn > meeting.On.AddDays(MostDays))
            return Outcome.Refuse($"Tenggat paling lambat {Indonesian.Date(meeting.On.AddDays(MostDays))}. Yang lebih lama diputuskan bertahap.");
        if (terms.SupportIds.Contains(terms.OpdId))
            return Outcome.Refuse("OPD penanggung jawab tidak dicentang lagi sebagai pendukung.");
        if (terms.Lists.Count > MostLists)
            return TooManyLists;
        if (terms.Lists.Any(list => list.Address.Length > DecisionList.AddressMaxLength || list.Words.Length > DecisionList.WordsMaxLength))
            return Outcome.Refuse("Satu daftar keluarga disaring terlalu rinci untuk disebut. Kurangi saringannya.");
        (Text, Action, Indicator, OpdId, DueOn) = (terms.Text.Trim(), terms.Action.Trim(), terms.Indicator.Trim(), terms.OpdId, terms.DueOn);
        Keep(_support, terms.SupportIds, one => one.OpdId, id => new DecisionSupport(id));
        Keep(_areas, [.. terms.Areas.Select(area => area.Stored)], one => one.AreaCode, code => new DecisionArea(code));
        Keep(_programs, terms.ProgramIds, one => one.ProgramId, id => new DecisionProgram(id));
        Keep(_cases, terms.CaseIds, one => one.CaseId, id => new DecisionCase(id));
        Keep(_lists, [.. terms.Lists.Select(list => list.Address)], one => one.Address, address => new DecisionList(terms.Lists.First(list => list.Address == address)));
        return Outcome.Accepted;
    }

    /// <summary>
    /// Reports on it. The responsible OPD and the secretariat say how far it is; others who are named in it add what they did. Only the secretariat drops a decision, and only something that was done has evidence
    /// of being done.
    /// </summary>
    public Outcome Report(CoordinationMeeting meeting, ReportTerms terms, Reporter reporter, DateTime at, DateOnly today)
    {
        if (!meeting.IsClosed)
            return Outcome.Refuse("Rapat ini belum ditutup. Tindak lanjut dilaporkan setelah keputusannya tetap.");
        if (!IsOpen)
            return Outcome.Refuse($"Keputusan ini sudah {DecisionStateWords.Values.Label(State).ToLowerInvariant()} pada {Indonesian.Date(SettledOn ?? DueOn)}.");
        if (string.IsNullOrWhiteSpace(terms.Progress))
            return Outcome.Refuse("Tulis kemajuannya: apa yang sudah dilakukan.");
        if (reporter.DecidesState && Judge(terms, reporter) is { IsAccepted: false } refused)
            return refused;
        if (reporter.DecidesState)
            Become(terms, today);
        _reports.Add(new DecisionReport(_reports.Count + 1, terms, (State, Percent), reporter, at));
        return Outcome.Accepted;
    }

    /// <summary>A decision before it was taken out.</summary>
    public void MoveUp() => Number--;

    private static Outcome Judge(ReportTerms terms, Reporter reporter) => terms switch
    {
        { State: DecisionState.Cancelled } when !reporter.IsSecretariat => Outcome.Refuse("Hanya sekretariat yang membatalkan keputusan rapat. Tulis kendalanya; sekretariat membacanya."),
        { State: DecisionState.Done, Evidence: var evidence } when string.IsNullOrWhiteSpace(evidence) => Outcome.Refuse("Tulis buktinya: nomor surat, berita acara, atau laporan yang menunjukkan hasilnya."),
        { State: DecisionState.InProgress, Percent: not (> 0 and < 100) } => Outcome.Refuse("Isi kemajuan antara 1 dan 99 persen. Untuk 100 persen, pilih Selesai dan tulis buktinya."),
        { State: DecisionState.NotStarted, Percent: > 0 } => Outcome.Refuse("Yang sudah mulai berstatus Proses."),
        _ => Outcome.Accepted,
    };

    private void Become(ReportTerms terms, DateOnly today)
    {
        State = terms.State;
        Percent = terms.State switch { DecisionState.Done => 100, DecisionState.InProgress => terms.Percent ?? 0, DecisionState.NotStarted => 0, _ => Percent };
        SettledOn = IsOpen ? null : today;
    }

    // Rows stay where what they name stays.
    private static void Keep<TRow, TKey>(List<TRow> rows, IReadOnlyCollection<TKey> named, Func<TRow, TKey> key, Func<TKey, TRow> make)
    {
        rows.RemoveAll(row => !named.Contains(key(row)));
        rows.AddRange(named.Except(rows.Select(key)).Select(make).ToList());
    }
}

/// <summary>What a decision says, whom it charges, and what it is about.</summary>
public sealed record DecisionTerms(string Text, string Action, string Indicator, long OpdId, DateOnly DueOn)
{
    public IReadOnlyCollection<long> SupportIds { get; init; } = [];

    public IReadOnlyCollection<AreaCode> Areas { get; init; } = [];

    public IReadOnlyCollection<long> ProgramIds { get; init; } = [];

    public IReadOnlyCollection<long> CaseIds { get; init; } = [];

    public IReadOnlyCollection<NamedList> Lists { get; init; } = [];
}

/// <summary>What somebody reports on a decision.</summary>
public sealed record ReportTerms(DecisionState State, int? Percent, string? Progress, string? Obstacle, string? Evidence);

/// <summary>Who reports, for which OPD, and whether that person says how far the whole is.</summary>
public sealed record Reporter(long UserId, long? OpdId, bool IsResponsible, bool IsSecretariat)
{
    public bool DecidesState => IsResponsible || IsSecretariat;
}
