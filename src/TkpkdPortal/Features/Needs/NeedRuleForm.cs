using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Needs;

/// <summary>The terms as an analyst types and ticks them, and why they are to hold.</summary>
public sealed record NeedRuleForm
{
    private const string DecileHint = "Isi desil 1 sampai 10", AgeHint = "Isi umur 0 sampai 120 tahun";

    /// <summary>Number of the set that the page showed.</summary>
    public int Number { get; init; }

    [Required(ErrorMessage = DecileHint), Range(1, NeedTerms.HighestDecile, ErrorMessage = DecileHint)]
    public int? FoodUpToDecile { get; init; }

    [Required(ErrorMessage = AgeHint), Range(0, NeedTerms.HighestAge, ErrorMessage = AgeHint)]
    public int? SchoolFrom { get; init; }

    [Required(ErrorMessage = AgeHint), Range(0, NeedTerms.HighestAge, ErrorMessage = AgeHint)]
    public int? SchoolTo { get; init; }

    public List<Education> OutOfSchool { get; init; } = [];

    public List<RoofMaterial> PoorRoofs { get; init; } = [];

    public List<WallMaterial> PoorWalls { get; init; } = [];

    public List<FloorMaterial> PoorFloors { get; init; } = [];

    [Required(ErrorMessage = "Isi 1 sampai 3 bagian"), Range(1, NeedTerms.MostParts, ErrorMessage = "Isi 1 sampai 3 bagian")]
    public int? PoorParts { get; init; }

    public List<FloorMaterial> FloorsAlone { get; init; } = [];

    public List<DrinkingWater> PoorWaters { get; init; } = [];

    public List<ToiletFacility> PoorToilets { get; init; } = [];

    public List<LightingSource> PoorLightings { get; init; } = [];

    [Required(ErrorMessage = AgeHint), Range(0, NeedTerms.HighestAge, ErrorMessage = AgeHint)]
    public int? WorkFrom { get; init; }

    [Required(ErrorMessage = AgeHint), Range(0, NeedTerms.HighestAge, ErrorMessage = AgeHint)]
    public int? WorkTo { get; init; }

    public List<Occupation> WithoutWork { get; init; } = [];

    public bool AsksSpouses { get; init; }

    [Required(ErrorMessage = AgeHint), Range(0, NeedTerms.HighestAge, ErrorMessage = AgeHint)]
    public int? BusinessFrom { get; init; }

    [Required(ErrorMessage = DecileHint), Range(1, NeedTerms.HighestDecile, ErrorMessage = DecileHint)]
    public int? BusinessUpToDecile { get; init; }

    public List<Occupation> Businesses { get; init; } = [];

    [Required(ErrorMessage = AgeHint), Range(0, NeedTerms.HighestAge, ErrorMessage = AgeHint)]
    public int? ToddlerUnder { get; init; }

    [Required(ErrorMessage = AgeHint), Range(0, NeedTerms.HighestAge, ErrorMessage = AgeHint)]
    public int? ElderlyFrom { get; init; }

    [Required(ErrorMessage = "Isi 1 sampai 4 orang"), Range(1, NeedTerms.MostElders, ErrorMessage = "Isi 1 sampai 4 orang")]
    public int? EldersTogether { get; init; }

    public bool CountsUnmatched { get; init; }

    [StringLength(NeedRuleSet.SourceMaxLength, ErrorMessage = "Dasar aturan paling panjang 300 huruf"), WithoutNumber]
    public string? Source { get; init; }

    [StringLength(NeedRuleSet.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public static NeedRuleForm Of(NeedRuleSet set) => Of(set.Terms) with { Number = set.Number };

    /// <summary>Complete where its fields are valid.</summary>
    public NeedTerms Read() => new()
    {
        FoodUpToDecile = FoodUpToDecile ?? 0,
        SchoolFrom = SchoolFrom ?? 0,
        SchoolTo = SchoolTo ?? 0,
        OutOfSchool = CodeSet.Of(OutOfSchool),
        PoorRoofs = CodeSet.Of(PoorRoofs),
        PoorWalls = CodeSet.Of(PoorWalls),
        PoorFloors = CodeSet.Of(PoorFloors),
        PoorParts = PoorParts ?? 0,
        FloorsAlone = CodeSet.Of(FloorsAlone),
        PoorWaters = CodeSet.Of(PoorWaters),
        PoorToilets = CodeSet.Of(PoorToilets),
        PoorLightings = CodeSet.Of(PoorLightings),
        WorkFrom = WorkFrom ?? 0,
        WorkTo = WorkTo ?? 0,
        WithoutWork = CodeSet.Of(WithoutWork),
        AsksSpouses = AsksSpouses,
        BusinessFrom = BusinessFrom ?? 0,
        BusinessUpToDecile = BusinessUpToDecile ?? 0,
        Businesses = CodeSet.Of(Businesses),
        ToddlerUnder = ToddlerUnder ?? 0,
        ElderlyFrom = ElderlyFrom ?? 0,
        EldersTogether = EldersTogether ?? 0,
        CountsUnmatched = CountsUnmatched,
    };

    /// <summary>What a page that asks whether it is meant sends back.</summary>
    public IEnumerable<(string Name, string Value)> Kept()
    {
        foreach (var property in typeof(NeedRuleForm).GetProperties().Where(property => property.Name is not (nameof(Source) or nameof(Reason))))
        {
            foreach (var value in property.GetValue(this) is System.Collections.IEnumerable many and not string ? many.Cast<object>() : [property.GetValue(this) ?? ""])
                yield return (property.Name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }
    }

    private static NeedRuleForm Of(NeedTerms terms) => new()
    {
        FoodUpToDecile = terms.FoodUpToDecile,
        SchoolFrom = terms.SchoolFrom,
        SchoolTo = terms.SchoolTo,
        OutOfSchool = [.. terms.OutOfSchool.All],
        PoorRoofs = [.. terms.PoorRoofs.All],
        PoorWalls = [.. terms.PoorWalls.All],
        PoorFloors = [.. terms.PoorFloors.All],
        PoorParts = terms.PoorParts,
        FloorsAlone = [.. terms.FloorsAlone.All],
        PoorWaters = [.. terms.PoorWaters.All],
        PoorToilets = [.. terms.PoorToilets.All],
        PoorLightings = [.. terms.PoorLightings.All],
        WorkFrom = terms.WorkFrom,
        WorkTo = terms.WorkTo,
        WithoutWork = [.. terms.WithoutWork.All],
        AsksSpouses = terms.AsksSpouses,
        BusinessFrom = terms.BusinessFrom,
        BusinessUpToDecile = terms.BusinessUpToDecile,
        Businesses = [.. terms.Businesses.All],
        ToddlerUnder = terms.ToddlerUnder,
        ElderlyFrom = terms.ElderlyFrom,
        EldersTogether = terms.EldersTogether,
        CountsUnmatched = terms.CountsUnmatched,
    };
}
