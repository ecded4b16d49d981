using System.Security.Cryptography;
using System.Text.Json;

namespace TkpkdPortal.Security.Sealing;

/// <summary>
/// The keys that seal personal numbers, index them and chain the audit. They lie in one file of the key directory, apart from the data;
/// without it the numbers in a database cannot be read by anybody.
/// </summary>
public sealed class SealingKeys
{
    public const string FileName = "sealing-keys.json";

    private const int KeyLength = 32;

    private SealingKeys(byte[] data, byte[] index, byte[] audit, byte id) => (Data, Index, Audit, Id) = (data, index, audit, id);

    public byte[] Data { get; }

    /// <summary>As secret as <see cref="Data"/>: whoever has it can try out all numbers.</summary>
    public byte[] Index { get; }

    public byte[] Audit { get; }

    /// <summary>Number of the data key, written into every envelope so that keys can be changed later.</summary>
    public byte Id { get; }

    /// <summary>Keys that nobody keeps: for scaffolding and tests.</summary>
    public static SealingKeys Ephemeral() => new(New(), New(), New(), 1);

    /// <summary>Tells two sets of keys apart without giving either away.</summary>
    public string Fingerprint => Convert.ToHexStringLower(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. Data, .. Index, .. Audit], outputLength: 8, info: "TkpkdPortal.Keys.Fingerprint.v1"u8.ToArray()));

    /// <summary>Opens the key file, or makes one where the directory has none yet.</summary>
    public static SealingKeys OpenOrCreate(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            Create(path);
        return Open(path);
    }

    /// <summary>Opens the keys of a directory; null where it has none, and none are made.</summary>
    public static SealingKeys? OpenExisting(string directory) => Path.Combine(directory, FileName) is var path && File.Exists(path) ? Open(path) : null;

    /// <summary>A key for one purpose beside sealing, so that no key serves two.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Audit, KeyLength, info: System.Text.Encoding.ASCII.GetBytes(purpose));

    private static SealingKeys Open(string path)
    {
        var file = JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(path)) ?? throw new InvalidDataException($"{path} holds no keys.");
        if (file.Data.Length != KeyLength || file.Index.Length != KeyLength || file.Audit.Length != KeyLength)
            throw new InvalidDataException($"{path} holds damaged keys.");
        return new SealingKeys(file.Data, file.Index, file.Audit, file.Id);
    }

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Two nodes may start at once on an empty directory: whoever comes second takes the file of the first.
        try
        {
            using var stream = new FileStream(path, options);
            JsonSerializer.Serialize(stream, new KeyFile(1, New(), New(), New()));
            stream.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            WaitUntilWritten(path);
        }
    }

    private static void WaitUntilWritten(string path)
    {
        for (var attempt = 0; attempt < 50 && new FileInfo(path).Length == 0; attempt++)
            Thread.Sleep(20);
    }

    private static byte[] New() => RandomNumberGenerator.GetBytes(KeyLength);

    private sealed record KeyFile(byte Id, byte[] Data, byte[] Index, byte[] Audit);
}
