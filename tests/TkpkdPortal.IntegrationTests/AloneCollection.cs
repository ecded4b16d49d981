namespace TkpkdPortal.IntegrationTests;

/// <summary>Tests that ask how long something takes: they run when no other test of this process does, whose work the processor's time would hold as well.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
