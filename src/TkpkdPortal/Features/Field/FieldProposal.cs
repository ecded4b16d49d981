using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Features.Field;

/// <summary>A proposal as the phone sends it.</summary>
public sealed record FieldProposal
{
    /// <summary>One of the account's own places.</summary>
    public string? Area { get; init; }

    public string? Rt { get; init; }

    public string? Rw { get; init; }

    public string? HeadName { get; init; }

    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    public string? Nik { get; init; }

    public string? FamilyCard { get; init; }

    public string? Address { get; init; }

    /// <summary>One other member a line.</summary>
    public string? Members { get; init; }

    public string? Reason { get; init; }

    /// <summary>Day on which it was written, by the phone's clock.</summary>
    public DateOnly? WrittenOn { get; init; }

    /// <summary>Texts that are longer than their columns.</summary>
    public IEnumerable<MissingAnswer> TooLong() => new (string Name, string? Text, int Most)[]
    {
        (nameof(HeadName), HeadName, Visit.NameMaxLength), (nameof(Address), Address, Visit.AddressMaxLength), (nameof(Members), Members, Proposal.MembersMaxLength), (nameof(Reason), Reason, Proposal.TextMaxLength),
    }.Where(field => field.Text?.Length > field.Most).Select(field => new MissingAnswer(field.Name, $"Paling banyak {field.Most} huruf."));

    /// <summary>Texts that hold a number, which would lie there unsealed.</summary>
    public IEnumerable<MissingAnswer> WithNumbers() => new (string Name, string? Text)[] { (nameof(HeadName), HeadName), (nameof(Address), Address), (nameof(Members), Members), (nameof(Reason), Reason) }
        .Where(field => NumberBlot.Needed(field.Text ?? "")).Select(field => new MissingAnswer(field.Name, NumberBlot.Complaint));
}

/// <summary>What the phone is told of a proposal that arrived.</summary>
public sealed record FieldProposalReceipt(Guid ProposalId, int Revision, string Outcome, string Message);

/// <summary>What the phone says of a proposal that it threw away.</summary>
public sealed record DiscardedProposal(string? Area, DateTimeOffset? RecordedAt);
