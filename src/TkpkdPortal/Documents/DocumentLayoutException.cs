namespace TkpkdPortal.Documents;

/// <summary>A document that cannot be laid out, such as one with a picture higher than its page.</summary>
public sealed class DocumentLayoutException(string message) : Exception(message);
