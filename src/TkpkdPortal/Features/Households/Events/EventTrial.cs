using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Households.Events;

/// <summary>What became of an event on the loaded households.</summary>
public sealed record Tried(Outcome Outcome, string Subject)
{
    /// <summary>The second household of the event: the new one, or the one that a member joins.</summary>
    public Household? Other { get; init; }

    public IReadOnlyList<HouseholdRow> Candidates { get; init; } = [];
}

/// <summary>Reads the form of each event and does it to the loaded household; nothing of the event is saved here.</summary>
public sealed class EventTrial(PortalDbContext db, Sealer sealer, OfficeClock clock, OfficeSettings office, Accesses accesses)
{
    private static readonly Tried Unread = new(Outcome.Accepted, "");

    public async Task<Tried> TryAsync(EventPage page, ModelStateDictionary errors, CancellationToken ct)
    {
        if (page.Form.Step == EventForm.Change)
            return Unread;
        var on = page.Form.On ?? clock.Today;
        return page.Choice.Kind switch
        {
            FamilyEventKind.Birth or FamilyEventKind.Arrival => Welcome(page, on, errors),
            FamilyEventKind.Death => Part(page, Closure.AllDied, on, errors),
            FamilyEventKind.Departure => Part(page, Closure.MovedOut, on, errors),
            FamilyEventKind.ChangeOfHead => ChangeHead(page, on, errors),
            FamilyEventKind.Split => Split(page, on, errors),
            FamilyEventKind.Transfer => await TransferAsync(page, on, errors, ct),
            FamilyEventKind.MoveOut => errors.IsValid ? new Tried(page.Household.MoveOut(on, clock.Today), page.HeadName) : Unread,
            _ => throw new InvalidOperationException($"{page.Choice.Kind} has no form."),
        };
    }

    private Tried Welcome(EventPage page, DateOnly on, ModelStateDictionary errors)
    {
        var (form, isBirth) = (page.Form, page.Choice.Kind is FamilyEventKind.Birth);
        Require(errors, !string.IsNullOrWhiteSpace(form.Name), nameof(form.Name), "Tulis nama");
        Require(errors, form.Sex is not null, nameof(form.Sex), "Pilih jenis kelamin");
        Require(errors, isBirth || form.Relationship is not null, nameof(form.Relationship), "Pilih hubungan dengan kepala keluarga");
        var personId = Guid.CreateVersion7();
        var nik = ReadNik(form.Nik, personId, errors);
        if (!errors.IsValid)
            return Unread;
        // Checked above.
        var name = form.Name!.Trim();
        var details = new PersonDetails(name, isBirth ? Relationship.Child : form.Relationship!.Value)
        {
            Nik = nik,
            NikAbsence = nik is null ? NumberAbsence.NeverRecorded : null,
            Sex = form.Sex,
            BirthDate = isBirth ? on : form.BirthDate,
            MaritalStatus = isBirth ? MaritalStatus.NeverMarried : null,
        };
        return new Tried(page.Household.Welcome(personId, details, on, clock.Today), name);
    }

    private Tried Part(EventPage page, Closure ifLast, DateOnly on, ModelStateDictionary errors)
    {
        var member = Member(page, page.Form.MemberId);
        Require(errors, member is not null, nameof(EventForm.MemberId), "Pilih anggota");
        RequireNewHead(page, member is null ? [] : [member], errors);
        return errors.IsValid && member is not null
            ? new Tried(page.Household.Part(member, ifLast, Member(page, page.Form.NewHeadId), on, clock.Today), member.Name)
            : Unread;
    }

    private Tried ChangeHead(EventPage page, DateOnly on, ModelStateDictionary errors)
    {
        var head = Member(page, page.Form.NewHeadId);
        Require(errors, head is not null, nameof(EventForm.NewHeadId), "Pilih kepala keluarga yang baru");
        return errors.IsValid && head is not null ? new Tried(page.Household.ChangeHead(head, on, clock.Today), head.Name) : Unread;
    }

    private Tried Split(EventPage page, DateOnly on, ModelStateDictionary errors)
    {
        var leaving = new Dictionary<Person, Relationship>();
        foreach (var member in page.Household.Members)
        {
            if (page.Form.Leaving.GetValueOrDefault(member.PublicId) is { } relationship)
                leaving.Add(member, relationship);
        }
        RequireNewHead(page, [.. leaving.Keys], errors);
        var newId = Guid.CreateVersion7();
        var card = ReadFamilyCard(page.Form.FamilyCard, newId, errors);
        if (!errors.IsValid)
            return Unread;
        var outcome = page.Household.SplitOff(newId, leaving, Member(page, page.Form.NewHeadId), on, clock.Today, out var split);
        if (card is not null)
            split?.Identify(card);
        return new Tried(outcome, split?.HeadName ?? "") { Other = split };
    }

