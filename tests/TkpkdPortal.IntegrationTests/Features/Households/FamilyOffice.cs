using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Households;

/// <summary>An office with one family of three, head, wife and son, as two lists brought it, and the heads of two villages.</summary>
internal sealed class FamilyOffice : IAsyncDisposable
{
    public const string Village = "62.71.04.1004", Elsewhere = "62.71.04.1003";

    public const string FamilyId = "627123000001", Head = "RAHMAN UJI", Wife = "SITI UJI", Son = "BUDI UJI";

    public static readonly FamilyRow Family = new(FamilyId, "6271041004") { HeadName = Head, Nik = "6271990302800001" };

    public static readonly PersonRow[] Persons =
    [
        new(FamilyId, "P1", "6271041004") { Name = Head, Nik = "6271990302800001" },
        new(FamilyId, "P2", "6271041004") { Name = Wife, Relationship = "Istri/Suami", Sex = "Perempuan", BirthDate = "1983-04-05" },
        new(FamilyId, "P3", "6271041004") { Name = Son, Nik = "6271990605050003", Relationship = "Anak", BirthDate = "2005-05-06" },
    ];

    private FamilyOffice(MovingClock clock)
    {
        Clock = clock;
        Portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(clock));
    }

    public MovingClock Clock { get; }

    public TestPortal Portal { get; }

    public Guid Household { get; private set; }

    /// <summary>The head of the family's village, signed in.</summary>
    public Visitor VillageHead { get; private set; } = null!;

    public static async Task<FamilyOffice> StartAsync()
    {
        var office = new FamilyOffice(new MovingClock(new DateTimeOffset(2026, 11, 2, 3, 0, 0, TimeSpan.Zero)));
        await office.Portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), Family);
        await office.Portal.Scenario.ImportPersonsAsync("2023", new DateOnly(2023, 9, 15), Persons);
        office.Household = await office.ReadAsync(db => db.Households.Select(h => h.PublicId).SingleAsync());
        await office.PassAsync(TimeSpan.FromDays(1));
        return office;
    }

    /// <summary>Time goes by; whoever was signed in signs in again.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Now += time;
        VillageHead = await EnterAsync(Role.VillageHead);
    }

    public async Task<Visitor> EnterAsync(Role role, string? village = Village) => await Portal.SignInAsync(await Portal.Scenario.AccountAsync(role, village));

    public Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read) =>
        Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => read(services.GetRequiredService<PortalDbContext>()));

    public Task<Guid> MemberAsync(string name) => ReadAsync(db => db.Persons.Where(p => p.Name == name).Select(p => p.PublicId).SingleAsync());

    /// <summary>"RAHMAN UJI Head, SITI UJI Spouse": who belongs to the household, in the order of the card.</summary>
    public async Task<string> MembersAsync(Guid? household = null) => string.Join(", ", (await ReadAsync(db => db.Households.IgnoreQueryFilters([FilterNames.Open])
        .Where(h => h.PublicId == (household ?? Household)).SelectMany(h => h.Members).OrderBy(p => p.Relationship).ThenBy(p => p.Name).Select(p => new { p.Name, p.Relationship }).ToListAsync()))
        .Select(person => $"{person.Name} {person.Relationship}"));

    public static string EventPath(Guid household, string kind) => $"/keluarga/{household}/peristiwa/{kind}";

    /// <summary>Fills in the form of an event and stops at the answer.</summary>
    public async Task<Page> TryAsync(string kind, params (string Name, string? Value)[] fields) => await FillAsync(await VillageHead.GetAsync(EventPath(Household, kind)), kind, fields);

    public static Task<Page> FillAsync(Page form, string kind, params (string Name, string? Value)[] fields) => form.SubmitAsync($"form[action$='/peristiwa/{kind}']",
        [.. new (string, string?)[] { ("Form.On", "02/11/2026"), ("Form.Note", "Laporan ketua RT") }.Where(field => fields.All(own => own.Name != field.Item1)), .. fields]);

    /// <summary>Fills in, reads what would change, and records it.</summary>
    public async Task<Page> RecordAsync(string kind, params (string Name, string? Value)[] fields)
    {
        var confirm = await TryAsync(kind, fields);
        Expect(HttpStatusCode.OK, confirm);
        var done = await confirm.SubmitAsync($"form[action$='/peristiwa/{kind}']", ("Form.Step", "catat"));
        Expect(HttpStatusCode.Redirect, done);
        return await done.FollowAsync();
    }

    public async Task<Page> DieAsync(string name, string? newHead = null) => await RecordAsync("kematian", ("Form.MemberId", (await MemberAsync(name)).ToString()),
        ("Form.NewHeadId", newHead is null ? "" : (await MemberAsync(newHead)).ToString()));

    /// <summary>Members leave for a household of their own; answers its id.</summary>
    public async Task<Guid> SplitAsync(string? newHead, params (string Name, Relationship Relationship)[] leaving)
    {
        var fields = new List<(string, string?)> { ("Form.NewHeadId", newHead is null ? "" : (await MemberAsync(newHead)).ToString()) };
        foreach (var (name, relationship) in leaving)
            fields.Add(($"Form.Leaving[{await MemberAsync(name)}]", relationship.ToString()));
        await RecordAsync("pecah-kk", [.. fields]);
        return await ReadAsync(db => db.Households.OrderByDescending(h => h.Id).Select(h => h.PublicId).FirstAsync());
    }

    /// <summary>The village offers the family to the other, which takes it in.</summary>
    public async Task HandOverAsync()
    {
        await OfferAsync();
        var receiver = await EnterAsync(Role.VillageHead, Elsewhere);
        var done = await (await receiver.GetAsync(await OfferPathAsync())).SubmitAsync("#jawab", ("Form.Decision", "Accept"), ("Form.Address", "JL. BARU 7"), ("Form.Rt", "4"));
        Expect(HttpStatusCode.Redirect, done);
    }

    public async Task<Page> OfferAsync()
    {
        var done = await (await VillageHead.GetAsync($"/serah-terima/keluarga/{Household}"))
            .SubmitAsync("form[action^='/serah-terima/keluarga/']", ("Form.To", Elsewhere), ("Form.MovedOn", "02/11/2026"), ("Form.Reason", "Ikut orang tua"));
        Expect(HttpStatusCode.Redirect, done);
        return await done.FollowAsync();
    }

    public async Task<string> OfferPathAsync() => $"/serah-terima/{await ReadAsync(db => db.HandOvers.OrderByDescending(h => h.Id).Select(h => h.PublicId).FirstAsync())}";

    /// <summary>Says what the page said instead.</summary>
    public static void Expect(HttpStatusCode status, Page page)
    {
        if (page.StatusCode != status)
            Assert.Fail(page.StatusCode is HttpStatusCode.Redirect ? $"It was redirected to {page.Location}." : $"{page.StatusCode}: {page.Text}");
    }

    /// <summary>What the page of accesses says, waited for until it holds the text: accesses are written in batches.</summary>
    public async Task<string> WhoSawAsync(Visitor visitor, string text)
    {
        for (var second = 0; ; second++)
        {
            var page = await visitor.GetAsync($"/keluarga/{Household}/akses");
            if (second >= 60 || page.Text.Contains(text, StringComparison.Ordinal))
                return page.Text;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
