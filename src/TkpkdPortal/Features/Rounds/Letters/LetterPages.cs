using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;

namespace TkpkdPortal.Features.Rounds.Letters;

/// <summary>Who has targets in which village of a round, and the letters that were issued for them.</summary>
public sealed record LetterList(VerificationRound Round, AreaCode Area, IReadOnlyList<SentEnumerator> Rows)
{
    public static async Task<LetterList> ForAsync(PortalDbContext db, VerificationRound round, AreaCode area, CancellationToken ct)
    {
        var assigned = await db.RoundTargets.AsNoTracking().In(area).Where(t => t.RoundId == round.Id && t.EnumeratorId != null && t.State != VerificationState.Cancelled)
            .GroupBy(t => new { t.EnumeratorId, Village = t.AreaCode.Substring(0, AreaCode.VillageLength) })
            .Select(g => new { g.Key.EnumeratorId, g.Key.Village, Count = g.Count() }).ToListAsync(ct);
        var letters = await db.AssignmentLetters.AsNoTracking().In(area).Where(letter => letter.RoundId == round.Id).OrderByDescending(letter => letter.Id)
            .Select(letter => new IssuedLetter(letter.PublicId, letter.EnumeratorId, letter.AreaCode, letter.Number, letter.IssuedOn, letter.Lines.Sum(line => line.Households))).ToListAsync(ct);
        var ids = assigned.Select(one => one.EnumeratorId!.Value).Concat(letters.Select(letter => letter.EnumeratorId)).Distinct().ToList();
        var names = await db.Users.Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.PublicId, user.FullName }).ToDictionaryAsync(user => user.Id, ct);
        return new LetterList(round, area, [.. assigned.Select(one => (Id: one.EnumeratorId!.Value, one.Village, one.Count)).Concat(letters.Select(letter => (Id: letter.EnumeratorId, Village: letter.AreaCode, Count: 0)))
            .GroupBy(one => (one.Id, one.Village)).Where(group => names.ContainsKey(group.Key.Id))
            .Select(group => new SentEnumerator(names[group.Key.Id].PublicId, names[group.Key.Id].FullName, AreaCode.Parse(group.Key.Village), group.Sum(one => one.Count),
                [.. letters.Where(letter => letter.EnumeratorId == group.Key.Id && letter.AreaCode == group.Key.Village)]))
            .OrderBy(row => row.Village.Stored, StringComparer.Ordinal).ThenBy(row => row.FullName, StringComparer.Ordinal)]);
    }
}

/// <summary>An enumerator with targets in a village, and the letters for them.</summary>
public sealed record SentEnumerator(Guid Id, string FullName, AreaCode Village, int Targets, IReadOnlyList<IssuedLetter> Letters);

public sealed record IssuedLetter(Guid Id, long EnumeratorId, string AreaCode, string Number, DateOnly IssuedOn, int Households);

/// <summary>The form of a letter, and for whom it would be.</summary>
public sealed record LetterPage(VerificationRound Round, AreaCode Village, long EnumeratorId, string EnumeratorName, int Targets, LetterForm Form)
{
    public Guid EnumeratorPublicId { get; init; }
}
