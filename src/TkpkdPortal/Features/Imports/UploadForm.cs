using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Features.Imports;

/// <summary>What is asked beside the file.</summary>
public sealed class UploadForm
{
    public ImportKind? Kind { get; set; }

    public string? ReleaseName { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public string? Sheet { get; set; }

    public bool DryRun { get; set; }

    /// <summary>The user wants to say which column is which, whatever the headings tell.</summary>
    public bool AskColumns { get; set; }
}
