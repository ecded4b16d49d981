using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Proposing;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Visiting;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Proposals;

/// <summary>What the form of a proposal posts; the page that shows similar families carries it on.</summary>
public sealed record ProposalForm
{
    /// <summary>The buttons of the page that shows similar families.</summary>
    public const string Send = "usulkan", Change = "ubah";

    /// <summary>The desa or kelurahan, or the RT of an enumerator who works in one.</summary>
    public string? Area { get; init; }

    public string? Rt { get; init; }

    public string? Rw { get; init; }

    [Display(Name = "Nama kepala keluarga"), StringLength(Visit.NameMaxLength), WithoutNumber]
    public string? HeadName { get; init; }

    [Display(Name = "Tanggal lahir")]
    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    [Display(Name = "NIK kepala keluarga"), StringLength(40)]
    public string? Nik { get; init; }

    [Display(Name = "Nomor KK"), StringLength(40)]
    public string? FamilyCard { get; init; }

    [Display(Name = "Alamat"), StringLength(Visit.AddressMaxLength), WithoutNumber]
    public string? Address { get; init; }

    [Display(Name = "Anggota lain"), StringLength(Proposal.MembersMaxLength), WithoutNumber]
    public string? Members { get; init; }

    [Display(Name = "Alasan"), StringLength(Proposal.TextMaxLength), WithoutNumber]
    public string? Reason { get; init; }

    /// <summary>The id under which it is proposed: a double click proposes once.</summary>
    public Guid Id { get; init; }

    /// <summary>The similar families that were shown and called others.</summary>
    public string? Stamp { get; init; }

    public string? Step { get; init; }

    /// <summary>The terms of the proposal; null with sentences at the fields where something is missing or does not read.</summary>
    public ProposalTerms? Read(ProposalDesk desk, VisitNumbers numbers, DateOnly today, ModelStateDictionary errors)
    {
        void Complain(string field, string sentence)
        {
            if (errors.GetFieldValidationState($"Form.{field}") is not ModelValidationState.Invalid)
                errors.AddModelError($"Form.{field}", sentence);
        }
        var place = desk.ReadPlace(Area, Rt, Rw, Complain);
        var terms = new ProposalTerms
        {
            AreaCode = place?.Stored ?? "",
            HeadName = HeadName,
            BirthDate = BirthDate,
            Sex = Sex,
            Address = Address,
            Members = Members,
            Reason = Reason,
            Nik = numbers.ReadNik(Nik, SealedField.ProposalNik, Id, sentence => Complain(nameof(Nik), sentence)),
            FamilyCard = numbers.ReadFamilyCard(FamilyCard, SealedField.ProposalFamilyCard, Id, sentence => Complain(nameof(FamilyCard), sentence)),
        };
        foreach (var missing in Proposal.Missing(terms, today))
            Complain(missing.Field, missing.Sentence);
        return errors.IsValid ? terms : null;
    }
}

/// <summary>What whoever checks a proposal decides.</summary>
public enum CheckDecision
{
    Clear = 1,
    Duplicate,
    TurnDown,
}

/// <summary>The decision about a proposal, about the similar families that the page showed.</summary>
public sealed record CheckForm
{
    [Required(ErrorMessage = "Pilih keputusannya")]
    public CheckDecision? Decision { get; init; }

    /// <summary>The household of the register that it doubles.</summary>
    public Guid? HouseholdId { get; init; }

    [Display(Name = "Catatan"), StringLength(Proposal.TextMaxLength), WithoutNumber]
    public string? Note { get; init; }

    public string? Stamp { get; init; }

    public int Version { get; init; }

    public Task<(Checking, Outcome)> DecideAsync(ProposalDesk desk, Proposal proposal, CancellationToken ct) => Decision switch
    {
        CheckDecision.Clear => desk.ClearAsync(proposal, Note, Stamp, ct),
        CheckDecision.Duplicate => desk.CloseAsDuplicateAsync(proposal, HouseholdId, Note, ct),
        _ => desk.TurnDownAsync(proposal, Note, ct),
    };

    /// <summary>What was done, for the next page.</summary>
    public string Sentence(Proposal proposal) => Decision switch
    {
        CheckDecision.Clear => $"Keluarga {proposal.HeadName} masuk register sebagai usulan baru dan menunggu kunjungan.",
        CheckDecision.Duplicate => $"Usulan keluarga {proposal.HeadName} ditutup: sudah ada dalam register.",
        _ => $"Usulan keluarga {proposal.HeadName} ditolak; pengusul membaca alasannya.",
    };
}
