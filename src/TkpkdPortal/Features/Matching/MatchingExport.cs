using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Exporting;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Features.Matching;

/// <summary>Whom the civil registry is asked about.</summary>
public sealed record MatchingAsk
{
    public const string Everybody = "semua", Differing = "beda";

    /// <summary>Those that it has not answered about unless something else is asked for.</summary>
    [FromQuery(Name = "siapa")]
    public string? Who { get; init; }

    public string Link => "/pemadanan/unduh" + (Who is Everybody or Differing ? $"?siapa={Who}" : "");

    public string Words => Who switch { Everybody => "semua orang", Differing => "yang jawabannya tidak sesuai", _ => "yang belum dijawab Dukcapil" };

    internal IQueryable<Person> Of(PortalDbContext db) => Who switch
    {
        Everybody => db.Persons,
        Differing => db.Persons.Where(person => person.CivilMatch != null && person.CivilMatch != CivilMatch.Agrees),
        _ => db.Persons.Where(person => person.CivilMatch == null),
    };
}

/// <summary>
/// The one file of the portal that holds full numbers: persons to be matched, in the columns in which the answer comes back. A family is noted as
/// seen, with the purpose, before its first number is opened.
/// </summary>
internal sealed class MatchingExport(PortalDbContext db, Sealer sealer, AreaDirectory areas, Accesses accesses)
{
    public async IAsyncEnumerable<IReadOnlyList<ExportCell>> RowsAsync(MatchingAsk ask, string purpose)
    {
        var persons = from person in ask.Of(db)
                      join household in db.Households on person.HouseholdId equals household.Id
                      orderby person.AreaCode, person.HouseholdId, person.Id
                      select new { person.PublicId, Household = household.PublicId, person.Nik, person.Name, person.BirthDate, person.Sex, person.AreaCode };
        var (seen, number) = (Guid.Empty, 0);
        await foreach (var person in persons.AsAsyncEnumerable())
        {
            if (person.Household != seen)
                accesses.Note(seen = person.Household, AccessChannel.MatchingExport, purpose);
            var village = AreaCode.Parse(person.AreaCode).AtLevel(AreaLevel.Village);
            var nik = person.Nik is { } sealedNumber ? sealer.Open(sealedNumber.Bytes, SealedField.PersonNik, person.PublicId) : "";
            yield return
            [
                ExportCell.Of(++number), ExportCell.Of(person.PublicId.ToString()), ExportCell.Code(nik), ExportCell.Of(person.Name),
                ExportCell.Of(person.BirthDate is { } day ? Indonesian.TypedDate(day) : ""), ExportCell.Of(PersonWords.Sexes.Label(person.Sex, "")),
                ExportCell.Of(areas.NameOf(village)), ExportCell.Code(village.Digits), .. Enumerable.Repeat(ExportCell.Of(""), Answered),
            ];
        }
    }

    // Columns that the civil registry fills in.
    private const int Answered = 7;
}
