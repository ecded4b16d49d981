namespace TkpkdPortal.Importing;

/// <summary>Whoever started the import may not do so any more; nothing of it takes effect.</summary>
public sealed class ImportRefusedException() : Exception(Sentence)
{
    public const string Sentence = "Akun yang mengunggah berkas ini tidak lagi memegang tugas impor. Minta analis lain mengunggahnya.";
}

/// <summary>Somebody took the import back while it was being judged.</summary>
internal sealed class ImportCancelledException : Exception;
