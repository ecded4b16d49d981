using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Security;

/// <summary>How an account stands today.</summary>
public enum AccountState
{
    Active = 1,

    /// <summary>Its owner has not chosen a password yet.</summary>
    NotSetUp = 2,

    /// <summary>It holds no role today.</summary>
    WithoutRole = 3,

    Closed = 4,
}

/// <summary>The states in the words of the pages.</summary>
public static class AccountStates
{
    public static CodedValues<AccountState> Words { get; } = new((AccountState.Active, "Aktif"), (AccountState.NotSetUp, "Belum diaktifkan"),
        (AccountState.WithoutRole, "Tanpa tugas hari ini"), (AccountState.Closed, "Ditutup"));

    public static AccountState Of(bool isClosed, bool hasPassword, bool holdsRole) =>
        isClosed ? AccountState.Closed : !hasPassword ? AccountState.NotSetUp : holdsRole ? AccountState.Active : AccountState.WithoutRole;
}
