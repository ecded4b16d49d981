using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Reads a finished paper with qpdf and poppler; skipped where they are not installed, except in the CI run, which installs them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PaperFactAttribute : FactAttribute
{
    public PaperFactAttribute() => Skip = PaperTools.ReasonToSkip;
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PaperTheoryAttribute : TheoryAttribute
{
    public PaperTheoryAttribute() => Skip = PaperTools.ReasonToSkip;
}

/// <summary>Asks a solver of linear programs (Debian: glpk-utils) what a reader could compute.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SolverFactAttribute : FactAttribute
{
    public SolverFactAttribute() => Skip = Environment.GetEnvironmentVariable("CI") != "true" && PaperTools.IsMissing("glpsol") ? "glpsol is not installed (Debian: glpk-utils)." : null;
}

public static class PaperTools
{
    private static readonly string[] Names = ["qpdf", "pdftotext", "pdffonts", "pdfinfo"];

    public static string? ReasonToSkip { get; } = Environment.GetEnvironmentVariable("CI") != "true" && Names.FirstOrDefault(IsMissing) is { } missing
        ? $"{missing} is not installed (Debian: qpdf, poppler-utils)." : null;

    internal static bool IsMissing(string tool) =>
        !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
