using TkpkdPortal.Documents;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

internal sealed class AidChapter(RakorFigures figures, PackWords words)
{
    public void Compose(ColumnDescriptor column)
    {
        if (figures.Aid.Count == 0)
            return;
        column.Item().SemanticSection().Table(table =>
        {
            table.Look(TableLook.Normal);
            table.ColumnsDefinition(columns =>
            {
                columns.RelativeColumn();
                columns.ConstantColumn(42.Mm());
                columns.ConstantColumn(26.Mm());
                columns.ConstantColumn(18.Mm()).AlignRight();
                columns.ConstantColumn(16.Mm()).AlignRight();
                columns.ConstantColumn(24.Mm()).AlignRight();
            });
            PaperBlocks.Caption(table, "Program, keluarga yang dijangkau, dan nilainya");
            table.Header(header =>
            {
                header.Cell("Program", "tahun");
                header.Cell("OPD");
                header.Cell("Sumber dana");
                header.Cell("Diren\u00adcanakan", "KK");
                header.Cell("Tersalur", "KK");
                header.Cell("Nilai tersalur", "Rp juta");
            });
            foreach (var strategy in figures.Aid.GroupBy(aid => aid.Strategy))
            {
                table.Group(first => first.Text(AidWords.Strategies.Label(strategy.Key)), again => again.Text($"{AidWords.Strategies.Label(strategy.Key)} (lanjutan)"));
                foreach (var aid in strategy)
                {
                    table.Cells($"{aid.Program} {aid.Year}", aid.Opd, AidWords.FundSources.Label(aid.FundSource), PaperNumbers.Cell(aid.Planned), PaperNumbers.Cell(aid.Reached),
                        aid.Amount == 0 ? "–" : Indonesian.Number(aid.Amount / 1_000_000m, 1));
                }
            }
            PaperBlocks.Closing(table, "KK dihitung sekali per program. Bantuan berupa barang tidak dinilai dalam rupiah.", words.AidSource);
        });
    }
}

internal sealed class DataChapter(RakorFigures figures, PackWords words, string hash)
{
    private IReadOnlyList<OfficialFigure> Official => [.. figures.Macro.Where(figure => figure.Scope is MacroScope.Office)];

    private string OfficialLine => Official.Count == 0
        ? "Belum dikonfirmasi; dicetak setelah kantor mengonfirmasi nilai dan sumbernya."
        : string.Join("; ", Official.Select(figure => $"{figure.Name} {figure.Written}, {figure.Period} ({figure.Source}, {Indonesian.ShortDate(figure.PublishedOn)})")) + ". Dari survei; tidak dibandingkan dengan desil daftar.";

    public void Compose(ColumnDescriptor column)
    {
        column.Item().Element(facts => PaperBlocks.Facts(facts, 34.Mm(), PaperStyle.Body, 1.5f.Mm(),
            ("Daftar", figures.Release is null ? "Belum ada daftar yang dimuat." : $"{words.ListName}. KK dan jiwa menurut desil, perumahan, air, dan sanitasi berasal dari daftar ini seperti dimuat."),
            ("Verifikasi", "Kunjungan petugas desa dan kelurahan yang diajukan dan diputuskan dalam portal; angka menghitung KK."),
            ("Bantuan", "Catatan OPD dalam portal."), ("Angka BPS", OfficialLine),
            ("Wilayah", "Kode Kemendagri; nama menurut idn-area-data 4.0.1 (ODbL 1.0)."),
            ("Data per", words.DataAt + (figures.IsPast ? ", seperti diketahui pada akhir hari itu" : "")),
            ("Potret", figures.SnapshotId), ("Sidik (SHA-256)", $"{PackWords.Grouped(hash[..32])}\n{PackWords.Grouped(hash[32..])}")));
        if (figures.Office.HasTestData)
            column.Item().PaddingTop(4.Mm()).Text("DATA UJI: semua orang dan nomor dalam data ini karangan.").Bold();
    }
}
