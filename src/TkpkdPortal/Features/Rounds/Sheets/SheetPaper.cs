using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Papers;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Sheets;

/// <summary>
/// Formulir kunjungan of an RT: a sheet for each household, filled with what is known, to be completed by hand. The first side suffices where nobody is
/// found; the second asks for the house and whatever the office added.
/// </summary>
public sealed class SheetPaper(VerificationRound round, Questionnaire questionnaire, AreaCode area, IReadOnlyList<SheetHousehold> households, Func<string, string> addressOf, DateTime printedAt, bool isTestData, OfficeSettings office, AreaDirectory areas)
{
    private const float SignatureGap = 15;

    private AreaCode Village => area.AtLevel(AreaLevel.Village);

    private string Place => $"{areas.TitleOf(Village)}{(area.Rt is { } rt ? $", RT {rt}" : "")}";

    public byte[] Write(FontLibrary fonts) => Document.Create(document =>
    {
        foreach (var (i, household) in households.Index())
            document.Page(page => Sheet(page, household, i + 1));
    }).WithMetadata(new DocumentMetadata
    {
        Title = $"Formulir kunjungan {Place}",
        Author = $"Sekretariat {office.TeamName}",
        CreatedAt = new DateTimeOffset(office.Zone.ToLocal(printedAt), TimeSpan.FromHours(office.Zone.OffsetHours)),
        Identity = $"{round.PublicId:N} {area.Stored} {printedAt:O}",
    }).GeneratePdf(fonts);

    private void Sheet(PageDescriptor page, SheetHousehold household, int number)
    {
        PaperSheet.ComposeForm(page, office.Sheet, $"Formulir kunjungan verifikasi · {round.Name} · {Place}",
            $"Formulir {SheetCode.Written(household.Code)} · pertanyaan versi {questionnaire.Number} · dicetak {Indonesian.Date(office.Zone.DayOf(printedAt))} · keluarga {number} dari {households.Count}",
            isTestData ? [PaperMark.TestData, PaperMark.Restricted] : [PaperMark.Restricted]);
        page.Content().DefaultTextStyle(SheetParts.Body).Decoration(pages =>
        {
            pages.Before().Element(head => Head(head, household));
            pages.Content().Column(column =>
            {
                column.Item().Bookmark($"{SheetCode.Written(household.Code)} {household.HeadName}").Element(block => KnownFacts(block, household));
                FirstSide(column, household);
                column.Item().PageBreak();
                SecondSide(column, household);
            });
        });
    }

    private void Head(Container container, SheetHousehold household) => container.PaddingBottom(2.Mm()).BorderBottom(2).PaddingBottom(1.Mm() + 2).Row(row =>
    {
        row.RelativeItem().Column(column =>
        {
            column.Item().ShowOnce().SemanticHeader1().Text("Formulir kunjungan").Style(TextStyle.Of(16, 20).Bold());
            column.Item().SkipOnce().Text("Formulir kunjungan, lanjutan").Style(TextStyle.Of(16, 20).Bold());
            column.Item().Text(SheetCode.Written(household.Code)).Style(TextStyle.Of(18, 22).Bold());
            column.Item().Text($"Tulis kode ini bila sebagian lembar terpisah. Petugas: {household.Enumerator ?? "………………………"}{(household.DueOn is { } due ? $" · batas: {Indonesian.Date(due)}" : "")}").Style(SheetParts.Small);
        });
        row.ConstantItem(22.Mm()).Element(code => QrCode.Draw(code, addressOf(household.Code), 22));
    });

    private void KnownFacts(Container container, SheetHousehold household) => container.Column(column =>
    {
        Known(column, "Kepala keluarga", household.HeadName, HouseholdField.HeadName);
        Known(column, "NIK", household.NikMask ?? "belum ada", HouseholdField.HeadNik);
        Known(column, "Nomor KK", household.FamilyCardMask ?? "belum ada", HouseholdField.FamilyCard);
        Known(column, "Alamat, RT/RW", $"{household.Address}{(household.Address.Length > 0 ? ", " : "")}{Neighbourhood}", HouseholdField.Address);
        Known(column, "Dalam register", $"{household.Members.Count} jiwa · desil {(household.DecileCode is { } decile ? WelfareDecile.FromCode(decile).Label : "belum ada")}", HouseholdField.None);
    });

