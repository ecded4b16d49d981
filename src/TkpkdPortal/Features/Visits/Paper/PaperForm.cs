using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Visits.Paper;

/// <summary>The sheet that is typed next: its code, who made the visit, and when.</summary>
public sealed record PaperForm
{
    [Display(Name = "Kode lembar"), StringLength(200)]
    public string? Code { get; set; }

    /// <summary>Account of the enumerator who made the visit; empty means the one whose name is on the sheet.</summary>
    public Guid? Enumerator { get; set; }

    [Required(ErrorMessage = "Isi tanggal kunjungan yang tertulis di lembar, misalnya 24/11/2026")]
    public DateOnly? VisitedOn { get; set; }
}

/// <summary>The page between two sheets: the code of the next one, and what was typed today.</summary>
public sealed record PaperPage(PaperForm Form, IReadOnlyList<Choice> Enumerators, int SubmittedToday, int Drafts)
{
    /// <summary>Rounds that call for visits where the reader works: whose forms can be printed.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Rounds { get; init; } = [];

    public static string Example => SheetCode.Written("K7QM2XPA");
}
