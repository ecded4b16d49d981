namespace TkpkdPortal.Domain.Cases;

/// <summary>What is noted of one contact with the family.</summary>
public sealed record CaseContactTerms(CaseContactKind Kind, DateOnly? On, string? Text);

/// <summary>Catatan kontak: that and how somebody was in touch with the family on a day, and what came of it. Written once; only who works on the case reads it.</summary>
public sealed class CaseContact : IHasArea, IHoldsPersonalData
{
    public const int TextMaxLength = 1_000;

    private CaseContact() => (AreaCode, Text) = ("", "");

    internal CaseContact(FamilyCase family, CaseContactTerms terms, long userId, DateTime at) : this()
    {
        (HouseholdId, AreaCode) = (family.HouseholdId, family.AreaCode);
        // Judged before, so both are there.
        (Kind, On, Text, UserId, At) = (terms.Kind, terms.On!.Value, terms.Text!.Trim(), userId, at);
    }

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public long HouseholdId { get; private set; }

    public string AreaCode { get; private set; }

    public CaseContactKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string Text { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public static Outcome Judge(CaseContactTerms terms, DateOnly today)
    {
        if (terms.On is null || terms.On > today)
            return Outcome.Refuse("Isi tanggal kontak: hari ini atau sebelumnya.");
        return string.IsNullOrWhiteSpace(terms.Text) ? Outcome.Refuse("Tulis apa yang dibicarakan atau terlihat.") : Outcome.Accepted;
    }

    internal void MoveTo(string areaCode) => AreaCode = areaCode;
}
