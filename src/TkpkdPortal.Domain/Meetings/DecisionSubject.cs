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

/// <summary>
/// A list of households that a decision is about: how it is narrowed, never who stands in it, so that everybody finds there what the own work shows. How many KK it held when it was decided stays, so that
/// the next meeting sees what became of them.
/// </summary>
public sealed class DecisionList
{
    public const int AddressMaxLength = 400, WordsMaxLength = 400;

    private DecisionList() => (Address, Words) = ("", "");

    internal DecisionList(NamedList list) => (Address, Words, Families) = (list.Address, list.Words, list.Families);

    public long Id { get; private set; }

    public long DecisionId { get; private set; }

    /// <summary>Its page in the portal: filters alone, in their one order.</summary>
    public string Address { get; private set; }

    /// <summary>What it is narrowed to, in words.</summary>
    public string Words { get; private set; }

    /// <summary>KK in it when the decision came to name it.</summary>
    public int Families { get; private set; }
}

/// <summary>A list of households as it is named: its page, its words, and the KK in it now.</summary>
public sealed record NamedList(string Address, string Words, int Families);

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
