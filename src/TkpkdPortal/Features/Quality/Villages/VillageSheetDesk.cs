using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Figures;
using TkpkdPortal.Privacy;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>Prints what is to be done about the data of a village or of one of its RT; everybody on the paper is noted as seen.</summary>
public sealed class VillageSheetDesk(PortalDbContext db, CountCache counts, Accesses accesses, OfficeClock clock, OfficeSettings office, AreaDirectory areas, FontLibrary fonts)
{
    /// <summary>As many families as one paper holds; no RT has more.</summary>
    public const int Most = 500;

    /// <summary>Asks for the households whose RT nobody knows.</summary>
    public const string WithoutRt = "belum";

    /// <summary>The file; null for what is no part of the village.</summary>
    public async Task<byte[]?> PrintAsync(AreaCode village, string? rt, CancellationToken ct)
    {
        var part = string.IsNullOrEmpty(rt) ? village : rt == WithoutRt ? village : AreaCode.TryParse(rt, out var asked) && asked.Level is AreaLevel.Rt && village.Contains(asked) ? asked : (AreaCode?)null;
        if (part is not { } area)
            return null;
        var (today, lines) = (clock.Today, await LinesAsync(area, rt == WithoutRt, ct));
        var families = await FamiliesAsync(area, rt == WithoutRt, today, ct);
        var agreement = await Agreement.OfAsync(db, counts, ct);
        var paper = new VillageSheet(village, rt == WithoutRt ? NeighbourhoodLine.NameOf(village.Stored) : area == village ? null : NeighbourhoodLine.NameOf(area.Stored), lines, families,
            rt == WithoutRt ? agreement?.WithoutRt(village) : agreement?.In(area), agreement, await RegisterSource.OfAsync(db, ct), clock.UtcNow, await db.Offices.Select(o => o.HasTestData).SingleAsync(ct), office, areas).Write(fonts);
        accesses.Note(families.Select(family => family.Id), AccessChannel.NeighbourhoodSheet);
        await db.Changes.RecordAsync(db, "Quality.Printed", areaCode: area.Stored, detail: AuditDetail.Of(("rows", families.Count)), ct: ct);
        return paper;
    }

    private async Task<IReadOnlyList<QualityPart>> LinesAsync(AreaCode area, bool isWithoutRt, CancellationToken ct) =>
        [.. (await QualityCounts.ByAreaAsync(db, area, AreaLevel.Rt, clock.Today, ct)).Where(part => !isWithoutRt || part.AreaCode.Length < AreaCode.RtLength)
            .OrderBy(part => part.AreaCode.Length < AreaCode.RtLength).ThenBy(part => part.AreaCode, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<SheetFamily>> FamiliesAsync(AreaCode area, bool isWithoutRt, DateOnly today, CancellationToken ct)
    {
        var households = QualityCounts.InAreaOf(db, area);
        if (isWithoutRt)
            households = LackingHouseholds.Of(households, MissingFact.Rt);
        var (lacking, faulty) = (LackingHouseholds.Any(households).Select(h => h.Id), FaultyHouseholds.Any(db, households, today).Select(h => h.Id));
        var rows = await households.Where(h => lacking.Contains(h.Id) || faulty.Contains(h.Id)).OrderBy(h => h.AreaCode.Length < AreaCode.RtLength).ThenBy(h => h.AreaCode).ThenBy(h => h.HeadName).ThenBy(h => h.Id)
            .Take(Most).Include(h => h.Members).ToListAsync(ct);
        var ids = rows.ConvertAll(h => h.Id);
        var sharing = (await FaultyHouseholds.Of(db, households.Where(h => ids.Contains(h.Id)), RecordFault.SharedNumber, today).Select(h => h.Id).ToListAsync(ct)).ToHashSet();
        return [.. rows.Select(h => SheetFamily.Of(h, sharing.Contains(h.Id), today))];
    }
}

/// <summary>A family on the paper: who it is, with a masked number, and what is to be done by whom.</summary>
public sealed record SheetFamily(Guid Id, string HeadName, string? NikMask, string Address, string AreaCode, IReadOnlyList<(FactProvider Provider, string Text)> Tasks)
{
    public static SheetFamily Of(Household household, bool sharesNumber, DateOnly today)
    {
        var missing = Completeness.Of(household, household.Members).Select(line => (line.Provider, line.Sentence));
        var faults = Validity.Of(household, household.Members, sharesNumber, today).Select(line => (line.Provider, line.Sentence));
        return new SheetFamily(household.PublicId, household.HeadName, household.Members.FirstOrDefault(member => member.IsHead)?.Nik?.Mask, household.Address, household.AreaCode,
            [.. missing.Concat(faults).GroupBy(line => line.Provider).OrderBy(provider => provider.Key).Select(provider => (provider.Key, string.Join("; ", provider.Select(line => line.Sentence))))]);
    }
}
