namespace TkpkdPortal.Domain.Meetings;

/// <summary>
/// Surat undangan of a meeting: number and day from the office's own register of letters, and who signs it, "a.n. Ketua" and the like included in the title. The staff number stands only
/// where the signatory has one.
/// </summary>
public sealed record InvitationLetter(string Number, DateOnly On, string SignatoryTitle, string SignatoryName, string? StaffNumber)
{
    public const int NumberMaxLength = 60, TitleMaxLength = 200, NameMaxLength = 120;
}

/// <summary>Whom a letter invites: an OPD of the office, or somebody else by name.</summary>
public sealed record InvitedParty(long? OpdId, string Name);

/// <summary>One line of the list of those invited, in its order.</summary>
public sealed class MeetingInvitee
{
    public const int NameMaxLength = 200;

    private MeetingInvitee() => Name = "";

    internal MeetingInvitee(int number, InvitedParty party) => (Number, OpdId, Name) = (number, party.OpdId, party.Name);

    public long Id { get; private set; }

    public int Number { get; private set; }

    /// <summary>The OPD that is invited; null for partners, heads of districts and guests.</summary>
    public long? OpdId { get; private set; }

    public string Name { get; private set; }

    internal void Become(InvitedParty party) => (OpdId, Name) = (party.OpdId, party.Name);
}
