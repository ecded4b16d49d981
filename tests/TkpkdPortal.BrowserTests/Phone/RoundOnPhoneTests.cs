using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>While a round runs the phone holds what it assigns and asks what it asks.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class RoundOnPhoneTests(Chromium chromium)
{
    private const string OwnQuestion = "Apakah banjir masuk rumah?";

    [BrowserFact]
    public async Task The_office_s_own_question_is_asked_without_a_signal_of_the_assigned_families_alone()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, 3);
        await BeginRoundAsync(portal, staff.First, FieldOffice.NameOf(0), FieldOffice.NameOf(1));
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await phone.Window.SeesAsync("1–2 dari 2 keluarga");
        await phone.SetOfflineAsync(true);

        await phone.OpenFamilyAsync(1);
        await phone.AnswerAsync("Kepala keluarga");
        await Assertions.Expect(phone.Page.GetByLabel("Penerangan")).ToHaveCountAsync(0);
        await phone.Window.PressAsync("Ajukan kepada");
        await phone.Window.SeesAsync($"Jawab pertanyaan “{OwnQuestion}”");
        await phone.Window.SeesAsync("Tambahkan foto atap");
        await Assertions.Expect(phone.Page.Locator("[data-kind]")).ToHaveCountAsync(5);
        await Assertions.Expect(phone.Page.Locator("[data-kind]").Filter(new() { HasText = "(boleh kosong)" })).ToHaveCountAsync(4);
        await phone.Page.GetByRole(AriaRole.Group, new() { Name = OwnQuestion }).GetByText("Ya", new() { Exact = true }).ClickAsync();
        await phone.TakePhotosAsync(await phone.PhotosAsync(2));
        await phone.HandInAsync();
        await phone.SetOfflineAsync(false);
        await Assertions.Expect(phone.Sent).ToHaveCountAsync(1);

        var visit = await FieldOffice.AskAsync(portal, db => db.Visits.AsNoTracking().SingleAsync());
        Assert.NotNull(visit.RoundTargetId);
        Assert.Equal(["Ya"], visit.Extra.All.Values);
    }

    private static async Task BeginRoundAsync(TestPortal portal, Account enumerator, params string[] heads)
    {
        var id = await portal.Scenario.RoundAsync(isRunning: true, "62.71.04");
        await portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
        {
            var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
            var round = await db.Rounds.Include(one => one.Waves).SingleAsync(one => one.PublicId == id);
            var households = await db.Households.Where(household => heads.Contains(household.HeadName)).Select(household => household.Id).ToListAsync();
            foreach (var target in await db.RoundTargets.Where(target => households.Contains(target.HouseholdId)).ToListAsync())
                Assert.True(target.Assign(enumerator.Id, clock.Today.AddDays(7), round).IsAccepted);
            var first = await db.Questionnaires.Include(one => one.Questions).SingleAsync(one => one.RoundId == round.Id);
            var outcome = first.Renew(round, new QuestionnaireTerms(Questionnaire.Askable & ~HouseholdField.Lighting, HouseholdField.None, [new QuestionTerms(null, OwnQuestion, QuestionKind.YesNo, IsRequired: true, [])])
            { Photos = PhotoKinds.All & ~PhotoKinds.Toilet, RequiredPhotos = PhotoKinds.Roof },
                enumerator.Id, clock.UtcNow, out var next);
            Assert.True(outcome.IsAccepted, outcome.Refusal);
            db.Questionnaires.Add(next!);
            return await db.SaveChangesAsync();
        });
    }
}
