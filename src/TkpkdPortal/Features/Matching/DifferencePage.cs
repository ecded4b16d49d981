using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Matching;

/// <summary>How a difference is dealt with, and the version that the page showed.</summary>
public sealed record SettlementForm
{
    [Required(ErrorMessage = "Pilih penyelesaian")]
    public CivilMatchSettlement? Settlement { get; set; }

    [StringLength(CivilRegistryAnswer.NoteMaxLength), WithoutNumber]
    public string? Note { get; set; }

    public int Version { get; set; }
}

/// <summary>One answer beside the person it is about, field by field; numbers masked.</summary>
public sealed record DifferencePage(CivilRegistryAnswer Answer, Household Household, Person Person, SettlementForm Form)
{
    public string? SettledBy { get; init; }

    public static async Task<DifferencePage?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.CivilRegistryAnswers.SingleOrDefaultAsync(answer => answer.PublicId == id && answer.PersonId != null, ct) is not { } answer
            || await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.Members.Any(member => member.Id == answer.PersonId), ct) is not { } household)
        {
            return null;
        }
        return new DifferencePage(answer, household, household.Members.Single(member => member.Id == answer.PersonId), new SettlementForm { Version = answer.Version })
        {
            SettledBy = await db.Users.Where(u => u.Id == answer.SettledById).Select(u => u.FullName).SingleOrDefaultAsync(ct),
        };
    }

    /// <summary>Each field that the answer names or gives: the register, the civil registry, and whether a visit verified it.</summary>
    public IEnumerable<(string Label, string Register, string Told, bool IsVerified)> Lines()
    {
        bool IsVerified(HouseholdField field) => Person.IsHead && Household.Verified.HasFlag(field);
        foreach (var field in CivilMatchWords.EachOf(Answer.Fields))
        {
            var label = CivilMatchWords.Fields.Label(field);
            yield return field switch
            {
                CivilMatchFields.Nik => (label, Person.Nik?.Mask ?? "Belum ada NIK", Answer.ToldNik?.Mask ?? "–", IsVerified(HouseholdField.HeadNik)),
                CivilMatchFields.Name => (label, Person.Name, Answer.ToldName ?? "–", IsVerified(HouseholdField.HeadName)),
                CivilMatchFields.BirthDate => (label, Day(Person.BirthDate), Answer.ToldBirthDate is null ? "–" : Day(Answer.ToldBirthDate), false),
                CivilMatchFields.Sex => (label, PersonWords.Sexes.Label(Person.Sex), PersonWords.Sexes.Label(Answer.ToldSex, "–"), false),
                _ => (label, Household.FamilyCard?.Mask ?? "Belum ada nomor KK", "–", IsVerified(HouseholdField.FamilyCard)),
            };
        }
    }

    private static string Day(DateOnly? day) => day is { } known ? Indonesian.Date(known) : "Belum diketahui";
}
