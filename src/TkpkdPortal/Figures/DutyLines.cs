using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Figures;

/// <summary>Where a need of a household stands with an OPD. Aid speaks first, whoever gives it; then what the OPD answered.</summary>
public enum DutyState
{
    /// <summary>Accepted, and the promised day is over without a plan.</summary>
    Overdue = 1,
    Unanswered = 2,
    Accepted = 3,
    Planned = 4,
    Met = 5,
    Refused = 6,
}

/// <summary>The words for <see cref="DutyState"/>.</summary>
public static class DutyStates
{
    public static CodedValues<DutyState> Values { get; } = new(
        (DutyState.Overdue, "Lewat tenggat"), (DutyState.Unanswered, "Belum dijawab"), (DutyState.Accepted, "Diterima"), (DutyState.Planned, "Direncanakan"), (DutyState.Met, "Terpenuhi"), (DutyState.Refused, "Ditolak"));

    /// <summary>Nothing is planned yet, so that an answer still says something.</summary>
    public static bool CanBeAnswered(this DutyState state) => state is not (DutyState.Planned or DutyState.Met);
}

/// <summary>One need of one household as a line of a list.</summary>
public sealed record DutyLine
{
    public required long HouseholdId { get; init; }

    public required Guid Household { get; init; }

    public required string HeadName { get; init; }

    public required string AreaCode { get; init; }

    public byte? DecileCode { get; init; }

    /// <summary>The need as its bit, which the database parts the households by.</summary>
    public required int Bit { get; init; }

    public DutyState State { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Reason { get; init; }

    public Need Need => (Need)Bit;
}

/// <summary>An OPD with its duty.</summary>
public sealed record DutyOpd(long Id, string Name, string ShortName, Need Duty);

/// <summary>Needs by household that fall to an OPD, and those that nobody takes.</summary>
public static class DutyLines
{
    private static readonly int[] Bits = [.. NeedWords.Of((Need)~0).Select(need => (int)need)];

    /// <summary>What falls to the OPD: needs that are its duty, and needs that it accepted when they were referred to it.</summary>
    public static IQueryable<DutyLine> Of(PortalDbContext db, DutyOpd opd, IQueryable<Household> households, DateOnly today)
    {
        // The condition on the bits says nothing; without one the translator does not take them for rows.
        var (opdId, duty, bits) = (opd.Id, (int)opd.Duty, Bits);
        var (arrived, given) = (GivenAid.Arrived(db, today.Year), GivenAid.ArrivedOrPlanned(db, today.Year));
        var standing = db.DutyAnswers.Where(answer => answer.OpdId == opdId && answer.IsInForce);
        return from household in households
               from bit in bits.Where(one => one > 0)
               where ((int)household.Needs & bit) != 0
                   && ((duty & bit) != 0 || db.Referrals.Any(referral => referral.HouseholdId == household.Id && referral.ToOpdId == opdId && (int)referral.Need == bit && referral.State == ReferralState.Accepted))
               let verdict = standing.Where(answer => answer.HouseholdId == household.Id && (int)answer.Need == bit).Select(answer => (DutyVerdict?)answer.Verdict).FirstOrDefault()
               let due = standing.Where(answer => answer.HouseholdId == household.Id && (int)answer.Need == bit).Select(answer => answer.DueOn).FirstOrDefault()
               select new DutyLine
               {
                   HouseholdId = household.Id,
                   Household = household.PublicId,
                   HeadName = household.HeadName,
                   AreaCode = household.AreaCode,
                   DecileCode = household.DecileCode,
                   Bit = bit,
                   State = arrived.Any(aid => aid.HouseholdId == household.Id && db.AidPrograms.Any(program => program.Id == aid.ProgramId && ((int)program.Needs & bit) != 0)) ? DutyState.Met
                       : given.Any(aid => aid.HouseholdId == household.Id && db.AidPrograms.Any(program => program.Id == aid.ProgramId && ((int)program.Needs & bit) != 0)) ? DutyState.Planned
                       : verdict == DutyVerdict.Accepted && due < today ? DutyState.Overdue
                       : verdict == DutyVerdict.Accepted ? DutyState.Accepted
                       : verdict == DutyVerdict.Refused ? DutyState.Refused : DutyState.Unanswered,
                   DueOn = due,
                   Reason = standing.Where(answer => answer.HouseholdId == household.Id && (int)answer.Need == bit).Select(answer => answer.Reason).FirstOrDefault(),
               };
    }

    /// <summary>What nobody takes: a need without aid or plan that no OPD has accepted, whether all have refused it, none has answered, or it is nobody's duty.</summary>
    public static IQueryable<DutyLine> Unowned(PortalDbContext db, IQueryable<Household> households, Need needs, int year)
    {
        var (bits, given) = (NeedWords.Of(needs).Select(need => (int)need).ToArray(), GivenAid.ArrivedOrPlanned(db, year));
        return from household in households
               from bit in bits.Where(one => one > 0)
               where ((int)household.Needs & bit) != 0
                   && !db.DutyAnswers.Any(answer => answer.HouseholdId == household.Id && (int)answer.Need == bit && answer.IsInForce && answer.Verdict == DutyVerdict.Accepted)
                   && !given.Any(aid => aid.HouseholdId == household.Id && db.AidPrograms.Any(program => program.Id == aid.ProgramId && ((int)program.Needs & bit) != 0))
               select new DutyLine { HouseholdId = household.Id, Household = household.PublicId, HeadName = household.HeadName, AreaCode = household.AreaCode, DecileCode = household.DecileCode, Bit = bit, State = DutyState.Unanswered };
    }

    /// <summary>Answers that stand of needs that are still there and that nobody has planned aid for: with the answers' own rows few, and found from them.</summary>
    public static IQueryable<DutyAnswer> Standing(PortalDbContext db, IQueryable<Household> households, int year)
    {
        var given = GivenAid.ArrivedOrPlanned(db, year);
        return from answer in db.DutyAnswers
               join household in households on answer.HouseholdId equals household.Id
               where answer.IsInForce && (household.Needs & answer.Need) != 0
                   && !given.Any(aid => aid.HouseholdId == household.Id && db.AidPrograms.Any(program => program.Id == aid.ProgramId && (program.Needs & answer.Need) != 0))
               select answer;
    }

    /// <summary>Refused by every OPD whose duty it is, as far as they answered, and accepted by none: what the secretariat has to bring to somebody. One for each need of a household.</summary>
    public static IQueryable<DutyAnswer> RefusedByAll(PortalDbContext db, IQueryable<Household> households, int year) => Standing(db, households, year)
        .Where(answer => answer.Verdict == DutyVerdict.Refused
            && !db.DutyAnswers.Any(other => other.HouseholdId == answer.HouseholdId && other.Need == answer.Need && other.IsInForce && (other.Verdict == DutyVerdict.Accepted || other.Id < answer.Id))
            && !db.Opds.Any(opd => (opd.Duty & answer.Need) != 0 && !db.DutyAnswers.Any(other => other.HouseholdId == answer.HouseholdId && other.Need == answer.Need && other.IsInForce && other.OpdId == opd.Id)));
}
