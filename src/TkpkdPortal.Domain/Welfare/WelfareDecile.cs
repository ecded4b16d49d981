namespace TkpkdPortal.Domain.Welfare;

/// <summary>
/// Rank of a household in a list, 1 (poorest tenth) to 10, or "4+" where the list does not split what lies above the fourth.
/// It is a ranking inside that list and never BPS's extreme-poverty rate.
/// </summary>
public readonly record struct WelfareDecile
{
    private const byte AboveFourCode = 99;

    private WelfareDecile(byte code) => Code = code;

    public static WelfareDecile AboveFour { get; } = new(AboveFourCode);

    /// <summary>Stored form: 1–10, and 99 for "4+", so that it sorts last.</summary>
    public byte Code { get; }

    /// <summary>The row of a member whose family row has not come yet has no rank.</summary>
    public bool IsKnown => Code != 0;

    public string Label => Code == AboveFourCode ? "4+" : !IsKnown ? "belum diketahui" : Code.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static bool TryParse(string cleaned, out WelfareDecile decile)
    {
        decile = cleaned == "4+" ? AboveFour : default;
        if (decile.Code == 0 && cleaned.Length is 1 or 2 && byte.TryParse(cleaned, System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out var code) && code is >= 1 and <= 10 && cleaned[0] != '0')
        {
            decile = new WelfareDecile(code);
        }
        return decile.Code != 0;
    }

    public static WelfareDecile FromCode(byte code) =>
        code is (>= 0 and <= 10) or AboveFourCode ? new WelfareDecile(code) : throw new ArgumentOutOfRangeException(nameof(code));

    /// <summary>The customary word for the band; a label of the list, not a finding about the family.</summary>
    public string Band => Code switch
    {
        1 => "sangat miskin",
        2 => "miskin",
        3 => "hampir miskin",
        4 => "rentan miskin",
        _ => "lainnya",
    };

    public override string ToString() => Label;
}
