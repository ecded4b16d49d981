using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Profiles;

/// <summary>An RT of the village, or the families whose RT nobody knows: families and members in the register, families of decile 1, and families that were visited.</summary>
public sealed record ProfileNeighbourhood(string AreaCode, int Families, int Members, int FirstDecile, int Visited);

/// <summary>Members of one age by sex; null where the birth date is not known.</summary>
public sealed record ProfileAge(string Label, int Male, int Female, int Unsaid);

/// <summary>A need of the village with the OPDs whose duty it is.</summary>
public sealed record ProfileNeed(string Name, IReadOnlyList<string> Opds, int Needing, int Met, int Planned, int Nobody, int Unknown);

/// <summary>Everything that the two sides of a village's profile print, of the register and the aid of this year.</summary>
public sealed record VillageProfile(AreaCode Village, DateTime At)
{
    private static readonly (int From, int Until, string Label)[] Ages = [(0, 6, "0–6"), (7, 12, "7–12"), (13, 15, "13–15"), (16, 18, "16–18"), (19, 21, "19–21"), (22, 59, "22–59"), (60, 150, "60 ke atas")];

    public required string List { get; init; }

    public required IReadOnlyList<ProfileNeighbourhood> Neighbourhoods { get; init; }

    public required IReadOnlyList<ProfileAge> People { get; init; }

    public required IReadOnlyList<ProfileNeed> Needs { get; init; }

    /// <summary>Known needs of all families together, and those that are met.</summary>
    public int AllNeeds { get; init; }

    public int MetNeeds { get; init; }

    public required AreaLacks Housing { get; init; }

    /// <summary>The same of the whole office, for whoever sees it.</summary>
    public AreaLacks? OfficeHousing { get; init; }

    public required IReadOnlyList<AidFigure> Aid { get; init; }

    public required IReadOnlyList<(string Name, int Families)> ToMend { get; init; }

    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    public int Families => Neighbourhoods.Sum(line => line.Families);

    public int Members => Neighbourhoods.Sum(line => line.Members);

    public int FirstDecile => Neighbourhoods.Sum(line => line.FirstDecile);

    public int Visited => Neighbourhoods.Sum(line => line.Visited);

    public int UnmetNeeds => AllNeeds - MetNeeds;

    public static async Task<VillageProfile> OfAsync(PortalDbContext db, NeedTallies tallies, DecisionReach reach, OfficeSettings office, OfficeClock clock, AreaCode village, CancellationToken ct)
    {
        var (at, today) = (clock.UtcNow, clock.Today);
        var scope = await FigureScope.ForAsync(db, village, null, at, ct);
        var tally = (await tallies.OfAsync(today.Year, village, ct)).GetValueOrDefault(village.Stored) ?? new NeedTally();
        return new VillageProfile(village, at)
        {
            List = scope.Release?.Title ?? "belum ada daftar",
            Neighbourhoods = await NeighbourhoodsAsync(db, village, ct),
            People = await PeopleAsync(db, village, today, ct),
            Needs = await NeedsAsync(db, tally, ct),
            AllNeeds = tally.Needs,
            MetNeeds = tally.MetNeeds,
            Housing = (await HousingFigures.OfAsync(db, scope, ct)).Total,
            OfficeHousing = db.Scope.Covers(office.Area.Stored) ? (await HousingFigures.OfAsync(db, await FigureScope.ForAsync(db, office.Area, null, at, ct), ct)).Total : null,
            Aid = [.. (await AidFigure.OfAsync(db, scope, ct)).Where(aid => aid.Reached > 0).OrderByDescending(aid => aid.Reached)],
            ToMend = await ToMendAsync(db, village, today, ct),
            Decisions = await reach.ReadAsync(DecisionLines.OfVillage(db, village), ct),
        };
    }

    private static async Task<IReadOnlyList<ProfileNeighbourhood>> NeighbourhoodsAsync(PortalDbContext db, AreaCode village, CancellationToken ct) =>
        [.. (await db.Households.AsNoTracking().In(village).GroupBy(household => household.AreaCode).Select(rt => new ProfileNeighbourhood(rt.Key, rt.Count(), rt.Sum(household => household.MemberCount),
            rt.Count(household => household.DecileCode == 1), rt.Count(household => household.VerifiedOn != null))).ToListAsync(ct)).OrderBy(line => line.AreaCode.Length == village.Stored.Length).ThenBy(line => line.AreaCode, StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<ProfileAge>> PeopleAsync(PortalDbContext db, AreaCode village, DateOnly today, CancellationToken ct)
    {
        var people = await db.Persons.AsNoTracking().Where(person => db.Households.In(village).Any(household => household.Id == person.HouseholdId)).Select(person => new { person.Sex, person.BirthDate }).ToListAsync(ct);
        // A day of birth that is not known, or that cannot be, stands in no group.
        var groups = people.ToLookup(person => Array.FindIndex(Ages, age => person.BirthDate is { } born && NeedRules.AgeOn(born, today) is var years && years >= age.From && years <= age.Until));
        ProfileAge LineOf(string label, int group) =>
            new(label, groups[group].Count(person => person.Sex is Sex.Male), groups[group].Count(person => person.Sex is Sex.Female), groups[group].Count(person => person.Sex is null));
        return [.. Ages.Select((age, group) => LineOf(age.Label, group)), LineOf("Belum diketahui", -1)];
    }

    private static async Task<IReadOnlyList<ProfileNeed>> NeedsAsync(PortalDbContext db, NeedTally tally, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.Duty != Need.None).OrderBy(opd => opd.ShortName).ToListAsync(ct);
        return [.. NeedWords.Of((Need)~0).Select(need => new ProfileNeed(NeedWords.Values.Label(need), [.. opds.Where(opd => opd.Duty.HasFlag(need)).Select(opd => opd.ShortName)], tally.Needing(need), tally.Of(need, NeedAid.Met), tally.Of(need, NeedAid.Planned),
            tally.Of(need, NeedAid.Nobody), tally.Of(need, NeedAid.Unknown))).OrderByDescending(need => need.Nobody)];
    }

    private static async Task<IReadOnlyList<(string, int)>> ToMendAsync(PortalDbContext db, AreaCode village, DateOnly today, CancellationToken ct)
    {
        var households = db.Households.AsNoTracking().In(village);
        return
        [
            ("Data belum lengkap", await LackingHouseholds.Any(households).CountAsync(ct)), ("Ada yang keliru", await FaultyHouseholds.Any(db, households, today).CountAsync(ct)),
            ("Kabar sudah lama", await FreshHouseholds.Stale(db, households, today).CountAsync(ct)), ("Usulan baru menunggu", await db.Proposals.AsNoTracking().In(village).CountAsync(proposal => proposal.Check == ProposalCheck.Waiting, ct)),
            ("Sanggahan terbuka", await db.Objections.AsNoTracking().In(village).CountAsync(objection => objection.State == ObjectionState.Received || objection.State == ObjectionState.Verified, ct)),
        ];
    }
}
