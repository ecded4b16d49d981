using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.Recipients;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Importing;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Demo;

/// <summary>
/// The file in which the village office of an office with desa names who received BLT Dana Desa. Some have PKH in the same quarter, one stands
/// twice, and some are in no list: double aid and missing families to find.
/// </summary>
internal sealed class DemoRecipients(IServiceProvider services, int seed, DateOnly today)
{
    private const string Opd = "Dinas Pemberdayaan Masyarakat dan Desa", Program = "BLT Dana Desa";
    private const int Share = 30, Strangers = 4;

    private readonly Random _random = new(seed + 3);

    private int Quarter => ((today.Month - 1) / 3) + 1;

    public async Task LoadAsync(CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.ImportBatches.AnyAsync(batch => batch.Kind == ImportKind.Recipients && batch.State == ImportState.Published, ct))
            return;
        var lines = await RecipientsAsync(db, ct);
        if (lines.Count == 0)
            return;
        var release = $"{AidPeriod.QuarterName(Quarter)} {today.Year.ToString(CultureInfo.InvariantCulture)}";
        var batch = await services.GetRequiredService<ImportIntake>().QueueAsync(new ImportOrder(ImportKind.Recipients, "penerima_blt_dana_desa.csv", release, today.AddDays(-5)), ct);
        await services.GetRequiredService<ImportRun>().RunAsync(batch.Id, File(lines), null, ct);
    }

    private async Task<List<string[]>> RecipientsAsync(PortalDbContext db, CancellationToken ct)
    {
        var sealer = services.GetRequiredService<Sealer>();
        var households = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => h.Eligibility == Eligibility.ExtremelyPoor || h.Eligibility == Eligibility.Poor)
            .OrderBy(h => h.Id).ToListAsync(ct);
        var lines = households.Where(h => AreaCode.Parse(h.AreaCode).VillageKind is VillageKind.Desa && h.Head.Nik is not null && _random.Next(100) < Share)
            // Those without a number have been left out above.
            .Select(h => Line(sealer.Open(h.Head.Nik!.Bytes, SealedField.PersonNik, h.Head.PublicId), h)).ToList();
        if (lines.Count == 0)
            return lines;
        lines.Add(lines[0]);
        // Persons whom no list has: the same village, a number that nobody holds.
        lines.AddRange(Enumerable.Range(1, Strangers).Select(i => Line(FormattableString.Invariant($"{AreaCode.Parse(households[0].AreaCode).Digits[..4]}990101709{i:000}"), households[0], $"WARGA BARU {i}")));
        return lines;
    }

    private string[] Line(string nik, Household household, string? name = null) =>
    [
        Opd, Program, today.Year.ToString(CultureInfo.InvariantCulture), AidPeriod.QuarterName(Quarter), nik, name ?? household.HeadName, household.Address, "",
        AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village).Digits, AidWords.FundSourceCodes.Label(FundSource.DanaDesa), "900000", "",
    ];

    private static MemoryStream File(List<string[]> lines)
    {
        var text = new StringBuilder().AppendLine(string.Join(',', RecipientColumn.All));
        foreach (var (i, line) in lines.Index())
            text.AppendLine(string.Join(',', line.Prepend(FormattableString.Invariant($"{i + 1}")).Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