    private string Neighbourhood => area.Rt is { } rt ? $"RT {rt}{(area.Rw is { } rw ? $"/RW {rw}" : "")}" : "RT ……";

    private void Known(ColumnDescriptor column, string label, string value, HouseholdField field) => column.Item().PaddingBottom(0.6f.Mm()).Row(row =>
    {
        row.Spacing(3.Mm());
        row.ConstantItem(38.Mm()).PaddingTop(2.Mm()).Text(label);
        row.RelativeItem().PaddingTop(2.Mm()).Text(PaperText.Bound(value)).Style(SheetParts.Known);
        if ((questionnaire.Asked & field) != 0)
            row.ConstantItem(58.Mm()).Element(line => SheetParts.Line(line, "perbaikan", 7));
        else
            row.ConstantItem(58.Mm());
    });

    private void FirstSide(ColumnDescriptor column, SheetHousehold household)
    {
        SheetParts.Part(column, "A. Keberadaan (pilih satu)", part => SheetParts.Options(part, 2, PresenceWords.Values.All.Order().Select(one => (Code((int)one), PresenceWords.Values.Label(one) + Asked(one)))));
        SheetParts.Part(column, $"B. Kelayakan (hanya bila A = {(int)Presence.Found} atau {(int)Presence.HeadDied})", part => SheetParts.Flow(part, 168, EligibilityWords.Values.All.Order().Select(one => (Code((int)one), EligibilityWords.Values.Label(one))), SheetParts.Option));
        SheetParts.Part(column, $"C. Alasan tidak layak (hanya bila B = {(int)Eligibility.NotEligible})", part => SheetParts.Options(part, 3,
            EligibilityWords.Reasons.All.Order().Select(one => (Code((int)one), one is IneligibilityReason.Other ? "Lainnya: ……………" : EligibilityWords.Reasons.Label(one)))));
        SheetParts.Part(column, "D. Kunjungan", part =>
        {
            part.Item().PaddingBottom(2.Mm()).Row(row =>
            {
                row.ConstantItem(34.Mm()).PaddingTop(1.5f.Mm()).Text("Tanggal");
                row.RelativeItem().Element(cells => SheetParts.Digits(cells, 2, 2, 4));
            });
            Written(part, "Nama responden", "Hubungan");
        });
        column.Item().PaddingTop(2.5f.Mm()).Border(0.75f).PaddingVertical(1.5f.Mm()).PaddingHorizontal(2.5f.Mm()).Text(text =>
        {
            text.DefaultTextStyle(_ => SheetParts.Small);
            text.Span("Pelindungan data pribadi. ").Bold();
            text.Span($"Data dipakai {office.TeamShortName} untuk menetapkan sasaran penanggulangan kemiskinan, disimpan di portal kantor, dan tidak dibagikan kepada umum. Saudara boleh melihat dan meminta perbaikan data di kantor {(Village.VillageKind is VillageKind.Desa ? "desa" : "kelurahan")}.");
        });
        column.Item().PaddingTop(3.Mm()).ShowEntire().SemanticSection().Row(row =>
        {
            row.Spacing(10.Mm());
            row.RelativeItem().Element(block => Signature(block, "Responden,", null));
            row.RelativeItem().Element(block => Signature(block, "Petugas,", household.Enumerator));
        });
    }

    private void SecondSide(ColumnDescriptor column, SheetHousehold household)
    {
        var house = SheetHouse.Questions.Where(question => (questionnaire.Asked & question.Field) != 0).ToList();
        if (house.Count > 0)
        {
            column.Item().SemanticHeader2().Text("E. Rumah: centang hanya bila berbeda dari data").Style(SheetParts.Heading);
            column.Item().PaddingTop(1.Mm()).SemanticSection().Table(table => SheetHouse.Compose(table, house, questionnaire.Required, household.Housing));
        }
        column.Item().PaddingTop(2.5f.Mm()).SemanticSection().Table(table => Members(table, household));
        if (questionnaire.Questions.Count > 0)
            SheetParts.Part(column, "G. Pertanyaan tambahan", part => Extra(part, questionnaire.Questions.OrderBy(question => question.Number)));
        SheetParts.Part(column, questionnaire.Questions.Count > 0 ? "H. Foto dan catatan" : "G. Foto dan catatan", part =>
        {
            SheetParts.Flow(part, 168, PhotoWords.Kinds.All.Select(kind => ("", PhotoWords.Kinds.Label(kind))), SheetParts.Option);
            part.Item().Element(line => SheetParts.Line(line));
        });
    }

