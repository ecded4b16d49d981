namespace TkpkdPortal.Documents.Pdf;

/// <summary>Names of structure types, kept since a long table asks for them some hundred thousand times.</summary>
internal static class RoleNames
{
    private static readonly string[] Names = Enum.GetNames<TagRole>();

    public static string Of(TagRole role) => Names[(int)role];
}
