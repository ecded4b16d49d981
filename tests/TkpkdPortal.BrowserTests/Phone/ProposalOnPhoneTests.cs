using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Accessibility;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>A family that is on no list is proposed without a signal, once the own list does not have it, and arrives when the signal returns.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ProposalOnPhoneTests(Chromium chromium)
{
    [BrowserFact]
    public async Task It_is_sought_in_the_own_list_first_written_without_a_signal_and_arrives_once()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, 3);
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();
        await portal.Scenario.RoundAsync(isRunning: true, "62.71.04");
        await phone.SetOfflineAsync(true);

        await phone.Page.GetByLabel("Cari nama, alamat, atau RT").FillAsync(FieldOffice.WordOf(1));
        await phone.Window.PressAsync("Usulkan keluarga baru");
        await phone.Window.SeesAsync("1 keluarga di daftar Anda punya nama yang mirip");
        await FaultlessAsync(phone);
        await phone.Page.GetByLabel("Nama kepala keluarga").FillAsync("Norsehan Contoh");
        await phone.Window.PressAsync("Cari di daftar saya");
        await phone.Window.SeesAsync("Tidak ada nama yang mirip di daftar Anda");
        await phone.Window.PressAsync("Lanjut isi usulan");
        await phone.Window.PressAsync("Ajukan usulan kepada");
        await phone.Window.SeesAsync("Tulis mengapa keluarga ini diusulkan");
        await FaultlessAsync(phone);
        await phone.Page.GetByLabel("RT (bila perlu)").FillAsync("3");
        await phone.Page.GetByLabel("Alamat", new() { Exact = true }).FillAsync("Gang Haur, belakang langgar");
        await phone.Page.GetByLabel("Anggota keluarga lain").FillAsync("Alya, cucu, 12/03/2015");
        await phone.Page.GetByLabel("Mengapa diusulkan").FillAsync("Janda tanpa penghasilan tetap.");
        // Kept as it is typed, like a visit: closing the app loses nothing.
        await phone.OpenMenuAsync("Antrean");
        await phone.Window.SeesAsync("Draf");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjutkan" }).ClickAsync();
        await Assertions.Expect(phone.Page.GetByLabel("Mengapa diusulkan")).ToHaveValueAsync("Janda tanpa penghasilan tetap.");
        await phone.OpenAsync();
        await phone.EnterPinAsync();
        await phone.SeesListAsync();
        await phone.OpenMenuAsync("Antrean");
        await phone.Window.PressAsync("Lanjutkan");
        await phone.Window.PressAsync("Ajukan usulan kepada");
        await Assertions.Expect(phone.Window.Heading).ToHaveTextAsync("Antrean");
        await phone.Window.SeesAsync("Usulan baru: keluarga Norsehan Contoh");
        await phone.Window.SeesAsync("1 usulan menunggu sinyal");
        await FaultlessAsync(phone);

        await phone.SetOfflineAsync(false);
        await Assertions.Expect(phone.Sent).ToHaveCountAsync(1);

        var proposal = await FieldOffice.AskAsync(portal, db => db.Proposals.AsNoTracking().SingleAsync());
        Assert.Equal(("Norsehan Contoh", "62.71.04.1004.000.003.", "Alya, cucu, 12/03/2015", ProposalCheck.Waiting, 1), (proposal.HeadName, proposal.AreaCode, proposal.Members, proposal.Check, proposal.SentRevision));
        Assert.Equal(staff.First.Id, proposal.ProposedById);
    }

    [BrowserFact]
    public async Task What_the_portal_refuses_is_mended_and_what_is_thrown_away_is_told()
    {
        using var disk = new TempDirectory();
        await using var portal = TestPortal.StartOnNetwork();
        var staff = await FieldOffice.FillAsync(portal, 1);
        await portal.Scenario.RoundAsync(isRunning: true, "62.71.04");
        await using var phone = await EnumeratorPhone.SwitchOnAsync(chromium, disk["phone"], portal.Address);
        await phone.SignInAsync(staff.First);
        await phone.ChoosePinAsync();

        await WriteAsync(phone, "Asmuni Contoh", "Lina, tetangga");
        await phone.Window.SeesAsync("Ditolak");
        await phone.Window.PressAsync("Perbaiki");
        await phone.Window.SeesAsync("Belum bisa diterima");
        await phone.Page.GetByLabel("Anggota keluarga lain").FillAsync("Lina, istri");
        await phone.Window.PressAsync("Ajukan usulan kepada");
        await Assertions.Expect(phone.Sent).ToHaveCountAsync(1);
        Assert.Equal(2, await FieldOffice.AskAsync(portal, db => db.Proposals.Select(p => p.SentRevision).SingleAsync()));

        await phone.SetOfflineAsync(true);
        await WriteAsync(phone, "Jumriah Contoh", "");
        await phone.Window.PressAsync("Hapus");
        await phone.Page.GetByLabel("Ketik HAPUS untuk melanjutkan").FillAsync("HAPUS");
        await phone.Window.PressAsync("Hapus usulan");
        await phone.SetOfflineAsync(false);
        for (var i = 0; i < 100 && await FieldOffice.AskAsync(portal, db => db.AuditEntries.CountAsync(entry => entry.Action == "Proposal.Discarded")) == 0; i++)
            await Task.Delay(100);
        Assert.Equal(1, await FieldOffice.AskAsync(portal, db => db.AuditEntries.CountAsync(entry => entry.Action == "Proposal.Discarded")));
        Assert.Equal(1, await FieldOffice.AskAsync(portal, db => db.Proposals.CountAsync()));
    }

    private static async Task WriteAsync(EnumeratorPhone phone, string name, string members)
    {
        await phone.OpenMenuAsync("Daftar saya");
        await phone.Page.GetByLabel("Cari nama, alamat, atau RT").FillAsync(name);
        await phone.Window.PressAsync("Usulkan keluarga baru");
        await phone.Window.PressAsync("Lanjut isi usulan");
        await phone.Page.GetByLabel("Alamat", new() { Exact = true }).FillAsync("Gang Haur");
        await phone.Page.GetByLabel("Anggota keluarga lain").FillAsync(members);
        await phone.Page.GetByLabel("Mengapa diusulkan").FillAsync("Belum ada di daftar.");
        await phone.Window.PressAsync("Ajukan usulan kepada");
        await Assertions.Expect(phone.Window.Heading).ToHaveTextAsync("Antrean");
    }

    private static async Task FaultlessAsync(EnumeratorPhone phone)
    {
        var faults = await PageCheck.FaultsAsync(phone.Window);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