    private async Task<Tried> TransferAsync(EventPage page, DateOnly on, ModelStateDictionary errors, CancellationToken ct)
    {
        var (form, member) = (page.Form, Member(page, page.Form.MemberId));
        Require(errors, member is not null, nameof(form.MemberId), "Pilih anggota");
        Require(errors, form.Relationship is not null, nameof(form.Relationship), "Pilih hubungan dengan kepala keluarga tujuan");
        RequireNewHead(page, member is null ? [] : [member], errors);
        var target = form.TargetId is null ? null : await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.PublicId == form.TargetId, ct);
        var candidates = target is null || !errors.IsValid ? await CandidatesAsync(page, ct) : [];
        if (target is null)
        {
            Require(errors, false, form.Find is { Length: > 0 } && candidates.Count > 0 ? nameof(form.TargetId) : nameof(form.Find),
                string.IsNullOrWhiteSpace(form.Find) ? "Tulis nama, NIK, atau nomor KK keluarga tujuan"
                : candidates.Count > 0 ? "Pilih keluarga tujuan dari yang ditemukan" : "Tidak ada keluarga yang cocok di wilayah Anda. Periksa ejaan atau angkanya.");
        }
        if (!errors.IsValid || member is null || target is null)
            return Unread with { Candidates = candidates };
        // Checked above.
        return new Tried(target.Receive(member, page.Household, form.Relationship!.Value, Member(page, form.NewHeadId), on, clock.Today), member.Name) { Other = target };
    }

    private async Task<IReadOnlyList<HouseholdRow>> CandidatesAsync(EventPage page, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(page.Form.Find))
            return [];
        var number = new NumberSearchForm { Number = page.Form.Find };
        var isNumber = number.TryRead(out var nik, out var card);
        var rows = isNumber
            ? await HouseholdSearch.ByNumberAsync(db, sealer, nik, card, ct)
            : (await HouseholdSearch.ByNameAsync(db, new NameSearchForm { Name = page.Form.Find }, office.Area, ct)).Rows;
        List<HouseholdRow> found = [.. rows.Where(row => row.Id != page.Household.PublicId).Take(10)];
        // Sought from here or from the search page: the same is noted.
        accesses.Note(found.Select(row => row.Id), isNumber ? AccessChannel.NumberSearch : AccessChannel.NameSearch);
        if (isNumber)
            await db.Changes.RecordAsync(db, "Number.Searched", detail: AuditDetail.Of(("found", found.Count)), ct: ct);
        return found;
    }

    private static void RequireNewHead(EventPage page, IReadOnlyCollection<Person> leaving, ModelStateDictionary errors)
    {
        var staying = page.Household.Members.Where(member => !leaving.Contains(member)).ToList();
        var losesHead = staying.Count > 0 && leaving.Any(member => member.IsHead);
        Require(errors, !losesHead || staying.Any(member => member.PublicId == page.Form.NewHeadId), nameof(EventForm.NewHeadId),
            "Kepala keluarga pergi. Pilih kepala keluarga yang baru dari anggota yang tinggal");
    }

    private static Person? Member(EventPage page, Guid? id) => page.Household.Members.FirstOrDefault(member => member.PublicId == id);

    private static void Require(ModelStateDictionary errors, bool holds, string field, string sentence)
    {
        if (!holds)
            errors.AddModelError($"{nameof(EventPage.Form)}.{field}", sentence);
    }

    private IndexedNumber? ReadNik(string? typed, Guid personId, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var isGood = Nik.TryParse(typed, out var nik);
        Require(errors, isGood, nameof(EventForm.Nik), "NIK ini bukan nomor yang mungkin: 16 angka seperti pada KTP atau KK");
        return isGood ? sealer.Seal(nik, SealedField.PersonNik, personId) : null;
    }

    private IndexedNumber? ReadFamilyCard(string? typed, Guid householdId, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var isGood = FamilyCardNumber.TryParse(typed, out var card);
        Require(errors, isGood, nameof(EventForm.FamilyCard), "Nomor KK ini bukan nomor yang mungkin: 16 angka seperti pada KK");
        return isGood ? sealer.Seal(card, SealedField.HouseholdFamilyCard, householdId) : null;
    }
}
