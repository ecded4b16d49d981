using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.UnitTests.Domain;

/// <summary>The smallest valid things a test can talk about; each test states only what matters to it.</summary>
internal static class Given
{
    /// <summary>Desa Kelinjau Ulu and kelurahan Kameloh Baru: one of each kind of village.</summary>
    public const string Desa = "64.08.03.2001.", Kelurahan = "62.71.03.1005.";

    public const long Enumerator = 7, VillageHead = 8;

    public static readonly DateOnly Today = new(2025, 12, 1);

    public static readonly DateTime Now = new(2025, 12, 1, 2, 30, 0, DateTimeKind.Utc);

    /// <summary>An invented number: digits 5–6 are 99.</summary>
    public static string Digits(string place = "640899", string birth = "120383", string sequence = "0001") => place + birth + sequence;

    public static Nik Nik(string birth = "120383", string sequence = "0001") =>
        TkpkdPortal.Domain.People.Nik.TryParse(Digits(birth: birth, sequence: sequence), out var nik)
            ? nik : throw new InvalidOperationException("The test's own number is faulty.");

    public static IndexedNumber Sealed(byte seed = 1) => new(new SealedNumber([seed, 2, 3], "640899••••••••••"), [seed, 9]);

    public static PersonDetails Person(string name = "Siti Aminah", Relationship relationship = Relationship.Head) => new(name, relationship);

    public static Household Household(string area = Desa, long id = 11, PersonDetails? head = null) =>
        new(Guid.CreateVersion7(), area, head ?? Person(), Guid.CreateVersion7(), isTestData: true, id);

    /// <summary>All that a submission needs of a family that was met.</summary>
    public static VisitAnswers Answers() => new()
    {
        VisitedOn = Today,
        Presence = Presence.Found,
        Respondent = "Siti Aminah, kepala keluarga",
        Eligibility = Eligibility.ExtremelyPoor,
    };

    public static Visit Visit(VisitAnswers? answers = null, Household? household = null)
    {
        var visit = (household ?? Household()).OpenVisit(Guid.CreateVersion7(), Enumerator, number: 1);
        Assert.True(visit.Save(answers ?? Answers(), Now).IsAccepted);
        return visit;
    }

    public static Visit Submitted(VisitAnswers? answers = null, Household? household = null)
    {
        var visit = Visit(answers, household);
        Assert.Null(visit.Submit(Today, Now).Refusal);
        return visit;
    }

    public static Visit Approved(VisitAnswers answers, Household household)
    {
        var visit = Submitted(answers, household);
        Assert.Null(visit.Approve(VillageHead, Now).Refusal);
        return visit;
    }

    public static AidProgram Program(FundSource source = FundSource.RegionalApbd) =>
        new("Rehabilitasi rumah", opdId: 3, AidStrategy.ReduceExpenses, source, 2025);
}
