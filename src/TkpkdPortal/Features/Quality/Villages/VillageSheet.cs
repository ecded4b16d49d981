using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>
/// Lembar data RT: what a lurah takes to the RT. The four measures on top, then the families by RT with what is missing or known to be wrong and who
/// adds it, and a box to tick. Names in full, numbers masked.
/// </summary>
public sealed class VillageSheet(AreaCode village, string? part, IReadOnlyList<QualityPart> lines, IReadOnlyList<SheetFamily> families, AgreementPart? alike, Agreement? agreement, string source, DateTime dataAt,
    bool isTestData, OfficeSettings office, AreaDirectory areas)
{
    private const float BoxSide = 4.2f;

    private readonly QualityPart _counts = QualityPart.Sum(village.Stored, lines);

    private DateTime Local => office.Zone.ToLocal(dataAt);

    private string Place => $"{(part is null ? "" : $"{part}, ")}{areas.TitleOf(village)}";

    private string DataLine => $"data per {PaperText.Moment(Local, office.Zone.Label)}";

    public byte[] Write(FontLibrary fonts) => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, office.Sheet, $"Lembar data {Place}", $"Register keluarga {office.RegionName} · {DataLine}", isTestData ? [PaperMark.TestData, PaperMark.Restricted] : [PaperMark.Restricted]);
        page.Content().Column(Compose);
    })).WithMetadata(new DocumentMetadata
    {
        Title = $"Lembar data {Place}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(Local, TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{village.Stored} {part} {dataAt:O}",
    }).GeneratePdf(fonts);

    private void Compose(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(4.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
        column.Item().Bookmark("Lembar data").SemanticHeader1().Text($"Data yang perlu dilengkapi, {Place}").Style(PaperStyle.H1).Balanced();
        column.Item().PaddingTop(1.Mm()).PaddingBottom(3.Mm()).Text(PaperText.Bound($"{areas.TitleOf(village.AtLevel(AreaLevel.District))} · {Indonesian.Number(_counts.Households)} KK dalam register · keadaan {Indonesian.Date(DateOnly.FromDateTime(Local))}"));
        column.Item().PaddingBottom(4.Mm()).SemanticSection().Row(Measures);
        column.Item().SemanticSection().Table(Families);
    }

    private void Measures(RowDescriptor row)
    {
        row.Spacing(4.Mm());
        var all = _counts.Households;
        Tile("Lengkap", all - _counts.Incomplete, all);
        Tile("Tanpa kesalahan", all - _counts.Faulty, all);
        Tile("Selaras antarsumber", alike?.Alike, alike?.Households ?? 0);
        Tile("Ada kabar 12 bulan", all - _counts.Stale, all);

        void Tile(string label, int? count, int of) => PaperBlocks.Tile(row.RelativeItem(), label, count is { } known ? Indonesian.Number(known) : "–", "KK",
            count is null ? "belum ada dua daftar" : of == 0 ? "dari 0 KK" : $"dari {Indonesian.Number(of)} KK, {Indonesian.Percent(count.Value, of)} %");
    }

    private void Families(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(9.Mm()).AlignRight();
            columns.ConstantColumn(54.Mm());
            columns.RelativeColumn();
            columns.ConstantColumn(14.Mm()).AlignCenter();
        });
        PaperBlocks.Caption(table, "Keluarga yang datanya masih kurang atau keliru");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Keluarga", "kepala, NIK, alamat");
            header.Cell("Yang perlu dilengkapi atau diperbaiki", "menurut siapa yang mengerjakan");
            header.Cell("Selesai");
        });
        foreach (var (i, (neighbourhood, family)) in families.GroupBy(family => family.AreaCode, StringComparer.Ordinal).SelectMany(group => group.Select((family, at) => (at == 0 ? group.Key : null, family))).Index())
        {
            if (neighbourhood is not null)
                table.Group(group => group.Text(Heading(neighbourhood)), again => again.Text($"{NeighbourhoodLine.NameOf(neighbourhood)} (lanjutan)"));
            Row(table, i + 1, family);
        }
        table.WhenEmpty("Tidak ada: semua data keluarga di sini lengkap dan tidak ada kesalahan yang diketahui.");
        PaperBlocks.Closing(table, Note, $"Sumber: {source}{Compared}, diolah Sekretariat {office.TeamShortName} · {DataLine}");
    }

    private string Heading(string areaCode)
    {
        var line = lines.First(line => line.AreaCode == areaCode);
        return $"{NeighbourhoodLine.NameOf(areaCode)}: {Indonesian.Number(line.Households)} KK, {Indonesian.Number(line.Incomplete)} belum lengkap, {Indonesian.Number(line.Faulty)} ada yang keliru, {Indonesian.Number(line.Stale)} tanpa kabar 12 bulan";
    }

    private void Row(TableDescriptor table, int number, SheetFamily family)
    {
        table.Cell().Text(Indonesian.Number(number));
        table.Cell().Column(cell =>
        {
            cell.Item().Text(family.HeadName).Style(TableLook.Normal.Body!.Bold());
            cell.Item().Text($"NIK {family.NikMask ?? "belum ada"}");
            if (family.Address.Length > 0)
                cell.Item().Text(PaperText.Bound(family.Address));
        });
        table.Cell().PaddingRight(3.Mm()).Column(cell =>
        {
            foreach (var (provider, text) in family.Tasks)
            {
                cell.Item().Text(words =>
                {
                    words.Span($"{ProviderOf(provider)}: ").Bold();
                    words.Span(PaperText.Bound(text));
                });
            }
        });
        table.Cell().AlignCenter().Canvas(BoxSide.Mm(), BoxSide.Mm(), canvas => canvas.Rectangle(0.2f, 0.2f, BoxSide - 0.4f, BoxSide - 0.4f, stroke: new Stroke(0.9f)));
    }

    private string Note => (families.Count < VillageSheetDesk.Most ? "" : $"Lembar ini memuat {Indonesian.Number(VillageSheetDesk.Most)} keluarga pertama; cetak per RT untuk yang lain. ")
        + "Lengkap: tidak ada isian yang kurang. Keliru: hanya yang diketahui, misalnya dari jawaban Dukcapil; yang belum diketahui tidak dihitung. Kabar: kunjungan yang disetujui atau daftar yang terbit. "
        + "Lembar ini memuat data pribadi: simpan di tempat terkunci dan musnahkan setelah dikerjakan.";

    private string Compared => agreement is null ? "" : $"; selaras: {agreement.DatedTitles(DateOnly.FromDateTime(dataAt))}";

    private string ProviderOf(FactProvider provider) => provider is FactProvider.VillageHead ? Role.VillageHead.Title(village) : CompletenessWords.Providers.Label(provider);
}
