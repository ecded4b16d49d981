using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

public sealed class RoundTests
{
    [Fact]
    public void Nobody_takes_two_steps_for_one_household()
    {
        Assert.Contains("langkah sebelumnya", GivenRound.In("AgreedInDeliberation") is var agreed ? agreed.Target.Verify(Given.VillageHead, agreed.Round, Given.Now).Refusal : null, StringComparison.Ordinal);
        Assert.Contains("langkah sebelumnya", agreed.Target.Verify(Given.Enumerator, agreed.Round, Given.Now).Refusal, StringComparison.Ordinal);
        var verified = GivenRound.In("VerifiedByDistrict");
        Assert.All([Given.Enumerator, Given.VillageHead, GivenRound.DistrictHead], user =>
            Assert.Contains("langkah sebelumnya", verified.Target.Validate(user, CivilMatch.Agrees, verified.Round, Given.Now).Refusal, StringComparison.Ordinal));
        var returned = GivenRound.In("ReturnedFromAbove");
        Assert.Contains("langkah sebelumnya", returned.Target.Uphold(Given.Enumerator, "Tetap.", Given.Now).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_back_needs_a_reason()
    {
        var given = GivenRound.In("AgreedInDeliberation");

        Assert.StartsWith("Tulis alasan", given.Target.ReturnToVillage(9, " ", given.Round, Given.Now).Refusal);
        Assert.StartsWith("Tulis alasan", given.Target.Cancel(null, given.Round).Refusal);
    }

    [Fact]
    public void Without_an_answer_of_the_civil_registry_nothing_is_validated_and_without_a_match_nothing_decreed()
    {
        var given = GivenRound.In("VerifiedByDistrict");

        Assert.StartsWith("Jawaban Dukcapil", given.Target.Validate(GivenRound.Analyst, null, given.Round, Given.Now).Refusal);
        Assert.Null(given.Target.Validate(GivenRound.Analyst, CivilMatch.Differs, given.Round, Given.Now).Refusal);
        Assert.False(given.Target.IsReadyForDecree);
        Assert.Contains("belum padan", given.Target.TakeInto(given.Decree()).Refusal, StringComparison.Ordinal);

        Assert.Null(given.Target.Validate(GivenRound.Analyst, CivilMatch.Agrees, given.Round, Given.Now).Refusal);
        Assert.True(given.Target.IsReadyForDecree);
        Assert.Null(given.Target.TakeInto(given.Decree()).Refusal);
    }

    [Theory]
    [InlineData(Presence.MovedOutOfRegion, Exclusion.Moved)]
    [InlineData(Presence.MovedWithinRegion, Exclusion.Moved)]
    [InlineData(Presence.AllDied, Exclusion.Died)]
    [InlineData(Presence.Duplicate, Exclusion.Duplicate)]
    [InlineData(Presence.PartOfOtherHousehold, Exclusion.Duplicate)]
    [InlineData(Presence.NotFound, Exclusion.NotFound)]
    [InlineData(Presence.NotMet, Exclusion.NotMet)]
    [InlineData(Presence.Refused, Exclusion.NotMet)]
    public void A_household_that_does_not_belong_on_the_list_ends_off_it_with_the_reason_of_the_visit(Presence presence, Exclusion reason)
    {
        var given = GivenRound.In("ApprovedByVillage", new VisitAnswers { VisitedOn = Given.Today, Presence = presence, PresenceNote = "Kelinjau Ilir" });

        Assert.Null(given.Take("Agree").Refusal);
        Assert.Equal((VerificationState.Excluded, reason), (given.Target.State, given.Target.Exclusion));
    }

    [Fact]
    public void What_came_back_from_above_is_visited_again_and_agreed_upon_by_an_addendum()
    {
        var given = GivenRound.In("ReturnedFromAbove");
        Assert.Contains("Tunggu keputusannya", given.Take("Save").Refusal, StringComparison.Ordinal);

        foreach (var step in new[] { "SendToEnumerator", "Save", "Submit", "Approve" })
            Assert.Null(given.Take(step).Refusal);
        Assert.Equal((2, true, false), (given.Visit!.Number, given.Target.NeedsAddendum, given.Target.IsBeforeDeliberation));

        Assert.Null(given.Target.Agree(2, given.Round, Given.Now).Refusal);
        Assert.Equal((VerificationState.AgreedInDeliberation, 2L, false), (given.Target.State, given.Target.DeliberationId, given.Target.NeedsAddendum));
    }

    [Fact]
    public void A_target_is_visited_by_its_enumerator_within_the_wave()
    {
        var given = new GivenRound();
        Assert.Null(given.Target.MayBeVisited(77, given.Round, Given.Today).Refusal);
        Assert.Contains("gelombang", given.Target.MayBeVisited(77, given.Round, Given.Today.AddDays(11)).Refusal, StringComparison.Ordinal);

        Assert.Contains("Tenggat", given.Target.Assign(Given.Enumerator, Given.Today.AddDays(11), given.Round).Refusal, StringComparison.Ordinal);
        Assert.Null(given.Target.Assign(Given.Enumerator, Given.Today.AddDays(3), given.Round).Refusal);
        Assert.Contains("petugas lain", given.Target.MayBeVisited(77, given.Round, Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Null(given.Target.MayBeVisited(Given.Enumerator, given.Round, Given.Today).Refusal);

        var draft = GivenRound.In("Draft");
        Assert.Contains("sudah dimulai", draft.Target.Assign(77, null, draft.Round).Refusal, StringComparison.Ordinal);
        Assert.Null(draft.Target.Assign(Given.Enumerator, Given.Today, draft.Round).Refusal);
    }

    [Theory]
    [InlineData(RoundState.Preparation)]
    [InlineData(RoundState.Deliberation)]
    public void Nothing_is_visited_before_the_round_runs_or_after_its_visits_are_over(RoundState state)
    {
        var given = new GivenRound(state);

        Assert.Contains("Kunjungan dicatat selama", given.Target.MayBeVisited(Given.Enumerator, given.Round, Given.Today).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_goes_on_only_when_nothing_stands_in_the_way_and_ends_with_a_sign_off()
    {
        var round = new GivenRound(RoundState.Preparation).Round;
        Assert.Contains("tidak memuat keluarga", round.Advance(new(0, 0, 0, 0, 0, 0), Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Null(round.Advance(new(5, 5, 0, 0, 0, 0), Given.Today).Refusal);
        Assert.Contains("5 keluarga belum dikunjungi", round.Advance(new(5, 5, 0, 0, 0, 0), Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Null(round.Advance(new(5, 5, 5, 0, 0, 0), Given.Today.AddDays(11)).Refusal);
        Assert.Contains("belum disepakati", round.Advance(new(5, 0, 2, 0, 0, 0), Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Null(round.Advance(new(5, 0, 0, 3, 0, 0), Given.Today).Refusal);
        Assert.Contains("3 keluarga menunggu camat", round.Advance(new(5, 0, 0, 2, 1, 0), Given.Today).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Periode ditutup setelah penetapan", round.SignOff(new(5, 0, 0, 0, 0, 0), "Selesai.", 1, Given.Now).Refusal);
        Assert.Null(round.Advance(new(5, 0, 0, 0, 0, 4), Given.Today).Refusal);
        Assert.Contains("4 keluarga layak", round.SignOff(new(5, 0, 0, 0, 0, 4), "Selesai.", 1, Given.Now).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Tulis catatan penutup", round.SignOff(new(5, 0, 0, 0, 0, 0), " ", 1, Given.Now).Refusal);
        Assert.Null(round.SignOff(new(5, 0, 0, 0, 0, 0), "Selesai.", 1, Given.Now).Refusal);
        Assert.Equal((RoundState.Finished, "Selesai."), (round.State, round.SignOffNote));
        Assert.Contains("sudah selesai", round.Change(GivenRound.Terms()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kecamatan_that_runs_keeps_its_wave()
    {
        var round = new GivenRound().Round;

        Assert.Contains("tidak bisa dikeluarkan", round.Change(GivenRound.Terms() with { Waves = [] }).Refusal, StringComparison.Ordinal);
        var prolonged = GivenRound.Terms().Waves[0] with { EndsOn = Given.Today.AddDays(40) };
        Assert.Null(round.Change(GivenRound.Terms("Verval 2025, diperpanjang") with { Waves = [prolonged, new(AreaCode.Parse("64.08.01"), Given.Today, Given.Today)] }).Refusal);
        Assert.Equal((Given.Today.AddDays(40), 2), (round.WaveOf(Given.Desa)!.EndsOn, round.Waves.Count));
    }

    [Fact]
    public void A_family_that_was_found_is_photographed_at_least_once_and_as_the_version_requires()
    {
        var given = new GivenRound();
        var plain = new QuestionnaireTerms(Questionnaire.Askable, HouseholdField.None, []);
        Assert.Null(given.Questions.Renew(given.Round, plain with { Photos = PhotoKinds.Roof | PhotoKinds.Floor | PhotoKinds.FamilyCard, RequiredPhotos = PhotoKinds.Floor | PhotoKinds.FamilyCard }, 1, Given.Now, out var strict).Refusal);

        Assert.Equal([PhotoKind.HouseFront], given.Questions.MissingPhotos(Presence.Found, PhotoKinds.None, VisitChannel.Desk));
        Assert.Empty(given.Questions.MissingPhotos(Presence.Found, PhotoKinds.Wall, VisitChannel.Desk));
        Assert.Equal([PhotoKind.Floor, PhotoKind.FamilyCard], strict!.MissingPhotos(Presence.Found, PhotoKinds.Roof, VisitChannel.Desk));
        Assert.Equal([PhotoKind.FamilyCard], strict.MissingPhotos(Presence.Found, PhotoKinds.Floor, VisitChannel.Desk));
        Assert.Empty(strict.MissingPhotos(Presence.Found, PhotoKinds.None, VisitChannel.Paper));
        Assert.Equal((true, false, false, true), (given.Questions.NeedsPhoto(PhotoKind.HouseFront), given.Questions.NeedsPhoto(PhotoKind.Roof), strict.NeedsPhoto(PhotoKind.Roof), strict.NeedsPhoto(PhotoKind.Floor)));
        foreach (var presence in Enum.GetValues<Presence>().Where(presence => presence is not Presence.Found))
            Assert.Empty(strict.MissingPhotos(presence, PhotoKinds.None, VisitChannel.Desk));
        Assert.Equal(["Tambahkan foto rumah tampak depan", "Tambahkan foto Kartu Keluarga"], new[] { PhotoKind.HouseFront, PhotoKind.FamilyCard }.Select(PhotoWords.Ask));
        Assert.Contains("sedikitnya satu foto", strict.Renew(given.Round, plain with { Photos = PhotoKinds.None }, 1, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("juga ditanyakan", strict.Renew(given.Round, plain with { Photos = PhotoKinds.Roof, RequiredPhotos = PhotoKinds.Wall }, 1, Given.Now, out _).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_questionnaire_requires_what_it_asks_and_its_next_version_keeps_the_ids_of_questions()
    {
        var given = new GivenRound();
        Assert.Null(given.Questions.Renew(given.Round, new(Questionnaire.Askable, HouseholdField.Roof,
            [new(null, "Berapa meter jarak ke sungai?", QuestionKind.Number, true, []), new(null, "Perahu", QuestionKind.Choice, false, ["Ada", "Tidak ada"])]), 1, Given.Now, out var second).Refusal);
        var (meters, boat) = (second!.Questions[0].PublicId, second.Questions[1].PublicId);

        Assert.Equal([nameof(Housing.Roof), Questionnaire.FieldOf(second.Questions[0])], second.Missing(Given.Answers()).Select(missing => missing.Field));
        Assert.Equal(["“Berapa meter jarak ke sungai?” dijawab dengan angka.", "Pilih jawaban “Perahu” dari daftarnya."],
            second.Missing(Answered((meters, "jauh"), (boat, "Dua"))).Select(missing => missing.Sentence));
        Assert.Empty(second.Missing(Answered((meters, "12,5"), (boat, "Ada"))));
        Assert.Empty(second.Missing(new VisitAnswers { Presence = Presence.NotFound }));

        Assert.Null(second.Renew(given.Round, new(Questionnaire.Askable, HouseholdField.None, [new(boat, "Punya perahu?", QuestionKind.Choice, true, ["Ada", "Tidak ada"])]), 1, Given.Now, out var third).Refusal);
        Assert.Equal((3, boat), (third!.Number, third.Questions[0].PublicId));
        Assert.Contains("dua pilihan", second.Renew(given.Round, new(Questionnaire.Askable, HouseholdField.None, [new(null, "Perahu", QuestionKind.Choice, true, ["Ada"])]), 1, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("juga ditanyakan", second.Renew(given.Round, new(HouseholdField.Roof, HouseholdField.Wall, []), 1, Given.Now, out _).Refusal, StringComparison.Ordinal);

        static VisitAnswers Answered(params (Guid, string)[] extra) => Given.Answers() with
        {
            Housing = new Housing { Roof = (RoofMaterial)1 },
            Extra = ExtraAnswers.Of(extra.Select(answer => KeyValuePair.Create(answer.Item1, (string?)answer.Item2))),
        };
    }

    [Fact]
    public void Extra_answers_are_written_in_one_form_only()
    {
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var answers = ExtraAnswers.Of([new(b, " dua \"x\" "), new(a, "satu"), new(Guid.CreateVersion7(), " ")]);

        Assert.Equal(answers, ExtraAnswers.Of([new(a, "satu"), new(b, "dua \"x\"")]));
        Assert.Equal(answers, ExtraAnswers.Read(answers.Written));
        Assert.Equal(("satu", "dua \"x\"", null), (answers[a], answers[b], answers[Guid.NewGuid()]));
        Assert.Same(ExtraAnswers.None, ExtraAnswers.Read(""));
    }
}
