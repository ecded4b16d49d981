using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Misalignments;

/// <summary>Which two sources, and which of their differences; an address that can be sent on, without a name or number.</summary>
public sealed record MisalignmentAsk
{
    public const string Path = "/kualitas-data/ketidakselarasan", Register = "register", Large = "besar";

    [FromQuery(Name = "a")]
    public string? First { get; init; }

    [FromQuery(Name = "b")]
    public string? Second { get; init; }

    [FromQuery(Name = "isian")]
    public HouseholdField? Field { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "ukuran")]
    public string? Size { get; init; }

    public bool LargeOnly => Size == Large;

    /// <summary>The fields asked for: one, or all that are compared.</summary>
    public HouseholdField Fields => Field ?? FieldValues.Compared.Aggregate(HouseholdField.None, (all, one) => all | one);

    public IReadOnlyList<(string Name, string? Value)> Kept => [("a", First), ("b", Second), ("isian", Field?.ToString()), ("wilayah", Area), ("ukuran", Size)];

    public string At(string path) => PageAddress.Of(path, Kept);
}

/// <summary>The sources that can be set beside each other, and the two that are: of every list its newest release first, and the register.</summary>
public sealed record SourcePair(IReadOnlyList<ListRelease> Releases, ComparedSource? First, ComparedSource? Second)
{
    public bool IsThere => First is not null && Second is not null && First != Second;

    public Comparing.Misalignments Between => new(First!, Second!);

    public IReadOnlyList<Choice> Choices => [.. Releases.Select(release => new Choice(release.PublicId.ToString(), $"{release.Title}, {Domain.Wording.Indonesian.ShortDate(release.ReleasedOn)}")), new(MisalignmentAsk.Register, "Register portal, dengan hasil kunjungan")];

    public static string KeyOf(ComparedSource? source) => source?.Release?.PublicId.ToString() ?? MisalignmentAsk.Register;

    public static string TitleOf(ComparedSource source) => source.Release?.Title ?? FieldValues.Word(null);

    public static string DatedTitleOf(ComparedSource source, DateOnly today) =>
        source.Release is { } release ? $"{release.Title} (rilis {Domain.Wording.Indonesian.Date(release.ReleasedOn)})" : $"{FieldValues.Word(null)} (keadaan {Domain.Wording.Indonesian.Date(today)})";

    /// <summary>Without being told: the newest of two lists, else the only list beside the register.</summary>
    public static async Task<SourcePair> ForAsync(PortalDbContext db, MisalignmentAsk ask, CancellationToken ct)
    {
        var releases = await NewestSources.ReleasesAsync(db, ct);
        if (ask.First is not null || ask.Second is not null)
            return new SourcePair(releases, Named(releases, ask.First), Named(releases, ask.Second));
        var newest = NewestSources.Among(releases);
        return new SourcePair(releases, newest?.First, newest?.Second);
    }

    /// <summary>The newest of a list, or the register; null where the list has no release.</summary>
    public static ComparedSource? NewestOf(IReadOnlyList<ListRelease> releases, SourceList? list) =>
        list is null ? new ComparedSource(null, null) : releases.FirstOrDefault(release => release.List == list) is { } release ? new ComparedSource(release, null) : null;

    private static ComparedSource? Named(List<ListRelease> releases, string? name) => name == MisalignmentAsk.Register ? new ComparedSource(null, null)
        : Guid.TryParse(name, out var id) && releases.Find(release => release.PublicId == id) is { } release ? new ComparedSource(release, null) : null;
}
