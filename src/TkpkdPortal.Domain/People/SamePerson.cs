namespace TkpkdPortal.Domain.People;

/// <summary>
/// Two rows without a common number are the same person by name and day of birth: the same words by their sound, born on the same day. Without a day
/// nobody is taken for another.
/// </summary>
public static class SamePerson
{
    public static bool Is(string name, DateOnly? born, string otherName, DateOnly? otherBorn) =>
        born is not null && born == otherBorn && (name == otherName || Words(name).SetEquals(Words(otherName)));

    private static HashSet<string> Words(string name) => [.. NameWords.Of(name)];
}
