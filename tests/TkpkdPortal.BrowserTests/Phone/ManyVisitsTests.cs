using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>Days without a signal, a closed browser, a server that dies while it receives: everything arrives, once.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ManyVisitsTests(Chromium chromium)
{
    private const int PhotosOfAVisit = 3, Kills = 3;

    private static readonly int Families = FieldOffice.IsFull ? 500 : 40, Visits = FieldOffice.IsFull ? 50 : 4;

    // At least: a photo may go in several pieces.
    private static readonly int Sends = Visits * (1 + PhotosOfAVisit);

    private static readonly float Patience = FieldOffice.IsFull ? 1_200_000 : 240_000;

    [BrowserFact]
    public async Task Visits_written_without_a_signal_arrive_exactly_once_though_the_server_is_killed_while_they_are_sent()
    {
        using var disk = new TempDirectory();
        var staff = await FillAsync(disk["data"]);
        var served = await ServedPortal.StartAsync(disk["data"], FieldOffice.Office);
        try
        {
            await WriteWithoutSignalAsync(disk["phone"], served.Address, staff);
            await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], served.Address);
            await phone.SetOfflineAsync(true);
            await phone.OpenAsync();
            await phone.EnterPinAsync();
            await phone.SeesListAsync();
            await phone.OpenMenuAsync("Antrean");
            await Assertions.Expect(phone.Waiting).ToHaveCountAsync(Visits);
            var loads = 0;
            phone.Page.Load += (_, _) => loads++;

            await phone.SetOfflineAsync(false);
            await phone.Window.SeesAsync("Masuk lagi untuk mengirim");
            await using var line = await SendingLine.WatchAsync(phone.Page.Context);
            await phone.SignInBesideAsync(staff.First, served.Address);
            for (var kill = 1; kill <= Kills; kill++)
            {
                await line.StopAtAsync((Sends * kill / (Kills + 1)) + kill, answerIsLost: kill % 2 == 1).WaitAsync(TimeSpan.FromMilliseconds(Patience));
                await served.KillAsync();
                line.Cut();
                await Assertions.Expect(phone.Page.Locator("[data-strip]")).ToBeVisibleAsync(new() { Timeout = Patience });
                served = await ServedPortal.StartAgainAsync(served.Address, disk["data"], FieldOffice.Office);
            }
            await Assertions.Expect(phone.Sent).ToHaveCountAsync(Visits, new() { Timeout = Patience });
            await Assertions.Expect(phone.Waiting).ToHaveCountAsync(0);
            Assert.Equal(0, loads);
        }
        finally
        {
            await served.DisposeAsync();
        }

        await using var portal = TestPortal.StartOn(disk["data"], FieldOffice.Office);
        var visits = await FieldOffice.AskAsync(portal, db => db.Visits.Include(visit => visit.Photos).AsNoTracking().ToListAsync());
        Assert.Equal(Visits, visits.Count);
        Assert.Equal(Visits, visits.Select(visit => visit.HouseholdId).Distinct().Count());
        Assert.All(visits, visit => Assert.Equal((VisitStatus.Submitted, PhotosOfAVisit), (visit.Status, visit.Photos.Count)));
        Assert.All(visits.SelectMany(visit => visit.Photos), photo => Assert.Equal(PhotoState.Kept, photo.State));
        Assert.Equal(Visits, await FieldOffice.AskAsync(portal, db => db.VisitSubmissions.CountAsync()));
        Assert.Equal(Visits * PhotosOfAVisit, visits.SelectMany(visit => visit.Photos).Select(photo => photo.FileId).Distinct().Count());
    }

    private static async Task<FieldStaff> FillAsync(string data)
    {
        await using var portal = TestPortal.StartOn(data, FieldOffice.Office);
        return await FieldOffice.FillAsync(portal, Families);
    }

    private async Task WriteWithoutSignalAsync(string profile, Uri portal, FieldStaff staff)
    {
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, profile, portal);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await phone.Window.SeesAsync($"dari {Families} keluarga");
        var photos = await phone.PhotosAsync(PhotosOfAVisit);
        await phone.SetOfflineAsync(true);
        for (var family = 0; family < Visits; family++)
            await phone.WriteVisitAsync(family * (Families / Visits), "Kepala keluarga", photos);
    }
}
