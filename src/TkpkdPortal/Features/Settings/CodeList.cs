using System.Globalization;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Settings;

/// <summary>One list of codes that pages, papers and files share, with the text that it comes from.</summary>
public sealed record CodeList(string Title, string Source, IReadOnlyList<(string Code, string Label)> Values)
{
    private const string P3ke = "Kepmenko PMK 30/2022", Portal = "Daftar portal";

    /// <summary>They come with the program, since rules and imports read them; an office does not change them.</summary>
    public static IReadOnlyList<CodeList> All { get; } =
    [
        Of("Strategi", "Inpres 4/2022 dan 8/2025", AidWords.Strategies), Of("Sumber dana", Portal, AidWords.FundSourceCodes), Of("Kebutuhan (N01–N12)", Portal, NeedWords.Values),
        Of("Kelayakan", Portal, EligibilityWords.Values), Of("Hubungan dengan kepala keluarga", P3ke, PersonWords.Relationships), Of("Status perkawinan", "Administrasi kependudukan", PersonWords.MaritalStatuses),
        Of("Pekerjaan (daftar A)", P3ke, PersonWords.Occupations), Of("Pendidikan (daftar B)", P3ke, PersonWords.Educations), Of("Kepemilikan rumah (daftar C)", P3ke, HousingWords.Tenures),
        Of("Atap (daftar D)", P3ke, HousingWords.Roofs), Of("Dinding (daftar E)", P3ke, HousingWords.Walls), Of("Lantai (daftar F)", P3ke, HousingWords.Floors),
        Of("Penerangan (daftar G)", P3ke, HousingWords.Lightings), Of("Bahan bakar memasak (daftar H)", P3ke, HousingWords.CookingFuels),
        Of("Air minum (daftar I)", P3ke, HousingWords.DrinkingWaters), Of("Buang air besar (daftar J)", P3ke, HousingWords.Toilets),
    ];

    private static CodeList Of<T>(string title, string source, CodedValues<T> values)
        where T : struct, Enum => new(title, source, [.. values.All.Select(value => (Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), values.Label(value)))]);
}

/// <summary>The lists, and the agencies with the needs that are their duty.</summary>
public sealed record CodesPage(IReadOnlyList<(string Name, string ShortName, Need Duty)> Opds);
