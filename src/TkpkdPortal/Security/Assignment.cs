using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Security;

/// <summary>What is said when a role is given: which, where, and from the first day to the last.</summary>
public sealed record AssignmentTerms(Role Role, AreaCode Area, DateOnly From, DateOnly? Until = null)
{
    public long? OpdId { get; init; }

    /// <summary>RT to which it is narrowed; none for the whole area.</summary>
    public IReadOnlyCollection<AreaCode> Rts { get; init; } = [];

    public StandIn? StandIn { get; init; }

    /// <summary>Number of the letter by which somebody stands in.</summary>
    public string? LetterNumber { get; init; }
}

/// <summary>
/// A role held in an area between two days, narrowed to some RT where given. A person may hold several: a lurah stands in for a second
/// kelurahan, and each permission holds only where the assignment that grants it does.
/// </summary>
public sealed class Assignment : IHasPublicId, IHasArea
{
    public const int RtListMaxLength = 500, LetterNumberMaxLength = 100;

    private Assignment() => AreaCode = "";

    private Assignment(long userId, AssignmentTerms terms) =>
        (UserId, Role, AreaCode, ValidFrom, ValidUntil, OpdId, PublicId) =
            (userId, terms.Role, terms.Area.Stored, terms.From, terms.Until, terms.OpdId, Guid.CreateVersion7());

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

    /// <summary>Null for the office's own holder.</summary>
    public StandIn? StandIn { get; private set; }

    public string? LetterNumber { get; private set; }

    public IEnumerable<AreaCode> Areas => (RtCodes ?? AreaCode).Split(' ').Select(Domain.Areas.AreaCode.Parse);

    /// <summary>Assigns a role, or refuses what cannot be: a wrong level, an RT elsewhere, an OPD role without an OPD, more places than a filter takes.</summary>
    public static Outcome Make(long userId, AssignmentTerms terms, out Assignment? assignment)
    {
        assignment = null;
        if (Refusal(terms) is { } refusal)
            return Outcome.Refuse(refusal);
        assignment = new Assignment(userId, terms)
        {
            RtCodes = terms.Rts.Count == 0 ? null : string.Join(' ', terms.Rts.Select(rt => rt.Stored)),
            StandIn = terms.StandIn,
            LetterNumber = terms.StandIn is null ? null : terms.LetterNumber?.Trim(),
        };
        return Outcome.Accepted;
    }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || ValidUntil >= day);

    /// <summary>Days on which both hold.</summary>
    public bool Overlaps(DateOnly from, DateOnly? until) => (until is null || ValidFrom <= until) && (ValidUntil is null || ValidUntil >= from);

    /// <summary>Ends earlier than was said, yesterday at the earliest: what was held on a past day stays true. One that has not begun is called off.</summary>
    public Outcome EndOn(DateOnly lastDay, DateOnly today)
    {
        if (ValidUntil < today)
            return Outcome.Refuse($"Penugasan ini sudah berakhir pada {Indonesian.Date(ValidUntil.Value)}.");
        if (lastDay < today.AddDays(-1))
            return Outcome.Refuse($"Hari terakhir paling awal {Indonesian.Date(today.AddDays(-1))}: apa yang dipegang pada hari yang lewat tidak diubah.");
        if (lastDay > ValidUntil)
            return Outcome.Refuse($"Penugasan ini berakhir pada {Indonesian.Date(ValidUntil.Value)}. Untuk memperpanjang, beri penugasan baru.");
        ValidUntil = lastDay < ValidFrom ? ValidFrom.AddDays(-1) : lastDay;
        return Outcome.Accepted;
    }

    private static string? Refusal(AssignmentTerms terms)
    {
        if (!terms.Role.Fits(terms.Area.Level))
            return $"Peran {Roles.Words.Label(terms.Role)} tidak berlaku untuk tingkat wilayah {terms.Area.Official}.";
        if (terms.Rts.Any(rt => rt.Level is not AreaLevel.Rt || !terms.Area.Contains(rt)))
            return "RT berada di luar wilayah penugasan.";
        if (AreaRange.Cover(terms.Rts).Count > UserScope.MaxRanges)
            return $"Paling banyak {UserScope.MaxRanges} kelompok RT yang berurutan dalam satu penugasan. Beri seluruh desa atau kelurahan.";
        if (terms.Role is Role.Opd && terms.OpdId is null)
            return "Peran OPD perlu menyebut OPD-nya.";
        if (terms.Until < terms.From)
            return "Hari terakhir penugasan lebih awal daripada hari pertamanya.";
        return terms.StandIn is { } standIn ? StandInRefusal(standIn, terms) : null;
    }

    private static string? StandInRefusal(StandIn standIn, AssignmentTerms terms)
    {
        var word = StandIns.Words.Label(standIn);
        if (!terms.Role.IsOffice())
            return $"{word} hanya untuk jabatan: lurah atau kepala desa, camat, pimpinan, dan pejabat pelindungan data.";
        if (terms.Until is null)
            return $"{word} perlu hari terakhir; sesudah hari itu wewenangnya berhenti sendiri.";
        if (string.IsNullOrWhiteSpace(terms.LetterNumber))
            return $"{word} perlu nomor surat perintahnya.";
        return terms.LetterNumber.Trim().Length > LetterNumberMaxLength ? $"Nomor surat paling banyak {LetterNumberMaxLength} huruf." : null;
    }
}
