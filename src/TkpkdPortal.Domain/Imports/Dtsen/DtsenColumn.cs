namespace TkpkdPortal.Domain.Imports.Dtsen;

/// <summary>
/// The columns of the two DTSEN files, 52 of families and 48 of members, under the names in which they are delivered (variable catalogue
/// BNBA/DTSEN). The two are joined by the number of the family card; only members carry an NIK.
/// </summary>
public static class DtsenColumn
{
    public const string Province = "provinsi";
    public const string Regency = "kabupaten_kota";
    public const string DistrictCode = "kode_kecamatan";
    public const string District = "kecamatan";
    public const string VillageCode = "kode_kelurahan_desa";
    public const string Village = "kelurahan_desa";
    public const string Address = "alamat";
    public const string FamilyCard = "nomor_kartu_keluarga";

    /// <summary>The name of the head, whatever the column calls itself.</summary>
    public const string HeadName = "nama_anggota_keluarga";

    public const string MemberCount = "jumlah_anggota_keluarga";
    public const string NationalDecile = "desil_nasional";
    public const string ProvincialDecile = "desil_provinsi";
    public const string RegencyDecile = "desil_kabupaten_kota";
    public const string NationalInsurance = "pbi_nas";
    public const string RegionalInsurance = "pbi_pemda";
    public const string Tenure = "status_kepemilikan_rumah";
    public const string Floor = "jenis_lantai_terluas";
    public const string FloorArea = "luas_lantai";
    public const string Wall = "jenis_dinding_terluas";
    public const string Roof = "jenis_atap_terluas";
    public const string DrinkingWater = "sumber_air_minum_utama";
    public const string Lighting = "sumber_penerangan_utama";
    public const string Wattage = "daya_terpasang";
    public const string CookingFuel = "bahan_bakar_utama_memasak";
    public const string Toilet = "fasilitas_bab";
    public const string ToiletBowl = "jenis_kloset";
    public const string Sewage = "pembuangan_akhir_tinja";
    public const string Jewellery = "aset_bergerak_emas_perhiasan";

    public const string Nik = "nomor_induk_kependudukan";
    public const string PersonName = "nama";
    public const string BirthDate = "tanggal_lahir";
    public const string Sex = "jenis_kelamin";
    public const string Relationship = "status_hubungan_keluarga";
    public const string MaritalStatus = "status_kawin";
    public const string Schooling = "partisipasi_sekolah";
    public const string SchoolLevel = "jenjang_tertinggi_yang_diduduki";
    public const string Certificate = "ijazah_tertinggi_yang_dimiliki";
    public const string Works = "status_bekerja";
    public const string Industry = "lapangan_usaha_dari_pekerjaan_utama";
    public const string WorkStatus = "status_dalam_pekerjaan_utama";
    public const string OwnsBusiness = "kepemilikan_usaha";
    public const string BusinessTurnover = "omzet_usaha_utama";
    public const string CardOccupation = "pekerjaan_ktp";
    public const string Nutrition = "kondisi_gizi";
    public const string Sadness = "kesedihan_depresi";
    public const string CardDistrictCode = "kode_kecamatan_ktp";
    public const string CardVillageCode = "kode_kelurahan_desa_ktp";

    /// <summary>What a family owns; each is Ya or Tidak.</summary>
    public static IReadOnlyList<string> Assets { get; } =
    [
        "kepemilikan_aset", "aset_bergerak_tabung_gas", "aset_bergerak_lemari_es", "aset_bergerak_ac", "aset_bergerak_pemanas_air", "aset_bergerak_telepon_rumah",
        "aset_bergerak_tv_datar", Jewellery, "aset_bergerak_komputer_laptop_tablet", "aset_bergerak_sepeda_motor", "aset_bergerak_sepeda", "aset_bergerak_mobil",
        "aset_bergerak_perahu", "aset_bergerak_kapal_perahu_motor", "aset_bergerak_smartphone", "aset_tidak_bergerak_lahan_lainnya", "aset_tidak_bergerak_rumah_lainnya",
    ];

    /// <summary>Livestock, in heads.</summary>
    public static IReadOnlyList<string> Livestock { get; } =
        ["jumlah_ternak_sapi", "jumlah_ternak_kerbau", "jumlah_ternak_kuda", "jumlah_ternak_babi", "jumlah_ternak_kambing_domba"];

    /// <summary>The nine functions in which a person may be impaired.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [
        "penglihatan", "pendengaran", "berjalan_atau_naik_tangga", "menggunakan_tangan_jari", "belajar_kemampuan_intelektual", "pengendalian_perilaku",
        "berbicara_komunikasi", "mengurus_diri", "mengingat_berkonsentrasi",
    ];

    /// <summary>Order of the families file.</summary>
    public static IReadOnlyList<string> Families { get; } =
    [
        "kode_provinsi", Province, "kode_kabupaten_kota", Regency, DistrictCode, District, VillageCode, Village, Address, FamilyCard, HeadName, "id_pelanggan_pln", MemberCount,
        NationalDecile, ProvincialDecile, RegencyDecile, NationalInsurance, RegionalInsurance, Tenure, Floor, FloorArea, Wall, Roof, DrinkingWater, Lighting, Wattage, CookingFuel,
        Toilet, ToiletBowl, Sewage, .. Assets, .. Livestock,
    ];

    /// <summary>Order of the members file.</summary>
    public static IReadOnlyList<string> Persons { get; } =
    [
        Nik, FamilyCard, PersonName, BirthDate, Sex, Relationship, MaritalStatus, NationalInsurance, RegionalInsurance, Schooling, SchoolLevel, "kelas_tertinggi_yang_diduduki",
        Certificate, "pendidikan_akhir_ktp", Works, Industry, WorkStatus, OwnsBusiness, "jumlah_usaha", "lapangan_usaha_dari_usaha_utama",
        "jumlah_pekerja_yang_dibayar_dari_usaha_utama", "jumlah_pekerja_yang_tidak_dibayar_dari_usaha_utama", BusinessTurnover, CardOccupation, Nutrition, .. Functions, Sadness,
        "penyakit_kronis", "kode_provinsi_ktp", "provinsi_ktp", "kode_kabupaten_kota_ktp", "kabupaten_kota_ktp", CardDistrictCode, "kecamatan_ktp", CardVillageCode,
        "kelurahan_desa_ktp", "rt_ktp", "rw_ktp", "dusun_ktp", "alamat_ktp",
    ];

    public static IReadOnlyList<string> Of(ImportKind kind) => kind is ImportKind.DtsenFamilies ? Families : Persons;
}
