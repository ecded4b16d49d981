using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Interventions;

public sealed class StepForm
{
    [Required(ErrorMessage = "Pilih langkah berikutnya")]
    public InterventionState? State { get; set; }

    public DateOnly? On { get; set; }

    [Display(Name = "Bukti"), StringLength(Intervention.EvidenceMaxLength), WithoutNumber]
    public string? Evidence { get; set; }

    [Display(Name = "Alasan"), StringLength(Intervention.ReasonMaxLength)]
    public string? Reason { get; set; }

    public int Version { get; set; }
}
