namespace TkpkdPortal.Documents.Pdf;

/// <summary>A font file that cannot be used: truncated, damaged, of another format, or not free to embed.</summary>
public sealed class FontFormatException(string message) : Exception(message);
