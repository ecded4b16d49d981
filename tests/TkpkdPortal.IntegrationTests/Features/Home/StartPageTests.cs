using System.Globalization;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Home;

public sealed class StartPageTests
{
    private const string Village = "62.71.04.1004", Elsewhere = "62.71.01.1001", RoundVillage = "62.71.05.1001", ObjectionVillage = "62.71.02.1001";

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Every_number_that_waits_opens_the_list_of_exactly_that_many()
    {
        await using var portal = StartPortal();
        var people = await BusyOfficeAsync(portal);
        var opened = new Dictionary<string, int>();

        foreach (var person in people)
        {
            var visitor = await portal.SignInAsync(person);
            foreach (var (path, count) in ChipsOf(await visitor.GetAsync("/")))
            {
                Assert.Equal((path, count), (path, RowsOf(await visitor.GetAsync(path))));
                opened[path] = opened.GetValueOrDefault(path) + count;
            }
        }

        Assert.Equal(27, opened.Count);
        Assert.All(opened, kind => Assert.NotEqual((kind.Key, 0), (kind.Key, kind.Value)));
    }

    [Fact]
    public async Task Every_figure_of_the_start_page_opens_the_list_of_exactly_that_many()
    {
        await using var portal = StartPortal();
        var people = await BusyOfficeAsync(portal);
        var opened = new List<string>();

        foreach (var person in people)
        {
            var visitor = await portal.SignInAsync(person);
            var start = await visitor.GetAsync("/");
            foreach (var figure in start.Document.QuerySelectorAll(".tk-fig").Where(figure => figure.QuerySelector("a[href*='?']") is not null))
            {
                var path = figure.QuerySelector("a")!.GetAttribute("href")!; // The selector asks for it.
                Assert.Equal((path, NumberIn(figure.QuerySelector(".n")!)), (path, RowsOf(await visitor.GetAsync(path))));
                opened.Add(path);
            }
            foreach (var pair in start.Document.QuerySelectorAll(".tk-pairs a, tbody th a[href^='/keluarga?']"))
            {
                var path = pair.GetAttribute("href")!; // The selector asks for a link.
                var number = NumberIn(pair.Closest("tr")?.QuerySelector("td")! ?? pair);
                Assert.Equal((path, number), (path, RowsOf(await visitor.GetAsync(path))));
                opened.Add(path);
            }
        }

        Assert.Equal(
            ["/keluarga?kurang=BirthDate", "/keluarga?kurang=FamilyCard", "/keluarga?kurang=Nik", "/keluarga?sasaran=belum-dibantu", "/keluarga?sasaran=tugas", "/keluarga?wilayah=62.71.04.1004", "/keluarga?wilayah=62.71.05.1001",
                "/kunjungan?status=Approved", "/kunjungan?status=Draft", "/kunjungan?status=Returned", "/kunjungan?status=Submitted", "/kunjungan?status=belum"],
            opened.Select(path => path.StartsWith("/program", StringComparison.Ordinal) ? "" : path).Where(path => path.Length > 0).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_digest_lists_all_that_waits_the_oldest_first_with_its_age_and_whom_it_waits_for()
    {
        await using var portal = StartPortal();
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, Village);
        var old = await portal.Scenario.SubmittedVisitAsync(await portal.Scenario.HouseholdInAsync(Village, "LAMA UJI"), enumerator);
        _clock.Pass(TimeSpan.FromDays(4));
        await portal.Scenario.SubmittedVisitAsync(await portal.Scenario.HouseholdInAsync(Village, "BARU UJI"), enumerator);
        var head = await portal.Scenario.AccountAsync(Role.VillageHead, Village);
        var district = await portal.Scenario.AccountAsync(Role.DistrictHead, "62.71.04");

        var own = await (await portal.SignInAsync(head)).GetAsync("/menunggu");
        var followed = await (await portal.SignInAsync(district)).GetAsync("/menunggu");

        Assert.Equal(["Keluarga LAMA UJI", "Keluarga BARU UJI"], own.Document.QuerySelectorAll("main .tk-row b").Select(name => name.TextContent));
        Assert.Contains("4 hari", own.Find("main .tk-row-end").TextContent, StringComparison.Ordinal);
        Assert.Contains("sejak hari ini", own.Document.QuerySelectorAll("main .tk-row-end")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Menunggu Anda", own.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/periksa/{old}", own.Find("main .tk-row").GetAttribute("href"));
        Assert.Contains($"Menunggu {await NameOfAsync(portal, head)}", followed.Find("main .tk-row").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_counts_what_the_digest_lists()
    {
        await using var portal = StartPortal();
        foreach (var person in (await BusyOfficeAsync(portal)).Where(person => person.Role is not Role.DistrictHead))
        {
            var digest = await (await portal.SignInAsync(person)).GetAsync("/menunggu");

            // A page of the digest holds so many; its heading counts all of them.
            Assert.Equal((person.Role, int.Parse(digest.Find(".tk-title p").TextContent.Split(" hal")[0], CultureInfo.GetCultureInfo("id-ID"))), (person.Role, NumberIn(digest.Document.QuerySelector("nav a[href='/'] .tk-count"))));
        }
    }

    [Fact]
    public async Task What_waits_elsewhere_or_for_another_is_not_mine()
    {
        await using var portal = StartPortal();
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, Village);
        await portal.Scenario.SubmittedVisitAsync(await portal.Scenario.HouseholdInAsync(Village), enumerator);

        foreach (var (role, area) in new[] { (Role.VillageHead, Elsewhere), (Role.DistrictHead, "62.71.01"), (Role.Enumerator, Village), (Role.Leadership, "62.71") })
        {
            var visitor = await portal.SignInAsync(await portal.Scenario.AccountAsync(role, area));
            Assert.Contains("Belum ada yang menunggu Anda", (await visitor.GetAsync("/menunggu")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_list_that_was_loaded_again_waits_no_more()
    {
        await using var portal = StartPortal();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var digits = Village.Replace(".", "", StringComparison.Ordinal);
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("62710000001", digits) { Decile = "sebelas" });
        Assert.Equal(1, RowsOf(await analyst.GetAsync("/menunggu")));

        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("62710000001", digits));

        Assert.Equal(0, RowsOf(await analyst.GetAsync("/menunggu")));
    }

    [Fact]
    public async Task Every_role_has_a_start_page_of_at_most_six_things_a_part()
    {
        await using var portal = StartPortal();
        foreach (var role in Enum.GetValues<Role>())
        {
            var area = role switch { Role.DistrictHead => "62.71.04", Role.VillageHead or Role.Enumerator => Village, _ => null };
            var page = await (await portal.SignInAsync(await portal.Scenario.AccountAsync(role, area))).GetAsync("/");

            Assert.NotEmpty(page.Document.QuerySelectorAll("main section"));
            Assert.All(page.Document.QuerySelectorAll("main section"), section => Assert.InRange(section.QuerySelectorAll(".tk-row, .tk-fig").Length, 0, 6));
        }
    }

    private TestPortal StartPortal() => TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(_clock));

    // Something of every kind waits, and beside each something that does not.
    private async Task<IReadOnlyList<Account>> BusyOfficeAsync(TestPortal portal)
    {
        var scenario = portal.Scenario;
        var (enumerator, colleague) = (await scenario.AccountAsync(Role.Enumerator, Village), await scenario.AccountAsync(Role.Enumerator, Village));
        var head = await scenario.AccountAsync(Role.VillageHead, Village);
        await scenario.SubmittedVisitAsync(await scenario.HouseholdInAsync(Village), enumerator);
        await scenario.DraftVisitAsync(await scenario.HouseholdInAsync(Village), enumerator);
        await scenario.DraftVisitAsync(await scenario.HouseholdInAsync(Village), colleague);
        await ReturnAsync(portal, head, await scenario.SubmittedVisitAsync(await scenario.HouseholdInAsync(Village), enumerator));
        await ReturnAsync(portal, head, await scenario.SubmittedVisitAsync(await scenario.HouseholdInAsync(Village), colleague));
        await scenario.HouseholdInAsync(Elsewhere);
        var digits = Village.Replace(".", "", StringComparison.Ordinal);
        await scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), new FamilyRow("62710000001", digits) { Decile = "sebelas" });
        await scenario.ImportRecipientsAsync("Triwulan I", new RecipientLine("6271990202800001", digits) { Opd = "Disnaker", Program = "Pelatihan las" });
        await scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("62710000002", digits) { Nik = "6271990302800001", Occupation = "Tidak/belum bekerja" });
        await scenario.ImportRecipientsAsync("Triwulan II", new RecipientLine("6271990302800001", digits) { Opd = "Disnaker", Program = "Pelatihan las", Period = "Triwulan II" });
        await scenario.AidAsync(await scenario.ProgramAsync("Disnaker"), await scenario.HouseholdInAsync(Village));
        await scenario.SubjectRequestAsync();
        await scenario.JudgedImportAsync();
        await scenario.OfferAsync(await scenario.HouseholdInAsync(Elsewhere), Village);
        await scenario.ImportAnswersAsync("November", new DateOnly(2026, 11, 20), new AnswerLine("Meninggal") { Nik = "6271990302800001" }, new AnswerLine("Mungkin") { Nik = "6271990302800007" });
        await scenario.ObjectionAsync(ObjectionVillage);
        await scenario.ObjectionAsync(ObjectionVillage, isVerified: true);
        await TargetsAsync(portal);
        await DutiesAsync(portal);
        var social = await scenario.AccountAsync(Role.SocialService);
        await scenario.CaseAsync(await scenario.HouseholdInAsync(Village, "KASUS UJI"), head, enumerator);
        await scenario.CaseAsync(await scenario.HouseholdInAsync(Elsewhere, "KASUS LAIN"), social);
        await scenario.HeldMeetingAsync("Disnaker", days: -40, dueInDays: 30);
        var fallen = await scenario.HouseholdInAsync(Elsewhere, "KAMBUH UJI");
        await scenario.GraduationAsync(fallen);
        await scenario.VerifyAsync(fallen, Housing.Unknown);
        _clock.Pass(TimeSpan.FromDays(3));
        return
        [
            enumerator, colleague, head, await scenario.AccountAsync(Role.DistrictHead, "62.71.04"), await scenario.AccountAsync(Role.DistrictHead, RoundVillage[..8]), await scenario.AccountAsync(Role.VillageHead, RoundVillage), await scenario.AccountAsync(Role.Analyst), social,
            await scenario.AccountAsync(Role.CivilRegistry), await scenario.AccountAsync(Role.Opd), await scenario.AccountAsync(Role.DataProtectionOfficer),
        ];
    }

