using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Households;

/// <summary>Lembar keluarga: what the register says of one household, on paper for the desk of the village. Names in full, numbers masked.</summary>
public sealed class HouseholdSheet(HouseholdDetails details, OfficeSettings office, AreaDirectory areas, DateTime dataLocal)
{
    private AreaCode Area { get; } = AreaCode.Parse(details.Facts.AreaCode);

    private string DataLine => $"data per {PaperText.Moment(dataLocal, office.Zone.Label)}";

    private string Source => $"Sumber: register keluarga, diolah Sekretariat {office.TeamShortName} · {DataLine}";

    public byte[] Write(FontLibrary fonts) => Document.Create(document => document.Page(page =>
    {
        var marks = details.Facts.IsTestData ? [PaperMark.TestData, PaperMark.Restricted] : new[] { PaperMark.Restricted };
        PaperSheet.Compose(page, office.Sheet, $"Lembar keluarga {details.Facts.HeadName}", $"Register keluarga {office.RegionName} · {DataLine}", marks);
        page.Content().Column(Compose);
    })).WithMetadata(new DocumentMetadata
    {
        Title = $"Lembar keluarga {details.Facts.HeadName}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(dataLocal, TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{details.Id:N} {dataLocal:O}",
    }).GeneratePdf(fonts);

    private void Compose(ColumnDescriptor column)
    {
        var facts = details.Facts;
        column.Item().PaddingBottom(5.Mm()).Element(kop => PaperBlocks.Kop(kop, office.Letterhead));
        column.Item().Bookmark("Lembar keluarga").SemanticHeader1().Text($"Keluarga {facts.HeadName}").Style(PaperStyle.H1);
        column.Item().PaddingTop(1.5f.Mm()).Text($"{(facts.Address.Length > 0 ? facts.Address + ", " : "")}{areas.TitleOf(Area.AtLevel(AreaLevel.Village))}, {areas.TitleOf(Area.AtLevel(AreaLevel.District))}");
        column.Item().PaddingTop(3.Mm()).PaddingBottom(5.Mm()).Element(box => PaperBlocks.Facts(box, 42.Mm(), PaperStyle.Body, 0.8f.Mm(), Facts(facts)));
        column.Item().SemanticSection().Table(Members);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Column(Housing);
        column.Gap(4.5f.Mm());
        column.Item().SemanticSection().Table(Aid);
    }

    private IReadOnlyList<(string, string)> Facts(HouseholdFacts facts) =>
    [
        ("Nomor KK", facts.FamilyCard?.Mask ?? "Belum ada nomor"), ("Anggota", $"{Indonesian.Number(details.Members.Count)} jiwa dalam register"),
        ("Desil", details.Lists.Count == 0 ? "Tidak disebut dalam daftar mana pun" : Indonesian.List([.. details.Lists.Select(list => $"{list.Decile} menurut {list.Title}")])),
        ("Hasil kunjungan", facts.VerifiedOn is { } day ? $"{Finding(facts)} ({Indonesian.Date(day)}, disetujui)" : "Belum ada kunjungan yang disetujui"),
    ];

    private static string Finding(HouseholdFacts facts) =>
        facts.Eligibility is { } found ? EligibilityWords.Values.Label(found) : PresenceWords.Values.Label(facts.Presence);

    internal void Members(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(3);
            columns.ConstantColumn(28.Mm());
            columns.ConstantColumn(14.Mm()).AlignRight();
            columns.RelativeColumn(2);
            columns.ConstantColumn(30.Mm());
        });
        PaperBlocks.Caption(table, "Anggota keluarga");
        table.Header(header =>
        {
            header.Cell("Nama");
            header.Cell("Hubungan");
            header.Cell("Umur", "tahun");
            header.Cell("Pekerjaan");
            header.Cell("NIK");
        });
        foreach (var member in details.Members)
        {
            table.Cells(member.Name, PersonWords.Relationships.Label(member.Relationship), member.BirthDate is { } born ? $"{NeedRules.AgeOn(born, details.AgeOn)}" : "…",
                PersonWords.Occupations.Label(member.Occupation), member.Nik?.Mask ?? NumberAbsenceWords.Values.Label(member.NikAbsence, "Belum ada"));
        }
        PaperBlocks.Closing(table, null, Source);
    }

    internal void Housing(ColumnDescriptor column)
    {
        column.Item().PaddingBottom(1.2f.Mm()).Bookmark("Rumah", 2).SemanticHeader3().Text("Rumah").Style(PaperStyle.H3);
        column.Item().Element(box => PaperBlocks.Facts(box, 50.Mm(), PaperStyle.Small, 0.5f.Mm(), HousingLines.Of(details.Facts.Housing)));
        PaperBlocks.Sources(column, null, Source);
    }

    internal void Aid(TableDescriptor table)
    {
        table.Look(TableLook.Normal);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn(3);
            columns.RelativeColumn(2);
            columns.ConstantColumn(22.Mm());
            columns.ConstantColumn(32.Mm()).AlignRight();
            columns.ConstantColumn(26.Mm());
        });
        PaperBlocks.Caption(table, "Bantuan yang dicatat OPD");
        table.Header(header =>
        {
            header.Cell("Program");
            header.Cell("OPD");
            header.Cell("Tanggal");
            header.Cell("Jumlah", "Rp atau barang");
            header.Cell("Keadaan");
        });
        foreach (var aid in details.Aid)
            table.Cells(aid.Program, aid.Opd, Indonesian.TypedDate(aid.On), aid.Amount is { } amount ? Indonesian.Rupiah(amount) : aid.Goods ?? "", InterventionStateWords.Values.Label(aid.State));
        table.WhenEmpty("Belum ada bantuan yang dicatat OPD untuk keluarga ini.");
        PaperBlocks.Closing(table, null, $"Sumber: catatan OPD dalam portal · {DataLine}");
    }
}
