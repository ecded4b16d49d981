using System.Text.Json;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Data.History;

/// <summary>
/// How far the audit has come, kept beside the keys and apart from the database: whoever can write only the database cannot cut off the end of
/// the chain unseen (docs/decisions/0016-audit-anchor.md).
/// </summary>
public sealed class AuditAnchor(PortalPaths paths, ILogger<AuditAnchor> logger)
{
    public const string FileName = "audit-anchor";

    private readonly Lock _oneAtATime = new();

    private string FullPath => Path.Combine(paths.Keys, FileName);

    /// <summary>Null before the first line, or where the file was taken away.</summary>
    public AuditMark? Read() => File.Exists(FullPath) ? JsonSerializer.Deserialize<AuditMark>(File.ReadAllBytes(FullPath)) : null;

    /// <summary>Moves forward, never back. The lines are committed already, so a full disk here fails nothing but is said in the log.</summary>
    public void Raise(AuditMark end)
    {
        try
        {
            lock (_oneAtATime)
            {
                if (Read() is { } reached && reached.Sequence >= end.Sequence)
                    return;
                Set(end);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            logger.LogError(exception, "The audit anchor could not be moved");
        }
    }

    /// <summary>Begins at a mark that an operator has chosen on purpose: the end of a backup that is put back.</summary>
    public void Set(AuditMark end)
    {
        var written = FullPath + ".new";
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(end));
        File.Move(written, FullPath, overwrite: true);
    }
}

/// <summary>A line of the chain: its place and its hash.</summary>
public sealed record AuditMark(long Sequence, byte[] Hash);
