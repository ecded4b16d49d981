using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Demo;

/// <summary>An invented family as a list would deliver it.</summary>
internal sealed record DemoFamily(string ListId, AreaCode Village, int Decile, string Address, Housing Housing, ListedAid Aid, bool HasStuntingRisk, IReadOnlyList<DemoPerson> Members)
{
    public DemoPerson Head => Members[0];
}

/// <summary>An invented person; the fifth and sixth digit of the number are 99, which no regency has.</summary>
internal sealed record DemoPerson(string ListId, string Name, string Nik, bool? IsMatched, Sex Sex, Relationship Relationship, DateOnly Born, MaritalStatus Marital,
    Occupation Occupation, Education Education);
