using TkpkdPortal.Domain.Imports.Dtsen;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Quality.Releases;

/// <summary>A column of a list, the field of the register that it becomes, and which words mean which value.</summary>
public sealed record VariableLine(string Column, string Field, IReadOnlyList<(string Value, string Words)> Values);

/// <summary>How a list's columns and words are read, for whoever asks why the portal says what it says.</summary>
public static class VariableMap
{
    public static IReadOnlyList<VariableLine> Of(SourceList list) => list is SourceList.Dtsen ? Dtsen : P3ke;

    private static IReadOnlyList<VariableLine> P3ke { get; } =
    [
        Plain(P3keColumn.FamilyId, "Id keluarga dalam daftar"), Plain(P3keColumn.AreaCode, "Desa/kelurahan (kode Kemendagri)"), Plain(P3keColumn.Decile, "Desil"), Plain(P3keColumn.Address, "Alamat, RT dan RW"),
        Plain(P3keColumn.Nik, "NIK"), Plain(P3keColumn.CivilRegistry, "Padan Dukcapil"), Same(P3keColumn.Tenure, "Kepemilikan rumah", HousingWords.Tenures), Same(P3keColumn.Roof, "Atap", HousingWords.Roofs),
        Same(P3keColumn.Wall, "Dinding", HousingWords.Walls), Same(P3keColumn.Floor, "Lantai", HousingWords.Floors), Same(P3keColumn.Lighting, "Penerangan", HousingWords.Lightings),
        Same(P3keColumn.CookingFuel, "Bahan bakar memasak", HousingWords.CookingFuels), Same(P3keColumn.DrinkingWater, "Sumber air minum", HousingWords.DrinkingWaters),
        Same(P3keColumn.Toilet, "Fasilitas buang air besar", HousingWords.Toilets), Same(P3keColumn.Relationship, "Hubungan dengan kepala", PersonWords.Relationships),
        Same(P3keColumn.MaritalStatus, "Status kawin", PersonWords.MaritalStatuses), Same(P3keColumn.Occupation, "Pekerjaan", PersonWords.Occupations), Same(P3keColumn.Education, "Pendidikan", PersonWords.Educations),
        Plain(P3keColumn.Stunting, "Risiko stunting"),
    ];

    private static IReadOnlyList<VariableLine> Dtsen { get; } =
    [
        Plain(DtsenColumn.FamilyCard, "Nomor KK, dan kunci kedua berkas"), Plain(DtsenColumn.VillageCode, "Desa/kelurahan (kode BPS dipetakan ke Kemendagri, keduanya disimpan)"),
        Plain(DtsenColumn.HeadName, "Nama kepala keluarga"), Plain(DtsenColumn.Nik, "NIK anggota"), Plain(DtsenColumn.NationalDecile, "Desil"),
        Plain($"{DtsenColumn.ProvincialDecile}, {DtsenColumn.RegencyDecile}", "Desil dalam provinsi dan dalam kabupaten/kota"), Plain(DtsenColumn.MemberCount, "Jumlah anggota menurut daftar"),
        Mapped(DtsenColumn.Tenure, "Kepemilikan rumah", DtsenWords.Tenures, HousingWords.Tenures), Mapped(DtsenColumn.Roof, "Atap", DtsenWords.Roofs, HousingWords.Roofs),
        Mapped(DtsenColumn.Wall, "Dinding", DtsenWords.Walls, HousingWords.Walls), Mapped(DtsenColumn.Floor, "Lantai", DtsenWords.Floors, HousingWords.Floors),
        Mapped(DtsenColumn.Lighting, "Penerangan", DtsenWords.Lightings, HousingWords.Lightings), Mapped(DtsenColumn.Wattage, "Penerangan, bila bermeteran", DtsenWords.Wattages, HousingWords.Lightings),
        Mapped(DtsenColumn.CookingFuel, "Bahan bakar memasak", DtsenWords.CookingFuels, HousingWords.CookingFuels),
        Mapped(DtsenColumn.DrinkingWater, "Sumber air minum", DtsenWords.DrinkingWaters, HousingWords.DrinkingWaters), Mapped(DtsenColumn.Toilet, "Fasilitas buang air besar", DtsenWords.Toilets, HousingWords.Toilets),
        Mapped(DtsenColumn.Sewage, "Fasilitas buang air besar, bila milik sendiri", DtsenWords.Sewages, HousingWords.Toilets),
        Mapped(DtsenColumn.Relationship, "Hubungan dengan kepala", DtsenWords.Relationships, PersonWords.Relationships), Mapped(DtsenColumn.MaritalStatus, "Status kawin", DtsenWords.MaritalStatuses, PersonWords.MaritalStatuses),
        Plain($"{DtsenColumn.Schooling}, {DtsenColumn.SchoolLevel}, {DtsenColumn.Certificate}", "Pendidikan"), Plain($"{DtsenColumn.Works}, {DtsenColumn.WorkStatus}, {DtsenColumn.CardOccupation}", "Pekerjaan"),
        Plain($"{DtsenColumn.NationalInsurance}, {DtsenColumn.RegionalInsurance}", "Bantuan iuran kesehatan menurut daftar"),
        Plain("kolom lain", "Disimpan seperti diterima, tersegel; belum dipakai register"),
    ];

    private static VariableLine Plain(string column, string field) => new(column, field, []);

    private static VariableLine Same<T>(string column, string field, CodedValues<T> values)
        where T : struct, Enum => new(column, field, [("kata daftar dipakai apa adanya", string.Join(" · ", values.All.Select(values.Label)))]);

    private static VariableLine Mapped<T>(string column, string field, ListWords<T> words, CodedValues<T> values)
        where T : struct, Enum => new(column, field, [.. words.All.GroupBy(pair => pair.Value).Select(group => (group.Key is { } value ? values.Label(value) : "lihat kolom pendampingnya", string.Join(" · ", group.Select(pair => pair.Word))))]);
}
