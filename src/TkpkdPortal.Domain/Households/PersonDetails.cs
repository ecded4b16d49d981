using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Households;

/// <summary>What a list or a form says of one person, before it becomes a member.</summary>
public sealed record PersonDetails(string Name, Relationship Relationship)
{
    public IndexedNumber? Nik { get; init; }

    public NumberAbsence? NikAbsence { get; init; }

    public Sex? Sex { get; init; }

    public DateOnly? BirthDate { get; init; }

    public MaritalStatus? MaritalStatus { get; init; }

    public Occupation? Occupation { get; init; }

    public Education? Education { get; init; }

    public bool? MatchesCivilRegistry { get; init; }
}
