using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Charts;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

internal sealed class DecileChapter(RakorFigures figures, PackWords words)
{
    private const int VillagesOfDrawing = 9;

    private static readonly ChartFill[] Fills = [ChartFill.Dark, ChartFill.MiddleDark, ChartFill.MiddleLight, ChartFill.Light];

    private IReadOnlyList<DecileFigure> Deciles => figures.Deciles.ByDecile;

    /// <summary>A single decile needs no bar and no share: it is all there is.</summary>
    private bool IsSplit => Deciles.Count > 1;

    private IReadOnlyList<AreaDeciles> Ranked => figures.Deciles.Ranked();

    private int Families => figures.Deciles.Families;

    public void Compose(ColumnDescriptor column)
    {
        if (figures.Release is null || Deciles.Count == 0)
            return;
        if (IsSplit)
            BarsAndTable(column);
        if (figures.FamilySizes.Count > 0)
            Squares(column);
        column.Item().SemanticSection().Table(IsSplit ? SplitTable : DistrictTable);
    }

    private void BarsAndTable(ColumnDescriptor column)
    {
        column.Item().Row(row =>
        {
            row.Spacing(6.Mm());
            row.ConstantItem(72.Mm()).Element(figure => PaperBlocks.Figure(figure, "Keluarga menurut desil", new BarChart
            {
                Message = "KK menurut desil",
                Width = 72,
                LabelWidth = 16,
                Pitch = 8.5f,
                Thickness = 6,
                Bars = [.. Deciles.Select((d, i) => new Bar($"Desil {d.Decile.Label}", d.Families, $"{Indonesian.Number(d.Families)} KK", FillOf(i)))],
            }, null, null));
            row.ConstantItem(90.Mm()).SemanticSection().Table(DecileTable);
        });
        PaperBlocks.Sources(column, null, words.ListSource);
        column.Gap(4.5f.Mm());
    }

    private static ChartFill FillOf(int index) => index < Fills.Length ? Fills[index] : ChartFill.Hatched;

    private string Name(AreaDeciles area) => figures.AreaNames.GetValueOrDefault(area.AreaCode, area.AreaCode);

    private void DecileTable(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(20.Mm());
            foreach (var width in (int[])[18, 15, 19, 18])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Keluarga dan anggotanya");
        table.Header(header =>
        {
            header.Cell("Desil");
            header.Cell("Keluarga", "KK");
            header.Cell("Bagian", "%");
            header.Cell("Anggota", "jiwa");
            header.Cell("Rata-rata", "jiwa/KK");
        });
        foreach (var d in Deciles)
            table.Cells([$"Desil {d.Decile.Label}", .. Row(d.Families, d.Persons)]);
        table.Total(total =>
        {
            total.Cells(["Jumlah", .. Row(Families, figures.Deciles.Persons)]);
        });
    }

    private string[] Row(int families, int? persons) =>
    [
        PaperNumbers.Cell(families), Indonesian.Percent(families, Families), .. Members(families, persons),
    ];

    private static string[] Members(int families, int? persons) => persons is { } count
        ? [PaperNumbers.Cell(count), families > 0 ? Indonesian.Number((decimal)count / families, 1) : "–"]
        : ["…", "…"];

    // A drawing is never divided: many villages are several drawings.
    private void Squares(ColumnDescriptor column)
    {
        foreach (var (index, part) in figures.FamilySizes.Chunk(VillagesOfDrawing).Index())
        {
            column.Item().Element(figure => PaperBlocks.Figure(figure, $"Setiap kotak satu jiwa, setiap kelompok kotak satu keluarga{(index == 0 ? "" : " (lanjutan)")}", new FamilySquares
            {
                Message = "Jiwa menurut desa dan kelurahan",
                Rows = [.. part.Select((v, i) => new FamilyRow(v.Village, $"Kec. {v.District}", v.Families, $"{Indonesian.Number(v.Families.Sum())} jiwa", $"{v.Families.Count} KK",
                    index + i == 0 ? ChartFill.Dark : ChartFill.MiddleLight))],
            }, null, words.ListSource));
            column.Gap(4.5f.Mm());
        }
    }

    private void DistrictTable(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[24, 24, 24])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, $"Keluarga desil {Deciles[0].Decile.Label} dan anggotanya menurut kecamatan");
        table.Header(header =>
        {
            header.Cell("Kecamatan");
            header.Cell("Keluarga\u00a0▼", "KK");
            header.Cell("Anggota", "jiwa");
            header.Cell("Rata-rata", "jiwa/KK");
        });
        foreach (var area in Ranked)
            table.Cells([Name(area), PaperNumbers.Cell(area.Total), .. Members(area.Total, area.Persons)]);
        table.Total(total =>
        {
            total.Cells([figures.Office.RegionKind, PaperNumbers.Cell(Families), .. Members(Families, figures.Deciles.Persons)]);
        });
        PaperBlocks.Closing(table, "Desil adalah peringkat dalam daftar, bukan angka kemiskinan ekstrem BPS.", words.ListSource);
    }

    private void SplitTable(TableDescriptor table)
    {
        var shown = Math.Min(Deciles.Count, 4);
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(35.Mm());
            columns.ConstantColumn(17.Mm()).AlignRight();
            for (var i = 0; i < shown; i++)
                columns.ConstantColumn(14.Mm()).AlignRight();
            columns.ConstantColumn(16.Mm()).AlignRight();
            columns.RelativeColumn();
        });
        PaperBlocks.Caption(table, "Susunan desil di tiap kecamatan, diurutkan menurut jumlah KK");
        table.Header(header =>
        {
            header.Cell("Kecamatan");
            header.Cell("Jumlah\u00a0▼", "KK");
            for (var i = 0; i < shown; i++)
            {
                var fill = FillOf(i);
                header.Cell($"Desil\u00a0{Deciles[i].Decile.Label}", "KK", swatch => swatch.CellChart(new Swatch(fill)));
            }
            header.Cell($"Bagian desil\u00a0{Deciles[0].Decile.Label}", "%");
            header.Cell("Susunan", "0–100 %");
        });
        foreach (var area in Ranked)
        {
            table.Cells([Name(area), PaperNumbers.Cell(area.Total), .. area.Families.Take(shown).Select(PaperNumbers.Cell), PaperNumbers.Share(area.Families[0], area.Total)]);
            var bar = table.Cell();
            if (area.Total >= PaperNumbers.SmallestBase)
                bar.CellChart(Stack(area.Families));
        }
        table.Total(total =>
        {
            total.Cells([figures.Office.RegionKind, Indonesian.Number(Families), .. Deciles.Take(shown).Select(d => PaperNumbers.Cell(d.Families)), Indonesian.Percent(Deciles[0].Families, Families)]);
            total.Cell().CellChart(Stack([.. Deciles.Select(d => d.Families)]));
        });
        PaperBlocks.Closing(table, "Panjang ruas adalah bagian dari KK kecamatan itu." + (Deciles.Count > shown ? " Desil di atas itu bergaris miring." : "") + " Desil adalah peringkat dalam daftar, bukan angka kemiskinan ekstrem BPS.", words.ListSource);
    }

    private StackedBar Stack(IReadOnlyList<int> families) => new([.. families.Select((count, i) => new Segment(count, FillOf(i)))]) { Width = 168 - 35 - 17 - 16 - (14 * Math.Min(Deciles.Count, 4)) - 3 };
}
