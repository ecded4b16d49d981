using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Users;

/// <summary>What the list of accounts is narrowed to; the address holds all of it and can be sent to a colleague.</summary>
public sealed record UserFilter
{
    /// <summary>Part of the name or e-mail of a colleague.</summary>
    [FromQuery(Name = "cari")]
    public string? Text { get; init; }

    [FromQuery(Name = "peran")]
    public Role? Role { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "keadaan")]
    public AccountState? State { get; init; }

    [FromQuery(Name = "urut")]
    public string? Order { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    public bool IsActive => !string.IsNullOrWhiteSpace(Text) || Role is not null || !string.IsNullOrEmpty(Area) || State is not null;

    public string Ordered(string order) => Address(this with { Order = order, Page = null });

    public string AtPage(int page) => Address(this with { Page = page });

    private static string Address(UserFilter filter)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("cari", filter.Text?.Trim()), ("peran", filter.Role?.ToString()), ("wilayah", filter.Area), ("keadaan", filter.State?.ToString()), ("urut", filter.Order),
            ("halaman", filter.Page is > 1 ? FormattableString.Invariant($"{filter.Page}") : null),
        };
        return PageAddress.Of("/pengguna", parts);
    }
}
