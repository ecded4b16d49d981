using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Meetings;

/// <summary>
/// Rapat koordinasi (rakor) of the TKPKD: what is invited to, chaired and decided (Permendagri 53/2020). Its pack is composed from the
/// figures of the day before it. Closing freezes its facts, minutes and decisions; what becomes of a decision goes on.
/// </summary>
public sealed class CoordinationMeeting : IHasPublicId, IHasVersion
{
    public const int TitleMaxLength = 200, PlaceMaxLength = 200, ChairMaxLength = 200, ThemeMaxLength = 300, NoteTakerMaxLength = 200, CourseMaxLength = 8_000, MostInvited = 200;

    private readonly List<AgendaItem> _agenda = [];
    private readonly List<MeetingInvitee> _invited = [];
    private readonly List<MeetingChapter> _chapters = [];

    private CoordinationMeeting() => (Title, Place, Chair) = ("", "", "");

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public string Title { get; private set; }

    public DateOnly On { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly? Until { get; private set; }

    public string Place { get; private set; }

    public string Chair { get; private set; }

    public string? Theme { get; private set; }

    /// <summary>The letter that invites; null until somebody writes it.</summary>
    public InvitationLetter? Letter { get; private set; }

    /// <summary>Stands in the QR code by which those who are present sign in; null for a meeting called before there was one.</summary>
    public string? AttendanceCode { get; private set; }

    /// <summary>Who writes the minutes.</summary>
    public string? NoteTaker { get; private set; }

    /// <summary>Jalannya rapat: what was said, one paragraph a line.</summary>
    public string? Course { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public long? ClosedById { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda => _agenda;

    public IReadOnlyList<MeetingInvitee> Invited => _invited;

    /// <summary>Chapters as chosen; empty where nobody chose, which is all of them in the usual order.</summary>
    public IReadOnlyList<MeetingChapter> Chapters => _chapters;

    public bool IsClosed => ClosedAt is not null;

    /// <summary>Calls a meeting under a new id.</summary>
    public static Outcome Call(MeetingTerms terms, out CoordinationMeeting? meeting)
    {
        var called = new CoordinationMeeting { PublicId = Guid.CreateVersion7(), AttendanceCode = MeetingCode.New() };
        var outcome = called.Change(terms);
        meeting = outcome.IsAccepted ? called : null;
        return outcome;
    }

    /// <summary>
    /// Changes the facts and replaces the agenda; the end, where given, comes after the beginning, and no point of the agenda before it. A meeting that has begun, so that somebody signed in or something was decided,
    /// keeps its day.
    /// </summary>
    public Outcome Change(MeetingTerms terms, bool hasBegun = false)
    {
        if (hasBegun && terms.On != On)
            return Outcome.Refuse("Daftar hadir atau keputusan rapat ini sudah dicatat, sehingga tanggalnya tidak bisa dipindah.");
        if (terms.Until is { } end && end <= terms.From)
            return Outcome.Refuse("Waktu selesai lebih awal daripada waktu mulai.");
        if (Letter is { } letter && terms.On < letter.On)
            return Outcome.Refuse($"Surat undangan bertanggal {Indonesian.Date(letter.On)}, sesudah hari rapat yang baru. Ubah suratnya dahulu.");
        if (terms.Agenda.FirstOrDefault(point => point.At < terms.From) is { } early)
            return Outcome.Refuse($"Butir agenda “{early.Text}” mulai sebelum rapat dibuka pukul {Indonesian.Time(terms.From)}.");
        return WhileOpen(() =>
        {
            (Title, On, From, Until) = (terms.Title.Trim(), terms.On, terms.From, terms.Until);
            (Place, Chair, Theme) = (terms.Place.Trim(), terms.Chair.Trim(), TypedText.OrNull(terms.Theme));
            Replace(_agenda, terms.Agenda, one => one.Number, (one, _, point) => one.Say(point), (number, point) => new AgendaItem(number, point));
        });
    }

    /// <summary>Writes the letter and replaces the list of whom it invites.</summary>
    public Outcome Invite(InvitationLetter letter, IReadOnlyList<InvitedParty> parties)
    {
        if (parties.Count == 0)
            return Outcome.Refuse("Pilih paling sedikit satu OPD atau tulis satu undangan lain.");
        if (parties.Count > MostInvited)
            return Outcome.Refuse($"Undangan paling banyak {Indonesian.Number(MostInvited)}. Gabungkan yang sejenis, misalnya: para camat.");
        if (parties.Any(party => party.Name.Length > MeetingInvitee.NameMaxLength))
            return Outcome.Refuse($"Satu undangan paling panjang {MeetingInvitee.NameMaxLength} huruf. Tulis satu undangan per baris.");
        if (StaffNumber.Judge(letter.StaffNumber) is { IsAccepted: false } wrong)
            return wrong;
        if (letter.On > On)
            return Outcome.Refuse($"Tanggal surat {Indonesian.Date(letter.On)} sesudah hari rapat, {Indonesian.Date(On)}.");
        return WhileOpen(() =>
        {
            Letter = letter;
            Replace(_invited, parties, one => one.Number, (one, _, party) => one.Become(party), (number, party) => new MeetingInvitee(number, party));
        });
    }

    /// <summary>Chooses the chapters of the pack, their order and the analyst's notes; a pack without a chapter is none.</summary>
    public Outcome Compose(IReadOnlyList<ChapterTerms> chapters)
    {
        if (!chapters.Any(chapter => chapter.IsShown))
            return Outcome.Refuse("Pilih paling sedikit satu bab.");
        if (chapters.Select(chapter => chapter.Chapter).Distinct().Count() != chapters.Count)
            return Outcome.Refuse("Satu bab tercantum dua kali. Muat ulang halamannya.");
        return WhileOpen(() => Replace(_chapters, chapters, one => one.Position, (one, position, chapter) => one.Become(position, chapter), (position, chapter) => new MeetingChapter(position, chapter)));
    }

    /// <summary>Every chapter that there is, in the order of the meeting's pack.</summary>
    public IReadOnlyList<ChapterTerms> PackChapters() =>
    [
        .. _chapters.OrderBy(chapter => chapter.Position).Select(chapter => chapter.Terms),
        .. PackChapterWords.Usual.Where(usual => !_chapters.Exists(one => one.Chapter == usual.Chapter)),
    ];

    /// <summary>Writes the minutes down, as often as needed until the meeting is closed.</summary>
    public Outcome Minute(string? noteTaker, string? course) => WhileOpen(() => (NoteTaker, Course) = (TypedText.OrNull(noteTaker), TypedText.OrNull(course)));

    /// <summary>Freezes the meeting. A meeting that nobody minuted, at which nobody was, or that has not begun is not closed.</summary>
    public Outcome Close(int present, int decisions, long userId, DateTime now, DateOnly today)
    {
        if (today < On)
            return Outcome.Refuse($"Rapat ini baru berlangsung pada {Indonesian.Date(On)}.");
        if (NoteTaker is null || Course is null)
            return Outcome.Refuse("Isi notulis dan jalannya rapat dahulu: setelah ditutup, notula tidak bisa diubah.");
        if (present == 0)
            return Outcome.Refuse("Belum ada yang tercatat hadir. Catat daftar hadirnya dahulu.");
        if (decisions == 0)
            return Outcome.Refuse("Belum ada keputusan. Catat paling sedikit satu; rapat berikut dibuka dengannya.");
        return WhileOpen(() => (ClosedAt, ClosedById) = (now, userId));
    }

    /// <summary>The code opens on the day of the meeting, and once more on the next for one that ends at night; a picture of it is worth nothing later.</summary>
    public bool TakesAttendance(DateOnly today) => !IsClosed && On <= today && today <= On.AddDays(1);

    /// <summary>What a step answers that comes after the closing.</summary>
    public Outcome RefuseWhenClosed() => IsClosed ? Outcome.Refuse("Rapat ini sudah ditutup; notula, daftar hadir, dan keputusannya tidak berubah lagi.") : Outcome.Accepted;

    private Outcome WhileOpen(Action change)
    {
        if (RefuseWhenClosed() is { IsAccepted: false } closed)
            return closed;
        change();
        return Outcome.Accepted;
    }

    // Rows stay where only what stands in them changed, so that the audit does not tell of new ones.
    private static void Replace<TRow, TTerms>(List<TRow> rows, IReadOnlyList<TTerms> terms, Func<TRow, int> placeOf, Action<TRow, int, TTerms> become, Func<int, TTerms, TRow> make)
    {
        rows.Sort((a, b) => placeOf(a).CompareTo(placeOf(b)));
        foreach (var (index, one) in terms.Index())
        {
            if (index < rows.Count)
                become(rows[index], index + 1, one);
            else
                rows.Add(make(index + 1, one));
        }
        rows.RemoveRange(terms.Count, rows.Count - terms.Count);
    }
}

/// <summary>The facts of a meeting as its caller states them; the agenda in its order.</summary>
public sealed record MeetingTerms(string Title, DateOnly On, TimeOnly From, TimeOnly? Until, string Place, string Chair, string? Theme, IReadOnlyList<AgendaPoint> Agenda);

/// <summary>One point of an agenda as it is planned; the time, at the office, only where the letter names one.</summary>
public sealed record AgendaPoint(TimeOnly? At, string Text)
{
    /// <summary>As it is typed and printed: "09.15 Paparan Dinas Sosial".</summary>
    public string Line => At is { } at ? $"{Indonesian.Time(at)} {Text}" : Text;

    /// <summary>A time at the beginning of the line, with a dot or a colon, is the time of the point.</summary>
    public static AgendaPoint Read(string line)
    {
        var (first, rest) = line.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? (line[..blank], line[blank..].Trim()) : (line, "");
        return rest.Length > 0 && Indonesian.TryReadTime(first, out var at) ? new AgendaPoint(at, rest) : new AgendaPoint(null, line.Trim());
    }
}

/// <summary>One point of a meeting's agenda, in its order.</summary>
public sealed class AgendaItem
{
    public const int TextMaxLength = 300;

    private AgendaItem() => Text = "";

    internal AgendaItem(int number, AgendaPoint point) => (Number, At, Text) = (number, point.At, point.Text);

    public long Id { get; private set; }

    public int Number { get; private set; }

    public TimeOnly? At { get; private set; }

    public string Text { get; private set; }

    public string Line => new AgendaPoint(At, Text).Line;

    internal void Say(AgendaPoint point) => (At, Text) = (point.At, point.Text);
}
