namespace TkpkdPortal.Documents;

/// <summary>The type, rules and white room of a table; all measures in points. A rule of weight 0 is not drawn.</summary>
public sealed record TableLook
{
    /// <summary>A grid without rules or white room, to arrange things in.</summary>
    public static TableLook Plain { get; } = new();

    /// <summary>The table of the papers: horizontal rules only, 9 pt, a one-line row of 5.7 mm.</summary>
    public static TableLook Normal { get; } = new()
    {
        Body = TextStyle.Of(9, 11.5f),
        Head = TextStyle.Of(8.5f, 10.5f).Bold(),
        Unit = TextStyle.Of(8, 10.5f),
        PaddingSide = 1.Mm(),
        PaddingTop = 0.85f.Mm(),
        PaddingBottom = 0.75f.Mm(),
        LeftAfterRight = 3.Mm(),
        RuleTop = 1.25f,
        RuleUnderHead = 0.75f,
        RuleBetweenRows = 0.25f,
        RuleEveryFifthRow = 0.75f,
        RuleUnderGroup = 0.5f,
        RuleAroundTotal = 1.25f,
    };

    /// <summary>The same at 8.5 pt, a one-line row of 4.9 mm.</summary>
    public static TableLook Dense { get; } = Normal with
    {
        Body = TextStyle.Of(8.5f, 10.5f),
        PaddingTop = 0.62f.Mm(),
        PaddingBottom = 0.55f.Mm(),
    };

    /// <summary>Only where a hand writes: lines on all sides.</summary>
    public static TableLook Boxed { get; } = Normal with
    {
        IsFlush = false,
        PaddingSide = 1.4f.Mm(),
        PaddingTop = 1.Mm(),
        PaddingBottom = 1.Mm(),
        LeftAfterRight = 0,
        RuleVertical = 0.5f,
        RuleBetweenRows = 0.5f,
        RuleEveryFifthRow = 0,
        RuleBottom = 0.75f,
    };

    public TextStyle? Body { get; init; }

    public TextStyle? Head { get; init; }

    /// <summary>The line below a column's name that says what is counted.</summary>
    public TextStyle? Unit { get; init; }

    public float PaddingSide { get; init; }

    public float PaddingTop { get; init; }

    public float PaddingBottom { get; init; }

    /// <summary>White room before a left-aligned column that follows a right-aligned one.</summary>
    public float LeftAfterRight { get; init; }

    /// <summary>Whether the first column starts and the last one ends with the measure, without white room.</summary>
    public bool IsFlush { get; init; } = true;

    public float RuleTop { get; init; }

    public float RuleUnderHead { get; init; }

    public float RuleBetweenRows { get; init; }

    /// <summary>Drawn instead, when more than nine rows have no groups.</summary>
    public float RuleEveryFifthRow { get; init; }

    public float RuleUnderGroup { get; init; }

    public float RuleAroundTotal { get; init; }

    public float RuleBottom { get; init; }

    public float RuleVertical { get; init; }
}
