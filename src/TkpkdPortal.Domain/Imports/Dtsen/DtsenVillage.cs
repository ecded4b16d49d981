using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Domain.Imports.Dtsen;

/// <summary>
/// The village that a row of DTSEN names. A kecamatan of seven digits gives away that the codes are those of BPS; with six they are Kemendagri's.
/// </summary>
internal static class DtsenVillage
{
    public static string Digits(string written) => written.Replace(".", "", StringComparison.Ordinal);

    /// <summary>The village by whichever scheme the row uses; null where it cannot be told.</summary>
    public static AreaCode? Find(string village, string district, BpsCodes bpsCodes)
    {
        var digits = Digits(village);
        if (digits.Length != BpsCodes.Length)
            return null;
        if (!IsBps(district))
            return AreaCode.TryParse(digits, out var code) ? code : null;
        return bpsCodes.TryFind(digits, out var mapped) ? mapped : null;
    }

    /// <summary>The same with its findings; empty, with an error, where it is none of the office's.</summary>
    public static AreaCode Read(string village, string district, AreaDirectory areas, BpsCodes bpsCodes, AreaCode office, JudgedRow row)
    {
        var digits = Digits(village);
        if (!IsBps(district) || digits.Length != BpsCodes.Length || !digits.All(char.IsAsciiDigit))
            return RowFindings.ReadVillage(digits, DtsenColumn.VillageCode, areas, office, row);
        if (bpsCodes.TryFind(digits, out var mapped))
            return RowFindings.ReadVillage(mapped.Digits, DtsenColumn.VillageCode, areas, office, row);
        row.Add(FindingLevel.Error, FindingKind.AreaUnknown, DtsenColumn.VillageCode,
            $"Kode BPS {digits} belum dipetakan ke kode Kemendagri. Minta petanya kepada BPS, tambahkan barisnya ke {BpsCodes.OfficeFile}, lalu muat lagi.");
        return default;
    }

    private static bool IsBps(string district) => Digits(district).Length is var length && length != 6;
}
