using System.Globalization;
using CsvHelper;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Settings;

/// <summary>
/// Reads the codes of BPS: those that come with the portal (Kota Samarinda), and those that an office keeps beside its data. Columns: kode_bps,
/// kode_kemendagri, berlaku_sejak (yyyy-mm-dd). A line of the office's own file that is not in order stops the start, with its number.
/// </summary>
public static class BpsCodeFiles
{
    public static BpsCodes Load(string shipped, string own) => new(Read(shipped).Concat(File.Exists(own) ? Read(own) : []));

    private static List<BpsCode> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        var codes = new List<BpsCode>();
        csv.ReadHeader();
        var (bps, village, since) = (csv.GetFieldIndex("kode_bps"), csv.GetFieldIndex("kode_kemendagri"), csv.GetFieldIndex("berlaku_sejak"));
        for (var row = 2; csv.Read(); row++)
        {
            var digits = csv.GetString(bps).Trim();
            if (digits.Length != BpsCodes.Length || !digits.All(char.IsAsciiDigit) || !AreaCode.TryParse(csv.GetString(village).Trim(), out var code) || code.Level is not AreaLevel.Village
                || !DateOnly.TryParseExact(csv.GetString(since).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
            {
                throw new SettingException($"{path} baris {row}: tulis kode_bps 10 angka, kode_kemendagri desa atau kelurahan, dan berlaku_sejak yyyy-mm-dd.");
            }
            codes.Add(new BpsCode(digits, code, from));
        }
        return codes;
    }
}
