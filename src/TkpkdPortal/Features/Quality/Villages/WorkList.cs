using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>The register's list of what a number counts, as an address that can be sent on.</summary>
public sealed record WorkList(string Address)
{
    public WorkList(AreaCode area)
        : this($"/keluarga?wilayah={area.Official}")
    {
    }

    /// <summary>Of a part of a village: its RT, or its households without one.</summary>
    public static WorkList Of(AreaCode village, string part) => part.Length == AreaCode.RtLength ? new WorkList(AreaCode.Parse(part)) : new WorkList(village).Lacking(MissingFact.Rt);

    public string Incomplete => Address.Contains("&kurang=", StringComparison.Ordinal) ? Address : $"{Address}&kurang=belum-lengkap";

    public string Faulty => $"{Address}&keliru=ada";

    public string Stale => $"{Address}&kabar=lama";

    public WorkList Lacking(MissingFact fact) => new($"{Address}&kurang={fact}");

    public WorkList With(RecordFault fault) => new($"{Address}&keliru={fault}");

    public WorkList Heard(Freshness freshness) => new($"{Address}&kabar={freshness}");
}
