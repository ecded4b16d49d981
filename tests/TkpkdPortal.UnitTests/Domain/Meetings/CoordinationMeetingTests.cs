using TkpkdPortal.Domain.Meetings;

namespace TkpkdPortal.UnitTests.Domain.Meetings;

public sealed class CoordinationMeetingTests
{
    private static readonly MeetingTerms Terms = new(" Rakor Desember ", Given.Today, new TimeOnly(9, 0), new TimeOnly(12, 0), "Aula", "Wakil Bupati", " ",
        ["Capaian", "Tindak lanjut"]);

    [Fact]
    public void A_meeting_is_called_with_its_facts_and_its_agenda()
    {
        Assert.Null(CoordinationMeeting.Call(Terms, out var meeting).Refusal);

        Assert.NotNull(meeting);
        Assert.Equal(("Rakor Desember", null), (meeting.Title, meeting.Theme));
        Assert.Equal([(1, "Capaian"), (2, "Tindak lanjut")], meeting.Agenda.Select(item => (item.Number, item.Text)));
    }

    [Theory]
    [InlineData("12:00", false)]
    [InlineData("11:59", true)]
    [InlineData(null, true)]
    public void A_meeting_ends_after_it_begins(string? from, bool isAccepted)
    {
        var terms = Terms with { From = TimeOnly.Parse(from ?? "09:00", System.Globalization.CultureInfo.InvariantCulture), Until = from is null ? null : Terms.Until };

        Assert.Equal(isAccepted ? null : "Waktu selesai lebih awal daripada waktu mulai.", CoordinationMeeting.Call(terms, out var meeting).Refusal);
        Assert.Equal(isAccepted, meeting is not null);
    }

    [Fact]
    public void A_refused_change_leaves_the_meeting_as_it_was()
    {
        CoordinationMeeting.Call(Terms, out var meeting);

        Assert.False(meeting!.Change(Terms with { Title = "Lain", Until = Terms.From, Agenda = [] }).IsAccepted);

        Assert.Equal(("Rakor Desember", 2), (meeting.Title, meeting.Agenda.Count));
    }

    [Fact]
    public void A_changed_agenda_keeps_its_points_where_only_the_text_changed()
    {
        CoordinationMeeting.Call(Terms, out var meeting);
        var first = meeting!.Agenda[0];

        meeting.Change(Terms with { Agenda = ["Capaian triwulan"] });
        Assert.Same(first, Assert.Single(meeting.Agenda));
        Assert.Equal("Capaian triwulan", first.Text);

        meeting.Change(Terms with { Agenda = ["Capaian", "Anggaran", "Penutup"] });
        Assert.Equal([1, 2, 3], meeting.Agenda.Select(item => item.Number));
    }
}
