namespace TkpkdPortal.Domain.Welfare;

/// <summary>What is known of one need: it is there, it is not, or nobody knows and the next visit asks.</summary>
public enum NeedState
{
    Absent = 0,
    Present = 1,
    Unknown = 2,
}

/// <summary>Profil kebutuhan of a household: the needs that known facts raise, and those of which nobody knows yet. No need is both; what is unknown never counts as a need.</summary>
public readonly record struct NeedProfile(Need Present, Need Unknown)
{
    public NeedState Of(Need need) => (Present & need) != 0 ? NeedState.Present : (Unknown & need) != 0 ? NeedState.Unknown : NeedState.Absent;
}

/// <summary>What the rules ask of a household itself.</summary>
public readonly record struct NeedHouse(byte? DecileCode, Housing Housing, bool? StuntingRisk, bool? InsuredByState);

/// <summary>What the rules ask of a member; name and id only where the answer is explained.</summary>
public readonly record struct NeedMember(People.Relationship Relationship, DateOnly? BirthDate, People.Occupation? Occupation, People.Education? Education, People.MaritalStatus? MaritalStatus, bool HasNik, bool? MatchesCivilRegistry)
{
    public Guid Id { get; init; }

    public string? Name { get; init; }
}
