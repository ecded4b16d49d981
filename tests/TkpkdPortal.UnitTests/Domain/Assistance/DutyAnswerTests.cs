using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Assistance;

public sealed class DutyAnswerTests
{
    private static readonly Opd Houses = new("Dinas Perumahan", "Disperkim", Need.DecentHouse | Need.DrinkingWater), Labour = new("Dinas Tenaga Kerja", "Disnaker", Need.Work);

    private static readonly DateOnly Soon = Given.Today.AddDays(30);

    [Fact]
    public void An_OPD_accepts_a_need_of_its_duty_by_a_day()
    {
        Assert.True(Give(new DutyReply(DutyVerdict.Accepted, Given.Today, null), out var answer).IsAccepted);

        Assert.Equal((1, true, DutyVerdict.Accepted, Given.Today, Need.DecentHouse), (answer!.Number, answer.IsInForce, answer.Verdict, answer.DueOn, answer.Need));
    }

    [Fact]
    public void It_thinks_again_and_the_answer_before_stays_and_no_longer_holds()
    {
        Assert.True(Give(new DutyReply(DutyVerdict.Refused, Soon, " Anggaran habis. "), out var refused).IsAccepted);
        Assert.True(Give(new DutyReply(DutyVerdict.Accepted, Soon, null), out var accepted, before: refused).IsAccepted);

        Assert.Equal((false, 1, "Anggaran habis.", (DateOnly?)null), (refused!.IsInForce, refused.Number, refused.Reason, refused.DueOn));
        Assert.Equal((true, 2, Soon), (accepted!.IsInForce, accepted.Number, accepted.DueOn));
        Assert.Contains("sudah demikian", Give(new DutyReply(DutyVerdict.Accepted, Soon, null), out _, before: accepted).Refusal, StringComparison.Ordinal);
        Assert.True(accepted.IsInForce);
    }

    [Theory]
    [InlineData(DutyVerdict.Accepted, null, null, "Isi tanggal")]
    [InlineData(DutyVerdict.Accepted, -1, null, "sudah lewat")]
    [InlineData(DutyVerdict.Accepted, DutyAnswer.MostDays + 1, null, "paling lambat")]
    [InlineData(DutyVerdict.Refused, 5, " ", "Tulis alasan")]
    public void An_answer_says_what_it_has_to_say(DutyVerdict verdict, int? days, string? reason, string sentence) =>
        Assert.Contains(sentence, Give(new DutyReply(verdict, days is { } some ? Given.Today.AddDays(some) : null, reason), out _).Refusal, StringComparison.Ordinal);

