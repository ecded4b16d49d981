namespace TkpkdPortal.Domain.People;

/// <summary>Sex as the civil registry records it.</summary>
public enum Sex
{
    Male = 1,
    Female = 2,
}
