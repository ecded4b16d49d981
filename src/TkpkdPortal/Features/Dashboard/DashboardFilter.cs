using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>What the figures are asked for; all of it in the address, so that it can be sent to a colleague.</summary>
public sealed record DashboardFilter
{
    /// <summary>Name of the day's field, for its sentence when it cannot be read.</summary>
    public const string AsOfField = "per";

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "daftar")]
    public Guid? Release { get; init; }

    [FromQuery(Name = AsOfField)]
    public DateOnly? AsOf { get; init; }

    [FromQuery(Name = "desil")]
    public string? Decile { get; init; }

    [FromQuery(Name = "ciri")]
    public string? Characteristic { get; init; }

    /// <summary>Budget year of the aid.</summary>
    [FromQuery(Name = "tahun")]
    public int? Year { get; init; }

    /// <summary>Table that is taken out, by one of the names of <see cref="FigureExports"/>.</summary>
    [FromQuery(Name = "tabel")]
    public string? Table { get; init; }

    /// <summary>The page that shows the table.</summary>
    public string PageOfTable => Table switch
    {
        FigureExports.Deciles or FigureExports.Verification => "/dasbor",
        FigureExports.Characteristics => "/dasbor/karakteristik",
        _ => "/dasbor/bantuan",
    };

    public byte? DecileCode => WelfareDecile.TryParse((Decile ?? "").Trim(), out var decile) ? decile.Code : null;

    /// <summary>Only what lies wholly in an own area: elsewhere the figures would be those of a part, under the name of the whole.</summary>
    public AreaCode? AreaWithin(AreaDirectory areas, IReadOnlyList<AreaCode> own) =>
        string.IsNullOrEmpty(Area) ? own[0] : areas.TryFind(Area, out var code) && own.Any(area => area.Contains(code.Value)) ? code : null;

    /// <summary>Says what is wrong with the day; today's figures under the wrong day would mislead.</summary>
    public void Judge(ModelStateDictionary state, DateOnly today)
    {
        if (AsOf > today)
            state.AddModelError(AsOfField, $"Tanggal itu belum tiba. Pilih {Indonesian.TypedDate(today)} atau sebelumnya.");
        if (AsOf is not null || state.GetFieldValidationState(AsOfField) is not ModelValidationState.Invalid)
            return;
        state[AsOfField]?.Errors.Clear();
        state.AddModelError(AsOfField, $"Tanggal tidak terbaca. Tulis hari/bulan/tahun, misalnya {Indonesian.TypedDate(today)}.");
    }

    /// <summary>Everything of the question that stands in the address could be read.</summary>
    public static bool IsReadable(ModelStateDictionary state) =>
        new[] { "wilayah", "daftar", AsOfField, "desil", "ciri", "tahun" }.All(field => state.GetFieldValidationState(field) is not ModelValidationState.Invalid);

    /// <summary>The question itself, as fields of a form or parts of an address.</summary>
    public IEnumerable<(string Name, string Value)> Parts() => new (string Name, string? Value)[]
    {
        ("wilayah", Area), ("daftar", Release?.ToString()), (AsOfField, AsOf is { } day ? Indonesian.TypedDate(day) : null),
        ("desil", Decile), ("ciri", Characteristic), ("tahun", Year?.ToString(CultureInfo.InvariantCulture)),
        ("tabel", Table),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (part.Name, part.Value ?? ""));

    public string At(string path)
    {
        var query = string.Join('&', Parts().Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return path + (query.Length == 0 ? "" : "?" + query);
    }
}
