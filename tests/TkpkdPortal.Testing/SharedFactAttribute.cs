using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Reads a large sample file from the folder beside the working copy, and is skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Repository.Shared is null)
            Skip = SharedReason.Text;
    }
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (Repository.Shared is null)
            Skip = SharedReason.Text;
    }
}

internal static class SharedReason
{
    public const string Text = "The large sample files (../shared/samples) are not beside this working copy.";
}
