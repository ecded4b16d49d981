using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Exporting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Web;

/// <summary>For what a table is taken out, and in which form.</summary>
public sealed class ExportForm : IValidatableObject
{
    public const int PurposeMinLength = 10, PurposeMaxLength = 200;

    [Display(Name = "Tujuan"), Required(ErrorMessage = "Tulis untuk apa tabel ini diunduh"), StringLength(PurposeMaxLength, MinimumLength = PurposeMinLength, ErrorMessage = "Tujuan berisi 10 sampai 200 huruf")]
    public string? Purpose { get; set; }

    [Required(ErrorMessage = "Pilih bentuk berkas")]
    public ExportFormat? Format { get; set; } = ExportFormat.Xlsx;

    /// <summary>What will be in the file; said by the page and never posted.</summary>
    [BindNever]
    public ExportQuestion Question { get; set; } = new("", "", "", "/");

    public static IReadOnlyList<Choice> Formats { get; } =
        [new(nameof(ExportFormat.Xlsx), "Excel (XLSX)", "Untuk dibaca dan dijumlahkan."), new(nameof(ExportFormat.Csv), "CSV", "Untuk program lain; kolom dipisah titik koma.")];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The purpose goes to the audit, which holds no personal number.
        if (NumberBlot.Needed(Purpose ?? ""))
            yield return new ValidationResult("Tujuan tidak boleh memuat NIK atau nomor KK", [nameof(Purpose)]);
    }
}

/// <summary>The page that asks for the purpose: its heading, what the file will hold, where it is posted and where one goes back to.</summary>
public sealed record ExportQuestion(string Title, string Sentence, string Action, string Back);
