namespace TkpkdPortal.Domain.Imports.P3ke;

/// <summary>The columns of the two P3KE files, families and persons, under the names in which they are delivered.</summary>
public static class P3keColumn
{
    public const string Number = "No";
    public const string FamilyId = "id_keluarga_P3KE";
    public const string Province = "provinsi";
    public const string Regency = "kabupaten_kota";
    public const string District = "kecamatan";
    public const string Village = "desa_kelurahan";
    public const string AreaCode = "kode_kemdagri";
    public const string Decile = "desil_kesejahteraan";
    public const string Address = "alamat";
    public const string HeadName = "kepala_keluarga";
    public const string PersonId = "id_individu";
    public const string PersonName = "nama";
    public const string Nik = "nik";
    public const string CivilRegistry = "padan_dukcapil";
    public const string Sex = "jenis_kelamin";
    public const string Relationship = "hubungan_dengan_kepala_keluarga";
    public const string BirthDate = "tanggal_lahir";
    public const string MaritalStatus = "status_kawin";
    public const string Occupation = "pekerjaan";
    public const string Education = "pendidikan";
    public const string Tenure = "kepemilikan_rumah";
    public const string Savings = "memiliki_simpanan_uang_perhiasan_ternak_lainnya";
    public const string Roof = "jenis_atap";
    public const string Wall = "jenis_dinding";
    public const string Floor = "jenis_lantai";
    public const string Lighting = "sumber_penerangan";
    public const string CookingFuel = "bahan_bakar_memasak";
    public const string DrinkingWater = "sumber_air_minum";
    public const string Toilet = "memiliki_fasilitas_buang_air_besar";
    public const string Bpnt = "penerima_bpnt";
    public const string Bpum = "penerima_bpum";
    public const string Bst = "penerima_bst";
    public const string Pkh = "penerima_pkh";
    public const string Sembako = "penerima_sembako";
    public const string Stunting = "resiko_stunting";

    /// <summary>Order of the families file, used where a file has no heading.</summary>
    public static IReadOnlyList<string> Families { get; } =
    [
        Number, FamilyId, Province, Regency, District, Village, AreaCode, Decile, Address, HeadName, Nik, CivilRegistry, Sex, BirthDate, Occupation,
        Education, Tenure, Savings, Roof, Wall, Floor, Lighting, CookingFuel, DrinkingWater, Toilet, Bpnt, Bpum, Bst, Pkh, Sembako, Stunting,
    ];

    /// <summary>Flags of the age bands: stale as soon as a birthday passes, so ages are counted from the birth date instead.</summary>
    public static IReadOnlyList<string> AgeBands { get; } =
        ["usia_dibawah_7_tahun", "usia_7_12", "usia_13_15", "usia_16_18", "usia_19_21", "usia_22_59", "usia_60_tahun_keatas"];

    /// <summary>Order of the persons file.</summary>
    public static IReadOnlyList<string> Persons { get; } =
    [
        FamilyId, Province, Regency, District, Village, AreaCode, Decile, Address, PersonId, PersonName, Nik, CivilRegistry, Sex, Relationship,
        BirthDate, MaritalStatus, Occupation, Education, .. AgeBands, Bpnt, Bpum, Bst, Pkh, Sembako, Stunting,
    ];

    public static IReadOnlyList<string> Of(ImportKind kind) => kind is ImportKind.P3keFamilies ? Families : Persons;
}
