using TkpkdPortal.Data;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>The nightly backup as the settings want it; nothing set, nothing done.</summary>
public sealed record BackupSettings(string? Directory, string? KeysDirectory, TimeOnly At, int KeepDays)
{
    public bool IsOn => Directory is not null;

    public static BackupSettings From(IConfiguration configuration)
    {
        var (directory, keys) = (Text(configuration["Backup:Directory"]), Text(configuration["Backup:KeysDirectory"]));
        if ((directory is null) != (keys is null))
            throw new SettingException("Backup__Directory dan Backup__KeysDirectory diisi keduanya atau tidak sama sekali.");
        if (directory is not null && DatabaseSetup.IsSqlServer(configuration))
            throw new SettingException("Backup__Directory hanya untuk SQLite. Pada SQL Server cadangan dibuat pengelola basis data; lihat docs/operations.md.");
        var at = Text(configuration["Backup:At"]) ?? "02.00";
        if (!Indonesian.TryReadTime(at, out var time))
            throw new SettingException($"Backup__At '{at}' bukan jam, misalnya 02.00.");
        var keep = configuration.GetValue("Backup:KeepDays", 30);
        if (keep < 1)
            throw new SettingException("Backup__KeepDays paling sedikit 1.");
        return new BackupSettings(directory, keys, time, keep);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
