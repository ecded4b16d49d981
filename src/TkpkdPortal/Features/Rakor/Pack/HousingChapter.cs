using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Charts;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

internal sealed class HousingChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.Housing.Total.Families == 0)
            return;
        column.Item().Row(row =>
        {
            row.Spacing(6.Mm());
            row.RelativeItem().Column(half => Answers(half, ("Sumber air minum, KK", figures.Housing.Waters), ("Fasilitas buang air besar, KK", figures.Housing.Toilets)));
            row.RelativeItem().Column(half => Answers(half, ("Jenis lantai terluas, KK", figures.Housing.Floors), ("Sumber penerangan, KK", figures.Housing.Lightings)));
        });
        PaperBlocks.Sources(column, "Batang gelap: tidak layak.", words.ListSource);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(DistrictTable);
    }

    private static void Answers(ColumnDescriptor column, params IReadOnlyList<(string Title, IReadOnlyList<AnswerFigure> Figures)> questions)
    {
        column.Spacing(3.Mm());
        foreach (var (title, answers) in questions)
            column.Item().Element(figure => PaperBlocks.Figure(figure, title, Chart(title, answers), null, null));
    }

    private static BarChart Chart(string title, IReadOnlyList<AnswerFigure> answers) => new()
    {
        Message = title,
        LabelWidth = 42,
        Pitch = 5,
        Thickness = 3.4f,
        Bars = [.. answers.Select(a => new Bar(Shortened(a.Label), a.Families, Indonesian.Number(a.Families), a.IsLack ? ChartFill.Dark : ChartFill.MiddleLight))],
    };

    // The lists' own words are longer than a label can be.
    private static string Shortened(string label) => label switch
    {
        "Keramik/Granit/Marmer/Ubin/Tegel/Teraso" => "Keramik, ubin, sejenisnya",
        "Air Permukaan (Sungai, Danau, dll)" => "Air permukaan",
        "Listrik Pribadi s/d 900 Watt" => "Listrik sendiri s/d 900 W",
        "Listrik Pribadi > 900 Watt" => "Listrik sendiri > 900 W",
        "Ya, dengan Septic Tank" => "Sendiri, tangki septik",
        "Ya, tanpa Septic Tank" => "Sendiri, tanpa tangki",
        "Tidak, Jamban Umum/Bersama" => "Jamban umum/bersama",
        _ => label,
    };

    private void DistrictTable(TableDescriptor table)
    {
        var isOrdered = figures.Housing.ByArea.Count > 1;
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[18, 18, 14, 18, 14, 16, 22])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Kekurangan menurut kecamatan" + (isOrdered ? ", diurutkan menurut sanitasi" : ""));
        table.Header(header =>
        {
            header.Cell("Kecamatan");
            header.Cell("Keluarga", "KK");
            header.Cell(isOrdered ? "Sanitasi\u00a0▼" : "Sanitasi", "KK");
            header.Cell("Bagian", "%");
            header.Cell("Air minum", "KK");
            header.Cell("Bagian", "%");
            header.Cell("Lantai", "KK");
            header.Cell("Tanpa listrik", "KK");
        });
        foreach (var area in figures.Housing.ByArea.OrderByDescending(a => a.Sanitation).ThenBy(a => a.AreaCode, StringComparer.Ordinal))
            table.Cells(Row(figures.AreaNames.GetValueOrDefault(area.AreaCode, area.AreaCode), area));
        if (isOrdered)
        {
            table.Total(total => total.Cells(Row(figures.Office.RegionKind, figures.Housing.Total)));
        }
        PaperBlocks.Closing(table, "Tidak layak: sanitasi selain jamban sendiri dengan tangki septik; air minum dari sumur tidak terlindung, air permukaan, atau lainnya; lantai tanah, bambu, atau lainnya.", words.ListSource);
    }

    private static string[] Row(string name, AreaLacks a) =>
    [
        name, PaperNumbers.Cell(a.Families), PaperNumbers.Cell(a.Sanitation), PaperNumbers.Share(a.Sanitation, a.Families), PaperNumbers.Cell(a.Water), PaperNumbers.Share(a.Water, a.Families),
        PaperNumbers.Cell(a.Floor), PaperNumbers.Cell(a.Electricity),
    ];
}
