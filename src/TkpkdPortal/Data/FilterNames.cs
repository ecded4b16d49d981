namespace TkpkdPortal.Data;

/// <summary>The named query filters. Crossing one is a call with its name, and only the places in the convention test may do it.</summary>
public static class FilterNames
{
    /// <summary>Only rows in the areas of the user's assignments.</summary>
    public const string Area = "Area";

    /// <summary>An OPD sees households whose needs are its duty or that it helps.</summary>
    public const string Duty = "Duty";

    /// <summary>Households that are in the register; a closed one is only found by its own page.</summary>
    public const string Open = "Open";

    /// <summary>Rows of an import that is not published do not exist yet.</summary>
    public const string Published = "Published";
}
