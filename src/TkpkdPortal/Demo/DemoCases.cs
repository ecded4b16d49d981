using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>
/// How the office deals with single families: what an OPD takes of its duty and what it refuses, so that the secretariat has needs that nobody owns; and families of the main village that are helped
/// case by case, one of them overdue, one closed and one that asked to leave the list.
/// </summary>
internal sealed class DemoCases(DemoStage stage, DemoStory story, DateOnly today)
{
    private const string Head = "lurah" + DemoAccounts.Domain;

    private const int Answered = 6, RefusedOneIn = 3;

    private static readonly string[] Assessments =
    [
        "Ayah bekerja serabutan, ibu bisa membuat kue. Anak kedua berhenti sekolah sejak tahun lalu.\nYang menghambat: tidak punya modal dan rumah sering terendam.",
        "Lansia hidup sendiri, masih sanggup berkebun. Anaknya di kota lain dan jarang mengirim uang.",
        "Ibu kepala keluarga, tiga anak. Punya kemampuan menjahit, mesinnya rusak.",
        "Suami sakit sejak dua tahun, istri buruh cuci. Ingin berjualan di rumah.",
        "Keluarga muda menumpang di rumah orang tua; ayah baru ikut pelatihan kerja.",
    ];

    public async Task MakeAsync(CancellationToken ct)
    {
        if (story.Programs.Any(program => program.Email == "disperkim"))
            await stage.AsAsync("disperkim" + DemoAccounts.Domain, Permission.AnswerDuties, At(-5), services => AnswerAsync(services, Need.DecentHouse, "Status tanah belum jelas; rumahnya berdiri di sempadan sungai.", ct), ct);
        await stage.AsAsync("opd" + DemoAccounts.Domain, Permission.AnswerDuties, At(-5), services => AnswerAsync(services, Need.Work, "Kuota pelatihan tahun ini habis.", ct), ct);
        foreach (var (i, assessment) in Assessments.Take(story.Cases).Index())
            await stage.AsAsync(Head, Permission.ManageCases, At(-42 + (i * 4)), services => OpenAsync(services, i, assessment, ct), ct);
        await stage.AsAsync("petugas" + DemoAccounts.Domain, Permission.WorkOnCases, At(-12), services => AccompanyAsync(services, ct), ct);
        if (story.Cases > 2)
        {
            await stage.AsAsync(Head, Permission.ManageCases, At(-8), services => CloseAsync(services, ct), ct);
            await stage.AsAsync("dinsos" + DemoAccounts.Domain, Permission.DecideGraduations, At(-7), services => GraduateAsync(services, ct), ct);
        }
    }

    private async Task AnswerAsync(IServiceProvider services, Need need, string whyNot, CancellationToken ct)
    {
        var (db, user, at) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>(), Now(services));
        if (await db.DutyAnswers.AnyAsync(ct))
            return;
        var opdId = user.OpdOf(Permission.AnswerDuties);
        var opd = await db.Opds.AsNoTracking().SingleAsync(one => one.Id == opdId, ct);
        // Whom the OPD helps already speaks for itself.
        foreach (var (i, household) in (await db.Households.AsNoTracking().Where(h => (h.Needs & need) != 0 && !db.Interventions.Any(aid => aid.HouseholdId == h.Id)).OrderBy(h => h.Id).Take(Answered).ToListAsync(ct)).Index())
        {
            var reply = i % RefusedOneIn == 2 ? new DutyReply(DutyVerdict.Refused, null, whyNot) : new DutyReply(DutyVerdict.Accepted, today.AddDays(i % 5 == 0 ? -2 : 60), null);
            DemoStage.Require(DutyAnswer.Give(new DutyQuestion(opd, household, need), reply, user.Id, today.AddDays(-5), at, out var answer));
            db.DutyAnswers.Add(answer!);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task OpenAsync(IServiceProvider services, int number, string assessment, CancellationToken ct)
    {
        var (db, user, day) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>(), today.AddDays(-42 + (number * 4)));
        var families = await db.Households.AsNoTracking().In(story.MainVillage).Where(h => h.DecileCode == 1).OrderBy(h => h.Id).Take(Assessments.Length).ToListAsync(ct);
        if (number >= families.Count || await db.Cases.AnyAsync(one => one.HouseholdId == families[number].Id, ct))
            return;
        var companion = await db.Users.Where(one => one.Email == "petugas" + DemoAccounts.Domain).Select(one => one.Id).SingleAsync(ct);
        DemoStage.Require(FamilyCase.Open(families[number], new CaseTerms(assessment, user.Id, companion, day.AddDays(number == 2 ? 35 : 60)), null, 1, user.Id, day, out var opened));
        DemoStage.Require(opened!.Plan(new CaseStepTerms("Antar ke Puskesmas dan catat kepesertaan BPJS.", Need.HealthInsurance, null, day.AddDays(number == 0 ? 20 : 50)), day));
        DemoStage.Require(opened.Plan(new CaseStepTerms("Daftarkan ke kursus keterampilan di kelurahan atau desa.", Need.Work, null, day.AddDays(45)), day));
        if (story.Programs.Any(program => program.Email == "disperkim") && await db.Opds.AsNoTracking().SingleOrDefaultAsync(one => one.ShortName == "Disperkim", ct) is { } houses)
            DemoStage.Require(opened.Plan(new CaseStepTerms("Periksa lantai dan atap, usulkan perbaikan.", Need.DecentHouse, houses, day.AddDays(55)), day));
        db.Cases.Add(opened);
        await db.SaveChangesAsync(ct);
    }

