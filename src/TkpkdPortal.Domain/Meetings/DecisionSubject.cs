namespace TkpkdPortal.Domain.Meetings;

/// <summary>An OPD that helps the responsible one.</summary>
public sealed class DecisionSupport
{
    private DecisionSupport()
    {
    }

    internal DecisionSupport(long opdId) => OpdId = opdId;

    public long Id { get; private set; }

    public long DecisionId { get; private set; }

    public long OpdId { get; private set; }
}

/// <summary>A village, or a district, that a decision is about; its head reports on it, too.</summary>
public sealed class DecisionArea : IHasArea
{
    private DecisionArea() => AreaCode = "";

    internal DecisionArea(string areaCode) => AreaCode = areaCode;

    public long Id { get; private set; }

    public long DecisionId { get; private set; }

    public string AreaCode { get; private set; }
}

/// <summary>A program that a decision is about.</summary>
public sealed class DecisionProgram
{
    private DecisionProgram()
    {
    }

    internal DecisionProgram(long programId) => ProgramId = programId;

    public long Id { get; private set; }

    public long DecisionId { get; private set; }

    public long ProgramId { get; private set; }
}

/// <summary>A case that a decision is about; only whoever sees the case learns whose it is.</summary>
public sealed class DecisionCase
{
    private DecisionCase()
    {
    }

    internal DecisionCase(long caseId) => CaseId = caseId;

    public long Id { get; private set; }

    public long DecisionId { get; private set; }

    public long CaseId { get; private set; }
}
