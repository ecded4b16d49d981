namespace TkpkdPortal.Domain.Meetings;

/// <summary>
/// Rapat koordinasi (rakor) of the TKPKD: what is invited to, chaired and decided (Permendagri 53/2020). Its pack is composed from the
/// figures of the day before it.
/// </summary>
public sealed class CoordinationMeeting : IHasPublicId, IHasVersion
{
    public const int TitleMaxLength = 200, PlaceMaxLength = 200, ChairMaxLength = 200, ThemeMaxLength = 300;

    private readonly List<AgendaItem> _agenda = [];

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

    public int Version { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda => _agenda;

    /// <summary>Calls a meeting under a new id.</summary>
    public static Outcome Call(MeetingTerms terms, out CoordinationMeeting? meeting)
    {
        var called = new CoordinationMeeting { PublicId = Guid.CreateVersion7() };
        var outcome = called.Change(terms);
        meeting = outcome.IsAccepted ? called : null;
        return outcome;
    }

    /// <summary>Changes the facts and replaces the agenda; the end, where given, comes after the beginning.</summary>
    public Outcome Change(MeetingTerms terms)
    {
        if (terms.Until is { } end && end <= terms.From)
            return Outcome.Refuse("Waktu selesai lebih awal daripada waktu mulai.");
        (Title, On, From, Until) = (terms.Title.Trim(), terms.On, terms.From, terms.Until);
        (Place, Chair, Theme) = (terms.Place.Trim(), terms.Chair.Trim(), string.IsNullOrWhiteSpace(terms.Theme) ? null : terms.Theme.Trim());
        SetAgenda(terms.Agenda);
        return Outcome.Accepted;
    }

    // Points keep their rows where only the text changed.
    private void SetAgenda(IReadOnlyList<string> points)
    {
        _agenda.Sort((a, b) => a.Number.CompareTo(b.Number));
        foreach (var (index, point) in points.Index())
        {
            if (index < _agenda.Count)
                _agenda[index].Say(point);
            else
                _agenda.Add(new AgendaItem(index + 1, point));
        }
        _agenda.RemoveRange(points.Count, _agenda.Count - points.Count);
    }
}

/// <summary>The facts of a meeting as its caller states them; the agenda in its order.</summary>
public sealed record MeetingTerms(string Title, DateOnly On, TimeOnly From, TimeOnly? Until, string Place, string Chair, string? Theme, IReadOnlyList<string> Agenda);

/// <summary>One point of a meeting's agenda, in its order.</summary>
public sealed class AgendaItem
{
    public const int TextMaxLength = 300;

    private AgendaItem() => Text = "";

    internal AgendaItem(int number, string text) => (Number, Text) = (number, text);

    public long Id { get; private set; }

    public int Number { get; private set; }

    public string Text { get; private set; }

    internal void Say(string text) => Text = text;
}
