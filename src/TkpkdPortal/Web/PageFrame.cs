using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Waiting;

namespace TkpkdPortal.Web;

/// <summary>What stands around every page: office, area and role of the user, the menu with what waits, and where the page's data come from.</summary>
public sealed class PageFrame(PortalDbContext db, ActingUser user, WaitingDesk waiting, OfficeSettings office, OfficeClock clock, AreaDirectory areas,
    CountCache counts)
{
    public OfficeSettings Office => office;

    public bool IsSignedIn => user.IsKnown;

    public string UserName => user.FullName;

    public bool HasTestData { get; private set; }

    public string RoleLine { get; private set; } = "";

    public string AreaLine { get; private set; } = "";

    public IReadOnlyList<MenuItem> Menu { get; private set; } = [];

    /// <summary>"Keadaan Senin, 23 November 2026, 07.10 WITA."</summary>
    public string StateLine => $"Keadaan {clock.Spelled(clock.UtcNow)}.";

    public string ListLine { get; private set; } = "";

    public string OfficerName => office.OfficerName is { Length: > 0 } name ? name : "belum ditunjuk dalam pengaturan";

    public string OfficerEmail => office.OfficerEmail;

    /// <summary>Only what is the same for everybody, for a page that is kept where anybody may find it.</summary>
    public async Task LoadOfficeAsync(CancellationToken ct)
    {
        (HasTestData, ListLine, var own) = await counts.GetAsync(OfficeData.Question, () => OfficeData.OfAsync(db, ct), ct);
        office.Take(own);
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        await LoadOfficeAsync(ct);
        if (!IsSignedIn)
            return;
        RoleLine = string.Join(", ", user.Grants.Select(TitleOf).Distinct());
        AreaLine = Indonesian.List([.. user.Grants.SelectMany(grant => grant.Areas).Distinct().Select(AreaText)]);
        Menu = [.. await MenuAsync(ct)];
    }

    // Whoever stands in says where, since it is rarely the own place.
    private string TitleOf(Grant grant) => grant.StandIn is null ? grant.Title : $"{grant.Title} {areas.ShortNameOf(grant.Areas[0])}";

    private string AreaText(AreaCode area) => area.Level is AreaLevel.Rt ? $"{areas.NameOf(area)}, {areas.TitleOf(area.AtLevel(AreaLevel.Village))}" : areas.TitleOf(area);

    private async Task<List<MenuItem>> MenuAsync(CancellationToken ct)
    {
        var menu = new List<MenuItem>();
        void Add(string text, string path, Permission permission, int count = 0)
        {
            if (user.Can(permission))
                menu.Add(new MenuItem(text, path, count));
        }
        var all = (await waiting.CountsAsync(ct)).Where(count => !count.Kind.IsFollowed()).Sum(count => count.Count);
        Add(user.Can(Permission.ViewOwnTasks) && user.Grants.All(grant => grant.Role is Role.Leadership) ? "Ringkasan" : "Beranda", "/", Permission.ViewOwnTasks, all);
        Add("Periksa", "/periksa", Permission.ReviewVisits, await waiting.CountAsync(WaitingKind.VisitToDecide, ct));
        Add("Kunjungan", "/kunjungan", user.Can(Permission.ReviewVisits) ? Permission.RecordVisits : Permission.ViewVisits, await waiting.CountAsync(WaitingKind.VisitReturned, ct));
        Add("Verval", "/verval", Permission.ViewRounds);
        Add("Usulan baru", "/usulan", Permission.ViewProposals, await waiting.CountAsync(WaitingKind.ProposalToCheck, ct));
        Add("Sanggahan", "/sanggahan", Permission.ViewObjections, await waiting.CountAsync(WaitingKind.ObjectionToVerify, ct) + await waiting.CountAsync(WaitingKind.ObjectionToAnswer, ct));
        Add("Ponsel saya", "/lapangan", Permission.RecordVisits);
        Add("Antrean", "/lapangan#/antrean", Permission.RecordVisits);
        Add(user.Grants.All(grant => grant.Role is Role.Opd) ? "Sasaran kami" : "Keluarga", "/keluarga", Permission.ViewHouseholds);
        Add("Serah terima", "/serah-terima", Permission.HandOverHouseholds, await waiting.CountAsync(WaitingKind.HouseholdOffered, ct));
        Add("Pemadanan", "/pemadanan", Permission.MatchCivilRegistry, await waiting.CountAsync(WaitingKind.MatchDifference, ct));
        Add("Data ganda", "/kualitas-data/ganda", Permission.DecideDoubles);
        Add("Impor", "/impor", Permission.ImportLists);
        Add("Program dan bantuan", "/program", Permission.ViewPrograms);
        Add("Kebutuhan", "/kebutuhan", Permission.ViewNeedGaps);
        Add("Lokus", "/lokus", Permission.ViewLoci);
        Add("Anggaran", "/anggaran", Permission.ViewBudgets);
        Add("Tugas OPD", "/tugas-opd", Permission.ViewDuties, await waiting.CountAsync(WaitingKind.ReferralToAnswer, ct));
        Add("Kasus", "/kasus", Permission.ViewCases, await waiting.CountAsync(WaitingKind.CaseReviewDue, ct) + await waiting.CountAsync(WaitingKind.CaseStepDue, ct));
        Add("Graduasi", "/graduasi", Permission.ViewGraduations, await waiting.CountAsync(WaitingKind.RelapseSuspected, ct));
        Add("Tumpang tindih", "/tumpang-tindih", Permission.ViewOverlaps);
        Add("Dasbor", "/dasbor", Permission.ViewDashboard);
        Add("Rakor", "/rakor", Permission.ViewMeetings);
        Add("Tindak lanjut", "/tindak-lanjut", Permission.ViewFollowUps, await waiting.CountAsync(WaitingKind.FollowUpDue, ct));
        Add("Kualitas data", "/kualitas-data", Permission.ViewDataQuality);
        Add("Permohonan data", "/privasi/permohonan", Permission.HandleSubjectRequests);
        Add("Pengguna", "/pengguna", Permission.ViewUsers);
        Add("Pengaturan", "/pengaturan", Permission.ManageSettings);
        Add("Cadangan", "/cadangan", Permission.ViewBackups);
        Add("Audit", "/audit", Permission.ViewAudit);
        return menu;
    }
}

/// <summary>What every page says of the data behind it.</summary>
internal sealed record OfficeData(bool HasTestData, string ListLine, OfficeTerms? Own)
{
    public static object Question { get; } = new();

    public static async Task<OfficeData> OfAsync(PortalDbContext db, CancellationToken ct)
    {
        var releases = (await db.RankingReleases.AsNoTracking().OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).ToListAsync(ct))
            .GroupBy(release => release.List).OrderBy(list => list.Key).Select(list => list.First()).ToList();
        var row = await db.Offices.AsNoTracking().SingleAsync(ct);
        return new OfficeData(row.HasTestData, releases.Count == 0 ? "Belum ada daftar yang dimuat."
            : $"Daftar: {Indonesian.List([.. releases.Select(release => $"{release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})")])}.", row.Terms);
    }
}

/// <summary>An entry of the main menu with the number of things that wait there for this user.</summary>
public sealed record MenuItem(string Text, string Path, int Waiting)
{
    public bool IsAbove(PathString path) => Path == "/" ? path == "/" : path.StartsWithSegments(Path, StringComparison.Ordinal);
}
