using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Features.Programs;

public sealed class ProgramForm
{
    [Display(Name = "Nama program"), Required, StringLength(AidProgram.NameMaxLength)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Pilih strategi")]
    public AidStrategy? Strategy { get; set; }

    [Required(ErrorMessage = "Pilih sumber dana")]
    public FundSource? FundSource { get; set; }

    [Display(Name = "Tahun anggaran"), Required, Range(AidProgram.FirstYear, AidProgram.LastYear)]
    public int? Year { get; set; }

    /// <summary>The user's own OPD, shown and never posted.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string OpdName { get; set; } = "";
}
