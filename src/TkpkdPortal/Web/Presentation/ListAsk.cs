using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Data;

namespace TkpkdPortal.Web.Presentation;

/// <summary>
/// What a list is asked for beside its own filters: words to seek, an order, a page. Names of persons are posted, since the address of a page is
/// kept by browsers and proxies; what names no person may stand in the address.
/// </summary>
public sealed record ListAsk
{
    /// <summary>Most rows of a search for a person: nobody leafs through more, and whoever reads that there are more writes more of the name.</summary>
    public const int MostFound = 200;

    /// <summary>Part of a person's name.</summary>
    [FromForm(Name = "nama")]
    public string? Name { get; init; }

    /// <summary>Words that name no person.</summary>
    [FromQuery(Name = "cari")]
    public string? Text { get; init; }

    [FromQuery(Name = "urut")]
    public string? Order { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Name) || !string.IsNullOrWhiteSpace(Text);

    public IEnumerable<string> Patterns => LikePatterns.Of(string.IsNullOrWhiteSpace(Name) ? Text : Name);

    public Paging Paging(int total, int size = Presentation.Paging.DefaultSize) =>
        string.IsNullOrWhiteSpace(Name) ? Presentation.Paging.Of(Page, total, size) : new Paging(1, MostFound, Math.Min(total, MostFound));
}

/// <summary>The search and the orders over a list: where they lead, what else the address keeps, and the order that stands without asking.</summary>
public sealed record ListTools(string Path, ListAsk Ask, string Seek, params (string Key, string Label)[] Orders)
{
    /// <summary>Seeks persons, so it is posted.</summary>
    public bool IsPersonal { get; init; } = true;

    /// <summary>The list's own filters, kept in every address.</summary>
    public IReadOnlyList<(string Name, string? Value)> Kept { get; init; } = [];

    public string Order => Orders.Any(order => order.Key == Ask.Order) ? Ask.Order! : Orders[0].Key;

    public string SearchPath => PageAddress.Of(Path + "/cari", [.. Kept, ("urut", Ask.Order)]);

    public string Unsought => PageAddress.Of(Path, [.. Kept, ("urut", Ask.Order)]);

    public string Ordered(string key) => PageAddress.Of(Path, [.. Kept, ("cari", Ask.Text), ("urut", key == Orders[0].Key ? null : key)]);

    public string AtPage(int page) => PageAddress.Of(Path, [.. Kept, ("cari", Ask.Text), ("urut", Ask.Order), ("halaman", FormattableString.Invariant($"{page}"))]);
}
