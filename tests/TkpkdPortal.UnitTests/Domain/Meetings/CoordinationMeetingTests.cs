using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;

namespace TkpkdPortal.UnitTests.Domain.Meetings;

public sealed class CoordinationMeetingTests
{
    private static readonly MeetingTerms Terms = new(" Rakor Desember ", Given.Today, new TimeOnly(9, 0), new TimeOnly(12, 0), "Aula", "Wakil Bupati", " ",
        [new AgendaPoint(null, "Capaian"), new AgendaPoint(null, "Tindak lanjut")]);

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

        meeting.Change(Terms with { Agenda = [.. new[] { "Capaian triwulan" }.Select(AgendaPoint.Read)] });
        Assert.Same(first, Assert.Single(meeting.Agenda));
        Assert.Equal("Capaian triwulan", first.Text);

        meeting.Change(Terms with { Agenda = [.. new[] { "Capaian", "Anggaran", "Penutup" }.Select(AgendaPoint.Read)] });
        Assert.Equal([1, 2, 3], meeting.Agenda.Select(item => item.Number));
    }

    [Theory]
    [InlineData("09.15 Paparan Dinas Sosial", "09:15", "Paparan Dinas Sosial")]
    [InlineData("9:15  Paparan", "09:15", "Paparan")]
    [InlineData("Paparan pukul 09.15", null, "Paparan pukul 09.15")]
    [InlineData("09.75 Paparan", null, "09.75 Paparan")]
    [InlineData("09.15", null, "09.15")]
    public void A_point_of_the_agenda_begins_with_its_time(string line, string? at, string text)
    {
        var point = AgendaPoint.Read(line);

        Assert.Equal((at is null ? (TimeOnly?)null : TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), text), (point.At, point.Text));
    }

    [Fact]
    public void No_point_of_the_agenda_is_before_the_opening() =>
        Assert.Equal("Butir agenda “Doa” mulai sebelum rapat dibuka pukul 09.00.", CoordinationMeeting.Call(Terms with { Agenda = [new AgendaPoint(new TimeOnly(8, 45), "Doa")] }, out _).Refusal);

    [Fact]
    public void A_meeting_is_closed_when_it_was_held_minuted_attended_and_has_decided()
    {
        CoordinationMeeting.Call(Terms, out var called);
        var meeting = called!;
        string? Close(int present, int decisions, int days = 0) => meeting.Close(present, decisions, 1, Given.Now, Given.Today.AddDays(days)).Refusal;

        Assert.StartsWith("Rapat ini baru berlangsung", Close(1, 1, -1), StringComparison.Ordinal);
        Assert.StartsWith("Isi notulis", Close(1, 1), StringComparison.Ordinal);
        Assert.True(meeting.Minute("Rina Uji, analis", "Dibuka.").IsAccepted);
        Assert.StartsWith("Belum ada yang tercatat hadir", Close(0, 1), StringComparison.Ordinal);
        Assert.StartsWith("Belum ada keputusan", Close(1, 0), StringComparison.Ordinal);
        Assert.Null(Close(1, 1));
        Assert.True(meeting.IsClosed);
        Assert.StartsWith("Rapat ini sudah ditutup", meeting.Minute("Lain", "Lain").Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Rapat ini sudah ditutup", meeting.Change(Terms).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Rapat ini sudah ditutup", Close(1, 1), StringComparison.Ordinal);
        Assert.Equal("Dibuka.", meeting.Course);
    }

    [Fact]
    public void Whoever_is_present_stands_on_the_list_once_from_the_day_of_the_meeting()
    {
        CoordinationMeeting.Call(Terms, out var meeting);
        Outcome SignIn(string name, IReadOnlyList<MeetingAttendee> present, out MeetingAttendee? attendee, int days = 0, long? recordedBy = 1) =>
            MeetingAttendee.SignIn(meeting!, new AttendeeTerms(name, "Lurah", "Kelurahan Uji"), present, recordedBy, Given.Now, Given.Today.AddDays(days), out attendee);

        Assert.StartsWith("Daftar hadir dibuka pada hari rapat", SignIn("Budi Uji", [], out _, -1).Refusal, StringComparison.Ordinal);
        Assert.True(SignIn(" Budi Uji ", [], out var budi).IsAccepted);
        Assert.Equal("budi uji dari Kelurahan Uji sudah tercatat hadir.", SignIn("budi uji", [budi!], out _).Refusal);
        // At the door nobody is told who is inside.
        Assert.True(SignIn("budi uji", [budi!], out var again, recordedBy: null).IsAccepted);
        Assert.Null(again);
        Assert.True(budi!.Strike(meeting!, Given.Now).IsAccepted);
        Assert.True(SignIn("Budi Uji", [budi], out _).IsAccepted);
    }

    [Fact]
    public void Telephones_that_write_on_and_on_are_stopped_and_paper_goes_on()
    {
        CoordinationMeeting.Call(Terms, out var meeting);
        Outcome SignIn(int number, IReadOnlyList<MeetingAttendee> present, long? recordedBy, out MeetingAttendee? attendee) =>
            MeetingAttendee.SignIn(meeting!, new AttendeeTerms($"Orang {number}", "Uji", "Uji"), present, recordedBy, Given.Now, Given.Today, out attendee);
        var present = Enumerable.Range(1, MeetingAttendee.MostPresent).Select(number => SignIn(number, [], null, out var one).IsAccepted ? one! : throw new InvalidOperationException()).ToList();

        Assert.Contains("penuh", SignIn(0, present, null, out _).Refusal, StringComparison.Ordinal);
        Assert.True(SignIn(0, present, 1, out _).IsAccepted);
        present[0].Strike(meeting!, Given.Now);
        Assert.True(SignIn(0, present, null, out _).IsAccepted);
    }

    [Fact]
    public void The_code_opens_on_the_day_and_the_next_and_no_letter_is_left_after_a_new_day()
    {
        CoordinationMeeting.Call(Terms, out var meeting);
        Assert.Equal([false, true, true, false], new[] { -1, 0, 1, 2 }.Select(days => meeting!.TakesAttendance(Given.Today.AddDays(days))));
        meeting!.Invite(new InvitationLetter("005/1", Given.Today.AddDays(-2), "Sekretaris", "Nama Uji", null), [new InvitedParty(1, "Kepala Dinas")]);
        Assert.StartsWith("Surat undangan bertanggal", meeting.Change(Terms with { On = Given.Today.AddDays(-3) }).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_invites_somebody_and_is_not_dated_after_the_meeting()
    {
        CoordinationMeeting.Call(Terms, out var meeting);
        var letter = new InvitationLetter("005/1", Given.Today.AddDays(-7), "Sekretaris", "Nama Uji", null);

        Assert.StartsWith("Pilih paling sedikit satu OPD", meeting!.Invite(letter, []).Refusal, StringComparison.Ordinal);
        Assert.Contains("sesudah hari rapat", meeting.Invite(letter with { On = Given.Today.AddDays(1) }, [new InvitedParty(1, "Kepala Dinas")]).Refusal, StringComparison.Ordinal);
        Assert.True(meeting.Invite(letter, [new InvitedParty(1, "Kepala Dinas"), new InvitedParty(null, "Camat Uji")]).IsAccepted);
        Assert.Equal([(1, "Kepala Dinas"), (2, "Camat Uji")], meeting.Invited.Select(one => (one.Number, one.Name)));
    }

    [Fact]
    public void A_pack_has_all_chapters_in_the_usual_order_until_somebody_chooses_and_never_none()
    {
        CoordinationMeeting.Call(Terms, out var called);
        var meeting = called!;
        Assert.Equal(PackChapterWords.Values.All, meeting.PackChapters().Select(chapter => chapter.Chapter));
        Assert.StartsWith("Pilih paling sedikit satu bab", meeting.Compose([new ChapterTerms(PackChapter.Aid, IsShown: false, null)]).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Satu bab tercantum dua kali", meeting.Compose([new ChapterTerms(PackChapter.Aid, IsShown: true, null), new ChapterTerms(PackChapter.Aid, IsShown: true, null)]).Refusal, StringComparison.Ordinal);

        Assert.Null(meeting.Compose([new ChapterTerms(PackChapter.Loci, IsShown: true, " Lihat juga peta. "), new ChapterTerms(PackChapter.Aid, IsShown: false, " ")]).Refusal);

        var chapters = meeting.PackChapters();
        Assert.Equal([new ChapterTerms(PackChapter.Loci, IsShown: true, "Lihat juga peta."), new ChapterTerms(PackChapter.Aid, IsShown: false, null)], chapters.Take(2));
        // A chapter that came later stands behind those that were chosen.
        Assert.Equal(PackChapterWords.Values.All.Count, chapters.Count);
    }
}
