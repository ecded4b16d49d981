using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Letters;

/// <summary>Issues letters of assignment: what they say and their paper are kept together or not at all.</summary>
public sealed class LetterDesk(PortalDbContext db, ActingUser user, OfficeClock clock, OfficeSettings office, AreaDirectory areas, FontLibrary fonts)
{
    /// <summary>The head of the village signs for the village; whoever issues for more than it, for the office.</summary>
    public bool IsOfVillage => user.HomeOf(Permission.IssueLetters).Level >= AreaLevel.Village || user.Grants.All(grant => grant.Role is Role.VillageHead);

    /// <summary>The form before it is filled: a head of a village signs by own name.</summary>
    public LetterForm NewForm(AreaCode village) => IsOfVillage
        ? new LetterForm { IssuedOn = clock.Today, SignatoryTitle = $"{Role.VillageHead.Title(village)} {areas.NameOf(village)}", SignatoryName = user.FullName }
        : new LetterForm { IssuedOn = clock.Today, SignatoryTitle = $"Kepala {office.Secretariat}" };

    public async Task<(Outcome, AssignmentLetter?)> IssueAsync(LetterPage page, AssignmentLetterTerms terms, CancellationToken ct)
    {
        var targets = await db.RoundTargets.AsNoTracking().In(page.Village).Where(t => t.RoundId == page.Round.Id && t.EnumeratorId == page.EnumeratorId).ToListAsync(ct);
        var place = new AssignmentLetterPlace(page.Round, page.Village.Stored, page.EnumeratorId, IsOfVillage, user.Id, clock.UtcNow, clock.Today);
        var outcome = AssignmentLetter.Issue(terms, place, targets, out var letter);
        if (letter is null)
            return (outcome, null);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            db.AssignmentLetters.Add(letter);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return (Outcome.Refuse("Nomor surat ini sudah dipakai di desa atau kelurahan ini. Periksa buku surat keluar."), null);
        }
        var release = await db.ListReleases.Where(r => r.Id == page.Round.ReleaseId).Select(r => ListRelease.TitleOf(r.List, r.Name)).SingleAsync(ct);
        var paper = new LetterPaper(letter, page.Round, release, page.EnumeratorName, await db.Offices.Select(o => o.HasTestData).SingleAsync(ct), office, areas);
        db.AssignmentLetterPapers.Add(new AssignmentLetterPaper { LetterId = letter.Id, Content = paper.Write(fonts) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (outcome, letter);
    }
}