    private async Task AccompanyAsync(IServiceProvider services, CancellationToken ct)
    {
        var (db, user, at) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>(), Now(services));
        if (await db.CaseContacts.AnyAsync(ct))
            return;
        foreach (var (i, one) in (await db.Cases.Include(found => found.Steps).OrderBy(found => found.Id).ToListAsync(ct)).Index())
        {
            DemoStage.Require(one.Note(new CaseContactTerms(i % 3 == 1 ? CaseContactKind.NotMet : CaseContactKind.AtHome, today.AddDays(-12), i % 3 == 1 ? "Rumah kosong; menurut tetangga sedang di kebun." : "Ibu menerima baik, minta diantar mengurus kartu BPJS."), user.Id, today.AddDays(-12), at));
            if (i is 1 or 3)
                DemoStage.Require(one.Steps[0].Settle(CaseStepState.Done, "Sudah diantar, kartu aktif.", user.Id, today.AddDays(-12)));
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task CloseAsync(IServiceProvider services, CancellationToken ct)
    {
        var (db, user) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>());
        if (await db.Cases.AnyAsync(one => one.Ending != null, ct) || await db.Cases.Include(found => found.Steps).OrderBy(found => found.Id).Skip(1).FirstOrDefaultAsync(ct) is not { } one)
            return;
        foreach (var step in one.Steps.Where(step => step.State is CaseStepState.Open))
            DemoStage.Require(step.Settle(CaseStepState.Done, "Selesai; dilihat lurah di rumahnya.", user.Id, today.AddDays(-8)));
        DemoStage.Require(one.Close(CaseEnding.GoalsReached, "Berkebun lagi, kartu BPJS aktif, atap diperbaiki.", user.Id, today.AddDays(-8)));
        await db.SaveChangesAsync(ct);
    }

    private async Task GraduateAsync(IServiceProvider services, CancellationToken ct)
    {
        var (db, user, at) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>(), Now(services));
        if (await db.Graduations.AnyAsync(ct) || await db.Households.AsNoTracking().In(story.MainVillage).Where(h => !db.Cases.Any(one => one.HouseholdId == h.Id)).OrderByDescending(h => h.DecileCode).ThenBy(h => h.Id).FirstOrDefaultAsync(ct) is not { } family)
            return;
        var rule = await GraduationLines.RuleAsync(db, ct);
        DemoStage.Require(Graduation.Decide(family, rule, rule.Judge(await GraduationLines.FactsAsync(db, family, null, ct)),
            new GraduationVerdict(GraduationKind.OwnRequest, "Usaha warung sudah cukup untuk sehari-hari; keluarga sendiri memohon dikeluarkan dari daftar.", "Surat permohonan bermeterai, diterima kelurahan"), null, user.Id, today.AddDays(-7), at, out var decided));
        db.Graduations.Add(decided!);
        await db.SaveChangesAsync(ct);
    }

    private DateTime At(int days) => IndonesianZone.Of(story.Office).StartOf(today.AddDays(days)).AddHours(14);

    private static DateTime Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}
