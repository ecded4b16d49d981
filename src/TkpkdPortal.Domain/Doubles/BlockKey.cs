namespace TkpkdPortal.Domain.Doubles;

/// <summary>
/// The questions by which two persons come to be compared at all. Each is so narrow that few answer it alike, and any one mistake of a clerk leaves at
/// least one of them unharmed, so that the work grows little faster than the register.
/// </summary>
internal enum BlockQuestion
{
    Nik,
    Card,

    /// <summary>The whole name and the year of birth: day and month may be wrong, the family may have moved.</summary>
    NameAndYear,

    /// <summary>The whole name in one village: the birth date may be wrong or lacking.</summary>
    NameAndVillage,

    /// <summary>The whole name with that of mother, spouse or head.</summary>
    NameAndKin,

    /// <summary>The birth date and how a word of the name begins: its end may be misspelt.</summary>
    BirthAndStart,

    /// <summary>The birth date and how a word ends: its beginning may be misspelt.</summary>
    BirthAndEnd,

    /// <summary>The birth date and the name of mother, spouse or head: the own name may be misspelt anywhere.</summary>
    BirthAndKin,
}

internal static class BlockKey
{
    /// <summary>A person answers no question with more than two keys.</summary>
    public const int MostOfOne = 2;

    private const int LongWord = 6;

    /// <summary>The person's keys under the question, of which there may be none.</summary>
    public static int Of(BlockQuestion question, CompareTable table, int row, Span<ulong> keys)
    {
        ref readonly var person = ref table[row];
        return question switch
        {
            BlockQuestion.Nik => One(person.Nik, keys),
            BlockQuestion.Card => person.IsHead ? One(table.HouseOf(person).Card, keys) : 0,
            BlockQuestion.NameAndYear => person.Birth is { } day ? Both(person.NameKey, (ulong)day.Year, keys) : 0,
            BlockQuestion.NameAndVillage => Both(person.NameKey, (ulong)table.HouseOf(person).Village + 1, keys),
            BlockQuestion.NameAndKin => Both(person.NameKey, person.KinKey, keys),
            BlockQuestion.BirthAndKin => person.Birth is { } born ? Both((ulong)born.DayNumber, person.KinKey, keys) : 0,
            _ => person.Birth is { } date ? Letters(table, person, (ulong)date.DayNumber, question is BlockQuestion.BirthAndStart, keys) : 0,
        };
    }

    public static ulong Mix(ulong x)
    {
        x ^= x >> 30;
        x *= 0xbf58476d1ce4e5b9UL;
        x ^= x >> 27;
        x *= 0x94d049bb133111ebUL;
        return x ^ (x >> 31);
    }

    private static int One(ulong key, Span<ulong> keys)
    {
        keys[0] = key;
        return key == 0 ? 0 : 1;
    }

    private static int Both(ulong one, ulong other, Span<ulong> keys) => one == 0 || other == 0 ? 0 : One(Mix(one ^ Mix(other)), keys);

    // The two rarest words: what half the register is called narrows nothing.
    private static int Letters(CompareTable table, in CompareTable.Row person, ulong day, bool first, Span<ulong> keys)
    {
        var (rarest, second) = (-1, -1);
        foreach (var word in table.Words(person.Name))
        {
            if (table.Word(word).Length < 2)
                continue;
            if (rarest < 0 || table.BearersOfWord(word) < table.BearersOfWord(rarest))
                (rarest, second) = (word, rarest);
            else if (second < 0 || table.BearersOfWord(word) < table.BearersOfWord(second))
                second = word;
        }
        var count = 0;
        if (rarest >= 0)
            keys[count++] = Mix(day ^ Mix(EndOf(table.Word(rarest), first)));
        if (second >= 0)
            keys[count++] = Mix(day ^ Mix(EndOf(table.Word(second), first)));
        return count == 2 && keys[0] == keys[1] ? 1 : count;
    }

    private static ulong EndOf(string word, bool first)
    {
        var length = word.Length >= LongWord ? 3 : 2;
        var part = first ? word.AsSpan(0, length) : word.AsSpan(word.Length - length);
        ulong key = 1;
        foreach (var letter in part)
            key = (key * 31) + letter;
        return key;
    }
}
