using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.UnitTests.Documents;

public sealed class DocumentTests
{
    private static readonly FontLibrary Fonts = FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "fonts"));

    private static readonly DocumentMetadata Metadata = new()
    {
        Title = "Bahan rakor",
        Author = "TKPKD",
        CreatedAt = new DateTimeOffset(2025, 12, 1, 8, 0, 0, TimeSpan.FromHours(8)),
        Identity = "rakor-1",
    };

    [Fact]
    public void The_same_paper_has_the_same_bytes_and_another_has_others()
    {
        var first = Written(LongTable);

        Assert.Equal(first, Written(LongTable));
        Assert.NotEqual(first, Written(LongTable, Metadata with { Identity = "rakor-2" }));
        Assert.NotEqual(first, Written(LongTable, Metadata with { CreatedAt = Metadata.CreatedAt.AddMinutes(1) }));
    }

    [Fact]
    public void The_head_of_a_table_stands_on_every_page_and_its_total_once()
    {
        var pages = new WrittenPdf(Written(LongTable)).Pages;

        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.Contains("Kecamatan|", page, StringComparison.Ordinal));
        Assert.Single(pages, page => page.Contains("Jumlah|", StringComparison.Ordinal));
        Assert.Contains("Jumlah|", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_row_of_a_broken_table_is_lost_or_told_twice()
    {
        var rows = new WrittenPdf(Written(LongTable)).Pages.SelectMany(page => page.Split('|')).Where(run => run.StartsWith("baris ", StringComparison.Ordinal));

        Assert.Equal(Enumerable.Range(1, 120).Select(row => $"baris {row}"), rows);
    }

    [Fact]
    public void Every_page_says_its_number_and_how_many_there_are()
    {
        var pages = new WrittenPdf(Written(LongTable)).Pages;

        Assert.All(pages.Index(), page => Assert.Contains($"Halaman {page.Index + 1} dari {pages.Count}", page.Item.Replace("|", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_on_whole_sheets_begin_on_a_front_and_count_their_own_pages()
    {
        var document = Document.Create(all =>
        {
            for (var run = 1; run <= 2; run++)
            {
                all.Page(page =>
                {
                    page.Size(PageSizes.A4);
                    page.Margin(40);
                    page.OnWholeSheets();
                    page.Content().Text($"lembar {run}");
                    page.Footer().Text(text =>
                    {
                        text.PageOfRun();
                        text.Span(" dari ");
                        text.PagesOfRun();
                    });
                });
            }
        }).WithMetadata(Metadata);

        var pages = new WrittenPdf(document.GeneratePdf(Fonts)).Pages.Select(page => page.Replace("|", "", StringComparison.Ordinal)).ToList();

        Assert.Equal(["lembar 11 dari 2", "2 dari 2", "lembar 21 dari 2", "2 dari 2"], pages);
    }

    [Fact]
    public void Bookmarks_lead_to_chapters_and_what_is_in_them()
    {
        var pdf = new WrittenPdf(Written(column =>
        {
            column.Item().Bookmark("1 Ringkasan").SemanticHeader1().Text("Ringkasan");
            column.Item().Bookmark("Tabel désil", 2).Text("Tabel");
        }));

        Assert.Equal(["1 Ringkasan", "Tabel désil"], pdf.Bookmarks.Order(StringComparer.Ordinal));
        Assert.Contains("/PageMode/UseOutlines", pdf.Objects, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_embeds_only_the_letters_that_it_shows()
    {
        var bytes = Written(column =>
        {
            column.Item().Text("banana");
            column.Item().Text("kepo").Bold();
        }, withPageNumbers: false);
        var pdf = new WrittenPdf(bytes);

        Assert.Equal(["abn", "ekop"], pdf.Fonts.Select(font => font.Replace("\ufffd", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Matches(@"/BaseFont/[A-Z]{6}\+Arimo", pdf.Objects);
        Assert.True(bytes.Length < 20_000, $"{bytes.Length} bytes for ten letters.");
    }

    [Fact]
    public void A_file_says_its_title_its_language_and_that_it_is_tagged()
    {
        var objects = new WrittenPdf(Written(column => column.Item().SemanticHeader1().Text("Ringkasan"))).Objects;

        Assert.Contains("/Lang(id-ID)", objects, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo<</Marked true>>", objects, StringComparison.Ordinal);
        Assert.Contains("Bahan rakor", objects, StringComparison.Ordinal);
        Assert.Contains("/S/H1", objects, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", objects, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_says_so_and_counts_nothing()
    {
        var page = Assert.Single(new WrittenPdf(Written(column => column.Item().Table(table =>
        {
            Columns(table);
            table.Total(total => total.Cell().Text("Jumlah"));
            table.WhenEmpty("Belum ada kunjungan.");
        }))).Pages);

        Assert.Contains("Belum ada kunjungan.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Jumlah", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_never_fit_on_a_page_is_refused_and_not_cut_off() =>
        Assert.Throws<DocumentLayoutException>(() => Written(column => column.Item().ShowEntire().MinHeight(2000).Text("tinggi")));

    [Fact]
    public void A_document_needs_pages_and_metadata()
    {
        Assert.Throws<InvalidOperationException>(() => Document.Create(_ => { }));
        Assert.Throws<InvalidOperationException>(() => Document.Create(document => document.Page(_ => { })).GeneratePdf(Fonts));
    }

    private static byte[] Written(Action<ColumnDescriptor> compose, DocumentMetadata? metadata = null, bool withPageNumbers = true) => Document.Create(document => document.Page(page =>
    {
        page.Size(PageSizes.A4);
        page.Margin(20.Mm());
        page.Content().Column(compose);
        if (withPageNumbers)
        {
            page.Footer().Text(text =>
            {
                text.Span("Halaman ");
                text.CurrentPageNumber();
                text.Span(" dari ");
                text.TotalPages();
            });
        }
    })).WithMetadata(metadata ?? Metadata).GeneratePdf(Fonts);

    private static byte[] Written(Action<ColumnDescriptor> compose, bool withPageNumbers) => Written(compose, Metadata, withPageNumbers);

    private static void LongTable(ColumnDescriptor column) => column.Item().Table(table =>
    {
        Columns(table);
        for (var row = 1; row <= 120; row++)
            table.Cells($"baris {row}", "5");
        table.Total(total =>
        {
            total.Cell().Text("Jumlah");
            total.Cell().Text("600");
        });
    });

    private static void Columns(TableDescriptor table)
    {
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.RelativeColumn();
        });
        table.Header(header =>
        {
            header.Cell().Text("Kecamatan");
            header.Cell().Text("KK");
        });
    }
}
