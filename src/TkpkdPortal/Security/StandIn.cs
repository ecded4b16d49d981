using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Security;

/// <summary>Why somebody holds an office that is another's: by a letter, and for named days (UU 30/2014 Ps 14).</summary>
public enum StandIn
{
    /// <summary>The office has no holder: pelaksana tugas.</summary>
    Vacancy = 1,

    /// <summary>Its holder is away for a while: pelaksana harian.</summary>
    Absence = 2,
}

/// <summary>How a stand-in is called before the name of the office.</summary>
public static class StandIns
{
    public static CodedValues<StandIn> Words { get; } = new((StandIn.Vacancy, "Plt."), (StandIn.Absence, "Plh."));

    /// <summary>"Plt. Lurah", or the bare "Lurah" of its own holder.</summary>
    public static string Before(this StandIn? standIn, string title) => standIn is { } known ? $"{Words.Label(known)} {title}" : title;
}
