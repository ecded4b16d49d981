using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>
/// The life of a family: each verb judges the whole event first and then changes everything at once, so that an open household has exactly
/// one head before and after. Whoever leaves stays in the past versions.
/// </summary>
public sealed partial class Household
{
    private const HouseholdField HousingFields = HouseholdField.Tenure | HouseholdField.Roof | HouseholdField.Wall | HouseholdField.Floor | HouseholdField.Lighting
        | HouseholdField.CookingFuel | HouseholdField.DrinkingWater | HouseholdField.Toilet;

    /// <summary>A household made of members who leave another, under the relationships that they have in it.</summary>
    private Household(Guid publicId, Household origin, IReadOnlyDictionary<Person, Relationship> members)
    {
        PublicId = publicId;
        (AreaCode, Address, IsTestData) = (origin.AreaCode, origin.Address, origin.IsTestData);
        FamilyCardAbsence = NumberAbsence.NotInList;
        foreach (var (member, relationship) in members.OrderBy(member => member.Value))
            Take(member, relationship);
        Verified = HouseholdField.Head;
    }

    /// <summary>A child is born, or somebody whom the register does not know joins: a spouse, a parent.</summary>
    public Outcome Welcome(Guid personId, PersonDetails details, DateOnly on, DateOnly today)
    {
        if (MayChange(on, today) is { IsAccepted: false } refused)
            return refused;
        if (details.Relationship is Relationship.Head)
            return Outcome.Refuse("Keluarga ini sudah punya kepala. Untuk menggantinya, catat ganti kepala keluarga.");
        if (details.BirthDate > on)
            return Outcome.Refuse("Tanggal lahir lebih kemudian daripada tanggal peristiwa.");
        AddMember(personId, details.Relationship is Relationship.Spouse ? details with { MaritalStatus = MaritalStatus.Married } : details);
        return Outcome.Accepted;
    }

    /// <summary>A member dies or leaves the region. A head is replaced in the same step; with the last member the household closes.</summary>
    public Outcome Part(Person member, Closure ifLast, Person? newHead, DateOnly on, DateOnly today)
    {
        if (MayChange(on, today) is { IsAccepted: false } refused)
            return refused;
        if (member.BirthDate > on)
            return Outcome.Refuse("Orang ini lahir sesudah tanggal itu. Periksa tanggalnya.");
        if (MayLetGo([member], newHead) is { IsAccepted: false } headless)
            return headless;
        LetGo([member], newHead, ifLast, on);
        return Outcome.Accepted;
    }

    /// <summary>Another member becomes the head; the former one stays as an ordinary member.</summary>
    public Outcome ChangeHead(Person newHead, DateOnly on, DateOnly today)
    {
        if (MayChange(on, today) is { IsAccepted: false } refused)
            return refused;
        if (!_members.Contains(newHead))
            return Outcome.Refuse("Kepala keluarga yang baru harus anggota keluarga ini.");
        if (newHead.IsHead)
            return Outcome.Refuse("Orang ini sudah kepala keluarga.");
        Appoint(newHead);
        return Outcome.Accepted;
    }

    /// <summary>Pecah KK: some members become a household of their own with exactly one head.</summary>
    public Outcome SplitOff(Guid newId, IReadOnlyDictionary<Person, Relationship> leaving, Person? newHead, DateOnly on, DateOnly today, out Household? split)
    {
        split = null;
        if (MayChange(on, today) is { IsAccepted: false } refused)
            return refused;
        if (leaving.Count == 0)
            return Outcome.Refuse("Pilih anggota yang menjadi keluarga baru.");
        if (leaving.Count >= _members.Count)
            return Outcome.Refuse("Paling sedikit satu anggota tinggal di keluarga ini.");
        if (leaving.Values.Count(relationship => relationship is Relationship.Head) != 1)
            return Outcome.Refuse("Keluarga baru perlu tepat satu kepala keluarga.");
        if (MayLetGo([.. leaving.Keys], newHead) is { IsAccepted: false } headless)
            return headless;
        LetGo([.. leaving.Keys], newHead, default, on);
        split = new Household(newId, this, leaving);
        return Outcome.Accepted;
    }

    /// <summary>A member of another household joins this one, as a spouse by marriage or otherwise; an emptied household closes.</summary>
    public Outcome Receive(Person member, Household from, Relationship relationship, Person? newHeadThere, DateOnly on, DateOnly today)
    {
        if (ReferenceEquals(from, this) || (from.Id == Id && Id != 0))
            return Outcome.Refuse("Pilih keluarga lain sebagai tujuan.");
        if (MayChange(on, today) is { IsAccepted: false } refused)
            return refused;
        if (from.MayChange(on, today) is { IsAccepted: false } closed)
            return closed;
        if (relationship is Relationship.Head)
            return Outcome.Refuse("Keluarga tujuan sudah punya kepala keluarga.");
        if (from.MayLetGo([member], newHeadThere) is { IsAccepted: false } headless)
            return headless;
        from.LetGo([member], newHeadThere, Domain.Households.Closure.JoinedOthers, on);
        Take(member, relationship);
        if (relationship is Relationship.Spouse)
            member.Marry();
        return Outcome.Accepted;
    }

