namespace TkpkdPortal.Domain.Imports.CivilRegistry;

/// <summary>The columns of the file that goes to the civil registry and comes back answered; the first eight go out filled in.</summary>
public static class AnswerColumn
{
    public const string Number = "no";
    public const string PersonId = "id";
    public const string Nik = "nik";
    public const string Name = "nama";
    public const string BirthDate = "tanggal_lahir";
    public const string Sex = "jenis_kelamin";
    public const string Village = "desa_kelurahan";
    public const string AreaCode = "kode_kemdagri";
    public const string Match = "hasil";
    public const string Fields = "kolom_beda";
    public const string ToldNik = "nik_dukcapil";
    public const string ToldName = "nama_dukcapil";
    public const string ToldBirthDate = "tanggal_lahir_dukcapil";
    public const string ToldSex = "jenis_kelamin_dukcapil";
    public const string Note = "keterangan";

    public static IReadOnlyList<string> All { get; } =
        [Number, PersonId, Nik, Name, BirthDate, Sex, Village, AreaCode, Match, Fields, ToldNik, ToldName, ToldBirthDate, ToldSex, Note];
}
