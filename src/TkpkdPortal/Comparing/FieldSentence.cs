using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Comparing;

/// <summary>What a source says of a field, in the words of the pages.</summary>
public static class FieldSentence
{
    public static string WordsFor(this AreaDirectory areas, HouseholdField field, string value) => value.Length == 0 ? "belum diketahui"
        : field is HouseholdField.Village ? areas.NameOf(AreaCode.Parse(value)) : FieldValues.Label(field, value);
}
