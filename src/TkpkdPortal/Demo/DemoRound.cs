using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Features.Deliberations;
using TkpkdPortal.Features.Rounds;
using TkpkdPortal.Features.Rounds.Letters;
using TkpkdPortal.Features.Rounds.Steps;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>What a demo office's round is called and ordered by, and which of its villages are ahead of the others.</summary>
public sealed record DemoRoundStory(string Name, string LegalBasis)
{
    /// <summary>Villages whose visits are all decided, in the order in which they went on: the first is decreed, the last only agreed upon.</summary>
    public IReadOnlyList<AreaCode> Ahead { get; init; } = [];
}

/// <summary>A round of verification as people run it: opened, assigned, visited, and in a few villages taken on to the decree.</summary>
internal sealed class DemoRound(DemoStage stage, DemoStory story, DateOnly today)
{
    private const string Analyst = "bappeda" + DemoAccounts.Domain, DistrictHead = "camat" + DemoAccounts.Domain, Dinsos = "dinsos" + DemoAccounts.Domain;

    private List<DemoPlace> Places => [.. story.Places.Where(place => place.IsUnderVerification)];

    public async Task OpenAsync(CancellationToken ct)
    {
        if (story.Round is not { } told)
            return;
        await stage.AsAsync(Analyst, Permission.ManageRounds, At(-46, 9), services => OpenAsync(services, told, ct), ct);
        foreach (var (i, place) in Places.Index())
        {
            await stage.AsAsync(HeadOf(place.Village), Permission.AssignTargets, At(-45, 10), services => AssignAsync(services, place.Village, ct), ct);
            await stage.AsAsync(HeadOf(place.Village), Permission.IssueLetters, At(-45, 11), services => SendAsync(services, place.Village, i + 1, ct), ct);
        }
    }

    /// <summary>After the visits: each village that is ahead goes as far as those before it were when it was taken up.</summary>
    public async Task GoOnAsync(CancellationToken ct)
    {
        foreach (var (i, village) in story.Round?.Ahead.Index() ?? [])
        {
            if (await HasGoneOnAsync(village, ct))
                continue;
            await stage.AsAsync(HeadOf(village), Permission.ReviewVisits, At(-9 + i, 14), services => AgreeAsync(services, village, 11 + i, ct), ct);
            if (i < 3)
                await TakeAsync(DistrictHead, Permission.VerifyDistrict, RoundStep.District, -9 + i, ct);
            if (i < 2)
                await stage.AsAsync("disdukcapil" + DemoAccounts.Domain, Permission.MatchCivilRegistry, At(-9 + i, 10), services => AnswerAsync(services, village, ct), ct);
            if (i < 2)
                await TakeAsync(Dinsos, Permission.ValidateTargets, RoundStep.Validation, -9 + i, ct);
            if (i == 0)
                await stage.AsAsync(Analyst, Permission.RecordDecree, At(-8, 16), services => DecreeAsync(services, ct), ct);
            if (i == 3)
                await stage.AsAsync(DistrictHead, Permission.VerifyDistrict, At(-5, 15), services => ReturnOneAsync(services, village, ct), ct);
        }
    }

    // A fill that goes on at a later start leaves what stands.
    private async Task<bool> HasGoneOnAsync(AreaCode village, CancellationToken ct)
    {
        var hasGoneOn = false;
        await stage.AsAsync(HeadOf(village), Permission.ViewRounds, At(-9, 8), async services =>
            hasGoneOn = await services.GetRequiredService<PortalDbContext>().RoundTargets.AnyAsync(target => target.DeliberationId != null, ct), ct);
        return hasGoneOn;
    }

    private string HeadOf(AreaCode village) => village == story.MainVillage ? "lurah" + DemoAccounts.Domain : DemoAccounts.HeadOf(village);

