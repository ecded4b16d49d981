using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Deliberations;

/// <summary>
/// Berita acara musyawarah: the act with its counts in figures and words, closing and signatures with hash and check code, and the annexes, which
/// are the frozen list and nothing else. Made once, on the day of freezing.
/// </summary>
public sealed class MinutesPaper(Deliberation deliberation, VerificationRound round, string releaseTitle, string checkAddress, bool isTestData, OfficeSettings office, AreaDirectory areas)
{
    private const float SignatureGap = 15;

    private static readonly TextStyle Act = TextStyle.Of(11, 15.5f);

    private readonly AreaCode _village = AreaCode.Parse(deliberation.AreaCode);

    private bool IsDesa => _village.VillageKind is VillageKind.Desa;

    private string Meeting => IsDesa ? "musyawarah desa" : "musyawarah kelurahan";

    private string HashStart => string.Join(' ', Convert.ToHexStringLower(deliberation.ListHash)[..16].Chunk(4).Select(four => new string(four)));

    private string Title => deliberation.Addendum == 0 ? "BERITA ACARA" : $"ADENDUM {deliberation.Addendum} BERITA ACARA";

    public byte[] Write(FontLibrary fonts) => Document.Create(document =>
    {
        document.Page(page => Sheet(page, [], ComposeAct));
        foreach (var (number, title, annexes) in Annexes)
            document.Page(page => Sheet(page, [PaperMark.Restricted], column => ComposeAnnex(column, number, title, annexes)));
        document.Page(page => Sheet(page, [PaperMark.Restricted], ComposeAttendance));
    }).WithMetadata(new DocumentMetadata
    {
        Title = $"Berita acara {Meeting} {areas.TitleOf(_village)}",
        Author = areas.TitleOf(_village),
        CreatedAt = new DateTimeOffset(office.Zone.ToLocal(deliberation.FrozenAt), TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{deliberation.PublicId:N} {Convert.ToHexStringLower(deliberation.ListHash)}",
    }).GeneratePdf(fonts);

    private static IReadOnlyList<(int Number, string Title, IReadOnlyList<Annex> Annexes)> Annexes =>
    [
        (1, "Keluarga layak", [Annex.ExtremelyPoor, Annex.Poor]), (2, "Keluarga tidak layak", [Annex.NotEligible]),
        (3, "Usulan baru", [Annex.Proposed, Annex.ProposedInVain]),
        (4, "Keluarga meninggal, pindah, ganda, dan tidak ditemukan", [Annex.Died, Annex.Moved, Annex.Duplicate, Annex.NotFound]),
    ];

    private static int AttendanceAnnex => Annexes.Count + 1;

    private void Sheet(PageDescriptor page, IReadOnlyList<PaperMark> marks, Action<ColumnDescriptor> compose)
    {
        PaperSheet.Compose(page, office.Sheet, $"Berita acara {Meeting} · {areas.TitleOf(_village)}, {areas.TitleOf(_village.AtLevel(AreaLevel.District))}",
            $"Daftar beku {deliberation.AreaCode.TrimEnd('.')}-{deliberation.HeldOn:yyyyMMdd} · sidik {HashStart} … · periksa kode {deliberation.Code}",
            isTestData ? [PaperMark.TestData, .. marks] : marks);
        page.Content().DefaultTextStyle(Act).Column(compose);
    }

    private void ComposeAct(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(6.Mm()).Element(kop => PaperBlocks.Kop(kop, new Letterhead(
            $"PEMERINTAH {office.RegionName.ToUpperInvariant()}\n{areas.TitleOf(_village.AtLevel(AreaLevel.District)).ToUpperInvariant()}", areas.TitleOf(_village).ToUpperInvariant(), "")));
        column.Item().Bookmark("Berita acara").SemanticHeader1().Text($"{Title} {Meeting.ToUpperInvariant()}").Style(TextStyle.Of(13, 17).Bold()).AlignCenter();
        column.Item().PaddingTop(2.Mm()).Text($"Penyepakatan hasil {round.Name}").Style(Act.Bold()).AlignCenter();
        column.Item().PaddingTop(1.Mm()).PaddingBottom(4.Mm()).Text($"Nomor {deliberation.Number}").AlignCenter();
        column.Item().Text(PaperText.Bound($"Pada hari ini, {SpelledNumber.Day(deliberation.HeldOn)}, pukul {Indonesian.Time(deliberation.From)} sampai {Indonesian.Time(deliberation.Until)} {office.Zone.Label}, "
            + $"bertempat di {deliberation.Place}, telah diselenggarakan {Meeting} dengan keterangan sebagai berikut."));
        column.Item().PaddingVertical(3.Mm()).Element(facts => PaperBlocks.Facts(facts, 34.Mm(), Act, 0.4f.Mm(),
        [
            ("Pimpinan", deliberation.Chair), ("Notulis", deliberation.NoteTaker),
            ("Peserta", $"{SpelledNumber.Beside(deliberation.Attended)} orang dari {SpelledNumber.Beside(deliberation.Invited)} undangan; kuorum {Indonesian.Number(deliberation.Quorum)} orang tercapai (lampiran {AttendanceAnnex})"),
            ("Acara", "Membahas dan menyepakati hasil verifikasi lapangan"), ("Dasar", $"{round.LegalBasis}; daftar {releaseTitle}"),
        ]));
        column.Item().PaddingBottom(3.Mm()).Text(text =>
        {
            text.Span("Musyawarah membahas daftar satu per satu menurut RT, mendengar keterangan petugas, ketua RT, dan keluarga yang hadir, lalu ");
            text.Span("menyepakati").Bold();
            text.Span(" hal-hal berikut.");
        });
        column.Item().SemanticSection().Table(Counts);
        if (TypedText.Lines(deliberation.Requests) is { Length: > 0 } requests)
        {
            column.Item().PaddingTop(4.Mm()).PaddingBottom(1.Mm()).Text($"Musyawarah juga meminta hal-hal berikut diteruskan kepada {office.TeamShortName} melalui Camat:");
            column.Item().List(list =>
            {
                list.Spacing(1.Mm());
                PaperBlocks.Numbered(list, requests.Length);
                foreach (var (index, request) in requests.Index())
                    list.Item($"{index + 1}.").Text(PaperText.Bound(request));
            });
        }
        // Nobody signs on a page that holds nothing else.
        column.Item().ShowEntire().Column(end =>
        {
            end.Item().PaddingTop(4.Mm()).Text("Demikian berita acara ini dibuat dengan sebenarnya dan ditandatangani oleh yang berhak, untuk dipergunakan sebagaimana mestinya.");
            Signatures(end);
            Check(end);
        });
    }

    private void Counts(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(5);
            columns.ConstantColumn(20.Mm()).AlignRight();
            columns.RelativeColumn(4);
        });
        PaperBlocks.Caption(table, "Hasil kunjungan yang disepakati");
        table.Header(header =>
        {
            header.Cell("Hasil");
            header.Cell("Keluarga", "KK");
            header.Cell("Dengan huruf");
        });
        foreach (var (index, annex) in AnnexWords.Values.All.Index())
            table.Cells($"{(char)('a' + index)}. {AnnexWords.Values.Label(annex)}", PaperNumbers.Cell(deliberation.On(annex)), SpelledNumber.Of(deliberation.On(annex)));
        table.Total(total =>
        {
            total.Cell($"Jumlah a sampai {(char)('a' + AnnexWords.Values.All.Count - 1)}");
            total.Cell(PaperNumbers.Cell(deliberation.Rows.Count));
            total.Cell(SpelledNumber.Of(deliberation.Rows.Count));
        });
        PaperBlocks.Closing(table, null, $"Sumber: kunjungan yang disetujui {Role.VillageHead.Title(_village).ToLowerInvariant()}, daftar {releaseTitle} · dibekukan {Indonesian.Date(office.Zone.DayOf(deliberation.FrozenAt))}");
    }

    private void Signatures(ColumnDescriptor column)
    {
        foreach (var pair in TypedText.Lines(deliberation.Signatories).Chunk(2))
        {
            column.Item().PaddingTop(5.Mm()).ShowEntire().SemanticSection().Row(row =>
            {
                row.Spacing(10.Mm());
                foreach (var signatory in pair)
                    row.RelativeItem().Element(block => Signature(block, signatory));
                if (pair.Length == 1)
                    row.RelativeItem();
            });
        }
    }

    private static void Signature(Container container, string signatory)
    {
        var (name, function) = Parts(signatory);
        container.Column(block =>
        {
            block.Item().Text($"{function},");
            block.Item().Height(SignatureGap.Mm());
            block.Item().Text(name).Style(Act.Bold());
        });
    }

    private void Check(ColumnDescriptor column) => column.Item().PaddingTop(6.Mm()).ShowEntire().SemanticSection().Row(row =>
    {
        row.ConstantItem(28.Mm()).Element(code => QrCode.Draw(code, checkAddress, 24));
        row.RelativeItem().AlignMiddle().Column(text =>
        {
            text.Item().Text($"Kode pemeriksaan {deliberation.Code}").Style(TextStyle.Of(11, 15.5f).Bold());
            text.Item().Text(checkAddress).Style(PaperStyle.Small);
            text.Item().PaddingTop(1.Mm()).Text("Sidik daftar (SHA-256)").Style(PaperStyle.Note);
            foreach (var half in Convert.ToHexStringLower(deliberation.ListHash).Chunk(32))
                text.Item().Text(string.Join(' ', half.Chunk(4).Select(four => new string(four)))).Style(PaperStyle.Note);
        });
    });

    private void ComposeAnnex(ColumnDescriptor column, int number, string title, IReadOnlyList<Annex> annexes)
    {
        var rows = deliberation.Rows.Where(row => annexes.Contains(row.Annex)).OrderBy(row => row.AreaCode, StringComparer.Ordinal).ThenBy(row => row.HeadName, StringComparer.Ordinal).ToList();
        Head(column, number);
        column.Item().SemanticSection().Table(table =>
        {
            table.Look(TableLook.Dense);
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(10.Mm()).AlignRight();
                columns.RelativeColumn(5);
                columns.ConstantColumn(31.Mm());
                columns.ConstantColumn(12.Mm()).AlignCenter();
                columns.ConstantColumn(17.Mm()).AlignRight();
                columns.ConstantColumn(13.Mm()).AlignRight();
                columns.RelativeColumn(4);
            });
            table.Caption().PaddingBottom(1.2f.Mm()).Bookmark($"Lampiran {number}: {title}").Text($"{title}: {Indonesian.Number(rows.Count)} KK").Style(PaperStyle.H2);
            table.ContinuedLine(rest => $"berlanjut ke halaman berikut: nomor {rest.FirstRow}–{rest.LastRow}");
            table.Header(header =>
            {
                header.Cell("No.");
                header.Cell("Nama kepala keluarga");
                header.Cell("NIK", "disamarkan");
                header.Cell("RT");
                header.Cell("Anggota", "jiwa");
                header.Cell("Desil");
                header.Cell("Kesepakatan");
            });
            foreach (var (index, row) in rows.Index())
                table.Cells(Indonesian.Number(index + 1), row.HeadName, row.NikMask ?? "…", AreaCode.Parse(row.AreaCode).Rt ?? "…", Indonesian.Number(row.MemberCount),
                    row.DecileCode is { } decile ? WelfareDecile.FromCode(decile).Label : "…", row.Finding);
            table.WhenEmpty($"Tidak ada: {title.ToLowerInvariant()}.");
            PaperBlocks.Closing(table, rows.Count == 0 ? null : "… berarti belum ada dalam register.", $"Sumber: daftar yang dibekukan dengan berita acara ini · desil menurut {releaseTitle}");
        });
    }

    private void ComposeAttendance(ColumnDescriptor column)
    {
        Head(column, AttendanceAnnex);
        column.Item().SemanticSection().Table(table =>
        {
            table.Look(TableLook.Normal);
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(10.Mm()).AlignRight();
                columns.RelativeColumn(4);
                columns.RelativeColumn(4);
                columns.RelativeColumn(3);
            });
            table.Caption().PaddingBottom(1.2f.Mm()).Bookmark($"Lampiran {AttendanceAnnex}: Daftar hadir").Text($"Daftar hadir: {Indonesian.Number(deliberation.Attended)} orang").Style(PaperStyle.H2);
            table.ContinuedLine(rest => $"berlanjut ke halaman berikut: nomor {rest.FirstRow}–{rest.LastRow}");
            table.Header(header =>
            {
                header.Cell("No.");
                header.Cell("Nama");
                header.Cell("Unsur atau jabatan");
                header.Cell("Tanda tangan");
            });
            foreach (var (index, line) in TypedText.Lines(deliberation.Attendance).Index())
            {
                var (name, function) = Parts(line);
                table.Cells(Indonesian.Number(index + 1), name, function, $"{index + 1} ............................");
            }
            PaperBlocks.Closing(table, null, $"Sumber: daftar hadir {Meeting}, {Indonesian.Date(deliberation.HeldOn)}");
        });
    }

    private void Head(ColumnDescriptor column, int number) => column.Item().PaddingBottom(5.Mm()).PaddingLeft(96.Mm()).Element(block => PaperBlocks.Facts(block, 20.Mm(), PaperStyle.Body, 0.2f.Mm(),
        [("Lampiran", Indonesian.Number(number)), ("Nomor", deliberation.Number), ("Tanggal", Indonesian.Date(deliberation.HeldOn))]));

    // "Yohanes Uji, Ketua BPD": what stands behind the first comma is the function.
    private static (string Name, string Function) Parts(string line) => line.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 ? (line[..comma].Trim(), line[(comma + 1)..].Trim()) : (line, "");
}
