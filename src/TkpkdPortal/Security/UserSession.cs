namespace TkpkdPortal.Security;

/// <summary>
/// A signed-in session on the server: the cookie only names it, so that signing out or closing the account ends a copied cookie too.
/// </summary>
public sealed class UserSession
{
    private UserSession() => (KeyHash, Ticket) = ([], []);

    public UserSession(byte[] keyHash, long? userId, byte[] ticket, DateTime at, DateTime expiresAt) =>
        (KeyHash, UserId, Ticket, CreatedAt, ExpiresAt) = (keyHash, userId, ticket, at, expiresAt);

    public long Id { get; private set; }

    /// <summary>SHA-256 of the key in the cookie.</summary>
    public byte[] KeyHash { get; private set; }

    public long? UserId { get; private set; }

    /// <summary>The ticket, protected by the Data Protection keys.</summary>
    public byte[] Ticket { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public void Renew(byte[] ticket, DateTime expiresAt) => (Ticket, ExpiresAt) = (ticket, expiresAt);
}