    private void Members(TableDescriptor table, SheetHousehold household)
    {
        table.Look(SheetHouse.Look);
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(9.Mm());
            columns.RelativeColumn();
            columns.ConstantColumn(30.Mm());
            columns.ConstantColumn(13.Mm()).AlignRight();
            for (var box = 0; box < 4; box++)
                columns.ConstantColumn(15.Mm()).AlignCenter();
        });
        table.Caption().PaddingBottom(1.2f.Mm()).Text("F. Anggota keluarga: centang keadaan").Style(SheetParts.Heading);
        table.ContinuedLine(_ => "berlanjut di halaman berikut");
        table.Header(header =>
        {
            header.Cell("No.");
            header.Cell("Nama");
            header.Cell("Hubungan");
            header.Cell("Umur", "tahun");
            header.Cell("Tetap");
            header.Cell("Pindah");
            header.Cell("Mening\u00adgal");
            header.Cell("Nama salah");
        });
        foreach (var (i, member) in household.Members.Index())
        {
            Cells(table, Indonesian.Number(i + 1), member.Name, member.Relationship, member.Age is { } age ? Indonesian.Number(age) : "…");
            for (var box = 0; box < 4; box++)
                table.Cell().AlignCenter().Element(SheetParts.Box);
        }
        for (var blank = 1; blank <= 2; blank++)
            Cells(table, Indonesian.Number(household.Members.Count + blank), "", "", "", "", "", "", "");
        PaperBlocks.Closing(table, null, $"Baris kosong untuk anggota yang belum tercatat; {Role.VillageHead.Title(Village)} mencatat perubahannya di portal. Data per {Indonesian.Date(office.Zone.DayOf(printedAt))}.");
    }

    private static void Cells(TableDescriptor table, params IReadOnlyList<string> texts) => table.Cells(texts);

    private static void Extra(ColumnDescriptor part, IEnumerable<Question> questions)
    {
        foreach (var question in questions)
        {
            part.Item().PaddingTop(0.6f.Mm()).Text($"{question.Number}. {question.Text}{(question.IsRequired ? " (wajib)" : "")}").Style(SheetParts.Option);
            IReadOnlyList<string> choices = question.Kind is QuestionKind.YesNo ? [QuestionWords.Yes, QuestionWords.No] : question.ChoiceList;
            if (choices.Count > 0)
                SheetParts.Flow(part, 168, choices.Select((choice, i) => (Code(i + 1), choice)), SheetParts.Option);
            else
                part.Item().Element(line => SheetParts.Line(line));
        }
    }

    private static void Written(ColumnDescriptor column, string left, string right) => column.Item().Row(row =>
    {
        row.Spacing(3.Mm());
        row.ConstantItem(31.Mm()).PaddingTop(3.Mm()).Text(left);
        row.RelativeItem(3).Element(line => SheetParts.Line(line));
        row.ConstantItem(20.Mm()).PaddingTop(3.Mm()).Text(right);
        row.RelativeItem(2).Element(line => SheetParts.Line(line));
    });

    private static void Signature(Container container, string title, string? name) => container.Column(block =>
    {
        block.Item().Text(title);
        block.Item().Height(SignatureGap.Mm());
        block.Item().Text(name ?? "……………………………………").Style(SheetParts.Body.Bold());
    });

    private static string Code(int number) => Indonesian.Number(number);

    // Where the answer needs a word beside its code.
    private static string Asked(Presence presence) => presence switch
    {
        Presence.MovedWithinRegion => ", ke …………",
        Presence.Duplicate or Presence.PartOfOtherHousehold => ": …………",
        _ => "",
    };
}
