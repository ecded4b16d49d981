namespace TkpkdPortal.Domain.People;

/// <summary>
/// Nomor Kartu Keluarga: 16 digits, place and day of issue, sequence. It changes with every new card series and is no lasting key
/// of a household. A day above 31 is refused: no card is issued with DD + 40.
/// </summary>
public readonly record struct FamilyCardNumber
{
    private readonly string? _digits;

    private FamilyCardNumber(string digits) => _digits = digits;

    public string Digits => _digits ?? throw new InvalidOperationException("An empty KK number has no digits.");

    /// <summary>Digits 5–6 are 99, as in <see cref="Nik.IsSynthetic"/>: the family is invented.</summary>
    public bool IsSynthetic => Digits.AsSpan(4, 2).SequenceEqual("99");

    public string Mask => PersonalNumberMask.Of(Digits);

    public static bool TryParse(string? typed, out FamilyCardNumber number)
    {
        var digits = PersonalNumberText.WithoutSeparators(typed);
        var isGood = Nik.Judge(digits, out var sameForm) is NikFault.None && sameForm.Sex is Sex.Male;
        number = isGood ? new FamilyCardNumber(digits) : default;
        return isGood;
    }

    public override string ToString() => _digits is null ? "" : Mask;
}
