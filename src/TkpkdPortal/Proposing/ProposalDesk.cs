using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Proposing;

/// <summary>How deciding a proposal ended.</summary>
public enum Checking
{
    Done,
    Refused,

    /// <summary>Somebody was first, or other households are similar now than the page showed.</summary>
    Stale,
}

/// <summary>
/// Takes proposals in and decides them. A cleared one becomes household and target in the transaction that clears it, so that there is never one
/// without the other.
/// </summary>
public sealed class ProposalDesk(PortalDbContext db, ActingUser user, UserScope scope, SimilarHouseholds similar, Sealer sealer, OfficeClock clock, AreaDirectory areas)
{
    private static readonly Outcome UsedAlready = Outcome.Refuse("Formulir ini sudah dipakai untuk usulan lain. Buka formulir baru.");

    private static readonly Outcome NoRound = Outcome.Refuse("Tidak ada periode verval yang berjalan di wilayah ini. Usulan baru diterima selama periode berjalan.");

    /// <summary>The newest running round in which the area is verified; null where there is none.</summary>
    public async Task<VerificationRound?> RoundAtAsync(string areaCode, CancellationToken ct) =>
        (await db.Rounds.AsNoTracking().Include(r => r.Waves).Where(r => r.State == RoundState.Running).OrderByDescending(r => r.Id).ToListAsync(ct)).Find(round => round.WaveOf(areaCode) is not null);

    /// <summary>The RT or village that was written down, or null with a sentence: it has to lie where the user proposes.</summary>
    public AreaCode? ReadPlace(string? area, string? rt, string? rw, Action<string, string> complain)
    {
        if (!areas.TryFind(area, out var chosen) || chosen is not { Level: >= AreaLevel.Village } place || !scope.Covers(place.Stored))
        {
            complain("Area", "Pilih desa atau kelurahan dari daftar");
            return null;
        }
        if (place.Level is AreaLevel.Rt)
            return place;
        var (isRt, isRw) = (TryReadNumber(rt, out var numberOfRt), TryReadNumber(rw, out var numberOfRw));
        if (!isRt)
            complain("Rt", "RT ditulis dengan angka, misalnya 003");
        if (!isRw)
            complain("Rw", "RW ditulis dengan angka, misalnya 001");
        return isRt && isRw ? place.AtLevel(AreaLevel.Village).WithRt(numberOfRw, numberOfRt) : null;
    }

