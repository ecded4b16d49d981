using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Demo;

/// <summary>A program of a demo office: who records it, its terms (the year is that of the fill), and to how many in a hundred of the families that need it aid was given.</summary>
public sealed record DemoProgram(string Email, ProgramTerms Terms, int Share)
{
    // The demo gives such aid to any poor family: what they are about is in no list, or in the rank that all of them have.
    private const Need Unlisted = Need.Food | Need.HealthInsurance | Need.ElderlyOrDisabled;

    /// <summary>What is handed out where it is not money.</summary>
    public string? Goods { get; init; }

    public bool IsQuarterly { get; init; }

    /// <summary>Paid to a named person, so that double aid can be told.</summary>
    public bool ForHead { get; init; }

    /// <summary>The needs that choose the families.</summary>
    public Need Choosing => Terms.Needs & ~Unlisted;

    public static ProgramTerms About(string name, AidStrategy strategy, FundSource source, Need needs) => new(name, strategy, source, 0) { Needs = needs };
}

/// <summary>A meeting of a demo office, so many days from the fill.</summary>
public sealed record DemoMeeting(string Title, int Days, string Room, string Chair, string? Theme, IReadOnlyList<string> Agenda);
