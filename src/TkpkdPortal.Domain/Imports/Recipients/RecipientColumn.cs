namespace TkpkdPortal.Domain.Imports.Recipients;

/// <summary>The columns of the file in which an OPD names those who received its aid.</summary>
public static class RecipientColumn
{
    public const string Number = "no";
    public const string Opd = "opd";
    public const string Program = "program";
    public const string Year = "tahun";
    public const string Period = "periode";
    public const string Nik = "nik";
    public const string Name = "nama_penerima";
    public const string Address = "alamat";
    public const string Village = "desa_kelurahan";
    public const string AreaCode = "kode_kemdagri";
    public const string FundSource = "sumber_dana";
    public const string Amount = "nominal";
    public const string Note = "keterangan";

    public static IReadOnlyList<string> All { get; } = [Number, Opd, Program, Year, Period, Nik, Name, Address, Village, AreaCode, FundSource, Amount, Note];
}
