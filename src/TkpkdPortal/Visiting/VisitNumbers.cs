using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Visiting;

/// <summary>
/// Reads the numbers that an enumerator puts right or proposes a family with, at a desk or on a phone. An empty one keeps what was saved before: a saved number is never
/// written back into a form.
/// </summary>
public sealed class VisitNumbers(Sealer sealer)
{
    public IndexedNumber? ReadNik(Visit visit, string? typed, Action<string> complain) =>
        string.IsNullOrWhiteSpace(typed) && visit.CorrectedNik is { } kept ? new IndexedNumber(kept, visit.CorrectedNikIndex!)
            : ReadNik(typed, SealedField.VisitNik, visit.PublicId, complain);

    public IndexedNumber? ReadFamilyCard(Visit visit, string? typed, Action<string> complain) =>
        string.IsNullOrWhiteSpace(typed) && visit.CorrectedFamilyCard is { } kept ? new IndexedNumber(kept, visit.CorrectedFamilyCardIndex!)
            : ReadFamilyCard(typed, SealedField.VisitFamilyCard, visit.PublicId, complain);

    /// <summary>A number that is written for the first time, sealed for a field of its own.</summary>
    public IndexedNumber? ReadNik(string? typed, SealedField field, Guid row, Action<string> complain)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Nik.TryParse(typed, out var nik))
            return sealer.Seal(nik, field, row);
        complain(Complaint("NIK", typed));
        return null;
    }

    public IndexedNumber? ReadFamilyCard(string? typed, SealedField field, Guid row, Action<string> complain)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (FamilyCardNumber.TryParse(typed, out var card))
            return sealer.Seal(card, field, row);
        complain(Complaint("Nomor KK", typed));
        return null;
    }

    private static string Complaint(string name, string typed)
    {
        var digits = PersonalNumberText.WithoutSeparators(typed);
        if (!digits.All(char.IsAsciiDigit))
            return $"{name} hanya berisi angka.";
        return digits.Length == Nik.Length ? $"{name} ini bukan nomor yang mungkin. Cocokkan dengan KTP atau KK."
            : $"{name} berisi 16 angka. Yang tertulis {(digits.Length < Nik.Length ? "baru " : "")}{digits.Length}.";
    }
}
