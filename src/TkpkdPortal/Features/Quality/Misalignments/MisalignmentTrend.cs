using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Quality.Misalignments;

/// <summary>Open differences (KK) as they were known at the end of a day.</summary>
public sealed record MisalignmentMoment(DateOnly Day, int InBoth, int Any, IReadOnlyDictionary<HouseholdField, int> ByField);

/// <summary>Open differences between two sources: by village and field now, and by field at the ends of the last months.</summary>
public sealed record MisalignmentTrend(MisalignmentAsk Ask, SourcePair Sources, AreaCode? Area, MisalignmentCounts Counts, IReadOnlyList<MisalignmentMoment> Moments)
{
    private const int Months = 6;

    public IReadOnlyList<string> Villages => [.. Counts.Villages.Where(IsIn)];

    public bool IsIn(string area) => Area is not { } place || area.StartsWith(place.Stored, StringComparison.Ordinal);

    public static async Task<MisalignmentTrend> ForAsync(PortalDbContext db, CountCache cache, OfficeClock clock, MisalignmentAsk ask, AreaCode? area, CancellationToken ct)
    {
        var sources = await SourcePair.ForAsync(db, ask, ct);
        if (!sources.IsThere)
            return new MisalignmentTrend(ask, sources, area, new MisalignmentCounts([]), []);
        var between = sources.Between;
        var page = new MisalignmentTrend(ask, sources, area, await KeptCounts.OfAsync(db, cache, between, ct), []);
        var moments = new List<MisalignmentMoment>();
        foreach (var day in EndsBefore(clock.Today))
        {
            var at = clock.EndOf(day);
            moments.Add(page.Moment(day, await KeptCounts.OfAsync(db, cache, new Comparing.Misalignments(between.First with { At = at }, between.Second with { At = at }), ct)));
        }
        return page with { Moments = [.. moments.SkipWhile(moment => moment.InBoth == 0), page.Moment(clock.Today, page.Counts)] };
    }

    private MisalignmentMoment Moment(DateOnly day, MisalignmentCounts counts) => new(day, counts.InBoth(IsIn), counts.Of(Ask.Fields, Ask.LargeOnly, IsIn),
        Domain.Households.FieldValues.Compared.ToDictionary(field => field, field => counts.Of(field, Ask.LargeOnly, IsIn)));

    private static IEnumerable<DateOnly> EndsBefore(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return Enumerable.Range(0, Months).Select(back => first.AddMonths(-back).AddDays(-1)).Reverse();
    }
}
