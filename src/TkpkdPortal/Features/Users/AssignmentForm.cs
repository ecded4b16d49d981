using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Users;

/// <summary>A role to give: which, where, from when until when.</summary>
public class AssignmentForm
{
    [Required(ErrorMessage = "Pilih peran")]
    public Role? Role { get; set; }

    [Display(Name = "Wilayah"), StringLength(100)]
    public string? Area { get; set; }

    public string? Opd { get; set; }

    public StandIn? StandIn { get; set; }

    [Display(Name = "Nomor surat"), StringLength(Assignment.LetterNumberMaxLength), WithoutNumber]
    public string? LetterNumber { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>Shown beside the form and never posted.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Opds { get; set; } = [];

    [BindNever]
    public Guid? UserId { get; set; }

    [BindNever]
    public string? PersonName { get; set; }

    /// <summary>What was typed as an assignment; null with sentences at the fields where something does not read.</summary>
    public NewAssignment? Read(ModelStateDictionary errors, AreaDirectory areas, AreaCode within)
    {
        if (Role is not { } role)
            return null;
        if (AreaAnswer.Read(Area, role, areas, within, out var area) is { } refusal)
            errors.AddModelError(nameof(Area), refusal);
        if (role is Security.Role.Opd && string.IsNullOrEmpty(Opd))
            errors.AddModelError(nameof(Opd), "Pilih OPD tempat orang ini bekerja");
        return errors.IsValid
            ? new NewAssignment(role, area) { Opd = string.IsNullOrEmpty(Opd) ? null : Opd, From = From, Until = Until, StandIn = StandIn, LetterNumber = LetterNumber }
            : null;
    }
}

/// <summary>A person to open an account for, with the first role.</summary>
public sealed class AccountForm : AssignmentForm
{
    public const int EmailMaxLength = 150;

    [Display(Name = "Nama lengkap"), Required(ErrorMessage = "Tulis nama lengkap"), StringLength(PortalUser.FullNameMaxLength)]
    public string? FullName { get; set; }

    [Display(Name = "Pos-el"), Required(ErrorMessage = "Tulis alamat pos-el"), StringLength(EmailMaxLength), EmailAddress(ErrorMessage = "Alamat pos-el belum lengkap, misalnya nama@daerah.go.id.")]
    public string? Email { get; set; }

    public NewAccount? ReadAccount(ModelStateDictionary errors, AreaDirectory areas, AreaCode within) => Read(errors, areas, within) is { } given
        // Read answers only where the form is valid, so that the address is there.
        ? new NewAccount(Email!.Trim(), given.Role, given.Area) { FullName = FullName?.Trim(), Opd = given.Opd, From = given.From, Until = given.Until, StandIn = given.StandIn, LetterNumber = given.LetterNumber }
        : null;
}

/// <summary>The last day of an assignment.</summary>
public sealed class EndForm
{
    [Required(ErrorMessage = "Isi hari terakhir, misalnya 30/11/2026")]
    public DateOnly? LastDay { get; set; }

    [BindNever]
    public AssignmentLine? Assignment { get; set; }

    [BindNever]
    public Guid UserId { get; set; }

    [BindNever]
    public string? PersonName { get; set; }
}

/// <summary>A one-time link, shown once to whoever made it.</summary>
public sealed record SetupLinkPage(Guid? UserId, string FullName, string Email, string Link, bool IsNew);
