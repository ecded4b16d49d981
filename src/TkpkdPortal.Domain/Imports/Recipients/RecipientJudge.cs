using System.Globalization;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.Recipients;

/// <summary>
/// Judges the rows of an OPD's recipient file, each by itself. What was handed out is a fact: only a row that cannot be placed (a faulty NIK,
/// an area of somebody else, no program or year) is kept out; everything else is loaded and marked.
/// </summary>
public sealed class RecipientJudge(AreaDirectory areas, AreaCode office, ColumnMap columns)
{
    public int NikAreaUnknown { get; private set; }

    public JudgedRecipient Judge(RawRecord record)
    {
        var recipient = new JudgedRecipient(new JudgedRow(record.Number));
        var row = recipient.Row;
        NikFindings.Judge(record[columns[RecipientColumn.Nik]], RecipientColumn.Nik, row);
        ReadProgram(record, recipient);
        ReadPeriod(record, recipient);
        row.Area = RowFindings.ReadVillage(Text(record, RecipientColumn.AreaCode), RecipientColumn.AreaCode, areas, office, row);
        if (row.Area.Stored is { Length: > 0 })
            RowFindings.CompareName(record[columns[RecipientColumn.Village]].Text, RecipientColumn.Village, row.Area, areas, row);
        row.Name = RowFindings.ReadText(record[columns[RecipientColumn.Name]], RecipientColumn.Name, row);
        row.Address = RowFindings.ReadText(record[columns[RecipientColumn.Address]], RecipientColumn.Address, row);
        ReadFundSource(record, recipient);
        ReadAmount(record, recipient);
        recipient.Note = Text(record, RecipientColumn.Note);
        NoteKelurahan(recipient);
        if (row.Nik is { } nik && !areas.Knows(AreaCode.Parse(nik.PlaceOfRegistration)))
            NikAreaUnknown++;
        return recipient;
    }

    /// <summary>The register knows the NIK under another name: perhaps a spelling, perhaps another person.</summary>
    public static void CompareName(JudgedRecipient recipient, string nameInRegister)
    {
        if (CellText.Letters(recipient.Row.Name) != CellText.Letters(nameInRegister))
            recipient.Row.Add(FindingLevel.Warning, FindingKind.NameDiffers, RecipientColumn.Name, "NIK ini ada di register dengan nama lain. Cocokkan dengan KTP penerima.");
    }

    private void ReadProgram(RawRecord record, JudgedRecipient recipient)
    {
        (recipient.Opd, recipient.Program) = (Text(record, RecipientColumn.Opd), Text(record, RecipientColumn.Program));
        if (recipient.Program.Length is 0 or > AidProgram.NameMaxLength)
            recipient.Row.Add(FindingLevel.Error, FindingKind.ProgramBlank, RecipientColumn.Program, $"Nama program kosong atau lebih dari {AidProgram.NameMaxLength} huruf.");
    }

    private void ReadPeriod(RawRecord record, JudgedRecipient recipient)
    {
        if (!int.TryParse(Text(record, RecipientColumn.Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < AidProgram.FirstYear or > AidProgram.LastYear)
        {
            recipient.Row.Add(FindingLevel.Error, FindingKind.YearInvalid, RecipientColumn.Year, $"Tahun diisi empat angka, paling awal {AidProgram.FirstYear}.");
            return;
        }
        var text = Text(record, RecipientColumn.Period);
        if (!AidPeriod.TryRead(year, text, out var period))
        {
            recipient.PeriodText = text;
            recipient.Row.Add(FindingLevel.Warning, FindingKind.ValueUnknown, RecipientColumn.Period,
                "Isi kolom periode tidak dikenal; yang dikenal Triwulan I sampai IV, nama bulan, atau Tahunan. Dimuat untuk setahun.");
        }
        recipient.Period = period;
    }

    private void ReadFundSource(RawRecord record, JudgedRecipient recipient)
    {
        var text = Text(record, RecipientColumn.FundSource);
        if (AidWords.FundSourceCodes.TryRead(text, out var source) || AidWords.FundSources.TryRead(text, out source))
            recipient.FundSource = source;
        else if (text.Length > 0)
            RowFindings.NoteUnknown(recipient.Row, RecipientColumn.FundSource, text, "kode sumber dana, misalnya APBN atau DANA_DESA");
    }

    private void ReadAmount(RawRecord record, JudgedRecipient recipient)
    {
        var text = Text(record, RecipientColumn.Amount);
        if (text.Length == 0)
            return;
        if (Wording.Indonesian.TryReadRupiah(text, out var amount) && amount is > 0 and <= Intervention.AmountMax)
            recipient.Amount = amount;
        else
            recipient.Row.Add(FindingLevel.Warning, FindingKind.AmountInvalid, RecipientColumn.Amount, "Nominal tidak terbaca. Tulis seperti 900000 atau 900.000.");
    }

    private void NoteKelurahan(JudgedRecipient recipient)
    {
        if (recipient.FundSource is FundSource.DanaDesa && recipient.Area.Stored is { Length: > 0 } && recipient.Area.VillageKind is VillageKind.Kelurahan)
        {
            recipient.Row.Add(FindingLevel.Warning, FindingKind.DanaDesaInKelurahan, RecipientColumn.FundSource,
                $"Dana Desa hanya ada di desa; {areas.NameOf(recipient.Area)} adalah kelurahan. Dimuat sebagai kejadian dan ditandai.");
        }
    }

    private string Text(RawRecord record, string column) => CellText.Clean(record[columns[column]].Text);
}
