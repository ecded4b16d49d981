using System.Reflection;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Startup;

/// <summary>Data Protection of ASP.NET Core 10.0.0 to 10.0.6 lets an attacker forge cookies (CVE-2026-40372): an office does not start on it.</summary>
internal static class RuntimeSafety
{
    private static readonly Version Affected = new(10, 0, 0), Mended = new(10, 0, 7);

    public static void Assert(IHostEnvironment environment, ILogger logger)
    {
        var version = Current();
        logger.LogInformation("ASP.NET Core {Version}", version);
        if (IsSafe(version))
            return;
        var sentence = $"ASP.NET Core {version} mempunyai celah pemalsuan sesi (CVE-2026-40372). Pasang {Mended} atau yang lebih baru.";
        if (!environment.IsDevelopment())
            throw new SettingException(sentence);
        logger.LogWarning("{Sentence}", sentence);
    }

    internal static bool IsSafe(Version version) => version < Affected || version >= Mended;

    // "10.0.12+b16286c…"
    private static Version Current()
    {
        var text = typeof(DataProtectionServiceCollectionExtensions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return Version.Parse(text.Split('+', '-')[0]);
    }
}
