using TkpkdPortal.Data;
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

    /// <summary>Households that no aid has reached in the year.</summary>
    public static IQueryable<Household> None(PortalDbContext db, IQueryable<Household> households, int year)
    {
        var arrived = GivenAid.Arrived(db, year);
        return households.Where(h => !arrived.Any(aid => aid.HouseholdId == h.Id));
    }

    /// <summary>The households of which it holds for the need, whoever gives.</summary>
    public static IQueryable<Household> Of(PortalDbContext db, IQueryable<Household> households, Need need, NeedAid state, int year)
    {
        if (state is NeedAid.Unknown)
            return households.Where(h => (h.UnknownNeeds & need) != 0);
        var (arrived, given) = (GivenAid.Arrived(db, year), GivenAid.ArrivedOrPlanned(db, year));
        var answering = db.AidPrograms.Where(program => (program.Needs & need) != 0).Select(program => program.Id);
        var needing = households.Where(h => (h.Needs & need) != 0);
        return state switch
        {
            NeedAid.Met => needing.Where(h => arrived.Any(aid => aid.HouseholdId == h.Id && answering.Contains(aid.ProgramId))),
            NeedAid.Planned => needing.Where(h => !arrived.Any(aid => aid.HouseholdId == h.Id && answering.Contains(aid.ProgramId)) && given.Any(aid => aid.HouseholdId == h.Id && answering.Contains(aid.ProgramId))),
            _ => needing.Where(h => !given.Any(aid => aid.HouseholdId == h.Id && answering.Contains(aid.ProgramId))),
        };
    }
}
