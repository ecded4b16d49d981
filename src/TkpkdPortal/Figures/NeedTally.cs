using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Figures;

/// <summary>A household with its profile of needs and what the programs of a budget year answer of them.</summary>
public readonly record struct NeedCase(Need Needs, Need Unknown, Need Met, Need Planned, Eligibility? Eligibility, bool IsHelped);

/// <summary>Needs and aid of one place in one budget year, in KK: what is needed, met, planned, left to nobody or not known. Sums of places add up.</summary>
public sealed class NeedTally
{
    private static readonly Need[] All = [.. NeedWords.Of((Need)~0)];

    private readonly int[] _met = new int[All.Length], _planned = new int[All.Length], _nobody = new int[All.Length], _unknown = new int[All.Length];

    public int Households { get; private set; }

    /// <summary>Households with at least one known need; and of these with aid for every need, for at least half of them, and for none.</summary>
    public int InNeed { get; private set; }

    public int FullyMet { get; private set; }

    public int HalfMet { get; private set; }

    public int NotMet { get; private set; }

    /// <summary>Known needs of all households together, and those that are met.</summary>
    public int Needs { get; private set; }

    public int MetNeeds { get; private set; }

    /// <summary>Households that a visit found eligible, and of these those that no aid has reached.</summary>
    public int Eligible { get; private set; }

    public int EligibleWithoutAid { get; private set; }

    /// <summary>Households that aid has reached, and of these those that a visit found not eligible.</summary>
    public int Helped { get; private set; }

    public int HelpedNotEligible { get; private set; }

    public int Of(Need need, NeedAid state) => Counts(state)[Array.IndexOf(All, need)];

    /// <summary>Households with the known need.</summary>
    public int Needing(Need need) => Of(need, NeedAid.Met) + Of(need, NeedAid.Planned) + Of(need, NeedAid.Nobody);

    public int UnmetNeeds => Needs - MetNeeds;

    public void Add(NeedCase household)
    {
        Households++;
        var (needs, met) = (0, 0);
        for (var i = 0; i < All.Length; i++)
        {
            if ((household.Unknown & All[i]) != 0)
                _unknown[i]++;
            if ((household.Needs & All[i]) == 0)
                continue;
            needs++;
            var state = (household.Met & All[i]) != 0 ? NeedAid.Met : (household.Planned & All[i]) != 0 ? NeedAid.Planned : NeedAid.Nobody;
            Counts(state)[i]++;
            met += state is NeedAid.Met ? 1 : 0;
        }
        (Needs, MetNeeds, InNeed) = (Needs + needs, MetNeeds + met, InNeed + (needs > 0 ? 1 : 0));
        FullyMet += needs > 0 && met == needs ? 1 : 0;
        HalfMet += met < needs && met * 2 >= needs ? 1 : 0;
        NotMet += needs > 0 && met == 0 ? 1 : 0;
        var isEligible = household.Eligibility is Eligibility.ExtremelyPoor or Eligibility.Poor;
        (Eligible, EligibleWithoutAid) = (Eligible + (isEligible ? 1 : 0), EligibleWithoutAid + (isEligible && !household.IsHelped ? 1 : 0));
        (Helped, HelpedNotEligible) = (Helped + (household.IsHelped ? 1 : 0), HelpedNotEligible + (household.IsHelped && household.Eligibility is Eligibility.NotEligible ? 1 : 0));
    }

    public void Add(NeedTally other)
    {
        for (var i = 0; i < All.Length; i++)
            (_met[i], _planned[i], _nobody[i], _unknown[i]) = (_met[i] + other._met[i], _planned[i] + other._planned[i], _nobody[i] + other._nobody[i], _unknown[i] + other._unknown[i]);
        (Households, InNeed, FullyMet, HalfMet, NotMet) = (Households + other.Households, InNeed + other.InNeed, FullyMet + other.FullyMet, HalfMet + other.HalfMet, NotMet + other.NotMet);
        (Needs, MetNeeds, Eligible, EligibleWithoutAid) = (Needs + other.Needs, MetNeeds + other.MetNeeds, Eligible + other.Eligible, EligibleWithoutAid + other.EligibleWithoutAid);
        (Helped, HelpedNotEligible) = (Helped + other.Helped, HelpedNotEligible + other.HelpedNotEligible);
    }

    private int[] Counts(NeedAid state) => state switch { NeedAid.Met => _met, NeedAid.Planned => _planned, NeedAid.Nobody => _nobody, _ => _unknown };
}
