using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Charts;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rakor.Pack;

internal sealed class SummaryChapter(RakorFigures figures, PackWords words)
{
    private const int RoomyAgenda = 12;

    public void Compose(ColumnDescriptor column)
    {
        PaperBlocks.Lead(column, Sentences());
        if (figures.Release is { } release)
            Figures(column, release);
        Agenda(column);
    }

    private void Figures(ColumnDescriptor column, PackRelease release)
    {
        var v = figures.Verification;
        column.Item().PaddingBottom(5.Mm()).Row(row =>
        {
            row.Spacing(4.Mm());
            row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, $"Sasaran dalam daftar {release.Title}", Indonesian.Number(figures.Deciles.Families), "KK",
                figures.Deciles.Persons is { } persons ? $"{Indonesian.Number(persons)} jiwa" : "jiwa belum diketahui"));
            row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, "Sudah dikunjungi", Indonesian.Number(v.Visited), "KK", $"dari {Indonesian.Number(v.Target)} KK dalam register"));
            row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, "Disetujui lurah atau kepala desa", Indonesian.Number(v.Approved), "KK", $"{Indonesian.Number(v.Visited - v.Approved)} KK masih diperiksa"));
            row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, "Layak menurut kunjungan (miskin dan ekstrem)", Indonesian.Number(v.Eligible), "KK", $"{Indonesian.Number(v.NotEligible)} KK tidak layak"));
        });
        column.Item().Row(row =>
        {
            row.Spacing(6.Mm());
            row.RelativeItem().Element(figure => PaperBlocks.Figure(figure, "Tempat tinggal yang belum layak, KK", Lacks(),
                "Satu KK dapat memiliki beberapa kekurangan.", words.ListSource));
            row.RelativeItem().Element(figure => PaperBlocks.Figure(figure, "Kunjungan di kecamatan yang sudah dimulai", Visits(), null, words.FieldSource));
        });
        column.Gap(4.5f.Mm());
        column.Item().BorderLeft(2).PaddingLeft(3.5f.Mm() + 2).PaddingVertical(0.4f.Mm()).Text(
            "Desil adalah peringkat kesejahteraan di dalam daftar, bukan angka kemiskinan ekstrem BPS. Keduanya tidak boleh dijumlahkan atau dibandingkan.").Style(TextStyle.Of(9.5f, 13));
        column.Gap(6.Mm());
    }

    private void Agenda(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(2.Mm()).Bookmark("Agenda rapat", 2).SemanticHeader2().Text("Agenda rapat").Style(PaperStyle.H2);
        var points = figures.Meeting?.Agenda ?? [];
        if (points.Count == 0)
        {
            column.Item().Text(figures.Meeting is null ? "Rakor belum dijadwalkan; agendanya menyusul." : "Agenda belum diisi.");
            return;
        }
        // The summary is one page: a long agenda is set as closely as other text.
        var isLong = points.Count > RoomyAgenda;
        column.Item().DefaultTextStyle(isLong ? PaperStyle.Body : TextStyle.Of(11, 15.5f)).List(list =>
        {
            list.Spacing((isLong ? 0.6f : 1.5f).Mm());
            PaperBlocks.Numbered(list, points.Count);
            foreach (var (index, point) in points.Index())
                list.Item($"{index + 1}.").Text(point);
        });
    }

    private string[] Sentences()
    {
        if (figures.Release is null)
            return ["Belum ada daftar keluarga yang dimuat ke portal, sehingga bahan ini belum memuat angka."];
        var v = figures.Verification;
        var first = $"Daftar {figures.Release.Title} memuat *{Indonesian.Number(figures.Deciles.Families)} KK*"
            + (figures.Deciles.Persons is { } persons ? $" (*{Indonesian.Number(persons)} jiwa*)" : "")
            + (figures.Deciles.ByDecile.FirstOrDefault(d => d.Decile.Code == 1) is { } poorest ? $"; *{Indonesian.Number(poorest.Families)} KK* di antaranya desil 1." : ".");
        var second = v.Visited == 0 ? "Verifikasi lapangan belum dimulai."
            : $"Petugas sudah mengunjungi *{Indonesian.Number(v.Visited)} dari {Indonesian.Number(v.Target)} KK*; {Indonesian.Number(v.Approved)} KK disetujui, *{Indonesian.Number(v.Eligible)} KK* layak dan {Indonesian.Number(v.NotEligible)} KK tidak layak.";
        return [first, second];
    }

    private BarChart Lacks()
    {
        var total = figures.Housing.Total;
        var bars = new (string Label, int Count)[] { ("Sanitasi tidak layak", total.Sanitation), ("Air minum tidak layak", total.Water), ("Lantai tidak layak", total.Floor), ("Tanpa listrik", total.Electricity) };
        return new BarChart { Message = "KK yang tempat tinggalnya belum layak", Bars = [.. bars.OrderByDescending(bar => bar.Count).Select(bar => new Bar(bar.Label, bar.Count, Indonesian.Number(bar.Count)))] };
    }

    private ShareChart Visits() => new()
    {
        Message = "Kunjungan menurut kecamatan",
        LabelWidth = 31,
        Shares = [.. figures.Districts.Where(d => d.Figure.Visited > 0).OrderByDescending(d => d.Figure.Visited).Take(8)
            .Select(d => new Share(d.Name, d.Figure.Visited, d.Figure.Target, $"{Indonesian.Number(d.Figure.Visited)} dari {Indonesian.Number(d.Figure.Target)} KK"))
            .DefaultIfEmpty(new Share("Belum ada", 0, 1, "0 KK"))],
    };
}
