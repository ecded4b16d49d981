using System.Text.RegularExpressions;
using TkpkdPortal.Testing;
using static TkpkdPortal.IntegrationTests.Features.Rakor.PackOffices;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>What an official opens for the coordination meeting, read from the finished file.</summary>
[Collection(PackOffices.Collection)]
public sealed partial class RakorPackTests(PackOffices offices)
{
    private static readonly string[] Titles = ["Keputusan rakor sebelumnya", "Angka BPS", "Profil menurut desil", "Di mana daftar berbeda", "Kemajuan verifikasi dan validasi", "Perumahan, air minum, dan sanitasi", "Bantuan menurut program", "Kebutuhan dan siapa yang memenuhinya",
        "Bantuan yang mungkin ganda", "Lokus dan keluarga di luar lokus", "Dana Desa bagi keluarga desil 1", "Kasus dan graduasi", "Usulan untuk diputuskan"];

    // A city has no desa.
    private static string[] ChaptersOf(string office) =>
        ["Ringkasan dan agenda", .. Titles.Where(title => office == KutaiTimur || !title.StartsWith("Dana Desa", StringComparison.Ordinal)).Select((title, i) => $"{i + 1} {title}"), "Catatan data"];

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya), InlineData(Empty)]
    public void A_pack_is_a_sound_file_that_carries_its_own_fonts(string office)
    {
        var pack = offices[office];

        pack.AssertSound();
        Assert.NotEmpty(pack.Fonts);
        Assert.All(pack.Fonts, font => Assert.Matches(@"^[A-Z]{6}\+Arimo-\w+ CID TrueType Identity-H yes yes yes ", font));
    }

    [PaperTheory, InlineData(KutaiTimur, "TKPKD Kabupaten Kutai Timur"), InlineData(PalangkaRaya, "TKPK Kota Palangka Raya"), InlineData(Empty, "TKPK Kota Samarinda")]
    public void A_pack_says_its_title_its_language_and_its_chapters(string office, string team)
    {
        var pack = offices[office];
        var catalog = pack.Catalog;

        Assert.StartsWith($"Bahan Rapat Koordinasi {team}, ", pack.Information("Title"), StringComparison.Ordinal);
        Assert.Equal("u:id-ID", catalog.GetProperty("/Lang").GetString());
        Assert.True(catalog.GetProperty("/ViewerPreferences").GetProperty("/DisplayDocTitle").GetBoolean());
        Assert.Equal(ChaptersOf(office), pack.Bookmarks);
    }

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya), InlineData(Empty)]
    public void A_pack_is_tagged_and_its_chapters_are_read_in_order(string office)
    {
        var pack = offices[office];

        Assert.Equal("yes", pack.Information("Tagged"));
        Assert.Equal(ChaptersOf(office).Length + 1, pack.Tags.Count(tag => tag == "H1"));
        Assert.Equal(office != Empty, pack.Tags.Contains("TH"));
        // The contents on the cover name the chapters first.
        AssertInOrder(pack.TaggedText, ["Dasar", .. ChaptersOf(office)]);
        AssertInOrder(pack.Text, ["Dasar", .. ChaptersOf(office)]);
    }

    [PaperFact]
    public void A_chapter_is_read_as_sentence_then_table_then_note_then_source()
    {
        string[] order = ["5 Kemajuan verifikasi dan validasi", "728 dari 5.005 KK", "Kunjungan dan hasilnya menurut kecamatan", "Sasaran KK", "Sangkulirang 943", "Kabupaten 5.005", "Dikunjungi: kunjungan",
            "Sumber: verifikasi lapangan", "Kunjungan dan hasilnya menurut desa dan kelurahan", "6 Perumahan"];

        AssertInOrder(After(offices[KutaiTimur].TaggedText, "Agenda rapat"), order);
    }

    [PaperTheory, InlineData(KutaiTimur, true), InlineData(PalangkaRaya, true), InlineData(Empty, false)]
    public void Every_page_is_numbered_and_marked(string office, bool isDemo)
    {
        var pack = offices[office];

        for (var page = 1; page <= pack.PageCount; page++)
        {
            var text = pack.PageText(page);
            Assert.Contains($"Halaman {page} dari {pack.PageCount}", text, StringComparison.Ordinal);
            Assert.Contains("TERBATAS", text, StringComparison.Ordinal);
            Assert.Contains("DRAF", text, StringComparison.Ordinal);
            Assert.Contains("data per", text, StringComparison.Ordinal);
            Assert.Equal(isDemo, text.Contains("DATA UJI", StringComparison.Ordinal));
        }
    }

    [PaperFact]
    public void Kutai_Timur_reads_of_its_5000_families_and_where_the_verification_began()
    {
        var text = offices[KutaiTimur].Text;

        Assert.Contains("P3KE 2023 (rilis 15 September 2023), 5.000 KK", text, StringComparison.Ordinal);
        Assert.Contains("PEMERINTAH KABUPATEN KUTAI TIMUR BADAN PERENCANAAN PEMBANGUNAN DAERAH", text, StringComparison.Ordinal);
        // In the register: those of the list, and the proposals that were cleared.
        Assert.Matches(@"Muara Bengkal 402 \d", text);
        Assert.Matches(@"Muara Ancalong 523 \d", text);
        Assert.Matches(@"Kabupaten 5\.005 728 14,5 643 485 113 45", offices[KutaiTimur].TaggedText);
        Assert.Matches(@"data per \d{1,2} (Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember) 20\d\d pukul \d\d\.\d\d WITA", text);
        Assert.Matches(@"\(\d\d,\d persen\)", text);
    }

    [PaperFact]
    public void Palangka_Raya_reads_of_69_persons_nearly_half_of_them_in_Kameloh_Baru()
    {
        var text = offices[PalangkaRaya].Text;

        Assert.Contains("Dari 69 jiwa (20 KK), 33 jiwa (47,8 persen) tinggal di Kameloh Baru, Kecamatan Sabangau.", text, StringComparison.Ordinal);
        Assert.Contains("33 jiwa", offices[PalangkaRaya].TaggedText, StringComparison.Ordinal);
    }

    [PaperFact]
    public void An_office_without_a_list_reads_so_and_gets_no_empty_pages()
    {
        var pack = offices[Empty];

        Assert.Contains("Belum ada daftar keluarga yang dimuat ke portal", pack.Text, StringComparison.Ordinal);
        Assert.Contains("Rakor belum dijadwalkan", pack.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("P3KE", pack.Text, StringComparison.Ordinal);
        Assert.Equal(3, pack.PageCount);
    }

    [PaperFact]
    public void A_table_over_pages_repeats_its_head_and_says_that_it_goes_on()
    {
        var pack = offices[KutaiTimur];
        var pages = Enumerable.Range(1, pack.PageCount).Select(pack.PageText).ToList();
        var first = pages.FindIndex(page => page.Contains("Kunjungan dan hasilnya menurut desa dan kelurahan", StringComparison.Ordinal));
        var last = pages.FindLastIndex(page => page.Contains("Kemajuan verifikasi dan validasi (lanjutan)", StringComparison.Ordinal));

        Assert.True(last > first + 1);
        for (var page = first; page <= last; page++)
        {
            Assert.Contains("Desa/kelurahan", pages[page], StringComparison.Ordinal);
            Assert.Equal(page < last, pages[page].Contains("berlanjut ke halaman berikut", StringComparison.Ordinal));
        }
    }

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya), InlineData(Empty)]
    public void Every_figure_and_table_names_its_source_and_day(string office)
    {
        var pack = offices[office];
        var captions = pack.Tags.Count(tag => tag == "Table");

        Assert.True(SourceLine().Count(pack.TaggedText) >= captions, $"{captions} tables");
        Assert.Equal(SourceLine().Count(pack.TaggedText), pack.TaggedText.Split("Sumber:").Length - 1);
    }

    [PaperTheory, InlineData(KutaiTimur), InlineData(PalangkaRaya), InlineData(Empty)]
    public void Decile_counts_are_never_called_the_poverty_of_BPS_and_its_figures_wait_for_the_office(string office)
    {
        var text = offices[office].TaggedText;

        // The demo offices have confirmed all but the newest figure of their region.
        var (confirmed, waiting) = office switch { KutaiTimur => ("8,07 %", "753.332"), Empty => ("Angka BPS Belum dikonfirmasi", "3,52 %"), _ => ("3,52 %", "10,70 ribu") };
        Assert.Contains(confirmed, text, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)desil \d[^.;]{0,60}(miskin|kemiskinan) ekstrem", text);
        Assert.Equal(office != Empty, text.Contains("bukan angka kemiskinan ekstrem BPS", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\d{16}", text);
    }

    [PaperFact]
    public async Task The_legal_basis_is_the_one_of_its_day()
    {
        (await offices.ReportAsync(Empty, "2024.pdf", "--as-of", "2024-06-30")).Succeeded();

        Assert.Contains("Instruksi Presiden Nomor 8 Tahun 2025", offices[Empty].PageText(1), StringComparison.Ordinal);
        Assert.DoesNotContain("Nomor 4 Tahun 2022", offices[Empty].Text, StringComparison.Ordinal);
        var then = new PaperFile(offices.PathOf("2024.pdf")).PageText(1);
        Assert.Contains("Instruksi Presiden Nomor 4 Tahun 2022", then, StringComparison.Ordinal);
        Assert.DoesNotContain("Nomor 8 Tahun 2025", then, StringComparison.Ordinal);
    }

    [PaperFact]
    public async Task A_past_day_is_printed_as_it_was_known_and_to_the_same_bytes_again()
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-60);
        foreach (var file in (string[])["once.pdf", "again.pdf"])
            (await offices.ReportAsync(KutaiTimur, file, "--as-of", $"{day:yyyy-MM-dd}")).Succeeded();

        var then = new PaperFile(offices.PathOf("once.pdf"));
        Assert.Equal(await File.ReadAllBytesAsync(offices.PathOf("once.pdf")), await File.ReadAllBytesAsync(offices.PathOf("again.pdf")));
        Assert.Contains("seperti diketahui pada akhir hari itu", then.Text, StringComparison.Ordinal);
        Assert.Contains($"PD-6408-{day:yyyyMMdd}", then.PageText(1), StringComparison.Ordinal);
        Assert.Contains("Daftar P3KE 2023 memuat 5.000 KK", then.Text, StringComparison.Ordinal);
        Assert.Contains("Verifikasi lapangan belum dimulai.", then.Text, StringComparison.Ordinal);
    }

    [PaperFact]
    public async Task A_meeting_that_does_not_exist_is_refused_and_nothing_is_written()
    {
        var answer = await offices.ReportAsync(Empty, "none.pdf", "--meeting", "0197c0de-0000-7000-8000-000000000000");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("tidak ada", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(offices.PathOf("none.pdf")));
    }

    [PaperTheory, InlineData(""), InlineData("missing/pack.pdf")]
    public async Task A_file_that_cannot_be_written_is_refused_with_the_reason(string file)
    {
        var answer = await offices.ReportAsync(Empty, file);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(offices.PathOf("").TrimEnd('/'), answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    private static string After(string text, string start) => text[text.IndexOf(start, StringComparison.Ordinal)..];

    private static void AssertInOrder(string text, IEnumerable<string> parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"“{part}” does not follow in: {text[from..Math.Min(text.Length, from + 600)]}");
            from = at + part.Length;
        }
    }

    [GeneratedRegex(@"Sumber: [^·]{5,120}· data per \d{1,2} \p{L}+ 20\d\d")]
    private static partial Regex SourceLine();
}
