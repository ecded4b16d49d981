using System.Diagnostics.CodeAnalysis;

namespace TkpkdPortal.Domain.Areas;

/// <summary>One line of the map: the code that BPS gives a desa or kelurahan (2+2+3+3 digits) beside the one of Kemendagri, and since when.</summary>
public sealed record BpsCode(string Digits, AreaCode Village, DateOnly ValidFrom);

/// <summary>
/// BPS codes of villages beside those of Kemendagri. Both have ten digits and are never turned into each other by reckoning: BPS counts a kecamatan
/// with three digits and a village with three, Kemendagri with two and four, and even the regency may differ (Kutai Timur is 64.08, but 6404).
/// </summary>
public sealed class BpsCodes
{
    /// <summary>Name of the file in the data directory in which an office keeps codes of its own.</summary>
    public const string OfficeFile = "kode-bps.csv";

    public const int Length = 10;

    private readonly Dictionary<string, BpsCode> _byDigits = new(StringComparer.Ordinal);
    private readonly Dictionary<AreaCode, BpsCode> _byVillage = [];

    /// <summary>The newest line of a code or a village is the one that holds.</summary>
    public BpsCodes(IEnumerable<BpsCode> codes)
    {
        foreach (var code in codes.OrderBy(code => code.ValidFrom))
            (_byDigits[code.Digits], _byVillage[code.Village]) = (code, code);
    }

    public bool TryFind(string digits, out AreaCode village)
    {
        village = _byDigits.TryGetValue(digits, out var code) ? code.Village : default;
        return code is not null;
    }

    public bool TryFindOf(AreaCode village, [NotNullWhen(true)] out BpsCode? code) => _byVillage.TryGetValue(village, out code);
}
