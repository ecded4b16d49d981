namespace TkpkdPortal.Domain.Doubles;

/// <summary>How two birth dates are alike as clerks confuse them: day and month change places, one digit is misread, two digits change places, or nobody knew the day and 1 January was written.</summary>
public static class BirthLikeness
{
    private const int Digits = 8;

    /// <summary>Null where one of them is not known: nothing speaks for or against.</summary>
    public static DoublePart? Of(DateOnly? one, DateOnly? other)
    {
        if (one is not { } a || other is not { } b)
            return null;
        if (a == b)
            return IsNewYear(a) ? DoublePart.SameNewYear : DoublePart.SameBirth;
        if (a.Year == b.Year && a.Day == b.Month && a.Month == b.Day)
            return DoublePart.SwappedBirth;
        if (IsOneSlip(a, b))
            return DoublePart.BirthDigit;
        return a.Year == b.Year && (IsNewYear(a) || IsNewYear(b)) ? DoublePart.SameYear : DoublePart.OtherBirth;
    }

    private static bool IsNewYear(DateOnly day) => day is { Day: 1, Month: 1 };

    // ddmmyyyy: one digit other, or two neighbours in each other's place.
    private static bool IsOneSlip(DateOnly a, DateOnly b)
    {
        Span<int> x = stackalloc int[Digits], y = stackalloc int[Digits];
        Write(a, x);
        Write(b, y);
        var (first, last, count) = (-1, -1, 0);
        for (var i = 0; i < Digits; i++)
        {
            if (x[i] == y[i])
                continue;
            first = first < 0 ? i : first;
            (last, count) = (i, count + 1);
        }
        return count == 1 || (count == 2 && last == first + 1 && x[first] == y[last] && x[last] == y[first]);
    }

    private static void Write(DateOnly day, Span<int> digits)
    {
        var number = (((day.Day * 100) + day.Month) * 10_000) + day.Year;
        for (var i = Digits - 1; i >= 0; i--, number /= 10)
            digits[i] = number % 10;
    }
}
