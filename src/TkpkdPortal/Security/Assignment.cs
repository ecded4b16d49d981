using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Security;

/// <summary>
/// A role held in an area between two days, narrowed to some RT where given. A person may hold several: a lurah stands in for a second
/// kelurahan, and each permission holds only where the assignment that grants it does.
/// </summary>
public sealed class Assignment : IHasPublicId
{
    public const int RtListMaxLength = 500;

    private Assignment() => AreaCode = "";

    private Assignment(long userId, Role role, AreaCode area, DateOnly from) =>
        (UserId, Role, AreaCode, ValidFrom, PublicId) = (userId, role, area.Stored, from, Guid.CreateVersion7());

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long UserId { get; private set; }

    public Role Role { get; private set; }

    public string AreaCode { get; private set; }

    /// <summary>Stored codes of the RT, parted by a space; null for the whole area.</summary>
    public string? RtCodes { get; private set; }

    /// <summary>The OPD whose programs the person records and, for the role OPD, whose duty limits what is seen.</summary>
    public long? OpdId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day; null while it is held.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public IEnumerable<AreaCode> Areas => (RtCodes ?? AreaCode).Split(' ').Select(Domain.Areas.AreaCode.Parse);

    /// <summary>Assigns a role, or refuses what cannot be: a wrong level, an RT elsewhere, an OPD role without an OPD, more places than a filter takes.</summary>
    public static Outcome Make(long userId, Role role, AreaCode area, DateOnly from, DateOnly? until, long? opdId, IReadOnlyCollection<AreaCode> rts,
        out Assignment? assignment)
    {
        assignment = null;
        if (!role.Fits(area.Level))
            return Outcome.Refuse($"Peran {Roles.Codes.Label(role)} tidak berlaku untuk tingkat wilayah {area.Official}.");
        if (rts.Any(rt => rt.Level is not AreaLevel.Rt || !area.Contains(rt)))
            return Outcome.Refuse("RT berada di luar wilayah penugasan.");
        if (AreaRange.Cover(rts).Count > UserScope.MaxRanges)
            return Outcome.Refuse($"Paling banyak {UserScope.MaxRanges} kelompok RT yang berurutan dalam satu penugasan. Beri seluruh desa atau kelurahan.");
        if (role is Role.Opd && opdId is null)
            return Outcome.Refuse("Peran OPD perlu menyebut OPD-nya.");
        if (until < from)
            return Outcome.Refuse("Hari terakhir penugasan lebih awal daripada hari pertamanya.");
        assignment = new Assignment(userId, role, area, from)
        {
            ValidUntil = until,
            OpdId = opdId,
            RtCodes = rts.Count == 0 ? null : string.Join(' ', rts.Select(rt => rt.Stored)),
        };
        return Outcome.Accepted;
    }

    public void EndOn(DateOnly lastDay) => ValidUntil = lastDay;
}
