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

    public CoordinationMeeting(string title, DateOnly on, TimeOnly from, TimeOnly? until, string place, string chair, string? theme)
    {
        PublicId = Guid.CreateVersion7();
        (Title, On, From, Until, Place, Chair, Theme) = (title.Trim(), on, from, until, place.Trim(), chair.Trim(), theme?.Trim());
    }

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

    /// <summary>Changes the facts of the meeting; the end, where given, comes after the beginning.</summary>
    public Outcome Reschedule(string title, DateOnly on, TimeOnly from, TimeOnly? until, string place, string chair, string? theme)
    {
        if (until is { } end && end <= from)
            return Outcome.Refuse("Waktu selesai lebih awal daripada waktu mulai.");
        (Title, On, From, Until, Place, Chair, Theme) = (title.Trim(), on, from, until, place.Trim(), chair.Trim(), theme?.Trim());
        return Outcome.Accepted;
    }

    /// <summary>Replaces the agenda by the given points in their order; blank lines fall away.</summary>
    public void SetAgenda(IEnumerable<string> points)
    {
        _agenda.Clear();
        foreach (var point in points.Select(point => point.Trim()).Where(point => point.Length > 0))
            _agenda.Add(new AgendaItem(_agenda.Count + 1, point));
    }
}

/// <summary>One point of a meeting's agenda, in its order.</summary>
public sealed class AgendaItem
{
    public const int TextMaxLength = 300;

    private AgendaItem() => Text = "";

    internal AgendaItem(int number, string text) => (Number, Text) = (number, text);

    public long Id { get; private set; }

    public int Number { get; private set; }

    public string Text { get; private set; }
}
