using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households.Members;

/// <summary>What the civil registry says of a person; an empty field is not known.</summary>
public sealed record CorrectionForm
{
    [Display(Name = "Nama"), Required(ErrorMessage = "Tulis nama"), StringLength(HouseholdFacts.NameMaxLength), WithoutNumber]
    public string? Name { get; set; }

    [Display(Name = "NIK"), StringLength(40)]
    public string? Nik { get; set; }

    public Sex? Sex { get; set; }

    [Display(Name = "Tanggal lahir")]
    public DateOnly? BirthDate { get; set; }

    public MaritalStatus? MaritalStatus { get; set; }

    /// <summary>Padan Dukcapil: the registry knows this person under this number.</summary>
    public bool? Matches { get; set; }

    [Display(Name = "Dasar perbaikan"), Required(ErrorMessage = "Tulis dasar perbaikan: dokumen atau basis data mana"), StringLength(FamilyEvent.NoteMaxLength), WithoutNumber]
    public string? Note { get; set; }

    public int Version { get; set; }
}

/// <summary>A member whose data the civil registry puts right.</summary>
public sealed record CorrectionPage(Household Household, Person Member, CorrectionForm Form)
{
    public bool ChangedMeanwhile { get; init; }

    public static async Task<CorrectionPage?> ForAsync(PortalDbContext db, Guid id, CorrectionForm? form, CancellationToken ct)
    {
        var household = await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.Members.Any(m => m.PublicId == id), ct);
        if (household?.Members.Single(m => m.PublicId == id) is not { } member)
            return null;
        return new CorrectionPage(household, member, form ?? new CorrectionForm
        {
            Name = member.Name,
            Sex = member.Sex,
            BirthDate = member.BirthDate,
            MaritalStatus = member.MaritalStatus,
            Matches = member.MatchesCivilRegistry,
            Version = member.Version,
        });
    }
}
