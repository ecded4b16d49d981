using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Profiles;

/// <summary>Profil desa or kelurahan, two sides: who lives there by RT and age; what they need of whom, how they live, what has come, what is to be mended, what meetings decided. It names nobody.</summary>
public sealed class ProfilePaper(VillageProfile profile, bool isTestData, OfficeSettings office, AreaDirectory areas)
{
    /// <summary>Rows of a table that stands beside another.</summary>
    private const int MostBeside = 24;

    private DateTime Local => office.Zone.ToLocal(profile.At);

    private string DataLine => $"data per {PaperText.Moment(Local, office.Zone.Label)}";

    private string Source => $"Sumber: register, desil menurut daftar {profile.List} · {DataLine}";

    private string Title => areas.TitleOf(profile.Village);

    public byte[] Write(FontLibrary fonts) => Document.Create(document =>
    {
        document.Page(page => Sheet(page, First));
        document.Page(page => Sheet(page, Second));
    }).WithMetadata(new DocumentMetadata
    {
        Title = $"Profil {Title}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(Local, TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"profil {profile.Village.Stored} {profile.At:O}",
    }).GeneratePdf(fonts);

    private void Sheet(PageDescriptor page, Action<ColumnDescriptor> compose)
    {
        PaperSheet.Compose(page, office.Sheet, $"Profil {Title} · {office.RegionName}", $"Profil {profile.Village.Official} · {DataLine}", isTestData ? [PaperMark.TestData, PaperMark.Restricted] : [PaperMark.Restricted]);
        page.Content().Column(compose);
    }

    private void First(ColumnDescriptor column)
    {
        Heading(column, Title);
        column.Item().PaddingBottom(3.Mm()).Text($"{areas.TitleOf(profile.Village.AtLevel(AreaLevel.District))} · {office.RegionName} · kode {profile.Village.Official} · profil dua sisi untuk rakor {office.TeamShortName}");
        PaperBlocks.Lead(column, ProfileSentences.Of(profile));
        column.Item().PaddingBottom(5.Mm()).Row(Tiles);
        Beside(column, profile.Neighbourhoods.Count, Neighbourhoods, 66, People);
        column.Item().PaddingTop(6.Mm()).ShowEntire().BorderLeft(1).PaddingLeft(4.Mm()).Column(note =>
        {
            note.Item().Text($"Catatan {Role.VillageHead.Title(profile.Village).ToLowerInvariant()}").Style(PaperStyle.H3);
            for (var line = 0; line < 3; line++)
                note.Item().Height(8.Mm()).BorderBottom(0.5f);
        });
    }

    // Two tables share a side, unless the first is too long for it.
    private static void Beside(ColumnDescriptor column, int rows, Action<TableDescriptor> first, int secondWidth, Action<TableDescriptor> second)
    {
        if (rows > MostBeside)
        {
            column.Item().SemanticSection().Table(first);
            column.Gap(4.5f.Mm());
            column.Item().SemanticSection().Table(second);
            return;
        }
        column.Item().Row(row =>
        {
            row.Spacing(5.Mm());
            row.RelativeItem().SemanticSection().Table(first);
            row.ConstantItem(secondWidth.Mm()).SemanticSection().Table(second);
        });
    }