    /// <summary>Proposes the family; what brings it from a phone notes its sending in the same transaction.</summary>
    public async Task<(Outcome, Proposal?)> ProposeAsync(Guid id, ProposalTerms terms, DateOnly writtenOn, int? similarSeen, Func<Proposal, Task>? arrive, CancellationToken ct)
    {
        if (await RoundAtAsync(terms.AreaCode, ct) is not { } round)
            return (NoRound, null);
        var place = new ProposalPlace(id, user.Id, user.CanAt(Permission.CheckProposals, terms.AreaCode), writtenOn, clock.Today, clock.UtcNow) { SimilarSeen = similarSeen };
        var outcome = Proposal.Propose(terms, place, round, out var proposal);
        if (proposal is null)
            return (outcome, null);
        if (arrive is not null)
            await arrive(proposal);
        db.Proposals.Add(proposal);
        try
        {
            await db.SaveChangesAsync(ct);
            return (outcome, proposal);
        }
        catch (DbUpdateException exception) when (arrive is null && db.IsUniqueViolation(exception))
        {
            // A double click: the first one's row is the answer.
            db.ChangeTracker.Clear();
            var first = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.PublicId == id && p.ProposedById == user.Id, ct);
            return (first is null ? UsedAlready : Outcome.Accepted, first);
        }
    }

    public async Task<(Checking, Outcome)> ClearAsync(Proposal proposal, string? note, string? stamp, CancellationToken ct)
    {
        if (LetsCheck(proposal) is { IsAccepted: false } notHere)
            return (Checking.Refused, notHere);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var found = await similar.FindAsync(SoughtFamily.Of(proposal), ct);
        if (SimilarHousehold.StampOf(found) != stamp)
            return (Checking.Stale, default);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == proposal.RoundId, ct);
        if (proposal.Clear(user.Id, note, SimilarHousehold.Nearest(found), round, clock.UtcNow) is { IsAccepted: false } refused)
            return (Checking.Refused, refused);
        var household = await HouseholdOfAsync(proposal, ct);
        db.Households.Add(household);
        var village = AreaCode.Parse(proposal.AreaCode).AtLevel(AreaLevel.Village);
        db.Changes.Declare(ChangeSource.Proposal, proposal.PublicId, $"Usulan baru {areas.TitleOf(village)}, tidak ada di daftar; dinyatakan bukan ganda");
        return await SavedAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            var target = RoundTarget.Of(proposal, household.Id);
            db.RoundTargets.Add(target);
            await db.SaveChangesAsync(ct);
            proposal.Become(household.Id, target.Id);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        });
    }

    public async Task<(Checking, Outcome)> CloseAsDuplicateAsync(Proposal proposal, Guid? household, string? note, CancellationToken ct)
    {
        if (LetsCheck(proposal) is { IsAccepted: false } notHere)
            return (Checking.Refused, notHere);
        // Only one of those that are shown: the search alone looks past the area.
        var chosen = (await similar.FindAsync(SoughtFamily.Of(proposal), ct)).FirstOrDefault(one => one.Id == household);
        return proposal.CloseAsDuplicate(user.Id, chosen?.Key, note, clock.UtcNow) is { IsAccepted: false } refused ? (Checking.Refused, refused) : await SavedAsync(() => db.SaveChangesAsync(ct));
    }

    public async Task<(Checking, Outcome)> TurnDownAsync(Proposal proposal, string? note, CancellationToken ct) =>
        LetsCheck(proposal) is { IsAccepted: false } notHere ? (Checking.Refused, notHere) : proposal.TurnDown(user.Id, note, clock.UtcNow) is { IsAccepted: false } refused ? (Checking.Refused, refused) : await SavedAsync(() => db.SaveChangesAsync(ct));

    private Outcome LetsCheck(Proposal proposal) => proposal.LetsCheck(user.CanAt(Permission.ReviewVisits, proposal.AreaCode));

    private async Task<Household> HouseholdOfAsync(Proposal proposal, CancellationToken ct)
    {
        var (id, headId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var nik = proposal.Nik is { } sealedNik && Nik.TryParse(sealer.Open(sealedNik.Bytes, SealedField.ProposalNik, proposal.PublicId), out var number) ? number : (Nik?)null;
        var card = proposal.FamilyCard is { } sealedCard && FamilyCardNumber.TryParse(sealer.Open(sealedCard.Bytes, SealedField.ProposalFamilyCard, proposal.PublicId), out var cardNumber) ? cardNumber : (FamilyCardNumber?)null;
        var head = new PersonDetails(proposal.HeadName, Relationship.Head)
        {
            Nik = nik is { } known ? sealer.Seal(known, SealedField.PersonNik, headId) : null,
            Sex = proposal.Sex ?? nik?.Sex,
            BirthDate = proposal.BirthDate,
        };
        // In an office of invented people only an invented or unknown number makes an invented family.
        var isTestData = (nik?.IsSynthetic ?? true) && await db.Offices.Select(o => o.HasTestData).SingleAsync(ct);
        var household = Household.OnNoList(id, proposal.AreaCode, proposal.Address, head, headId, proposal.Others, card is { } own ? sealer.Seal(own, SealedField.HouseholdFamilyCard, id) : null, isTestData);
        household.JudgeNeeds(await db.NeedRulesAsync(clock.Today, ct));
        return household;
    }

    private async Task<(Checking, Outcome)> SavedAsync(Func<Task> save)
    {
        try
        {
            await save();
            return (Checking.Done, Outcome.Accepted);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return (Checking.Stale, default);
        }
    }

    private static bool TryReadNumber(string? typed, out int? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(typed))
            return true;
        if (!int.TryParse(typed.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var read) || read is < 1 or > 999)
            return false;
        number = read;
        return true;
    }
}
