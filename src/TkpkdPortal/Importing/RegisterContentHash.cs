using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Importing;

/// <summary>
/// Fingerprint of what the register or one import says: SHA-256 over a canonical, opened export ordered by list, release and the list's ids,
/// without keys, ids, envelopes and times. Two registers with the same content have the same hash, whatever happened on the way.
/// </summary>
public sealed class RegisterContentHash(PortalDbContext db, Sealer sealer)
{
    private const int WrittenAtOnce = 32 * 1024, LongestLength = 16, ReadAtOnce = 1_000;

    private static readonly byte[] Nothing = [];

    public Task<byte[]> OfRegisterAsync(CancellationToken ct) => HashAsync(db.ListedHouseholds, db.ListedPersons, withRegister: true, ct);

    /// <summary>What one import brought, published or not.</summary>
    /// <remarks>All of it lies in the area of whoever loads it; without a range of areas in the question SQLite reads along the lists' ids, in whose order it is told.</remarks>
    public Task<byte[]> OfImportAsync(long changeSetId, CancellationToken ct) => HashAsync(
        db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published, FilterNames.Area]).Where(row => row.ChangeSetId == changeSetId),
        db.ListedPersons.IgnoreQueryFilters([FilterNames.Published, FilterNames.Area]).Where(row => row.ChangeSetId == changeSetId), withRegister: false, ct);

    private async Task<byte[]> HashAsync(IQueryable<ListedHousehold> families, IQueryable<ListedPerson> persons, bool withRegister, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new ArrayBufferWriter<byte>(2 * WrittenAtOnce);
        foreach (var release in await db.ListReleases.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().OrderBy(r => r.List).ThenBy(r => r.Name).ToListAsync(ct))
        {
            await ReadAsync(Facts(families.Where(row => row.ReleaseId == release.Id && row.SupersededById == null).OrderBy(row => row.FamilyListId)), row => Add(hash, text,
                [release.Title, .. Facts(row, SealedField.ListedHouseholdNik), row.Housing.ToString(), Open(row.FamilyCard, SealedField.ListedHouseholdFamilyCard, row.PublicId), row.SourceAreaCode,
                    Text(row.ProvincialDecileCode), Text(row.RegencyDecileCode), Text(row.StatedMembers)]), ct);
            await ReadAsync(Facts(persons.Where(row => row.ReleaseId == release.Id && row.SupersededById == null).OrderBy(row => row.PersonListId)), row => Add(hash, text,
                [release.Title, row.PersonListId, .. Facts(row, SealedField.ListedPersonNik), Text(row.Relationship), Text(row.MaritalStatus)]), ct);
        }
        foreach (var statement in await StatementsAsync(persons, ct))
            Add(hash, text, statement);
        if (withRegister)
            await AddRegisterAsync(hash, text, ct);
        hash.AppendData(text.WrittenSpan);
        return hash.GetHashAndReset();
    }

    // While some rows are told the next are read.
    private static async Task ReadAsync<T>(IQueryable<T> rows, Action<T> tell, CancellationToken ct)
    {
        var (told, read) = (Task.CompletedTask, new List<T>(ReadAtOnce));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            read.Add(row);
            if (read.Count < ReadAtOnce)
                continue;
            await told;
            var ready = read;
            (told, read) = (Task.Run(() => ready.ForEach(tell), CancellationToken.None), new List<T>(ReadAtOnce));
        }
        await told;
        read.ForEach(tell);
    }

    // What is told of a row and no more: its sealed cells are more than half of it.
    private static IQueryable<ListedHousehold> Facts(IQueryable<ListedHousehold> rows) => rows.AsNoTracking().Select(row => new ListedHousehold
    {
        PublicId = row.PublicId,
        FamilyListId = row.FamilyListId,
        AreaCode = row.AreaCode,
        DecileCode = row.DecileCode,
        Address = row.Address,
        Name = row.Name,
        Nik = row.Nik,
        MatchesCivilRegistry = row.MatchesCivilRegistry,
        Sex = row.Sex,
        BirthDate = row.BirthDate,
        Occupation = row.Occupation,
        Education = row.Education,
        Aid = row.Aid,
        StuntingRisk = row.StuntingRisk,
        Housing = row.Housing,
        FamilyCard = row.FamilyCard,
        SourceAreaCode = row.SourceAreaCode,
        ProvincialDecileCode = row.ProvincialDecileCode,
        RegencyDecileCode = row.RegencyDecileCode,
        StatedMembers = row.StatedMembers,
        ContentHash = Nothing,
        SealedRaw = Nothing,
    });

    private static IQueryable<ListedPerson> Facts(IQueryable<ListedPerson> rows) => rows.AsNoTracking().Select(row => new ListedPerson
    {
        PublicId = row.PublicId,
        FamilyListId = row.FamilyListId,
        PersonListId = row.PersonListId,
        AreaCode = row.AreaCode,
        DecileCode = row.DecileCode,
        Address = row.Address,
        Name = row.Name,
        Nik = row.Nik,
        MatchesCivilRegistry = row.MatchesCivilRegistry,
        Sex = row.Sex,
        BirthDate = row.BirthDate,
        Occupation = row.Occupation,
        Education = row.Education,
        Aid = row.Aid,
        StuntingRisk = row.StuntingRisk,
        Relationship = row.Relationship,
        MaritalStatus = row.MaritalStatus,
        ContentHash = Nothing,
        SealedRaw = Nothing,
    });

    private async Task<List<string?[]>> StatementsAsync(IQueryable<ListedPerson> persons, CancellationToken ct)
    {
        // Filters that the persons pass by are passed by in the whole question.
        var rows = await (from statement in db.SheetStatements.AsNoTracking()
                          join person in persons on statement.ListedPersonId equals person.Id
                          join release in db.ListReleases on person.ReleaseId equals release.Id
                          where person.SupersededById == null
                          orderby release.List, release.Name, person.PersonListId
                          select new { release, person.PersonListId, statement }).ToListAsync(ct);
        return [.. rows.Select(row => (string?[])[row.release.Title, row.PersonListId, Text(row.statement.Agreed), Text(row.statement.HeldOn), Text(row.statement.Presence),
            Text(row.statement.MeetsCriteria), row.statement.Reason, row.statement.Note, row.statement.NameBefore, Text(row.statement.IsNikCorrected),
            Open(row.statement.FamilyCard, SealedField.SheetFamilyCard, row.statement.PublicId), row.statement.Housing.ToString()])];
    }

    private async Task AddRegisterAsync(IncrementalHash hash, ArrayBufferWriter<byte> text, CancellationToken ct)
    {
        var households = from key in db.ListKeys.AsNoTracking()
                         join household in db.Households.Include(h => h.Members) on key.HouseholdId equals household.Id
                         orderby key.List, key.FamilyListId
                         select new { key.List, key.FamilyListId, household };
        await foreach (var row in households.AsAsyncEnumerable().WithCancellation(ct))
        {
            Add(hash, text, [Text(row.List), row.FamilyListId, .. Facts(row.household)]);
            foreach (var facts in row.household.Members.Select(Facts).OrderBy(facts => string.Join('\u001f', facts), StringComparer.Ordinal))
                Add(hash, text, facts);
        }
    }

    private string?[] Facts(ListedRow row, SealedField nikField) =>
    [
        row.FamilyListId, row.AreaCode, Text(row.DecileCode), row.Address, row.Name, Open(row.Nik, nikField, row.PublicId), Text(row.MatchesCivilRegistry),
        Text(row.Sex), Text(row.BirthDate), Text(row.Occupation), Text(row.Education), Text(row.Aid), Text(row.StuntingRisk),
    ];

    private string?[] Facts(Household row) =>
    [
        row.AreaCode, row.Address, row.HeadName, Open(row.FamilyCard, SealedField.HouseholdFamilyCard, row.PublicId), Text(row.FamilyCardAbsence),
        Text(row.MemberCount), Text(row.DecileCode), row.Housing.ToString(), Text(row.StuntingRisk), Text(row.Needs), Text(row.UnknownNeeds), Text(row.InsuredByState), Text(row.Verified), Text(row.Decided), Text(row.Presence),
        Text(row.Eligibility), Text(row.VerifiedOn), Text(row.IsTestData),
    ];

    private string?[] Facts(Person row) =>
    [
        row.Name, Open(row.Nik, SealedField.PersonNik, row.PublicId), Text(row.NikAbsence), Text(row.Relationship), Text(row.Sex), Text(row.BirthDate),
        Text(row.MaritalStatus), Text(row.Occupation), Text(row.Education), Text(row.MatchesCivilRegistry),
    ];

    private string? Open(SealedNumber? number, SealedField field, Guid row) => number is null ? null : sealer.Open(number.Bytes, field, row);

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable and not Enum => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // Each field under its length, so that no two rows are told alike.
    private static void Add(IncrementalHash hash, ArrayBufferWriter<byte> text, ReadOnlySpan<string?> fields)
    {
        foreach (var field in fields)
        {
            if (field is null)
            {
                text.Write("-;"u8);
                continue;
            }
            var space = text.GetSpan(LongestLength + Encoding.UTF8.GetMaxByteCount(field.Length));
            field.Length.TryFormat(space, out var at, provider: CultureInfo.InvariantCulture);
            space[at++] = (byte)':';
            at += Encoding.UTF8.GetBytes(field, space[at..]);
            space[at++] = (byte)';';
            text.Advance(at);
        }
        text.Write("\n"u8);
        if (text.WrittenCount < WrittenAtOnce)
            return;
        hash.AppendData(text.WrittenSpan);
        text.Clear();
    }
}
