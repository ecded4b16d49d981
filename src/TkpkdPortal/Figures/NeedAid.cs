using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Figures;

/// <summary>What is done about a need of a household in a budget year.</summary>
public enum NeedAid
{
    /// <summary>The need is known, and no program that answers it gives or plans anything.</summary>
    Nobody = 1,

    Planned = 2,

    /// <summary>Aid of a program that answers the need has arrived in the year.</summary>
    Met = 3,

    /// <summary>Nobody knows whether there is a need: a question for the next visit.</summary>
    Unknown = 4,
}

/// <summary>The words for <see cref="NeedAid"/>, and the households of each.</summary>
public static class NeedAids
{
    public static CodedValues<NeedAid> Values { get; } = new(
        (NeedAid.Nobody, "Belum ada bantuan"), (NeedAid.Planned, "Direncanakan"), (NeedAid.Met, "Terpenuhi"), (NeedAid.Unknown, "Belum diketahui"));

    /// <summary>The households of which it holds for the need, whoever gives.</summary>
    public static IQueryable<Household> Of(PortalDbContext db, IQueryable<Household> households, Need need, NeedAid state, int year)
    {
        if (state is NeedAid.Unknown)
            return households.Where(h => (h.UnknownNeeds & need) != 0);
        var answering = db.AidGiven.Where(aid => aid.Year == year && db.AidPrograms.Any(program => program.Id == aid.ProgramId && (program.Needs & need) != 0));
        var arrived = answering.Where(aid => aid.State == InterventionState.Delivered || aid.State == InterventionState.Verified);
        var planned = answering.Where(aid => aid.State == InterventionState.Planned || aid.State == InterventionState.Budgeted || aid.State == InterventionState.InProgress);
        var needing = households.Where(h => (h.Needs & need) != 0);
        return state switch
        {
            NeedAid.Met => needing.Where(h => arrived.Any(aid => aid.HouseholdId == h.Id)),
            NeedAid.Planned => needing.Where(h => !arrived.Any(aid => aid.HouseholdId == h.Id) && planned.Any(aid => aid.HouseholdId == h.Id)),
            _ => needing.Where(h => !arrived.Any(aid => aid.HouseholdId == h.Id) && !planned.Any(aid => aid.HouseholdId == h.Id)),
        };
    }
}
