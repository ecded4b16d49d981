using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Visits;

/// <summary>What the visit form posts. A question that does not apply may be filled or not: the visit takes only what does.</summary>
public sealed record VisitForm
{
    [Display(Name = "Tanggal kunjungan")]
    public DateOnly? VisitedOn { get; set; }

    /// <summary>The five answers at the door; two of them ask which kind.</summary>
    public PresenceGroup? PresenceGroup { get; set; }

    public Presence? MovedTo { get; set; }

    public Presence? OtherCase { get; set; }

    [Display(Name = "Siapa yang diwawancara"), StringLength(Visit.RespondentMaxLength), WithoutNumber]
    public string? Respondent { get; set; }

    [Display(Name = "Keterangan keberadaan"), StringLength(Visit.TextMaxLength), WithoutNumber]
    public string? PresenceNote { get; set; }

    public Eligibility? Eligibility { get; set; }

    public IneligibilityReason? Reason { get; set; }

    [Display(Name = "Alasan lainnya"), StringLength(Visit.TextMaxLength), WithoutNumber]
    public string? ReasonText { get; set; }

    [Display(Name = "Keterangan"), StringLength(Visit.TextMaxLength), WithoutNumber]
    public string? Note { get; set; }

    [Display(Name = "Nama menurut KTP/KK"), StringLength(Visit.NameMaxLength), WithoutNumber]
    public string? CorrectedHeadName { get; set; }

    [Display(Name = "NIK kepala keluarga"), StringLength(40)]
    public string? CorrectedNik { get; set; }

    [Display(Name = "Nomor KK"), StringLength(40)]
    public string? CorrectedFamilyCard { get; set; }

    [Display(Name = "Alamat"), StringLength(Visit.AddressMaxLength), WithoutNumber]
    public string? CorrectedAddress { get; set; }

    public HouseTenure? Tenure { get; set; }

    public bool? HasSavings { get; set; }

    public RoofMaterial? Roof { get; set; }

    public WallMaterial? Wall { get; set; }

    public FloorMaterial? Floor { get; set; }

    public LightingSource? Lighting { get; set; }

    public CookingFuel? CookingFuel { get; set; }

    public DrinkingWater? DrinkingWater { get; set; }

    public ToiletFacility? Toilet { get; set; }

    /// <summary>Answers to the questions that the office added, by the id of the question.</summary>
    public Dictionary<Guid, string?> Extra { get; set; } = [];

    /// <summary>Stored photos that go with this save.</summary>
    public List<Guid> RemovePhotos { get; set; } = [];

    /// <summary>Version of the privacy notice that the form showed.</summary>
    public int NoticeNumber { get; set; }

    /// <summary>Version of the visit that the form showed.</summary>
    public int Version { get; set; }

    /// <summary>"ajukan" hands it in, anything else saves the draft.</summary>
    public string? Action { get; set; }

    /// <summary>After a stale save: for each differing field "tersimpan" gives way to what is saved, anything else keeps the own value.</summary>
    public Dictionary<string, string> Choose { get; set; } = [];

    public Presence? Presence => PresenceGroup switch
    {
        Visits.PresenceGroup.Found => Domain.Visits.Presence.Found,
        Visits.PresenceGroup.NotMet => Domain.Visits.Presence.NotMet,
        Visits.PresenceGroup.HeadDied => Domain.Visits.Presence.HeadDied,
        Visits.PresenceGroup.Moved => MovedTo,
        Visits.PresenceGroup.Other => OtherCase,
        _ => null,
    };

    /// <summary>What to do where the kind of the answer at the door is missing; null where the answer itself is.</summary>
    public string? PresenceSentence => PresenceGroup switch
    {
        Visits.PresenceGroup.Moved => "Pilih pindah ke mana",
        Visits.PresenceGroup.Other => "Pilih keadaan yang mana",
        _ => null,
    };

    /// <summary>The field in which a missing presence is answered.</summary>
    public string PresenceField => PresenceGroup switch
    {
        Visits.PresenceGroup.Moved => nameof(MovedTo),
        Visits.PresenceGroup.Other => nameof(OtherCase),
        _ => nameof(PresenceGroup),
    };

    public Housing HousingAnswers() => new()
    {
        Tenure = Tenure,
        HasSavings = HasSavings,
        Roof = Roof,
        Wall = Wall,
        Floor = Floor,
        Lighting = Lighting,
        CookingFuel = CookingFuel,
        DrinkingWater = DrinkingWater,
        Toilet = Toilet,
    };

    /// <summary>The form as the visit has it; a new one is filled with what the register says of the house.</summary>
    public static VisitForm Of(Visit visit, HouseholdFacts household)
    {
        var housing = visit.Housing == Housing.Unknown ? household.Housing : visit.Housing;
        return new VisitForm
        {
            VisitedOn = visit.VisitedOn,
            PresenceGroup = GroupOf(visit.Presence),
            MovedTo = visit.Presence,
            OtherCase = visit.Presence,
            Respondent = visit.Respondent,
            PresenceNote = visit.PresenceNote,
            Eligibility = visit.Eligibility,
            Reason = visit.Reason,
            ReasonText = visit.ReasonText,
            Note = visit.Note,
            CorrectedHeadName = visit.CorrectedHeadName,
            CorrectedAddress = visit.CorrectedAddress,
            Tenure = housing.Tenure,
            HasSavings = housing.HasSavings,
            Roof = housing.Roof,
            Wall = housing.Wall,
            Floor = housing.Floor,
            Lighting = housing.Lighting,
            CookingFuel = housing.CookingFuel,
            DrinkingWater = housing.DrinkingWater,
            Toilet = housing.Toilet,
            Extra = visit.Extra.All.ToDictionary(answer => answer.Key, answer => (string?)answer.Value),
            Version = visit.Version,
        };
    }

    private static PresenceGroup? GroupOf(Presence? presence) => presence switch
    {
        null => null,
        Domain.Visits.Presence.Found => Visits.PresenceGroup.Found,
        Domain.Visits.Presence.NotMet => Visits.PresenceGroup.NotMet,
        Domain.Visits.Presence.HeadDied => Visits.PresenceGroup.HeadDied,
        Domain.Visits.Presence.MovedWithinRegion or Domain.Visits.Presence.MovedOutOfRegion => Visits.PresenceGroup.Moved,
        _ => Visits.PresenceGroup.Other,
    };
}

/// <summary>The answers at the door as the form groups them.</summary>
public enum PresenceGroup
{
    Found = 1,
    NotMet,
    Moved,
    HeadDied,
    Other,
}
