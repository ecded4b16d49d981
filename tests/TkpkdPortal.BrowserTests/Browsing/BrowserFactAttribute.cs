namespace TkpkdPortal.BrowserTests.Browsing;

/// <summary>A test that needs a browser: skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}

/// <summary>The same for a theory; one that reads a PDF needs pdftotext as well.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    private bool _readsPdf;

    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;

    public bool ReadsPdf
    {
        get => _readsPdf;
        set
        {
            _readsPdf = value;
            Skip ??= value ? Pages.PackText.SkipReason : null;
        }
    }
}
