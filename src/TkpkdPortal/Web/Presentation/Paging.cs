using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Web.Presentation;

/// <summary>One page of a list that is ordered by something unique.</summary>
public sealed record Paging(int Page, int PageSize, int Total)
{
    public const int DefaultSize = 25;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int Skip => (Page - 1) * PageSize;

    public static Paging Of(int? page, int total, int size = DefaultSize)
    {
        var paging = new Paging(1, size, total);
        return paging with { Page = Math.Clamp(page ?? 1, 1, paging.Pages) };
    }

    /// <summary>"1–25 dari 520 keluarga".</summary>
    public string Range(string unit) => Total == 0
        ? $"0 {unit}"
        : $"{Indonesian.Number(Skip + 1)}–{Indonesian.Number(Math.Min(Skip + PageSize, Total))} dari {Indonesian.Number(Total)} {unit}";

    /// <summary>First, last, and those around the current page; null stands for a gap.</summary>
    public IEnumerable<int?> Numbers()
    {
        int? previous = null;
        for (var page = 1; page <= Pages; page++)
        {
            if (page != 1 && page != Pages && Math.Abs(page - Page) > 1)
                continue;
            if (previous is { } before && page - before > 1)
                yield return null;
            yield return page;
            previous = page;
        }
    }
}
