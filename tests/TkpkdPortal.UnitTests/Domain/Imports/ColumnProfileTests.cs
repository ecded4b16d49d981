using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class ColumnProfileTests
{
    private static readonly string[] Headings = ["No", "No ID", "Kode Desa", "Peringkat", "Tempat tinggal", "Nama KK", "No KTP", "Stunting?", "Stunting?"];

    private static readonly RawRecord Heading = Record(3, Headings);

    private static readonly Dictionary<string, int> Good = new()
    {
        [P3keColumn.FamilyId] = 1,
        [P3keColumn.AreaCode] = 2,
        [P3keColumn.Decile] = 3,
        [P3keColumn.Address] = 4,
        [P3keColumn.HeadName] = 5,
        [P3keColumn.Nik] = 6,
        [P3keColumn.Stunting] = 8,
    };

    [Fact]
    public void A_kept_choice_finds_its_headings_again_wherever_they_stand_and_however_they_are_written()
    {
        Assert.True(Keep(Good, out var profile).IsAccepted);
        var moved = Record(7, [.. Headings.Reverse().Select(heading => heading.ToUpperInvariant())]);

        var map = profile!.Fit(ImportKind.P3keFamilies, [Record(1, "JUDUL"), moved, Record(8, "1")]);

        Assert.Equal((8, 7, 1), (map?.FirstDataRecord, map?[P3keColumn.FamilyId], map?[P3keColumn.Stunting]));
        Assert.Empty(map!.MissingOf(ImportKind.P3keFamilies));
    }

    [Fact]
    public void A_file_that_lacks_one_of_its_headings_is_another_layout()
    {
        Assert.True(Keep(Good, out var profile).IsAccepted);

        Assert.Null(profile!.Fit(ImportKind.P3keFamilies, [Record(1, [.. Headings.Where(heading => heading != "No KTP")])]));
    }

    [Fact]
    public void A_needed_column_without_a_heading_is_refused_by_name() =>
        Assert.Contains($"belum dipilih: {P3keColumn.Nik}", Keep(Good.Where(choice => choice.Key != P3keColumn.Nik).ToDictionary(), out _).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_heading_for_two_columns_is_refused_with_both()
    {
        var refusal = Keep(new Dictionary<string, int>(Good) { [P3keColumn.HeadName] = 6 }, out _).Refusal;

        Assert.Contains($"{P3keColumn.HeadName} dan {P3keColumn.Nik}", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6408995203830001")]
    [InlineData("ID 640899")]
    public void A_row_of_data_is_no_heading(string cell)
    {
        string[] headings = [.. Headings];
        headings[6] = cell;

        Assert.Contains("seperti baris data", ColumnProfile.Keep(ImportKind.P3keFamilies, ImportKind.P3keFamilies, "Dinsos", headings, Good, 1, Given.Now, out _).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Beri nama profil")]
    [InlineData("6408995203830001", "tanpa nomor orang")]
    public void A_name_is_needed_and_is_no_number(string name, string sentence)
    {
        Assert.True(Keep(Good, out var profile).IsAccepted);

        Assert.Contains(sentence, profile!.Rename(name).Refusal, StringComparison.Ordinal);
        Assert.Equal("Dinsos 2024", profile.Name);
    }

    [Fact]
    public void The_proposal_finds_the_columns_by_spelling_and_by_what_stands_below()
    {
        RawRecord[] rows = [Record(4, "1", "640823000001", "6408032001", "1", "Jalan Poros RT 03", "SITI UJI", Given.Digits(), "0", "x"), Record(5, "2", "640823000002", "64.08.03.2001", "4+", "Jalan Poros RT 04", "BUDI UJI", Given.Digits(sequence: "0002"), "1", "x")];

        var proposal = ColumnProposal.Of(ImportKind.P3keFamilies, Headings, rows);

        Assert.Equal((1, 2, 3, 4, 5, 6, 7), (proposal[P3keColumn.FamilyId], proposal[P3keColumn.AreaCode], proposal[P3keColumn.Decile], proposal[P3keColumn.Address], proposal[P3keColumn.HeadName],
            proposal[P3keColumn.Nik], proposal[P3keColumn.Stunting]));
        Assert.Equal(proposal.Count, proposal.Values.Distinct().Count());
    }

    [Fact]
    public void Sixteen_digits_are_a_NIK_whatever_the_heading_says()
    {
        RawRecord[] rows = [Record(2, Given.Digits(), "6408032001")];

        var proposal = ColumnProposal.Of(ImportKind.P3keFamilies, ["Kolom satu", "Kolom dua"], rows);

        Assert.Equal((0, 1), (proposal[P3keColumn.Nik], proposal[P3keColumn.AreaCode]));
    }

    [Fact]
    public void The_heading_is_the_record_of_words_below_the_titles()
    {
        RawRecord[] records = [Record(1, "DAFTAR KELUARGA"), Record(2, "Tahun", "2024"), Heading, Record(4, "1", "640823000001", "6408032001", "1", "Jalan Poros", "SITI UJI", Given.Digits(), "0", "0")];

        Assert.Equal(2, ColumnProposal.HeadingAt(records));
    }

    private static Outcome Keep(Dictionary<string, int> choice, out ColumnProfile? profile) => ColumnProfile.Keep(ImportKind.P3keFamilies, ImportKind.P3keFamilies, "Dinsos 2024", Headings, choice, 1, Given.Now, out profile);

    private static RawRecord Record(int number, params string[] cells) => new(number, [.. cells.Select(cell => new RawCell(cell))]);
}
