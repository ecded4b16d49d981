namespace TkpkdPortal.Domain.Offices;

/// <summary>NIP of a civil servant, 18 digits, as letters print it below a name. Whoever has none, such as a kepala desa or a wakil bupati, is named without.</summary>
public static class StaffNumber
{
    public const int Length = 18;

    /// <summary>The digits of what was typed; null where nothing was.</summary>
    public static string? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : new string([.. typed.Where(char.IsAsciiDigit)]);

    public static Outcome Judge(string? digits) => digits is { Length: not Length } ? Outcome.Refuse($"NIP berisi {Length} angka; kosongkan bila penanda tangan tidak mempunyai NIP.") : Outcome.Accepted;
}
