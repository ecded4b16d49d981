using System.Globalization;
using System.Text.RegularExpressions;

namespace TkpkdPortal.Domain.Imports;

/// <summary>RT and RW as they are buried in an address: "RT 03 RW 06", "rt.05/rw.02", "RT24/RW03".</summary>
public static partial class WrittenRt
{
    public static (int? Rt, int? Rw) In(string address) => (Number(RtPattern().Match(address)), Number(RwPattern().Match(address)));

    private static int? Number(Match match) =>
        match.Success && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var number ? number : null;

    [GeneratedRegex(@"\bRT\s*[.:]?\s*(\d{1,3})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RtPattern();

    [GeneratedRegex(@"\bRW\s*[.:]?\s*(\d{1,3})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RwPattern();
}
