using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>The loci, and with as much room the families outside of them: who lives scattered is not forgotten.</summary>
internal sealed class LociChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.Loci is not { } loci)
            return;
        if (loci.Loci.Count + loci.Rest.Count == 0)
            return;
        column.Item().SemanticSection().Table(table => Compose(table, "Lokus prioritas", loci.Loci, "Belum ada lokus.", $"Skor 0–100 menurut cara penentuan {(loci.Method == 0 ? "bawaan" : $"nomor {loci.Method}")}; lokus ditetapkan sampai memuat {loci.Coverage} persen KK desil 1."));
        column.Gap(4.5f.Mm());
        var (scattered, without) = (loci.Rest.Where(line => line.FirstDecile > 0).ToList(), loci.Rest.Count(line => line.FirstDecile == 0));
        column.Item().SemanticSection().Table(table => Compose(table, "Di luar lokus, yang punya KK desil 1", scattered, "Tidak ada KK desil 1 di luar lokus.",
            without == 0 ? null : $"{Indonesian.Number(without)} desa dan kelurahan lain dalam register tidak punya KK desil 1."));
    }

    private void Compose(TableDescriptor table, string title, IReadOnlyList<PackLocus> lines, string empty, string? note)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn();
            columns.RelativeColumn();
            foreach (var width in (int[])[24, 24, 18])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, title);
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Desa/kelurahan");
            header.Cell("Kecamatan");
            header.Cell("Register", "KK");
            header.Cell("Desil 1", "KK");
            header.Cell("Skor", "0–100");
        });
        foreach (var (index, line) in lines.Index())
            table.Cells(Indonesian.Number(index + 1), line.Name, line.District, PaperNumbers.Cell(line.Families), PaperNumbers.Cell(line.FirstDecile), Indonesian.Number(line.Points, 1));
        table.WhenEmpty(empty);
        if (lines.Count > 1)
            table.Total(total =>
            {
                total.Cells(["", "Jumlah", "", PaperNumbers.Cell(lines.Sum(line => line.Families)), PaperNumbers.Cell(lines.Sum(line => line.FirstDecile)), ""]);
            });
        PaperBlocks.Closing(table, note, words.RegisterSource);
    }
}
