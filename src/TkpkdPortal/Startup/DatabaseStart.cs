using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Importing;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Startup;

/// <summary>
/// Brings a database to this version and to this office before anything else happens. SQL Server is only asked whether it is up to date:
/// its script is applied by a person (docs/operations.md).
/// </summary>
public sealed class DatabaseStart(PortalDbContext db, UserScope scope, UserManager<PortalUser> users, OfficeSettings office, OfficeClock clock, IConfiguration configuration,
    ILogger<DatabaseStart> logger)
{
    public const string ConsoleAccount = "operator-konsol";

    private const int NamesAtOnce = 2_000;

    public async Task RunAsync(CancellationToken ct)
    {
        await RefuseNewerAsync(ct);
        if (DatabaseSetup.IsSqlServer(configuration))
            await RequireCurrentSchemaAsync(ct);
        else
            await BringSqliteUpAsync(ct);
        await ClaimForOfficeAsync(ct);
        office.Take(await db.Offices.Select(o => o.Terms).SingleAsync(ct));
        await SeedReferenceAsync(ct);
        await EnsureConsoleAsync(ct);
        await IndexNamesAsync(ct);
    }

    // A version that folds names otherwise empties their words with its migration; here they are made anew, all or none.
    private async Task IndexNamesAsync(CancellationToken ct)
    {
        if (await db.NameTokens.IgnoreQueryFilters().AnyAsync(ct))
            return;
        scope.KeepHouse(office.Area);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var writer = new HouseholdBulk(BulkWriter.For(db));
        long after = 0;
        while (await db.Persons.IgnoreQueryFilters().AsNoTracking().Where(p => p.Id > after).OrderBy(p => p.Id).Take(NamesAtOnce).ToListAsync(ct) is { Count: > 0 } persons)
        {
            await writer.InsertNameTokensAsync(persons, ct);
            after = persons[^1].Id;
        }
        await transaction.CommitAsync(ct);
        scope.SeeNothing();
    }

    // This version does not know what the newer one has changed, and would write rows that contradict it.
    private async Task RefuseNewerAsync(CancellationToken ct)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new SettingException($"Basis data ini dari versi portal yang lebih baru ({string.Join(", ", unknown)}). Pasang versi itu, atau pulihkan salinan dari sebelum pembaruan.");
    }

    private async Task BringSqliteUpAsync(CancellationToken ct)
    {
        var journal = DatabaseSetup.JournalOf(configuration);
        await SqliteSafety.PrepareAsync(db, journal, ct);
        // Before a migration that may want them otherwise.
        await LateIndexes.RestoreAsync(db, ct);
        // Each verb starts here: comparing the whole model with its snapshot is kept for when there is something to migrate.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            await db.Database.MigrateAsync(ct);
        await SqliteSafety.AssertAsync(db, journal, logger, ct);
    }

    private async Task RequireCurrentSchemaAsync(CancellationToken ct)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
            throw new SettingException($"Basis data belum pada versi ini: {string.Join(", ", pending)}. Jalankan skrip dari docs/operations.md.");
    }

    private async Task ClaimForOfficeAsync(CancellationToken ct)
    {
        var stored = await db.Offices.SingleOrDefaultAsync(ct);
        if (stored is null)
        {
            db.Offices.Add(new Office(office.Area.Stored, clock.UtcNow));
            await db.SaveChangesAsync(ct);
        }
        else if (stored.AreaCode != office.Area.Stored)
        {
            throw new SettingException($"Basis data ini milik kantor {stored.AreaCode.TrimEnd('.')}, bukan {office.Area.Official}. "
                + "Pakai direktori data lain, atau kembalikan Office__AreaCode.");
        }
    }

    private async Task SeedReferenceAsync(CancellationToken ct)
    {
        if (!await db.LegalBases.AnyAsync(ct))
            db.LegalBases.AddRange(LegalBases());
        if (!await db.PrivacyNotices.AnyAsync(ct))
            db.PrivacyNotices.Add(PrivacyNotice.First(FirstNotice.Of(office), clock.UtcNow));
        if (!await db.NeedRuleSets.AnyAsync(ct))
            db.NeedRuleSets.Add(await FirstNeedRulesAsync(ct));
        if (!await db.GraduationRules.AnyAsync(ct))
            db.GraduationRules.Add(GraduationRule.First(clock.Today, clock.UtcNow));
        if (!await db.Opds.AnyAsync(ct))
            db.Opds.AddRange(Opds());
        await db.SaveChangesAsync(ct);
    }

    // Dated, since the frame changed in 2025: a paper cites what was in force on its day.
    private static IEnumerable<LegalBasis> LegalBases() =>
    [
        new(1, "Instruksi Presiden Nomor 4 Tahun 2022 tentang Percepatan Penghapusan Kemiskinan Ekstrem.", new(2022, 6, 8), new(2024, 12, 31)),
        new(2, "Instruksi Presiden Nomor 8 Tahun 2025 tentang Optimalisasi Pelaksanaan Pengentasan Kemiskinan dan Penghapusan Kemiskinan Ekstrem.",
            new(2025, 3, 27), null),
        new(3, "Peraturan Menteri Dalam Negeri Nomor 53 Tahun 2020 tentang Tata Kerja dan Penyelarasan Kerja serta Pembinaan Kelembagaan dan Sumber Daya "
            + "Manusia Tim Koordinasi Penanggulangan Kemiskinan Provinsi dan Tim Koordinasi Penanggulangan Kemiskinan Kabupaten/Kota.", new(2020, 8, 1), null),
    ];

    // A register that an older version has judged is judged anew by the worker; an empty one needs nothing.
    private async Task<NeedRuleSet> FirstNeedRulesAsync(CancellationToken ct)
    {
        var first = NeedRuleSet.First(clock.Today, clock.UtcNow);
        if (!await db.Households.IgnoreQueryFilters().AnyAsync(ct))
            first.Judged(clock.Today);
        return first;
    }

    // The usual agencies with the needs that fall to them (tupoksi); an office changes them to its own.
    private static IEnumerable<Opd> Opds() =>
    [
        new("Dinas Sosial", "Dinsos", Need.Food | Need.ElderlyOrDisabled | Need.HealthInsurance),
        new("Dinas Pendidikan", "Disdik", Need.Schooling),
        new("Dinas Kesehatan", "Dinkes", Need.HealthInsurance | Need.Stunting),
        new("Dinas Perumahan dan Kawasan Permukiman", "Disperkim", Need.DecentHouse),
        new("Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", Need.DrinkingWater | Need.Sanitation),
        new("Dinas Tenaga Kerja", "Disnaker", Need.Work),
        new("Dinas Koperasi dan UKM", "Dinkop", Need.Business),
        new("Dinas Pertanian dan Ketahanan Pangan", "Distan", Need.Business | Need.Food),
        new("Dinas Perikanan", "Diskan", Need.Business),
        new("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", Need.CivilDocuments),
        new("Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", Need.Food),
        new("Mitra Ketenagalistrikan (PLN, ESDM)", "PLN", Need.Electricity),
    ];

    // Verbs run as this account unless told otherwise; it holds rights in the office and can never sign in.
    private async Task EnsureConsoleAsync(CancellationToken ct)
    {
        var console = await users.FindByNameAsync(ConsoleAccount);
        if (console is null)
        {
            console = new PortalUser { UserName = ConsoleAccount, Email = ConsoleAccount + "@konsol.invalid", FullName = "Operator konsol", IsConsole = true };
            Ensure(await users.CreateAsync(console));
        }
        // A later version's verb may need a role that the console of an earlier database does not hold.
        var held = await db.Assignments.Where(assignment => assignment.UserId == console.Id).Select(assignment => assignment.Role).ToListAsync(ct);
        foreach (var role in new[] { Role.Admin, Role.Analyst, Role.SocialService, Role.CivilRegistry }.Except(held))
        {
            Assignment.Make(console.Id, new AssignmentTerms(role, office.Area, clock.Today), out var assignment);
            // The office's own area fits all three.
            db.Assignments.Add(assignment!);
        }
        await db.SaveChangesAsync(ct);
    }

    private static void Ensure(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
