using System.Text.Json;
using System.Text.Json.Serialization;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Welfare;

/// <summary>
/// Isi aturan kebutuhan: which known facts raise each of the needs N01–N12, in parameters that an analyst sets within limits. The values of a new record are those of the
/// program (domain brief, Kepmenko PMK 30/2022 and Inpres 8/2025), corrected where they were too broad (docs/decisions/0039).
/// </summary>
public sealed record NeedTerms
{
    public const int WrittenMaxLength = 4_000, HighestDecile = 10, HighestAge = 120, MostParts = 3, MostElders = 4;

    private static readonly JsonSerializerOptions Plain = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The terms of the program.</summary>
    public static NeedTerms Given { get; } = new();

    /// <summary>Pangan: families of this decile and poorer.</summary>
    public int FoodUpToDecile { get; init; } = 2;

    /// <summary>Pendidikan anak: ages at which a child belongs in school, both included.</summary>
    public int SchoolFrom { get; init; } = 7;

    public int SchoolTo { get; init; } = 18;

    /// <summary>Answers of list B that mean that a child of that age is out of school.</summary>
    public CodeSet<Education> OutOfSchool { get; init; } = CodeSet.Of(Education.NeverSchooled, Education.PrimaryUnfinished, Education.PrimaryFinished, Education.JuniorFinished);

    /// <summary>Rumah layak: answers that are not decent, and how many of the three parts it takes.</summary>
    public CodeSet<RoofMaterial> PoorRoofs { get; init; } = CodeSet.Of(RoofMaterial.Bamboo, RoofMaterial.ThatchOrLeaf, RoofMaterial.Other);

    public CodeSet<WallMaterial> PoorWalls { get; init; } = CodeSet.Of(WallMaterial.Zinc, WallMaterial.Bamboo, WallMaterial.Other);

    public CodeSet<FloorMaterial> PoorFloors { get; init; } = CodeSet.Of(FloorMaterial.Bamboo, FloorMaterial.Earth, FloorMaterial.Other);

    public int PoorParts { get; init; } = 2;

    /// <summary>Floors that are enough alone.</summary>
    public CodeSet<FloorMaterial> FloorsAlone { get; init; } = CodeSet.Of(FloorMaterial.Earth);

    public CodeSet<DrinkingWater> PoorWaters { get; init; } = CodeSet.Of(DrinkingWater.UnprotectedWell, DrinkingWater.SurfaceWater, DrinkingWater.Other);

    public CodeSet<ToiletFacility> PoorToilets { get; init; } = CodeSet.Of(ToiletFacility.OwnWithoutSepticTank, ToiletFacility.PublicOrShared, ToiletFacility.Other);

    public CodeSet<LightingSource> PoorLightings { get; init; } = CodeSet.Of(LightingSource.SharedElectricity, LightingSource.NoElectricity);

    /// <summary>Pekerjaan: working ages, both included, and the answers of list A that mean no steady work.</summary>
    public int WorkFrom { get; init; } = 18;

    public int WorkTo { get; init; } = 59;

    public CodeSet<Occupation> WithoutWork { get; init; } = CodeSet.Of(Occupation.NotWorking, Occupation.CasualWorker);

    /// <summary>A spouse who does not work may run the household, which list A cannot say: that is asked, and no need.</summary>
    public bool AsksSpouses { get; init; } = true;

    /// <summary>Usaha: from which age and up to which decile, and which occupations are businesses of one's own.</summary>
    public int BusinessFrom { get; init; } = 18;

    public int BusinessUpToDecile { get; init; } = 3;

    public CodeSet<Occupation> Businesses { get; init; } = CodeSet.Of(Occupation.Farmer, Occupation.Fisher, Occupation.Trader, Occupation.SelfEmployed);

    /// <summary>Stunting: a child below this age of whose risk no list speaks makes it a question.</summary>
    public int ToddlerUnder { get; init; } = 5;

    /// <summary>Lansia: from which age, and how many at most make a household of old people alone.</summary>
    public int ElderlyFrom { get; init; } = 60;

    public int EldersTogether { get; init; } = 1;

    /// <summary>Administrasi kependudukan: a NIK that the civil registry does not know counts like none.</summary>
    public bool CountsUnmatched { get; init; } = true;

    /// <summary>The form of the database. A parameter that a later version adds is read as that version's own value.</summary>
    public string Write() => JsonSerializer.Serialize(this, Plain);

    public static NeedTerms Read(string written) => JsonSerializer.Deserialize<NeedTerms>(written, Plain) ?? throw new FormatException("Terms of needs that are none.");

    /// <summary>Whether an analyst may set them so.</summary>
    public Outcome Check()
    {
        if (!Within(FoodUpToDecile, 1, HighestDecile) || !Within(BusinessUpToDecile, 1, HighestDecile))
            return Outcome.Refuse($"Desil berkisar dari 1 sampai {HighestDecile}.");
        if (new[] { SchoolFrom, SchoolTo, WorkFrom, WorkTo, BusinessFrom, ToddlerUnder, ElderlyFrom }.Any(age => !Within(age, 0, HighestAge)))
            return Outcome.Refuse($"Umur berkisar dari 0 sampai {HighestAge} tahun.");
        if (SchoolFrom > SchoolTo || WorkFrom > WorkTo)
            return Outcome.Refuse("Umur terendah tidak boleh di atas umur tertinggi.");
        if (!Within(PoorParts, 1, MostParts))
            return Outcome.Refuse($"Bagian rumah yang tidak layak berkisar dari 1 sampai {MostParts}: atap, dinding, dan lantai.");
        if (!Within(EldersTogether, 1, MostElders))
            return Outcome.Refuse($"Lansia tanpa anggota yang lebih muda berkisar dari 1 sampai {MostElders} orang.");
        return OutOfSchool.All.Any(PersonWords.IsInSchool)
            ? Outcome.Refuse("Siswa dan mahasiswa sedang bersekolah; jawaban itu tidak bisa dihitung sebagai putus sekolah.")
            : Outcome.Accepted;
    }

    private static bool Within(int value, int least, int most) => value >= least && value <= most;
}