    [Fact]
    public void What_is_unknown_absent_or_another_s_duty_is_not_answered()
    {
        var reply = new DutyReply(DutyVerdict.Accepted, Soon, null);

        Assert.Contains("belum diketahui", Give(reply, out _, need: Need.DrinkingWater).Refusal, StringComparison.Ordinal);
        Assert.Contains("tidak lagi menjadi kebutuhan", DutyAnswer.Give(new DutyQuestion(Houses, Given.Household(), Need.DecentHouse), reply, 1, Given.Today, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("bukan tugas Disnaker", Give(reply, out _, opd: Labour).Refusal, StringComparison.Ordinal);
        Assert.True(DutyAnswer.Give(new DutyQuestion(Labour, Family(), Need.DecentHouse, IsReferred: true), reply, 1, Given.Today, Given.Now, out _).IsAccepted);
    }

    [Fact]
    public void A_referral_names_another_OPD_a_present_need_and_a_reason_and_is_due_in_fourteen_days()
    {
        Assert.True(Send(Terms(), out var referral).IsAccepted);

        Assert.Equal(Given.Today.AddDays(14), referral!.DueOn);
        Assert.Contains("Pilih OPD lain", Send(Terms() with { To = WithId(Houses, 1) }, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("belum diketahui", Send(Terms() with { Need = Need.DrinkingWater }, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("Tulis alasan", Send(Terms() with { Reason = "" }, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("sudah lewat", Send(Terms() with { DueOn = Given.Today.AddDays(-1) }, out _).Refusal, StringComparison.Ordinal);
        Assert.False(referral.IsOverdue(referral.DueOn));
        Assert.True(referral.IsOverdue(referral.DueOn.AddDays(1)));
    }

    [Fact]
    public void Accepting_a_referral_answers_the_need_for_the_one_who_was_asked_and_late_is_marked()
    {
        Assert.True(Send(Terms(), out var referral).IsAccepted);
        var late = referral!.DueOn.AddDays(2);
        var question = new DutyQuestion(WithId(Labour, 2), Family(), Need.DecentHouse);

        Assert.Contains("Isi tanggal", referral.Reply(question, new DutyReply(DutyVerdict.Accepted, null, null), 5, late, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Sent, referral.State);
        Assert.True(referral.Reply(question, new DutyReply(DutyVerdict.Accepted, late, null), 5, late, Given.Now, out var answer).IsAccepted);

        Assert.Equal((2L, DutyVerdict.Accepted, late), (answer!.OpdId, answer.Verdict, answer.DueOn));
        Assert.Equal((ReferralState.Accepted, true), (referral.State, referral.IsLate));
        Assert.Contains("sudah dijawab", referral.Reply(question, new DutyReply(DutyVerdict.Refused, null, "Tidak."), 5, late, Given.Now, out _).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Declining_a_referral_needs_a_reason_and_answers_no_need()
    {
        Assert.True(Send(Terms(), out var referral).IsAccepted);
        var question = new DutyQuestion(WithId(Labour, 2), Family(), Need.DecentHouse);

        Assert.Contains("Tulis alasan", referral!.Reply(question, new DutyReply(DutyVerdict.Refused, null, null), 5, Given.Today, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.True(referral.Reply(question, new DutyReply(DutyVerdict.Refused, null, "Bukan bidang kami."), 5, Given.Today, Given.Now, out var answer).IsAccepted);

        Assert.Null(answer);
        Assert.Equal((ReferralState.Declined, "Bukan bidang kami.", false), (referral.State, referral.Answer, referral.IsLate));
    }

    private static Outcome Give(DutyReply reply, out DutyAnswer? answer, DutyAnswer? before = null, Need need = Need.DecentHouse, Opd? opd = null) =>
        DutyAnswer.Give(new DutyQuestion(opd ?? Houses, Family(), need, before), reply, 1, Given.Today, Given.Now, out answer);

    private static ReferralTerms Terms() => new(WithId(Houses, 1), WithId(Labour, 2), Family(), Need.DecentHouse, "Lebih tepat lewat padat karya.", null);

    private static Outcome Send(ReferralTerms terms, out Referral? referral) => Referral.Send(terms, 1, Given.Today, Given.Now, out referral);

    // The database gives an OPD its key.
    private static Opd WithId(Opd opd, long id)
    {
        var copy = new Opd(opd.Name, opd.ShortName, opd.Duty);
        typeof(Opd).GetProperty(nameof(Opd.Id))!.SetValue(copy, id);
        return copy;
    }

    // A floor of earth, and nothing known of the water.
    private static Household Family()
    {
        var household = Given.Household(head: Given.Person() with { Nik = Given.Sealed(), Occupation = Occupation.Farmer, BirthDate = new DateOnly(1980, 2, 3) });
        household.TakeFrom(new ListedHousehold
        {
            ReleaseId = 5,
            FamilyListId = "1",
            AreaCode = Given.Desa,
            DecileCode = 1,
            Address = "Jalan Poros",
            Name = "Siti Aminah",
            ContentHash = [],
            SealedRaw = [],
            Housing = new Housing { Floor = FloorMaterial.Earth },
        });
        household.JudgeNeeds(new NeedRules(NeedTerms.Given, Given.Today));
        return household;
    }
}
