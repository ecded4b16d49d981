namespace TkpkdPortal.Domain.People;

/// <summary>
/// Nomor Induk Kependudukan: 16 digits <c>PPKKCC DDMMYY NNNN</c>, where PPKKCC is the place of first registration and women have DD + 40
/// (UU 24/2013). It never changes, so a birth date or sex that differs from it is a warning and no fault.
/// </summary>
public readonly record struct Nik
{
    public const int Length = 16;

    private readonly string? _digits;

    private Nik(string digits) => _digits = digits;

    /// <summary>The full number: personal data, only to be sealed, compared or shown after an explicit opening.</summary>
    public string Digits => _digits ?? throw new InvalidOperationException("An empty NIK has no digits.");

    public string Mask => PersonalNumberMask.Of(Digits);

    /// <summary>First six digits: where the person was first registered.</summary>
    public string PlaceOfRegistration => Digits[..6];

    public Sex Sex => DayPart > 40 ? Sex.Female : Sex.Male;

    /// <summary>Digits 5–6 are 99: a number that no regency can have issued, so the person is invented.</summary>
    public bool IsSynthetic => Digits.AsSpan(4, 2).SequenceEqual("99");

    private int DayPart => Two(Digits, 6);

    /// <summary>Judges an already cleaned text. A blank is for the caller to tell apart: here it is only too short.</summary>
    public static NikFault Judge(string cleaned, out Nik nik)
    {
        nik = default;
        var fault = FirstFault(cleaned);
        if (fault is NikFault.None)
            nik = new Nik(cleaned);
        return fault;
    }

    public static bool TryParse(string? typed, out Nik nik) =>
        Judge(PersonalNumberText.WithoutSeparators(typed), out nik) is NikFault.None;

    /// <summary>Day, month and two-digit year agree; the century is never compared, since a NIK does not hold it.</summary>
    public bool AgreesWith(DateOnly birthDate) =>
        (DayPart > 40 ? DayPart - 40 : DayPart) == birthDate.Day && Two(Digits, 8) == birthDate.Month && Two(Digits, 10) == birthDate.Year % 100;

    /// <summary>The mask, so that no log, message or test name can show the number.</summary>
    public override string ToString() => _digits is null ? "" : Mask;

    private static NikFault FirstFault(string text)
    {
        if (LooksScientific(text))
            return NikFault.ScientificNotation;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return NikFault.Letters;
        }
        if (text.Length != Length)
            return NikFault.Length;
        if (text.AsSpan().IndexOfAnyExcept(text[0]) < 0)
            return NikFault.Uniform;
        if (Two(text, 0) is < 11 or > 96)
            return NikFault.Province;
        if (!HasCalendarDay(text))
            return NikFault.Date;
        return text.EndsWith("0000", StringComparison.Ordinal) ? NikFault.Sequence : NikFault.None;
    }

    // 6.47299E+15 and 6,47299E+15: what Excel shows of a number that is too wide for its cell.
    private static bool LooksScientific(string text)
    {
        var e = text.IndexOfAny(['E', 'e']);
        return e > 0 && text.AsSpan(0, e).IndexOfAnyExceptInRange('0', '9') is var mark
            && (mark < 0 || (text[mark] is '.' or ',' && text.AsSpan(mark + 1, e - mark - 1).IndexOfAnyExceptInRange('0', '9') < 0))
            && text.AsSpan(e + 1).TrimStart("+-") is { Length: > 0 } exponent && exponent.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool HasCalendarDay(string text)
    {
        int day = Two(text, 6), month = Two(text, 8), year = Two(text, 10);
        if (day > 40)
            day -= 40;
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        // A leap year of either century: 29 February is good wherever the two digits divide by four.
        var days = month is 2 ? (year % 4 == 0 ? 29 : 28) : DateTime.DaysInMonth(2001, month);
        return day <= days;
    }

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
