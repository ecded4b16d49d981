using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Figures;

/// <summary>What families can be told apart by in a list: a question with its answers, and how the list's rows answer it (domain, dashboards, 3).</summary>
public sealed class Characteristic
{
    private Characteristic(string key, string title, IReadOnlyList<(int Value, string Label)> answers, Func<IQueryable<ListedHousehold>, int, IQueryable<AreaAnswer>> ask) =>
        (Key, Title, Answers, Ask) = (key, title, answers, ask);

    /// <summary>As the address names it.</summary>
    public string Key { get; }

    public string Title { get; }

    public IReadOnlyList<(int Value, string Label)> Answers { get; }

    /// <summary>Area, cut at a length, and answer of every row.</summary>
    internal Func<IQueryable<ListedHousehold>, int, IQueryable<AreaAnswer>> Ask { get; }

    public static IReadOnlyList<Characteristic> All { get; } =
    [
        new("rumah", "Kepemilikan rumah", Of(HousingWords.Tenures), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.Tenure })),
        new("simpanan", "Simpanan", YesNo, (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = f.Housing.HasSavings == null ? null : f.Housing.HasSavings == true ? 1 : 2 })),
        new("atap", "Atap", Of(HousingWords.Roofs), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.Roof })),
        new("dinding", "Dinding", Of(HousingWords.Walls), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.Wall })),
        new("lantai", "Lantai", Of(HousingWords.Floors), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.Floor })),
        new("penerangan", "Penerangan", Of(HousingWords.Lightings), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.Lighting })),
        new("bahan-bakar", "Bahan bakar memasak", Of(HousingWords.CookingFuels), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.CookingFuel })),
        new("air", "Air minum", Of(HousingWords.DrinkingWaters), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.DrinkingWater })),
        new("jamban", "Tempat buang air besar", Of(HousingWords.Toilets), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Housing.Toilet })),
        new("jenis-kelamin", "Jenis kelamin kepala keluarga", Of(PersonWords.Sexes), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Sex })),
        new("pekerjaan", "Pekerjaan kepala keluarga", Of(PersonWords.Occupations), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Occupation })),
        new("pendidikan", "Pendidikan kepala keluarga", Of(PersonWords.Educations), (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (int?)f.Education })),
        new("bpnt", "Penerima BPNT menurut daftar", YesNo, Receives(ListedAid.Bpnt)),
        new("bpum", "Penerima BPUM menurut daftar", YesNo, Receives(ListedAid.Bpum)),
        new("bst", "Penerima BST menurut daftar", YesNo, Receives(ListedAid.Bst)),
        new("pkh", "Penerima PKH menurut daftar", YesNo, Receives(ListedAid.Pkh)),
        new("sembako", "Penerima sembako menurut daftar", YesNo, Receives(ListedAid.Sembako)),
    ];

    /// <summary>The one of that key; the first where none is asked for; null for an unknown key.</summary>
    public static Characteristic? Find(string? key) => string.IsNullOrEmpty(key) ? All[0] : All.FirstOrDefault(one => one.Key == key);

    private static IReadOnlyList<(int, string)> YesNo => [(1, "Ya"), (2, "Tidak")];

    private static Func<IQueryable<ListedHousehold>, int, IQueryable<AreaAnswer>> Receives(ListedAid aid) =>
        (rows, n) => rows.Select(f => new AreaAnswer { Area = f.AreaCode.Substring(0, n), Value = (f.Aid & aid) != 0 ? 1 : 2 });

    private static IReadOnlyList<(int, string)> Of<T>(CodedValues<T> words)
        where T : struct, Enum => [.. words.All.Select(value => (Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture), words.Label(value)))];
}

/// <summary>One family's answer, or null where the list does not say.</summary>
internal sealed record AreaAnswer
{
    public required string Area { get; init; }

    public int? Value { get; init; }
}
