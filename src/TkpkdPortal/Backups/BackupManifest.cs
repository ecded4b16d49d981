using System.Security.Cryptography;
using System.Text.Json;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Backups;

/// <summary>
/// What a backup holds: every file with its hash, rows of every table, the end of the audit. It is written last, so that an interrupted
/// backup has none, and authenticated with a key that lies apart from it.
/// </summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json", SealName = "manifest.hmac", DatabaseName = "portal.db";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public int Format { get; init; } = 1;

    /// <summary>Kemendagri code of the office.</summary>
    public required string Office { get; init; }

    public required string Program { get; init; }

    /// <summary>The last migration of the database.</summary>
    public required string Schema { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>Fingerprint of the keys that the numbers in it are sealed with.</summary>
    public required string Keys { get; init; }

    public required IReadOnlyList<BackedUpFile> Files { get; init; }

    public required SortedDictionary<string, long> Counts { get; init; }

    public required long AuditEntries { get; init; }

    public required string AuditHead { get; init; }

    public long Rows => Counts.Values.Sum();

    public long Bytes => Files.Sum(file => file.Length);

    public static bool IsIn(string directory) => File.Exists(Path.Combine(directory, FileName));

    public void Write(string directory, SealingKeys keys)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, Options);
        DurableFile.Write(Path.Combine(directory, SealName), Seal(bytes, keys));
        DurableFile.Write(Path.Combine(directory, FileName), bytes);
    }

    /// <summary>Reads and believes a manifest only under the keys it was made with.</summary>
    public static BackupManifest Read(string directory, SealingKeys keys)
    {
        if (!Directory.Exists(directory))
            throw new BackupException($"Direktori {directory} tidak ada.");
        var seal = Path.Combine(directory, SealName);
        if (!IsIn(directory) || !File.Exists(seal))
        {
            throw new BackupException(File.Exists(Path.Combine(directory, DatabaseName))
                ? $"{directory} berisi portal.db tanpa manifes: ini salinan berkas biasa (misalnya dengan cp) atau cadangan yang terputus, bukan cadangan. "
                    + "Salinan dari basis data yang sedang dipakai bisa kehilangan catatan terakhir atau rusak. Buat cadangan dengan perintah backup."
                : $"{directory} bukan cadangan: tidak ada {FileName} atau {SealName}.");
        }
        var bytes = File.ReadAllBytes(Path.Combine(directory, FileName));
        var manifest = Parse(bytes, directory);
        if (manifest.Keys != keys.Fingerprint)
            throw new BackupException("Kunci ini bukan kunci cadangan ini: nomor di dalamnya disegel dengan kunci lain. Pakai direktori --keys dari waktu cadangan dibuat.");
        if (!CryptographicOperations.FixedTimeEquals(Seal(bytes, keys), File.ReadAllBytes(seal)))
            throw new BackupException($"{FileName} di {directory} sudah diubah sejak cadangan dibuat; isinya tidak dapat dipercaya.");
        return manifest;
    }

    private static byte[] Seal(byte[] bytes, SealingKeys keys) => HMACSHA256.HashData(keys.Derive("TkpkdPortal.Backup.Manifest.v1"), bytes);

    private static BackupManifest Parse(byte[] bytes, string directory)
    {
        try
        {
            if (JsonSerializer.Deserialize<BackupManifest>(bytes, Options) is { Format: 1 } manifest)
                return manifest;
        }
        catch (JsonException)
        {
            // Said below in words that a clerk can act on.
        }
        throw new BackupException($"{FileName} di {directory} tidak terbaca oleh versi ini.");
    }
}

/// <summary>A file of a backup, by its path below the data directory.</summary>
public sealed record BackedUpFile(string Path, long Length, string Sha256);

/// <summary>A backup, a verification or a restoration cannot be done; the sentence says why.</summary>
public sealed class BackupException(string message) : Exception(message);
