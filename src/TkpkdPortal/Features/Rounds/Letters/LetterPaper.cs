using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Letters;

/// <summary>Surat tugas: who is sent, on what basis, to how many families of which RT until when. It names no family.</summary>
public sealed class LetterPaper(AssignmentLetter letter, VerificationRound round, string releaseTitle, string enumeratorName, bool isTestData, OfficeSettings office, AreaDirectory areas)
{
    private const float SignatureGap = 13.5f;

    private readonly AreaCode _village = AreaCode.Parse(letter.AreaCode);

    private AreaCode District => _village.AtLevel(AreaLevel.District);

    private Letterhead Letterhead => letter.IsOfVillage
        ? new Letterhead($"PEMERINTAH {office.RegionName.ToUpperInvariant()}\n{areas.TitleOf(District).ToUpperInvariant()}", areas.TitleOf(_village).ToUpperInvariant(), "")
        : office.Letterhead;

    public byte[] Write(FontLibrary fonts) => Document.Create(document => document.Page(page =>
    {
        PaperSheet.Compose(page, office.Sheet, $"Surat tugas Nomor {letter.Number}", $"Surat tugas Nomor {letter.Number} · {letter.PublicId.ToString()[..8]}", isTestData ? [PaperMark.TestData] : []);
        page.Content().DefaultTextStyle(LetterBlocks.Letter).Column(Compose);
    })).WithMetadata(new DocumentMetadata
    {
        Title = $"Surat tugas Nomor {letter.Number}",
        Author = letter.IsOfVillage ? areas.TitleOf(_village) : $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(office.Zone.ToLocal(letter.IssuedAt), TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{letter.PublicId:N}",
    }).GeneratePdf(fonts);

    private void Compose(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(6.Mm()).Element(kop => PaperBlocks.Kop(kop, Letterhead));
        column.Item().Bookmark("Surat tugas").SemanticHeader1().Text("SURAT TUGAS").Style(TextStyle.Of(13, 17).Bold()).AlignCenter();
        column.Item().PaddingTop(1.Mm()).PaddingBottom(5.Mm()).Text($"Nomor {letter.Number}").AlignCenter();
        column.Item().Element(facts => PaperBlocks.Facts(facts, 30.Mm(), LetterBlocks.Letter, 1.Mm(),
        [
            ("Dasar", $"{round.LegalBasis}, tanggal {Indonesian.Date(round.LegalBasisOn)}, untuk {round.Name} dengan daftar {releaseTitle}"),
        ]));
        column.Item().PaddingVertical(4.Mm()).Text("MENUGASKAN").Style(LetterBlocks.Letter.Bold()).AlignCenter();
        column.Item().Element(facts => PaperBlocks.Facts(facts, 30.Mm(), LetterBlocks.Letter, 1.Mm(),
            [("Kepada", enumeratorName), ("Jabatan", $"{Role.Enumerator.Title(_village)} {areas.NameOf(_village)}, {areas.TitleOf(District)}")]));
        column.Item().PaddingTop(3.Mm()).Row(row =>
        {
            row.ConstantItem(30.Mm()).Text("Untuk");
            row.RelativeItem().List(Duties);
        });
        column.Item().PaddingTop(5.Mm()).SemanticSection().Table(Targets);
        // Nobody signs on a page that holds nothing else.
        column.Item().ShowEntire().Column(end =>
        {
            end.Item().PaddingTop(2.Mm()).Text("Surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.");
            end.Item().PaddingTop(2.Mm()).PaddingLeft(92.Mm()).SemanticSection().Column(Signature);
        });
    }

    private void Duties(ListDescriptor list)
    {
        var wave = round.WaveOf(letter.AreaCode);
        string[] duties =
        [
            $"mengunjungi {SpelledNumber.Beside(letter.Households)} keluarga di {areas.TitleOf(_village)} menurut tabel di bawah, mewawancarai, dan mencatat keadaannya di portal atau pada formulir kunjungan;",
            .. wave is null ? Array.Empty<string>() : [$"melaksanakannya dari tanggal {Indonesian.Date(wave.StartsOn)} sampai tanggal {Indonesian.Date(wave.EndsOn)}, dengan tenggat setiap RT menurut tabel;"],
            "memperlihatkan surat tugas ini, menyampaikan pemberitahuan privasi sebelum bertanya, dan menjaga kerahasiaan data keluarga;",
            $"melaporkan hasilnya kepada {Role.VillageHead.Title(_village)} {areas.NameOf(_village)}.",
        ];
        list.Spacing(1.Mm());
        foreach (var (i, duty) in duties.Index())
            list.Item($"{i + 1}.").Text(PaperText.Bound(duty));
    }

    private void Targets(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(10.Mm()).AlignRight();
            columns.RelativeColumn();
            columns.ConstantColumn(26.Mm()).AlignRight();
            columns.ConstantColumn(40.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, $"Sasaran di {areas.TitleOf(_village)} menurut RT");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("RT/RW");
            header.Cell("Keluarga", "KK");
            header.Cell("Tenggat", "tgl/bln/thn");
        });
        foreach (var (i, line) in letter.Lines.OrderBy(line => line.AreaCode, StringComparer.Ordinal).Index())
            table.Cells(Indonesian.Number(i + 1), Neighbourhood(AreaCode.Parse(line.AreaCode)), Indonesian.Number(line.Households), line.DueOn is { } due ? Indonesian.TypedDate(due) : "akhir gelombang");
        table.Total(total =>
        {
            total.Cell("");
            total.Cell("Jumlah");
            total.Cell(Indonesian.Number(letter.Households));
            total.Cell("");
        });
        PaperBlocks.Closing(table, null, $"Sumber: sasaran {round.Name}, daftar {releaseTitle} · keadaan {Indonesian.Date(office.Zone.DayOf(letter.IssuedAt))}");
    }

    private void Signature(ColumnDescriptor block)
    {
        block.Item().Text($"{(letter.IsOfVillage ? areas.NameOf(_village) : areas.ShortNameOf(office.Area))}, {Indonesian.Date(letter.IssuedOn)}");
        LetterBlocks.Signature(block, letter.SignatoryTitle, letter.SignatoryName, letter.SignatoryStaffNumber, SignatureGap);
    }

    private static string Neighbourhood(AreaCode area) => area.Rt is { } rt ? $"RT {rt}{(area.Rw is { } rw ? $", RW {rw}" : "")}" : "RT belum diketahui";
}