    // A need that waits for an answer, one promised by a day that passes, one that its OPD refuses, and one that another OPD refers.
    private static async Task DutiesAsync(TestPortal portal)
    {
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(1, 4).Select(n => new FamilyRow($"6271000008{n}", Elsewhere.Replace(".", "", StringComparison.Ordinal)) { HeadName = $"TUGAS {n}", Occupation = "Tidak/belum bekerja" })]);
        var families = await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
            services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.HeadName.StartsWith("TUGAS")).OrderBy(h => h.Id).Select(h => h.PublicId).ToListAsync());
        var today = await portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => Task.FromResult(services.GetRequiredService<OfficeClock>().Today));
        await portal.Scenario.DutyAnswerAsync(families[1], Need.Work, "Disnaker", new DutyReply(DutyVerdict.Accepted, today, null));
        await portal.Scenario.DutyAnswerAsync(families[2], Need.Work, "Disnaker", new DutyReply(DutyVerdict.Refused, null, "Anggaran habis."));
        await portal.Scenario.ReferralAsync(families[3], Need.Work, "Disperkim", "Disnaker");
    }

    // Of a round in another village, where nothing else waits, a household each for camat, for validation and back with the lurah; and one that is done.
    private static async Task TargetsAsync(TestPortal portal)
    {
        await portal.Scenario.HouseholdInAsync(RoundVillage, "SASARAN UJI");
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(1, 3).Select(n => new FamilyRow($"62710000009{n}", RoundVillage.Replace(".", "", StringComparison.Ordinal)))]);
        var round = await portal.Scenario.RoundAsync(true, RoundVillage[..8]);
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, RoundVillage);
        await portal.Scenario.VisitTargetsAsync(round, enumerator, 4);
        await portal.Scenario.BringAsync(round, VerificationState.AgreedInDeliberation);
        await portal.Scenario.ProposeAsync(enumerator, RoundVillage);
        await portal.Scenario.AsConsoleAsync(Permission.ManageRounds, async services =>
        {
            var (db, at) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            var running = await db.Rounds.SingleAsync(r => r.PublicId == round);
            var targets = await db.RoundTargets.Where(t => t.RoundId == running.Id && t.State == VerificationState.AgreedInDeliberation).OrderBy(t => t.Id).ToListAsync();
            Assert.True(targets[1].Verify(90_002, running, at).IsAccepted);
            Assert.True(targets[2].ReturnToVillage(90_002, "Periksa lagi.", running, at).IsAccepted);
            Assert.True(targets[3].Verify(90_002, running, at).IsAccepted && targets[3].Validate(90_003, CivilMatch.Agrees, running, at).IsAccepted);
            return await db.SaveChangesAsync();
        });
    }

    private static Task<int> ReturnAsync(TestPortal portal, Account head, Guid visit) => portal.Scenario.AsAsync(head, Permission.ReviewVisits, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var waiting = await db.Visits.SingleAsync(v => v.PublicId == visit);
        Assert.True(waiting.Return(head.Id, "Lengkapi alamat.", services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).IsAccepted);
        return await db.SaveChangesAsync();
    });

    private static Task<string> NameOfAsync(TestPortal portal, Account account) => portal.Scenario.AsConsoleAsync(Permission.ManageUsers,
        services => services.GetRequiredService<PortalDbContext>().Users.Where(u => u.Id == account.Id).Select(u => u.FullName).SingleAsync());

    private static IEnumerable<(string Path, int Count)> ChipsOf(Page page) => page.Document.QuerySelectorAll("main a.tk-chip[href]")
        .Select(chip => (chip.GetAttribute("href") ?? "", NumberIn(chip.QuerySelector("b"))));

    private static int RowsOf(Page page) => page.Document.QuerySelectorAll("main .tk-rows > li, main tbody > tr").Length;

    private static int NumberIn(IElement? element) => element is null ? 0
        : int.Parse(string.Concat(element.TextContent.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
