using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;

namespace TkpkdPortal.Verbs;

internal static class ReportVerb
{
    public static Command Command()
    {
        var outFile = new Option<FileInfo>("--out") { Required = true, Description = "Berkas PDF yang ditulis." };
        var meeting = new Option<Guid?>("--meeting") { Description = "Id rakor; bawaan: rakor berikutnya, atau tanpa rakor." };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "Data per tanggal, yyyy-mm-dd.", CustomParser = VerbRun.DayOrNull };
        var rakor = new Command("rakor", "Menulis bahan rapat koordinasi sebagai PDF.") { outFile, meeting, asOf, VerbRun.AsOption };
        rakor.SetAction((result, ct) => VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.ViewMeetings,
            services => WriteAsync(services, result.GetRequiredValue(outFile), result.GetValue(meeting), result.GetValue(asOf), ct), ct));
        return new Command("report", "Laporan sebagai PDF.") { rakor };
    }

    private static async Task<int> WriteAsync(IServiceProvider services, FileInfo outFile, Guid? meetingId, DateOnly? asOf, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var today = services.GetRequiredService<Settings.OfficeClock>().Today;
        var meetings = db.Meetings.AsNoTracking().Include(m => m.Agenda).Include(m => m.Chapters).AsSplitQuery();
        CoordinationMeeting? meeting = meetingId is { } id
            ? await meetings.SingleOrDefaultAsync(m => m.PublicId == id, ct)
            : await meetings.Where(m => m.On >= today).OrderBy(m => m.On).ThenBy(m => m.Id).FirstOrDefaultAsync(ct);
        if (meetingId is not null && meeting is null)
            return await VerbRun.RefuseAsync($"Rakor {meetingId} tidak ada.");
        if (outFile.Directory is not { Exists: true })
            return await VerbRun.RefuseAsync($"Direktori {outFile.DirectoryName} tidak ada.");
        var bytes = await services.GetRequiredService<PackWriter>().WriteAsync(meeting, asOf, ct);
        try
        {
            await File.WriteAllBytesAsync(outFile.FullName, bytes, ct);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return await VerbRun.RefuseAsync($"{outFile.FullName} tidak dapat ditulis: {refused.Message}");
        }
        await db.Changes.RecordAsync(db, "Paper.Fetched", meeting, ct: ct);
        Console.WriteLine($"{outFile.FullName} ditulis, {Indonesian.Number((bytes.Length + 1023) / 1024)} KB.");
        return VerbRun.Done;
    }
}
