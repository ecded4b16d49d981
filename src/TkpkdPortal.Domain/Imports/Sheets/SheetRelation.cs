using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports.Sheets;

/// <summary>The relation as sheets write it: "Kepala Keluarga/KRT", "Anak/Anak Kandung". The part before the stroke counts.</summary>
internal static class SheetRelation
{
    public static Relationship? Read(string text, JudgedRow row)
    {
        var first = text.Split('/')[0].Trim();
        // "Istri/Suami" is one of the four values by itself; its first part is the whole.
        if (PersonWords.Relationships.TryRead(text, out var relation) || PersonWords.Relationships.TryRead(first, out relation))
            return relation;
        if (first.Equals("Istri", StringComparison.OrdinalIgnoreCase) || first.Equals("Suami", StringComparison.OrdinalIgnoreCase))
            return Relationship.Spouse;
        RowFindings.NoteUnknown(row, P3keColumn.Relationship, text, "Kepala Keluarga, Istri/Suami, Anak, atau Lainnya");
        return null;
    }
}
