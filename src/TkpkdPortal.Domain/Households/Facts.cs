using System.Collections;
using System.Reflection;

namespace TkpkdPortal.Domain.Households;

/// <summary>Copies and compares all facts of a row by the property list of their class, so that a new field can be forgotten in neither.</summary>
internal static class Facts<T>
    where T : class
{
    // Under which change a row stands is no fact about the family.
    private static readonly HashSet<string> Housekeeping = new(StringComparer.Ordinal) { nameof(HouseholdFacts.ChangeSetId), nameof(HouseholdFacts.Version) };

    private static readonly PropertyInfo[] Properties =
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)];

    public static void Copy(T from, T to)
    {
        foreach (var property in Properties)
            property.SetValue(to, property.GetValue(from));
    }

    /// <summary>Sets all facts back; under which change the row stands goes on.</summary>
    public static void Restore(T from, T to)
    {
        foreach (var property in Properties.Where(property => !Housekeeping.Contains(property.Name)))
            property.SetValue(to, property.GetValue(from));
    }

    /// <summary>Takes one change back: every fact that still is as the change left it becomes what it was before; what somebody has changed since stands.</summary>
    public static void TakeBack(T before, T after, T current)
    {
        foreach (var property in Properties.Where(property => !Housekeeping.Contains(property.Name)))
        {
            if (StructuralComparisons.StructuralEqualityComparer.Equals(property.GetValue(after), property.GetValue(current)))
                property.SetValue(current, property.GetValue(before));
        }
    }

    public static bool Same(T a, T b) => Properties.Where(property => !Housekeeping.Contains(property.Name))
        .All(property => StructuralComparisons.StructuralEqualityComparer.Equals(property.GetValue(a), property.GetValue(b)));
}
