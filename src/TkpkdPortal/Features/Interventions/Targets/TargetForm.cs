using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Interventions.Targets;

/// <summary>The households that were ticked, or all that fit the filter, and the terms that they share.</summary>
public sealed class TargetForm : TermsForm
{
    public IList<Guid> Households { get; set; } = [];

    /// <summary>All that fit the filter, ticked or not.</summary>
    public bool All { get; set; }

    public string? Area { get; set; }

    public byte? Decile { get; set; }

    public Need? Need { get; set; }

    public TargetFilter Filter => new() { Area = Area, Decile = Decile, Need = Need };

    /// <summary>Null with sentences at the fields where something does not read.</summary>
    public InterventionTerms? Read(ModelStateDictionary errors)
    {
        if (Households.Count == 0 && !All)
            errors.AddModelError($"{nameof(TargetPage.Form)}.{nameof(Households)}", "Centang keluarga yang dituju, atau pilih semua yang cocok");
        return ReadTerms(errors, nameof(TargetPage.Form) + ".");
    }
}
