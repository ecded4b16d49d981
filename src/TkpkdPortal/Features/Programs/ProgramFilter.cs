using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Programs;

/// <summary>What the list of programs is narrowed to; the address holds all of it and can be sent to a colleague.</summary>
public sealed record ProgramFilter
{
    [FromQuery(Name = "tahun")]
    public int? Year { get; init; }

    [FromQuery(Name = "opd")]
    public Guid? Opd { get; init; }

    [FromQuery(Name = "strategi")]
    public AidStrategy? Strategy { get; init; }

    [FromQuery(Name = "dana")]
    public FundSource? FundSource { get; init; }

    /// <summary>Part of a program's name; programs are no persons, so it may stand in an address.</summary>
    [FromQuery(Name = "cari")]
    public string? Name { get; init; }

    /// <summary>Only the own OPD's programs that a file of recipients opened and that lack their terms, of every year.</summary>
    [FromQuery(Name = "usulan")]
    public bool OnlyProposed { get; init; }

    [FromQuery(Name = "urut")]
    public string? Order { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    public bool IsActive => Opd is not null || Strategy is not null || FundSource is not null || !string.IsNullOrWhiteSpace(Name) || OnlyProposed;

    public string Link(int year) => Address(this with { Year = year, OnlyProposed = false, Page = null });

    public string Ordered(string order) => Address(this with { Order = order, Page = null });

    public string AtPage(int page) => Address(this with { Page = page });

    private static string Address(ProgramFilter filter)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("tahun", FormattableString.Invariant($"{filter.Year}")), ("opd", filter.Opd?.ToString()), ("strategi", filter.Strategy?.ToString()),
            ("dana", filter.FundSource?.ToString()), ("cari", filter.Name?.Trim()), ("usulan", filter.OnlyProposed ? "true" : null), ("urut", filter.Order),
            ("halaman", filter.Page is > 1 ? FormattableString.Invariant($"{filter.Page}") : null),
        };
        return PageAddress.Of("/program", parts);
    }
}
