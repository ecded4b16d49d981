using TkpkdPortal.Domain.Meetings;

namespace TkpkdPortal.UnitTests.Domain.Meetings;

public sealed class MeetingDecisionTests
{
    private const long Responsible = 7, Supporting = 8;

    private static readonly Reporter Own = new(1, Responsible, IsResponsible: true, IsSecretariat: false), Other = new(2, Supporting, IsResponsible: false, IsSecretariat: false), Secretariat = new(3, null, IsResponsible: false, IsSecretariat: true);

    private static readonly DecisionTerms Terms = new(" Satu daftar dipakai. ", "Menyerahkan daftar.", "Berkas termuat", Responsible, Given.Today.AddDays(30)) { SupportIds = [Supporting] };

    private readonly CoordinationMeeting _meeting;

    public MeetingDecisionTests()
    {
        CoordinationMeeting.Call(new MeetingTerms("Rakor", Given.Today, new TimeOnly(9, 0), null, "Aula", "Ketua", null, []), out var meeting);
        _meeting = meeting!;
        _meeting.Minute("Rina Uji, analis", "Dibuka.");
    }

    [Fact]
    public void What_is_decided_is_due_after_the_meeting_and_charges_one_OPD_that_does_not_support_itself()
    {
        Assert.Contains("sebelum hari rapat", Refusal(Terms with { DueOn = Given.Today.AddDays(-1) }), StringComparison.Ordinal);
        Assert.Contains("Tenggat paling lambat", Refusal(Terms with { DueOn = Given.Today.AddDays(MeetingDecision.MostDays + 1) }), StringComparison.Ordinal);
        Assert.Contains("tidak dicentang lagi sebagai pendukung", Refusal(Terms with { SupportIds = [Responsible] }), StringComparison.Ordinal);
        var decision = Decided();
        Assert.Equal(("Satu daftar dipakai.", DecisionState.NotStarted, 0), (decision.Text, decision.State, decision.Percent));
    }

    [Fact]
    public void Its_words_are_frozen_with_the_meeting_and_reports_begin_then()
    {
        var decision = Decided();
        Assert.StartsWith("Rapat ini belum ditutup", decision.Report(_meeting, new ReportTerms(DecisionState.InProgress, 10, "Mulai.", null, null), Own, Given.Now, Given.Today).Refusal, StringComparison.Ordinal);
        Assert.True(decision.Change(_meeting, Terms with { Action = "Lain." }).IsAccepted);
        Close();
        Assert.StartsWith("Rapat ini sudah ditutup", decision.Change(_meeting, Terms).Refusal, StringComparison.Ordinal);
        Assert.Equal("Lain.", decision.Action);
    }

    [Fact]
    public void The_responsible_OPD_says_how_far_it_is_and_every_report_stays()
    {
        var decision = Decided();
        Close();
        Assert.Contains("antara 1 dan 99", Refusal(decision, new ReportTerms(DecisionState.InProgress, null, "Mulai.", null, null), Own), StringComparison.Ordinal);
        Assert.Contains("berstatus Proses", Refusal(decision, new ReportTerms(DecisionState.NotStarted, 10, "Mulai.", null, null), Own), StringComparison.Ordinal);
        Assert.Contains("Tulis kemajuannya", Refusal(decision, new ReportTerms(DecisionState.InProgress, 10, " ", null, null), Own), StringComparison.Ordinal);
        Assert.Null(Refusal(decision, new ReportTerms(DecisionState.InProgress, 40, "Separuh desa.", "Belum ada berkas.", null), Own));
        Assert.Contains("Tulis buktinya", Refusal(decision, new ReportTerms(DecisionState.Done, null, "Selesai.", null, null), Own), StringComparison.Ordinal);
        Assert.Null(Refusal(decision, new ReportTerms(DecisionState.Done, null, "Selesai.", null, "Surat 12"), Own, 31));
        Assert.Equal((DecisionState.Done, 100, true), (decision.State, decision.Percent, decision.IsLate));
        Assert.StartsWith("Keputusan ini sudah selesai", Refusal(decision, new ReportTerms(DecisionState.InProgress, 50, "Lagi.", null, null), Own), StringComparison.Ordinal);
        Assert.Equal([(1, 40), (2, 100)], decision.Reports.Select(report => (report.Number, report.Percent)));
    }

    [Fact]
    public void Whoever_supports_adds_what_it_did_and_the_secretariat_alone_drops_a_decision()
    {
        var decision = Decided();
        Close();
        Assert.Null(Refusal(decision, new ReportTerms(DecisionState.Done, 100, "Bagian kami selesai.", null, null), Other));
        Assert.Equal((DecisionState.NotStarted, 0), (decision.State, decision.Percent));
        Assert.StartsWith("Hanya sekretariat", Refusal(decision, new ReportTerms(DecisionState.Cancelled, null, "Tidak perlu.", null, null), Own), StringComparison.Ordinal);
        Assert.Null(Refusal(decision, new ReportTerms(DecisionState.Cancelled, null, "Digabung dengan keputusan lain.", null, null), Secretariat));
        Assert.False(decision.IsOpen);
    }

    [Fact]
    public void It_is_overdue_while_it_is_open_after_its_day()
    {
        var decision = Decided();
        Close();
        Assert.False(decision.IsOverdue(Given.Today.AddDays(30)));
        Assert.True(decision.IsOverdue(Given.Today.AddDays(31)));
        decision.Report(_meeting, new ReportTerms(DecisionState.Cancelled, null, "Digabung.", null, null), Secretariat, Given.Now, Given.Today.AddDays(40));
        Assert.False(decision.IsOverdue(Given.Today.AddDays(41)));
    }

    [Fact]
    public void Lists_are_named_up_to_ten_and_only_such_whose_words_can_be_kept()
    {
        static NamedList List(int i, int letters = 20) => new($"/keluarga?wilayah={i}", new string('x', letters), i);

        Assert.Null(Refusal(Terms with { Lists = [.. Enumerable.Range(1, MeetingDecision.MostLists).Select(i => List(i, DecisionList.WordsMaxLength))] }));
        Assert.Contains("paling banyak 10 daftar", Refusal(Terms with { Lists = [.. Enumerable.Range(0, MeetingDecision.MostLists + 1).Select(i => List(i))] }), StringComparison.Ordinal);
        Assert.Contains("terlalu rinci", Refusal(Terms with { Lists = [List(1, DecisionList.WordsMaxLength + 1)] }), StringComparison.Ordinal);
    }

    private MeetingDecision Decided()
    {
        Assert.Null(MeetingDecision.Decide(_meeting, Terms, 1, out var decision).Refusal);
        return decision!;
    }

    private string? Refusal(DecisionTerms terms) => MeetingDecision.Decide(_meeting, terms, 1, out _).Refusal;

    private string? Refusal(MeetingDecision decision, ReportTerms terms, Reporter reporter, int days = 0) => decision.Report(_meeting, terms, reporter, Given.Now, Given.Today.AddDays(days)).Refusal;

    private void Close() => Assert.Null(_meeting.Close(1, 1, 1, Given.Now, Given.Today).Refusal);
}
