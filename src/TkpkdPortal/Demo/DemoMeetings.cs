using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Demo;

internal static class DemoMeetings
{
    public static async Task MakeAsync(IServiceProvider services, OfficeSettings office, DateOnly today, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.Meetings.AnyAsync(ct))
            return;
        foreach (var terms in Meetings(office, today))
        {
            CoordinationMeeting.Call(terms, out var meeting);
            db.Meetings.Add(meeting!);
        }
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<MeetingTerms> Meetings(OfficeSettings office, DateOnly today)
    {
        var chair = $"Wakil {(office.Area.IsCity ? "Wali Kota" : "Bupati")} selaku Ketua {office.TeamShortName}";
        yield return new MeetingTerms("Rakor Kelengkapan Data Kemiskinan Ekstrem", today.AddDays(-75), new(9, 0), new(12, 0), "Ruang rapat Bappeda", chair, null,
            ["Pembukaan", "Daftar yang dimuat dan kelengkapannya", "Kecamatan yang lebih dahulu diverifikasi"]);
        yield return new MeetingTerms("Rakor Konsolidasi Intervensi Kemiskinan Ekstrem", today.AddDays(6), new(9, 0), new(12, 0), $"Aula Kantor {(office.Area.IsCity ? "Wali Kota" : "Bupati")}", chair,
            "Satu daftar, satu keluarga, satu catatan bantuan",
            ["Pembukaan oleh Ketua " + office.TeamShortName, "Hasil verifikasi dan validasi menurut kecamatan", "Perumahan, air minum, dan sanitasi: bagian setiap OPD",
                "Bantuan yang sudah tersalur dan yang tumpang tindih", "Keputusan dan penutup"]);
    }
}