    /// <summary>The whole family leaves the region of the office.</summary>
    public Outcome MoveOut(DateOnly on, DateOnly today)
    {
        if (MayChange(on, today) is { IsAccepted: false } refused)
            return refused;
        LetGo([.. _members], null, Domain.Households.Closure.MovedOut, on);
        return Outcome.Accepted;
    }

    /// <summary>The family lives elsewhere from now on. Of the new house nothing is known until somebody visits it; no list moves the family back.</summary>
    public void MoveTo(AreaCode area, string address)
    {
        (AreaCode, Address) = (area.Stored, address);
        Verified = (Verified & ~HousingFields) | HouseholdField.Address | HouseholdField.Village;
        Decided &= ~(HousingFields | HouseholdField.Address | HouseholdField.Village);
        Housing = new Housing { HasSavings = Housing.HasSavings };
        foreach (var member in _members)
            member.MoveTo(AreaCode);
    }

    /// <summary>A visit goes where the household has gone.</summary>
    public void TakeAlong(Visit visit)
    {
        if (visit.HouseholdId != Id)
            throw new InvalidOperationException("A visit follows its own household.");
        visit.Follow(AreaCode);
    }

    /// <summary>The civil registry puts right what the register says of a member.</summary>
    public Outcome Correct(Person member, PersonDetails details, DateOnly today)
    {
        if (MayChange(today, today) is { IsAccepted: false } refused)
            return refused;
        if (!_members.Contains(member))
            return Outcome.Refuse("Orang ini bukan anggota keluarga ini lagi.");
        if (details.BirthDate > today)
            return Outcome.Refuse("Tanggal lahir belum lewat.");
        member.Correct(details, today);
        if (member.IsHead)
            HeadName = member.Name;
        return Outcome.Accepted;
    }

    /// <summary>
    /// A list speaks of the head that the register has. Since an event named another head, it may still mean the former one, and then says
    /// nothing of this one.
    /// </summary>
    public bool IsHeadMeantBy(PersonDetails listed)
    {
        if (!Verified.HasFlag(HouseholdField.Head))
            return true;
        return listed.Nik is { } nik && Head.NikIndex is { } own ? nik.Index.AsSpan().SequenceEqual(own) : NameWords.Of(listed.Name).SequenceEqual(NameWords.Of(Head.Name));
    }

    private Outcome MayChange(DateOnly on, DateOnly today)
    {
        if (Closure is not null)
            return Outcome.Refuse("Keluarga ini sudah ditutup; peristiwa baru tidak bisa dicatat.");
        return on > today ? Outcome.Refuse("Tanggal peristiwa belum lewat.") : Outcome.Accepted;
    }

    private Outcome MayLetGo(IReadOnlyCollection<Person> leaving, Person? newHead)
    {
        if (leaving.Any(member => !_members.Contains(member)))
            return Outcome.Refuse("Orang ini bukan anggota keluarga ini lagi.");
        if (leaving.Count == _members.Count || !leaving.Any(member => member.IsHead))
            return Outcome.Accepted;
        return newHead is not null && _members.Contains(newHead) && !leaving.Contains(newHead)
            ? Outcome.Accepted
            : Outcome.Refuse("Kepala keluarga pergi. Pilih kepala keluarga yang baru dari anggota yang tinggal.");
    }

    private void LetGo(IReadOnlyCollection<Person> leaving, Person? newHead, Closure ifLast, DateOnly on)
    {
        var losesHead = leaving.Any(member => member.IsHead);
        if (leaving.Count == _members.Count)
            (Closure, ClosedOn) = (ifLast, on);
        else if (losesHead)
            Appoint(newHead ?? throw new InvalidOperationException("A household that loses its head was given no other."));
        _members.RemoveAll(leaving.Contains);
        MemberCount = _members.Count;
    }

    // The others keep what they are to the new head where that is known: a widow's children are hers, a son's siblings are others.
    private void Appoint(Person newHead)
    {
        var wasSpouse = newHead.Relationship is Relationship.Spouse;
        foreach (var member in _members.Where(member => member != newHead))
        {
            if (member.IsHead)
                member.Become(wasSpouse ? Relationship.Spouse : Relationship.Other);
            else if (!wasSpouse || member.Relationship is Relationship.Spouse)
                member.Become(Relationship.Other);
        }
        newHead.Become(Relationship.Head);
        HeadName = newHead.Name;
        Verified = (Verified & ~(HouseholdField.HeadName | HouseholdField.HeadNik)) | HouseholdField.Head;
        Decided &= ~HouseholdField.HeadName;
    }

    private void Take(Person member, Relationship relationship)
    {
        member.Join(this, relationship);
        _members.Add(member);
        MemberCount = _members.Count;
        if (member.IsHead)
            HeadName = member.Name;
    }
}
