namespace TkpkdPortal.Domain.People;

/// <summary>The one way a NIK or KK number is shown: the first six digits and ten dots.</summary>
public static class PersonalNumberMask
{
    public const int Length = 16;

    public static string Of(string digits) => string.Concat(digits.AsSpan(0, 6), "••••••••••");
}
