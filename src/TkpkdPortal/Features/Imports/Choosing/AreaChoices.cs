using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Sheets;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Importing;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports.Choosing;

/// <summary>The names of villages in a sheet that nobody knows for sure, and the villages that they may mean. A suggestion never decides.</summary>
public sealed class AreaChoices
{
    private IReadOnlyList<WaitingVillageRow> _rows = [];

    public required ImportBatch Batch { get; init; }

    /// <summary>The kecamatan of the title block; null where it names none of the office.</summary>
    public AreaCode? District { get; private init; }

    public IReadOnlyList<UnknownVillage> Names { get; private init; } = [];

    /// <summary>Every village that may be chosen, with its kecamatan where there are several.</summary>
    public IReadOnlyList<Choice> Villages { get; private init; } = [];

    /// <summary>What was chosen, by the letters of the name.</summary>
    public Dictionary<string, string> Chosen { get; init; } = [];

    /// <summary>Rows of an earlier choice are still being loaded.</summary>
    public bool IsLoading { get; private init; }

    public static async Task<AreaChoices?> ForAsync(PortalDbContext db, AreaDirectory areas, Sealer sealer, Guid id, AreaForm? form, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.PublicId == id && b.Kind == ImportKind.Deliberation && b.State == ImportState.Published, ct) is not { } batch)
            return null;
        var rows = await RowsAsync(db, sealer, batch, ct);
        if (rows.Count == 0)
            return null;
        var area = AreaCode.Parse(batch.AreaCode);
        var district = DistrictOf(batch, areas, area);
        return new AreaChoices
        {
            Batch = batch,
            District = district,
            _rows = rows,
            Names = [.. rows.GroupBy(row => row.Letters).OrderBy(name => name.Key, StringComparer.Ordinal).Select(name => UnknownVillage.Of(name, areas, district ?? area))],
            Villages = [.. areas.Villages(district ?? area).Select(village => new Choice(village.Official, district is null ? $"{areas.NameOf(village)}, {areas.NameOf(village.AtLevel(AreaLevel.District))}" : areas.TitleOf(village)))],
            Chosen = form?.Villages.Where(choice => !string.IsNullOrEmpty(choice.Value)).ToDictionary(choice => choice.Key, choice => choice.Value!, StringComparer.Ordinal) ?? [],
            IsLoading = await db.ImportBatches.AnyAsync(b => b.ContinuesId == batch.Id && (b.State == ImportState.Queued || b.State == ImportState.Staging || b.State == ImportState.Publishing), ct),
        };
    }

    /// <summary>The sentence that keeps the choice from being taken; null where it may be.</summary>
    public string? Refusal()
    {
        if (IsLoading)
            return "Pilihan sebelumnya masih dimuat. Tunggu sebentar, lalu buka halaman ini lagi.";
        if (!Names.Any(name => Chosen.ContainsKey(name.Letters)))
            return "Pilih wilayah untuk paling sedikit satu nama. Nama yang belum pasti boleh dibiarkan menunggu.";
        return Chosen.Values.All(code => Villages.Any(village => village.Value == code)) ? null : "Wilayah yang dipilih bukan desa atau kelurahan yang boleh dipilih di sini. Pilih lagi dari daftar.";
    }

    /// <summary>The rows of the chosen names, as a file that goes the way of every upload.</summary>
    public Stream File() => DecidedRows.File(Batch, _rows.Where(row => Chosen.ContainsKey(row.Letters)).Select(row => (row.Row, row.Cells, Chosen[row.Letters].Replace(".", "", StringComparison.Ordinal))));

    private static AreaCode? DistrictOf(ImportBatch batch, AreaDirectory areas, AreaCode area) =>
        SheetTitle.Of([.. (batch.Titles ?? "").Split('\t').Select((line, i) => new RawRecord(i + 1, [new RawCell(line)]))], areas, area).District;

    private static async Task<List<WaitingVillageRow>> RowsAsync(PortalDbContext db, Sealer sealer, ImportBatch batch, CancellationToken ct)
    {
        var columns = ColumnMap.Find(batch.Kind, [new RawRecord(1, [.. (batch.Headings ?? "").Split('\t').Select(heading => new RawCell(heading))])]);
        if (columns is null)
            return [];
        var waiting = db.ImportFindings.Where(finding => finding.BatchId == batch.Id && finding.Kind == FindingKind.AreaToChoose).Select(finding => finding.Row);
        var rows = await db.WithheldRows.AsNoTracking().Where(row => row.BatchId == batch.Id && row.Level == FindingLevel.Review && waiting.Contains(row.Row)).OrderBy(row => row.Row).ToListAsync(ct);
        return rows.ConvertAll(row =>
        {
            var cells = RawCells.Unpack(sealer.Open(row.SealedRaw, SealedField.WithheldRowRaw, row.PublicId));
            string At(string column) => columns[column] is >= 0 and var at && at < cells.Count ? CellText.Clean(cells[at]) : "";
            return new WaitingVillageRow(row.Row, cells, At(P3keColumn.Village), At(P3keColumn.FamilyId));
        });
    }
}

/// <summary>One waiting row, opened for the choice.</summary>
internal sealed record WaitingVillageRow(int Row, IReadOnlyList<string> Cells, string Village, string FamilyId)
{
    public string Letters => AreaNames.Letters(Village) is { Length: > 0 } letters ? letters : "-";
}

/// <summary>A name as the sheet writes it, how much depends on it, and what it may mean.</summary>
public sealed record UnknownVillage(string Letters, string Written, int Rows, int Families, IReadOnlyList<string> Suggestions)
{
    internal static UnknownVillage Of(IGrouping<string, WaitingVillageRow> name, AreaDirectory areas, AreaCode within) => new(name.Key, NumberBlot.Apply(name.First().Village), name.Count(),
        name.Select(row => row.FamilyId).Distinct(StringComparer.Ordinal).Count(),
        [.. areas.Suggest(name.First().Village, within, 12).Where(code => code.Level is AreaLevel.Village).Take(3).Select(areas.TitleOf)]);
}

/// <summary>The village chosen for each name, by its letters; blank leaves the name waiting.</summary>
public sealed class AreaForm
{
    public Dictionary<string, string?> Villages { get; set; } = [];
}
