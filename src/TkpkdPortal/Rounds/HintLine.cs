using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Rounds;

/// <summary>What the head of an RT or RW says, as pages and phone repeat it: "Kata Ketua RT 003 (Budi), 24 Nov 2026: pindah, Desa Senyiur".</summary>
public sealed record HintLine(long? HouseholdId, string AreaCode, NeighbourhoodOffice Office, string HolderName, HintAnswer Answer, string? FamilyName, string? Detail, DateTime GivenAt)
{
    public string Says(OfficeClock clock) => $"Kata {Holder} ({HolderName}), {Indonesian.ShortDate(clock.Zone.DayOf(GivenAt))}: {What}";

    private string Holder => string.Join(' ', new[] { NeighbourhoodWords.Offices.Label(Office), Office is NeighbourhoodOffice.Rw ? Area.Rw : Area.Rt }.OfType<string>());

    private string What => (Answer is HintAnswer.Missing ? $"keluarga {FamilyName} belum ada di daftar" : NeighbourhoodWords.Answers.Label(Answer).ToLowerInvariant()) + (Detail is null ? "" : $", {Detail}");

    private AreaCode Area => Domain.Areas.AreaCode.Parse(AreaCode);

    /// <summary>Of rounds that are open, of these households, the newest first.</summary>
    public static async Task<ILookup<long, HintLine>> OfAsync(PortalDbContext db, IReadOnlyCollection<long> households, CancellationToken ct) =>
        (households.Count == 0 ? [] : await Lines(db, db.NeighbourhoodHints.Where(hint => hint.HouseholdId != null && households.Contains(hint.HouseholdId.Value))).ToListAsync(ct)).ToLookup(hint => hint.HouseholdId ?? 0);

    /// <summary>Families that are missing on the list, in the area of the reader, the newest first.</summary>
    public static async Task<IReadOnlyList<HintLine>> MissingAsync(PortalDbContext db, int most, CancellationToken ct) =>
        await Lines(db, db.NeighbourhoodHints.Where(hint => hint.HouseholdId == null)).Take(most).ToListAsync(ct);

    private static IQueryable<HintLine> Lines(PortalDbContext db, IQueryable<NeighbourhoodHint> hints) =>
        from hint in hints.AsNoTracking()
        join link in db.NeighbourhoodLinks on hint.LinkId equals link.Id
        where db.Rounds.Any(round => round.Id == hint.RoundId && round.State != RoundState.Preparation && round.State != RoundState.Finished)
        orderby hint.GivenAt descending, hint.Id descending
        select new HintLine(hint.HouseholdId, hint.AreaCode, link.Office, link.HolderName, hint.Answer, hint.FamilyName, hint.Detail, hint.GivenAt);
}
