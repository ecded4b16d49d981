using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Minutes;
using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>What the office's last meeting decided, and what its OPDs have reported since: one decision done, one on its way, one overdue that nobody has reported on, one of the village of the work.</summary>
internal sealed class DemoDecisions(DemoStage stage, DemoStory story, DateOnly today)
{
    private const string Analyst = "bappeda" + DemoAccounts.Domain;

    private static readonly (string Text, string Action, string Indicator, string Opd, string? Support, int DueInDays, bool NamesVillage)[] Decided =
    [
        ("Daftar keluarga dipadankan dengan data kependudukan sebelum dipakai untuk bantuan.", "Mencocokkan NIK dan KK daftar dengan data kependudukan.", "Laporan pemadanan Disdukcapil", "Dinsos", null, 30, false),
        ("Verifikasi lapangan didahulukan di wilayah dengan keluarga terbanyak.", "Mengunjungi seluruh keluarga di wilayah yang didahulukan dan mengesahkan hasilnya.", "Berita acara musyawarah wilayah yang didahulukan", "Dinsos", "Disnaker", 110, true),
        ("Setiap OPD menyerahkan daftar penerima bantuannya.", "Menyerahkan daftar penerima pelatihan kerja tahun berjalan dalam format portal.", "Berkas penerima termuat di portal tanpa baris tertahan", "Disnaker", null, 45, false),
    ];

    public async Task MakeAsync(CancellationToken ct)
    {
        if (story.Meetings.FirstOrDefault(meeting => meeting.Days < 0) is not { } past)
            return;
        var day = past.Days + 1;
        await stage.AsAsync(Analyst, Permission.ManageMeetings, At(day), services => DecideAsync(services, ct), ct);
        await stage.AsAsync("dinsos" + DemoAccounts.Domain, Permission.ReportFollowUps, At(-50), services => ReportAsync(services, 1, new ReportTerms(DecisionState.Done, null, "Seluruh baris daftar dicocokkan; yang berbeda diserahkan ke kelurahan dan desa.", null, "Laporan pemadanan nomor 470/118"), ct), ct);
        await stage.AsAsync("dinsos" + DemoAccounts.Domain, Permission.ReportFollowUps, At(-9), services => ReportAsync(services, 2, new ReportTerms(DecisionState.InProgress, 60, "Kunjungan berjalan; hasilnya disetujui lurah dan kepala desa setiap minggu.", "Sebagian keluarga bekerja di luar kota pada hari kerja.", null), ct), ct);
    }

    private async Task DecideAsync(IServiceProvider services, CancellationToken ct)
    {
        var (db, user, now) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        if (await db.MeetingDecisions.AnyAsync(ct) || await db.Meetings.Include(one => one.Invited).Where(one => one.On < today).OrderBy(one => one.On).FirstOrDefaultAsync(ct) is not { } meeting)
            return;
        var opds = await db.Opds.AsNoTracking().ToListAsync(ct);
        var day = IndonesianZone.Of(story.Office).DayOf(now);
        DemoStage.Require(meeting.Invite(new InvitationLetter("005/091/TKPKD", meeting.On.AddDays(-7), "Sekretaris,\nKepala Bappeda", "Nama Pejabat Uji", null), [.. opds.Select(opd => new InvitedParty(opd.Id, $"Kepala {opd.Name}")), new InvitedParty(null, "Para camat")]));
        DemoStage.Require(meeting.Minute("Rina Uji, Analis Bappeda", "Pimpinan rapat membuka rapat dan meminta satu daftar yang dipakai bersama.\nDinas Sosial menyampaikan keluarga yang belum ditemukan di alamatnya.\nOPD sepakat menyerahkan daftar penerima bantuan tahun berjalan."));
        await PresentAsync(db, meeting, opds.ConvertAll(opd => opd.ShortName), user.Id, now, day, ct);
        foreach (var (index, one) in Decided.Where(one => opds.Exists(opd => opd.ShortName == one.Opd)).Index())
        {
            DemoStage.Require(MeetingDecision.Decide(meeting, new DecisionTerms(one.Text, one.Action, one.Indicator, opds.Find(opd => opd.ShortName == one.Opd)!.Id, meeting.On.AddDays(one.DueInDays))
            {
                SupportIds = [.. opds.Where(opd => opd.ShortName == one.Support).Select(opd => opd.Id)],
                Areas = one.NamesVillage ? [story.MainVillage] : [],
            }, index + 1, out var decision));
            db.MeetingDecisions.Add(decision!);
        }
        await db.SaveChangesAsync(ct);
        DemoStage.Require(await services.GetRequiredService<MinutesDesk>().CloseAsync(meeting, (await services.GetRequiredService<MinutesDesk>().PageAsync(meeting, null, ct)).Form, ct));
    }

    private static async Task PresentAsync(PortalDbContext db, CoordinationMeeting meeting, IReadOnlyList<string> opds, long userId, DateTime now, DateOnly day, CancellationToken ct)
    {
        (string Name, string Function, string Institution)[] people = [("Ketua Uji", "Pimpinan rapat", "Sekretariat daerah"), .. opds.Take(6).Select((opd, i) => ($"Pejabat Uji {(char)('A' + i)}", "Sekretaris dinas", opd))];
        foreach (var (name, function, institution) in people)
        {
            DemoStage.Require(MeetingAttendee.SignIn(meeting, new AttendeeTerms(name, function, institution), [], userId, now, day, out var attendee));
            db.MeetingAttendees.Add(attendee!);
        }
        await db.SaveChangesAsync(ct);
    }

    private static async Task ReportAsync(IServiceProvider services, int number, ReportTerms terms, CancellationToken ct)
    {
        var (db, user, now) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ActingUser>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        if (await db.MeetingDecisions.Include(one => one.Reports).SingleOrDefaultAsync(one => one.Number == number, ct) is not { Reports.Count: 0 } decision)
            return;
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == decision.MeetingId, ct);
        DemoStage.Require(decision.Report(meeting, terms, new Reporter(user.Id, user.OpdOf(Permission.ReportFollowUps), IsResponsible: true, IsSecretariat: false), now, DateOnly.FromDateTime(now)));
        await db.SaveChangesAsync(ct);
    }

    private DateTime At(int days) => IndonesianZone.Of(story.Office).StartOf(today.AddDays(days)).AddHours(14);
}
