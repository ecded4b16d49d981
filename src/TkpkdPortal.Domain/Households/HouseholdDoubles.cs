using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>Two records of one family become one, and two again where that was a mistake.</summary>
public sealed partial class Household
{
    /// <summary>
    /// Takes in another record of this same family. What this one knows stands; what it does not know is filled from the other. Members who are the same person become one, the others join; the other record is closed
    /// and its past stays. Numbers come sealed anew for this record's rows.
    /// </summary>
    public Outcome TakeIn(Household other, IReadOnlyDictionary<Person, Person> same, IReadOnlyDictionary<Person, IndexedNumber> numbers, IndexedNumber? familyCard, DateOnly today)
    {
        if (MayTakeIn(other, same) is { IsAccepted: false } refused)
            return refused;
        foreach (var member in other._members.ToList())
        {
            if (same.TryGetValue(member, out var own))
                own.Fill(member, numbers.GetValueOrDefault(own));
            else
                Take(member, member.IsHead ? Relationship.Other : member.Relationship);
        }
        Fill(other, familyCard);
        other._members.Clear();
        (other.MemberCount, other.Closure, other.ClosedOn) = (0, Households.Closure.Merged, today);
        return Outcome.Accepted;
    }

    /// <summary>
    /// Becomes again what it was before it went into another record. Members who joined that one come back as they were; those who had become one with somebody are made anew under their own ids,
    /// to be written beside it.
    /// </summary>
    public Outcome Return(Household from, HouseholdVersion before, IReadOnlyCollection<PersonVersion> members, out IReadOnlyList<Person> anew)
    {
        anew = [];
        if (Closure is not Households.Closure.Merged)
            return Outcome.Refuse("Keluarga ini tidak tertutup karena digabung.");
        if (from.Closure is not null)
            return Outcome.Refuse("Keluarga yang menerima sudah ditutup sejak digabung. Cabut penutupan atau penggabungan yang lebih baru itu dulu.");
        var joined = members.Where(member => from._members.Exists(own => own.Id == member.PersonId)).ToList();
        if (from._members.Find(own => own.IsHead && joined.Exists(member => member.PersonId == own.Id)) is { } head)
            return Outcome.Refuse($"{head.Name} menjadi kepala keluarga sejak digabung. Catat ganti kepala keluarga dulu, lalu pisahkan.");
        var made = new List<Person>();
        Facts<HouseholdFacts>.Restore(before, this);
        foreach (var member in members)
        {
            if (from._members.Find(own => own.Id == member.PersonId) is not { } own)
            {
                made.Add(Person.Again(member));
                continue;
            }
            from._members.Remove(own);
            own.Restore(member);
            _members.Add(own);
        }
        from.MemberCount = from._members.Count;
        anew = made;
        return Outcome.Accepted;
    }

    /// <summary>What another record filled in goes again, where nobody has changed it since.</summary>
    public void Restore(HouseholdVersion before)
    {
        Facts<HouseholdFacts>.Restore(before, this);
        MemberCount = _members.Count;
    }

    public static void Restore(Person member, PersonVersion before) => member.Restore(before);

    private Outcome MayTakeIn(Household other, IReadOnlyDictionary<Person, Person> same)
    {
        if (ReferenceEquals(this, other) || (other.Id == Id && Id != 0))
            return Outcome.Refuse("Pilih dua keluarga yang berbeda.");
        if (Closure is not null || other.Closure is not null)
            return Outcome.Refuse("Salah satu keluarga sudah ditutup; keduanya tidak bisa digabung lagi.");
        if (same.Any(pair => !other._members.Contains(pair.Key) || !_members.Contains(pair.Value)))
            return Outcome.Refuse("Anggota keluarga berubah sejak halaman dibuka. Bandingkan lagi.");
        return same.Values.Distinct().Count() != same.Count ? Outcome.Refuse("Dua anggota dinyatakan sama dengan satu orang. Pilih satu saja.") : Outcome.Accepted;
    }

    private void Fill(Household other, IndexedNumber? familyCard)
    {
        if (FamilyCard is null && familyCard is not null)
            (FamilyCard, FamilyCardIndex, FamilyCardAbsence) = (familyCard.Number, familyCard.Index, null);
        if (DecileCode is null)
            (DecileCode, DecileReleaseId) = (other.DecileCode, other.DecileReleaseId);
        if (Address.Length == 0)
            Address = other.Address;
        if (VerifiedOn is null)
            (Presence, Eligibility, VerifiedOn) = (other.Presence, other.Eligibility, other.VerifiedOn);
        StuntingRisk ??= other.StuntingRisk;
        Housing = new Housing
        {
            Tenure = Housing.Tenure ?? other.Housing.Tenure,
            HasSavings = Housing.HasSavings ?? other.Housing.HasSavings,
            Roof = Housing.Roof ?? other.Housing.Roof,
            Wall = Housing.Wall ?? other.Housing.Wall,
            Floor = Housing.Floor ?? other.Housing.Floor,
            Lighting = Housing.Lighting ?? other.Housing.Lighting,
            CookingFuel = Housing.CookingFuel ?? other.Housing.CookingFuel,
            DrinkingWater = Housing.DrinkingWater ?? other.Housing.DrinkingWater,
            Toilet = Housing.Toilet ?? other.Housing.Toilet,
        };
    }
}
