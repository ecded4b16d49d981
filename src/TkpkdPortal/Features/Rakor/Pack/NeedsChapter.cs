using TkpkdPortal.Documents;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>What families need and what aid answers of it: by need, by the OPD whose duty it is, and by kecamatan.</summary>
internal sealed class NeedsChapter(RakorFigures figures, PackWords words)
{
    private static readonly int[] Widths = [26, 22, 28, 30, 24];

    public void Compose(ColumnDescriptor column)
    {
        if (figures.Needs is not { } needs)
            return;
        if (needs.Households == 0)
            return;
        column.Item().SemanticSection().Table(table => Compose(table, "Keluarga menurut kebutuhan", "Kebutuhan", "KK", hasUnknown: true, needs.ByNeed,
            $"Satu KK dapat memiliki beberapa kebutuhan, sehingga kolom tidak dijumlahkan. Terpenuhi dan direncanakan: bantuan tahun {needs.Year}. Belum diketahui bukan kebutuhan."));
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(table => Compose(table, "Kebutuhan menurut OPD yang bertugas", "OPD", "kebutuhan", hasUnknown: false, needs.ByOpd, "Satuannya kebutuhan, bukan KK: satu KK dapat dihitung beberapa kali."));
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(table => Districts(table, needs));
    }

    private void Compose(TableDescriptor table, string title, string head, string unit, bool hasUnknown, IReadOnlyList<PackNeedLine> lines, string note)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in Widths.Take(hasUnknown ? Widths.Length : Widths.Length - 1))
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, title);
        table.Header(header =>
        {
            header.Cell(head);
            header.Cell("Membutuhkan", unit);
            header.Cell("Terpenuhi", unit);
            header.Cell("Direncanakan", unit);
            header.Cell("Belum diambil", unit);
            if (hasUnknown)
                header.Cell("Belum diketahui", unit);
        });
        foreach (var line in lines)
        {
            table.Cells(line.Name, PaperNumbers.Cell(line.Needing), PaperNumbers.Cell(line.Met), PaperNumbers.Cell(line.Planned), PaperNumbers.Cell(line.Nobody));
            if (hasUnknown)
                table.Cells(PaperNumbers.Cell(line.Unknown));
        }
        table.WhenEmpty("Belum ada OPD dengan tugas.");
        PaperBlocks.Closing(table, note, words.NeedSource);
    }

    private void Districts(TableDescriptor table, PackNeeds needs)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[32, 30, 30, 30])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Keluarga yang membutuhkan menurut kecamatan");
        table.Header(header =>
        {
            header.Cell("Kecamatan");
            header.Cell("Membutuhkan", "KK");
            header.Cell("Semua terpenuhi", "KK");
            header.Cell("Sebagian", "KK");
            header.Cell("Belum satu pun", "KK");
        });
        foreach (var line in needs.ByDistrict)
            table.Cells(line.Name, PaperNumbers.Cell(line.Needing), PaperNumbers.Cell(line.Met), PaperNumbers.Cell(line.Planned), PaperNumbers.Cell(line.Nobody));
        table.WhenEmpty("Belum ada keluarga dalam register.");
        if (needs.ByDistrict.Count > 1)
            table.Total(total =>
            {
                total.Cells([figures.Office.RegionKind, PaperNumbers.Cell(needs.InNeed), PaperNumbers.Cell(needs.FullyMet), PaperNumbers.Cell(needs.InNeed - needs.FullyMet - needs.NotMet), PaperNumbers.Cell(needs.NotMet)]);
            });
        PaperBlocks.Closing(table, needs.ByDistrict.Count == 0 ? null : "Membutuhkan = semua terpenuhi + sebagian + belum satu pun.", words.NeedSource);
    }
}
