using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Domain.Imports.Recipients;

/// <summary>A recipient as a row names them, judged.</summary>
public sealed class JudgedRecipient(JudgedRow row)
{
    /// <summary>What every row has: number, findings, NIK, name, address and area.</summary>
    public JudgedRow Row => row;

    public int Number => row.Number;

    /// <summary>The OPD as the file writes it; who it is, is found among the office's own.</summary>
    public string Opd { get; set; } = "";

    public string Program { get; set; } = "";

    public AidPeriod Period { get; set; } = new(AidProgram.FirstYear);

    /// <summary>The period as the file writes it, where it is no known one.</summary>
    public string? PeriodText { get; set; }

    public FundSource FundSource { get; set; } = FundSource.RegionalApbd;

    public decimal? Amount { get; set; }

    public string Note { get; set; } = "";

    public AreaCode Area => row.Area;

    /// <summary>Which piece of aid the row is, apart from who receives it.</summary>
    public string ProgramKey => string.Join('\u001f', CellText(Opd), UsualPrograms.KeyOf(Program), Period.Year, Period.Quarter, Period.Month, PeriodText);

    /// <summary>The row's meaning as one text; holds the full NIK, so it is only ever hashed with a key.</summary>
    public string Canonical() => string.Join('\u001f', ProgramKey, row.Nik?.Digits, row.Name, row.Address, row.Area.Stored, (int)FundSource,
        Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture), Note);

    private static string CellText(string text) => People.CellText.Letters(text);
}