    private static async Task OpenAsync(IServiceProvider services, DemoRoundStory told, IReadOnlyList<WaveTerms> waves, DateOnly day, CancellationToken ct)
    {
        var (db, desk, user) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<RoundDesk>(), services.GetRequiredService<ActingUser>());
        var release = await db.ListReleases.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(ct);
        var (outcome, round) = await desk.OpenAsync(new RoundTerms(told.Name, release, told.LegalBasis, day.AddDays(-60), waves), ct);
        DemoStage.Require(outcome);
        var first = await services.GetRequiredService<RoundVisits>().CurrentAsync(round!.Id, ct);
        DemoStage.Require(first.Renew(round, new QuestionnaireTerms(Questionnaire.Askable, HouseholdField.None,
        [
            new QuestionTerms(null, "Rumah ini terendam banjir dalam setahun terakhir?", QuestionKind.YesNo, IsRequired: false, []),
            new QuestionTerms(null, "Perahu keluarga ini", QuestionKind.Choice, IsRequired: false, ["Tidak punya", "Perahu dayung", "Perahu bermesin"]),
        ]), user.Id, DateTime.SpecifyKind(day.AddDays(-46).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc), out var asked));
        db.Questionnaires.Add(asked!);
        await db.SaveChangesAsync(ct);
        DemoStage.Require(await desk.AdvanceAsync(round, ct));
    }

    private async Task OpenAsync(IServiceProvider services, DemoRoundStory told, CancellationToken ct)
    {
        if (await services.GetRequiredService<PortalDbContext>().Rounds.AnyAsync(ct))
            return;
        await OpenAsync(services, told, [.. Places.Select(place => place.Village.AtLevel(AreaLevel.District)).Distinct().Select(district => new WaveTerms(district, today.AddDays(-45), today.AddDays(20)))], today, ct);
    }

    // RT after RT, so that a few are late and most are not yet.
    private async Task AssignAsync(IServiceProvider services, AreaCode village, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var email = village == story.MainVillage ? "petugas" + DemoAccounts.Domain : DemoAccounts.EnumeratorOf(village);
        var enumerator = await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(ct);
        var round = await db.Rounds.Include(r => r.Waves).SingleAsync(ct);
        var targets = await db.RoundTargets.In(village).Where(target => target.State == VerificationState.NotVisited && target.EnumeratorId == null).OrderBy(target => target.AreaCode).ThenBy(target => target.Id).ToListAsync(ct);
        foreach (var (i, rt) in targets.GroupBy(target => target.AreaCode).Index())
        {
            foreach (var target in rt)
                DemoStage.Require(target.Assign(enumerator, today.AddDays(-6 + (i % 4 * 7)), round));
        }
        await db.SaveChangesAsync(ct);
    }

    // The letter with which the enumerator of a village is sent.
    private static async Task SendAsync(IServiceProvider services, AreaCode village, int number, CancellationToken ct)
    {
        var (db, desk) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<LetterDesk>());
        if (await db.AssignmentLetters.In(village).AnyAsync(ct) || await db.RoundTargets.In(village).Select(target => target.EnumeratorId).FirstOrDefaultAsync(id => id != null, ct) is not { } enumerator)
            return;
        var form = desk.NewForm(village) with { Number = $"094/{number:000}/ST/{services.GetRequiredService<Settings.OfficeClock>().Today.Year}" };
        var page = new LetterPage(await db.Rounds.Include(r => r.Waves).SingleAsync(ct), village, enumerator, await db.Users.Where(user => user.Id == enumerator).Select(user => user.FullName).SingleAsync(ct), 0, form);
        var (outcome, _) = await desk.IssueAsync(page, form.Terms(), ct);
        DemoStage.Require(outcome);
    }

    private static async Task AgreeAsync(IServiceProvider services, AreaCode village, int number, CancellationToken ct)
    {
        var (db, today) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<Settings.OfficeClock>().Today);
        // A small demo office has villages without a family on the list.
        if (!await db.RoundTargets.In(village).AnyAsync(target => target.State == VerificationState.ApprovedByVillage, ct))
            return;
        var place = services.GetRequiredService<AreaDirectory>().NameOf(village);
        var terms = new DeliberationTerms($"140/{number:000}/BA-MD/{today.Year}", today, new TimeOnly(9, 0), new TimeOnly(12, 20), $"Balai Desa {place}", "Yohanes Contoh, Ketua BPD", "Siti Contoh, Sekretaris Desa", 8,
            "Yohanes Contoh, Ketua BPD\nSiti Contoh, Sekretaris Desa\nAndi Contoh, Ketua RT 001\nBahtiar Contoh, Ketua RT 002\nHasnah Contoh, Kader Posyandu\nMarkus Contoh, Tokoh masyarakat",
            "Yohanes Contoh, Pimpinan musyawarah\nSiti Contoh, Notulis\nRudi Contoh, Kepala Desa", "Perekaman KTP elektronik keliling bagi keluarga yang belum padan.");
        var (outcome, _) = await services.GetRequiredService<DeliberationDesk>().FreezeAsync(await db.Rounds.Include(r => r.Waves).SingleAsync(ct), village, terms,
            code => $"https://tkpkd.demo.invalid/verifikasi/{code}", ct);
        DemoStage.Require(outcome);
    }

    // What the civil registry answers of the heads; one in seventeen is known there otherwise and stays out of the decree.
    private static async Task AnswerAsync(IServiceProvider services, AreaCode village, CancellationToken ct)
    {
        var (db, today) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<Settings.OfficeClock>().Today);
        var heads = await db.Persons.In(village).Where(person => person.Relationship == Relationship.Head && person.CivilMatch == null).OrderBy(person => person.Id).ToListAsync(ct);
        foreach (var (i, head) in heads.Index())
            Household.TakeAnswer(head, i % 17 == 16 ? CivilMatch.Differs : CivilMatch.Agrees, today);
        db.Changes.Declare(ChangeSource.Demo, null, "Jawaban Dukcapil tentang kepala keluarga");
        await db.SaveChangesAsync(ct);
    }

    private Task TakeAsync(string email, Permission permission, RoundStep step, int day, CancellationToken ct) => stage.AsAsync(email, permission, At(day, 15), async services =>
    {
        var round = await services.GetRequiredService<PortalDbContext>().Rounds.AsNoTracking().SingleAsync(ct);
        await services.GetRequiredService<StepDesk>().TakeAsync(round, step, new StepForm { IsAll = true }, ct);
    }, ct);

    private async Task DecreeAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.Decrees.AnyAsync(ct))
            return;
        // In a very small demo nobody is validated yet; then there is no decree.
        await services.GetRequiredService<StepDesk>().DecreeAsync(await db.Rounds.AsNoTracking().SingleAsync(ct), new DecreeForm { Number = "400.9/K.512/2026", On = today.AddDays(-8), Signatory = "Rahman Contoh" }, ct);
    }

    private static async Task ReturnOneAsync(IServiceProvider services, AreaCode village, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var one = await db.RoundTargets.In(village).Where(target => target.State == VerificationState.AgreedInDeliberation).OrderBy(target => target.Id).Select(target => target.PublicId).FirstOrDefaultAsync(ct);
        if (one != default)
            await services.GetRequiredService<StepDesk>().TakeAsync(await db.Rounds.AsNoTracking().SingleAsync(ct), RoundStep.District,
                new StepForm { IsBack = true, Ids = [one], Note = "Keluarga ini terdaftar juga di desa tetangga. Cek ke RT kedua desa." }, ct);
    }

    private DateTime At(int days, int hour) => IndonesianZone.Of(story.Office).StartOf(today.AddDays(days)).AddHours(hour);
}
