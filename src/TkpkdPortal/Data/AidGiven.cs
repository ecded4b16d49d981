using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Data;

/// <summary>
/// That somebody gives or plans aid to a household: the row of an <see cref="Intervention"/> without what it is worth or says. An OPD sees of others only this, and only of households that it
/// sees: whether a need is met is the same for everybody.
/// </summary>
public sealed class AidGiven
{
    public long Id { get; private set; }

    public long HouseholdId { get; private set; }

    public long ProgramId { get; private set; }

    public InterventionState State { get; private set; }

    public int Year { get; private set; }
}