    private void Tiles(RowDescriptor row)
    {
        row.Spacing(4.Mm());
        row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, "Keluarga dalam register", Indonesian.Number(profile.Families), "KK", profile.Families == 0 ? "belum ada" : $"{Indonesian.Number((decimal)profile.Members / profile.Families, 1)} jiwa per KK"));
        row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, "Anggota keluarga", Indonesian.Number(profile.Members), "jiwa", "menurut register"));
        row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, $"Desil 1 menurut {profile.List}", Indonesian.Number(profile.FirstDecile), "KK", $"dari {Indonesian.Number(profile.Families)} KK"));
        row.RelativeItem().Element(tile => PaperBlocks.Tile(tile, "Kebutuhan belum terpenuhi", Indonesian.Number(profile.UnmetNeeds), "kebutuhan", $"dari {Indonesian.Number(profile.AllNeeds)} yang diketahui"));
    }

    private void Neighbourhoods(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[18, 18, 16, 22])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Keluarga menurut RT");
        table.Header(header =>
        {
            header.Cell("RT/RW");
            header.Cell("Keluarga", "KK");
            header.Cell("Anggota", "jiwa");
            header.Cell("Desil 1", "KK");
            header.Cell("Dikun\u00adjungi", "KK");
        });
        foreach (var line in profile.Neighbourhoods)
            table.Cells(NameOf(line.AreaCode), PaperNumbers.Cell(line.Families), PaperNumbers.Cell(line.Members), PaperNumbers.Cell(line.FirstDecile), PaperNumbers.Cell(line.Visited));
        table.WhenEmpty("Belum ada keluarga dalam register.");
        if (profile.Neighbourhoods.Count > 1)
            table.Total(total =>
            {
                total.Cells(["Jumlah", PaperNumbers.Cell(profile.Families), PaperNumbers.Cell(profile.Members), PaperNumbers.Cell(profile.FirstDecile), PaperNumbers.Cell(profile.Visited)]);
            });
        PaperBlocks.Closing(table, profile.Neighbourhoods.Count == 0 ? null : "Dikunjungi: kunjungannya disetujui. Anggota menurut daftar atau kunjungan terakhir.", Source);
    }

    private void People(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            foreach (var width in (int[])[14, 20, 19])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Anggota keluarga menurut umur dan jenis kelamin");
        table.Header(header =>
        {
            header.Cell("Umur", "tahun");
            header.Cell("Laki-laki", "jiwa");
            header.Cell("Perempuan", "jiwa");
            header.Cell("Belum diketahui", "jiwa");
        });
        foreach (var age in profile.People)
            table.Cells(age.Label, PaperNumbers.Cell(age.Male), PaperNumbers.Cell(age.Female), PaperNumbers.Cell(age.Unsaid));
        table.Total(total =>
        {
            total.Cells(["Jumlah", PaperNumbers.Cell(profile.People.Sum(age => age.Male)), PaperNumbers.Cell(profile.People.Sum(age => age.Female)), PaperNumbers.Cell(profile.People.Sum(age => age.Unsaid))]);
        });
        PaperBlocks.Closing(table, "Orang yang tercatat satu per satu; jumlahnya dapat berbeda dari anggota menurut daftar.", Source);
    }

    private void Second(ColumnDescriptor column)
    {
        Heading(column, $"{Title} (sisi 2)");
        column.Item().PaddingTop(2.Mm()).SemanticSection().Table(Needs);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(Housing);
        column.Gap(4.5f.Mm());
        Beside(column, profile.Aid.Count, Aid, 62, ToMend);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(Decisions);
    }

    private void Needs(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(3);
            columns.RelativeColumn(3);
            foreach (var width in (int[])[22, 20, 22, 20, 22])
                columns.ConstantColumn(width.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Kebutuhan, yang belum diambil siapa pun lebih dahulu");
        table.Header(header =>
        {
            header.Cell("Kebutuhan");
            header.Cell("OPD yang bertugas");
            header.Cell("Membu\u00adtuhkan", "KK");
            header.Cell("Terpe\u00adnuhi", "KK");
            header.Cell("Direncana\u00adkan", "KK");
            header.Cell("Belum", "KK");
            header.Cell("Belum diketahui", "KK");
        });
        foreach (var need in profile.Needs)
            table.Cells(need.Name, need.Opds.Count == 0 ? "–" : Indonesian.List(need.Opds), PaperNumbers.Cell(need.Needing), PaperNumbers.Cell(need.Met), PaperNumbers.Cell(need.Planned), PaperNumbers.Cell(need.Nobody), PaperNumbers.Cell(need.Unknown));
        PaperBlocks.Closing(table, "Satu KK dapat memiliki beberapa kebutuhan. Belum diketahui bukan kebutuhan.", $"Sumber: register dan catatan bantuan OPD tahun berjalan · {DataLine}");
    }

    private void Housing(TableDescriptor table)
    {
        var whole = profile.OfficeHousing;
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.ConstantColumn(28.Mm()).AlignRight();
            columns.ConstantColumn(28.Mm()).AlignRight();
            if (whole is not null)
                columns.ConstantColumn(36.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Rumah, air, dan sanitasi yang belum layak");
        table.Header(header =>
        {
            header.Cell("Yang belum layak");
            header.Cell("Keluarga", "KK");
            header.Cell("Bagian", "%");
            if (whole is not null)
                header.Cell(office.Area.IsCity ? "Seluruh kota" : "Seluruh kabupaten", "%");
        });
        foreach (var (name, here, everywhere) in ((string, int, int?)[])[("Air minum", profile.Housing.Water, whole?.Water), ("Sanitasi", profile.Housing.Sanitation, whole?.Sanitation), ("Lantai", profile.Housing.Floor, whole?.Floor), ("Tanpa listrik", profile.Housing.Electricity, whole?.Electricity)])
        {
            table.Cells(name, PaperNumbers.Cell(here), PaperNumbers.Share(here, profile.Housing.Families));
            if (whole is not null)
                table.Cells(PaperNumbers.Share(everywhere ?? 0, whole.Families));
        }
        PaperBlocks.Closing(table, $"Dari {Indonesian.Number(profile.Housing.Families)} KK dalam daftar. <20: dasar di bawah 20 KK, persen tidak dihitung.", $"Sumber: daftar {profile.List}, diolah Sekretariat {office.TeamShortName} · {DataLine}");
    }

    private void Aid(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(3);
            columns.RelativeColumn(3);
            columns.ConstantColumn(26.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Program yang sudah diterima");
        table.Header(header =>
        {
            header.Cell("Program", "tahun");
            header.Cell("OPD");
            header.Cell("Tersalur", "KK");
        });
        foreach (var aid in profile.Aid)
            table.Cells($"{aid.Program} {aid.Year}", aid.Opd, PaperNumbers.Cell(aid.Reached));
        table.WhenEmpty("Belum ada bantuan yang tercatat tersalur di sini.");
        PaperBlocks.Closing(table, null, $"Sumber: catatan OPD dalam portal · {DataLine}");
    }

    private void ToMend(TableDescriptor table)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.ConstantColumn(26.Mm()).AlignRight();
        });
        PaperBlocks.Caption(table, "Yang perlu dibereskan dalam data");
        table.Header(header =>
        {
            header.Cell("Keadaan");
            header.Cell("Keluarga", "KK");
        });
        foreach (var (name, families) in profile.ToMend)
            table.Cells(name, PaperNumbers.Cell(families));
        PaperBlocks.Closing(table, null, $"Sumber: register · {DataLine}");
    }

    private void Decisions(TableDescriptor table)
    {
        var today = DateOnly.FromDateTime(Local);
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.ConstantColumn(34.Mm());
            columns.ConstantColumn(24.Mm());
            columns.ConstantColumn(34.Mm());
        });
        PaperBlocks.Caption(table, "Tindak lanjut rakor yang menyebut wilayah ini");
        table.Header(header =>
        {
            header.Cell("Tindak lanjut");
            header.Cell("Penanggung jawab", "OPD");
            header.Cell("Tenggat");
            header.Cell("Status");
        });
        foreach (var line in profile.Decisions)
            table.Cells(line.Action, line.Opd, Indonesian.ShortDate(line.DueOn), DecisionMatrix.State(line, today));
        table.WhenEmpty("Tidak ada keputusan rakor yang menyebut wilayah ini.");
        PaperBlocks.Closing(table, null, $"Sumber: papan tindak lanjut {office.TeamShortName} · {DataLine}");
    }

    private static void Heading(ColumnDescriptor column, string title) => column.Item().Bookmark(title).BorderTop(2).PaddingTop(2.2f.Mm() + 2).PaddingBottom(1.Mm()).SemanticHeader1().Text(title).Style(PaperStyle.H1);

    private static string NameOf(string areaCode) => AreaCode.Parse(areaCode) is { Rt: { } rt } code ? $"{rt}/{code.Rw ?? "…"}" : "RT belum diketahui";
}
