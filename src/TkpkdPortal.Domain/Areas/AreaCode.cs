using System.Diagnostics.CodeAnalysis;

namespace TkpkdPortal.Domain.Areas;

/// <summary>
/// Kemendagri code of an area (Kepmendagri 300.2.2-2138/2025), stored dotted with a trailing dot so that a prefix is exact:
/// <c>64.08.03.2001.</c>; RW and RT follow as two more three-digit segments, RW <c>000</c> where the RW is not known.
/// </summary>
public readonly record struct AreaCode
{
    /// <summary>Length of the stored form by level: a prefix of that length is the parent's code.</summary>
    public const int ProvinceLength = 3, RegencyLength = 6, DistrictLength = 9, VillageLength = 14, RwLength = 18, RtLength = 22;

    public const int MaxLength = RtLength;

    private static readonly int[] LengthOfLevel = [0, ProvinceLength, RegencyLength, DistrictLength, VillageLength, RwLength, RtLength];
    private static readonly int[] DigitsOfLevel = [0, 2, 2, 2, 4, 3, 3];

    private AreaCode(string stored) => Stored = stored;

    /// <summary>The form of the database: dotted, with a trailing dot.</summary>
    public string Stored { get => field ?? ""; }

    /// <summary>The form that people write: without the trailing dot.</summary>
    public string Official => Stored.TrimEnd('.');

    /// <summary>Digits only, as the lists deliver it.</summary>
    public string Digits => Stored.Replace(".", "", StringComparison.Ordinal);

    public AreaLevel Level => (AreaLevel)Array.IndexOf(LengthOfLevel, Stored.Length);

    /// <summary>Regencies have 01–69, cities 71–99.</summary>
    public bool IsCity => Stored.Length >= RegencyLength && Stored[3] >= '7';

    /// <summary>First digit of the village segment: 1 is a kelurahan, anything else a desa.</summary>
    public VillageKind? VillageKind =>
        Stored.Length < VillageLength ? null : Stored[DistrictLength] == '1' ? Areas.VillageKind.Kelurahan : Areas.VillageKind.Desa;

    /// <summary>Number of the RT as it is spoken, null above RT level.</summary>
    public string? Rt => Stored.Length == RtLength ? Stored[RwLength..(RtLength - 1)] : null;

    /// <summary>Number of the RW, null where it is not known.</summary>
    public string? Rw => Stored.Length >= RwLength && Stored[VillageLength..(RwLength - 1)] != "000" ? Stored[VillageLength..(RwLength - 1)] : null;

    public AreaCode? Parent => Level <= AreaLevel.Province ? null : AtLevel(Level - 1);

    /// <summary>Reads the stored, official or bare-digit form; refuses everything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AreaCode code)
    {
        code = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return false;
        var stored = text.Contains('.', StringComparison.Ordinal) ? Normalise(text.Trim()) : Dotted(text.Trim());
        if (stored is null)
            return false;
        code = new AreaCode(stored);
        return true;
    }

    public static AreaCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no area code.");

    /// <summary>The code cut at a higher level; the code itself where it already is that level or above.</summary>
    public AreaCode AtLevel(AreaLevel level) =>
        Stored.Length <= LengthOfLevel[(int)level] ? this : new AreaCode(Stored[..LengthOfLevel[(int)level]]);

    public bool Contains(AreaCode other) => Stored.Length > 0 && other.Stored.StartsWith(Stored, StringComparison.Ordinal);

    /// <summary>The lowest area that holds all of them.</summary>
    public static AreaCode Around(IReadOnlyCollection<AreaCode> areas) =>
        areas.Aggregate((around, next) => Enumerable.Range((int)AreaLevel.Province, (int)around.Level).Reverse()
            .Select(level => around.AtLevel((AreaLevel)level)).First(candidate => candidate.Level is AreaLevel.Province || candidate.Contains(next)));

    /// <summary>The RT below this village; a missing RW is written 000, a missing RT leaves the household at the village.</summary>
    public AreaCode WithRt(int? rw, int? rt)
    {
        if (Level != AreaLevel.Village)
            throw new InvalidOperationException("An RT lies below a village.");
        return rt is null ? this : new AreaCode(FormattableString.Invariant($"{Stored}{rw ?? 0:000}.{rt:000}."));
    }

    public static int LengthAt(AreaLevel level) => LengthOfLevel[(int)level];

    public override string ToString() => Official;

    private static string? Normalise(string dotted)
    {
        var segments = dotted.TrimEnd('.').Split('.');
        if (segments.Length is 0 or > 6)
            return null;
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Length != DigitsOfLevel[i + 1] || !segments[i].All(char.IsAsciiDigit))
                return null;
        }
        return string.Join('.', segments) + ".";
    }

    private static string? Dotted(string digits)
    {
        if (!digits.All(char.IsAsciiDigit))
            return null;
        return digits.Length switch
        {
            2 => $"{digits}.",
            4 => $"{digits[..2]}.{digits[2..]}.",
            6 => $"{digits[..2]}.{digits[2..4]}.{digits[4..]}.",
            10 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}.",
            13 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..10]}.{digits[10..]}.",
            16 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..10]}.{digits[10..13]}.{digits[13..]}.",
            _ => null,
        };
    }
}
