using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Statistics;

/// <summary>What of a village counts for its place among the loci; each is a share from 0 to 100, absolute and no rank, so that a village's score does not move because another's did.</summary>
public enum LocusIndicator
{
    /// <summary>The village's part of all families of decile 1 in the office: where they live together.</summary>
    Concentration = 1,

    /// <summary>Families that a visit found extremely poor, of those that were visited.</summary>
    ExtremelyPoor = 2,

    /// <summary>Families of decile 1, of those whose decile is known.</summary>
    FirstDecile = 3,

    /// <summary>Families of deciles 1 to 3.</summary>
    FirstThreeDeciles = 4,

    /// <summary>Needs that nobody has met this year, of all known needs.</summary>
    UnmetNeeds = 5,

    /// <summary>Families at risk of stunting, of those of which it is known.</summary>
    Stunting = 6,
}

/// <summary>The words for <see cref="LocusIndicator"/>.</summary>
public static class LocusWords
{
    public static CodedValues<LocusIndicator> Values { get; } = new(
        (LocusIndicator.Concentration, "Bagian dari KK desil 1 seluruh wilayah"), (LocusIndicator.ExtremelyPoor, "Miskin ekstrem menurut kunjungan"), (LocusIndicator.FirstDecile, "KK desil 1"),
        (LocusIndicator.FirstThreeDeciles, "KK desil 1 sampai 3"), (LocusIndicator.UnmetNeeds, "Kebutuhan yang belum terpenuhi"), (LocusIndicator.Stunting, "KK berisiko stunting"));
}

/// <summary>How much each indicator weighs, in per cent of the score, and how many of all families of decile 1 the loci together hold.</summary>
public sealed record LocusWeights
{
    public const int Most = 60, LeastCoverage = 10, MostCoverage = 90;

    public int Concentration { get; init; } = 60;

    public int ExtremelyPoor { get; init; } = 15;

    public int FirstDecile { get; init; } = 5;

    public int FirstThreeDeciles { get; init; } = 5;

    public int UnmetNeeds { get; init; } = 10;

    public int Stunting { get; init; } = 5;

    /// <summary>The first villages by score are loci until they hold this part of all families of decile 1, in per cent.</summary>
    public int Coverage { get; init; } = 40;

    public int Of(LocusIndicator indicator) => indicator switch
    {
        LocusIndicator.Concentration => Concentration,
        LocusIndicator.ExtremelyPoor => ExtremelyPoor,
        LocusIndicator.FirstDecile => FirstDecile,
        LocusIndicator.FirstThreeDeciles => FirstThreeDeciles,
        LocusIndicator.UnmetNeeds => UnmetNeeds,
        _ => Stunting,
    };

    /// <summary>How many of the villages are loci, told by their families of decile 1 in the order of their scores.</summary>
    public int LociAmong(IReadOnlyList<int> firstDecile)
    {
        var (loci, held, all) = (0, 0, firstDecile.Sum());
        for (; loci < firstDecile.Count && held * 100L < (long)all * Coverage; loci++)
            held += firstDecile[loci];
        return loci;
    }

    /// <summary>No indicator decides alone, none counts against a village, and together they are the whole.</summary>
    public Outcome Check()
    {
        var all = LocusWords.Values.All.Select(Of).ToList();
        if (all.Exists(weight => weight is < 0 or > Most))
            return Outcome.Refuse($"Setiap bobot antara 0 dan {Most}: tidak ada ukuran yang menentukan sendirian.");
        if (all.Sum() != 100)
            return Outcome.Refuse($"Jumlah bobot harus 100, sekarang {all.Sum()}.");
        return Coverage is < LeastCoverage or > MostCoverage ? Outcome.Refuse($"Cakupan lokus antara {LeastCoverage} dan {MostCoverage} persen.") : Outcome.Accepted;
    }
}

/// <summary>
/// Cara menentukan lokus: the weights that hold from an adoption on, with number, source and reason, so that a list of loci can be read with the method under which it was made. RPKD must name its
/// priority locations (Permendagri 53/2020); how is the office's to say.
/// </summary>
public sealed class LocusMethod
{
    public const int SourceMaxLength = 300, ReasonMaxLength = 300;

    /// <summary>The method of the program, until an office sets its own (docs/decisions/0043).</summary>
    public static readonly LocusMethod Given = new() { Source = "Bawaan portal: ukuran mutlak yang dijumlahkan, dengan jumlah dan persen berdampingan" };

    private LocusMethod() => (Source, Reason) = ("", "");

    public long Id { get; private set; }

    /// <summary>1 and on; 0 is the program's own.</summary>
    public int Number { get; private init; }

    public LocusWeights Weights { get; private init; } = new();

    public string Source { get; private init; }

    public string Reason { get; private init; }

    public long? AdoptedById { get; private init; }

    public DateTime? AdoptedAt { get; private init; }

    public Outcome Follow(LocusWeights weights, string? source, string? reason, long userId, DateTime utc, out LocusMethod? next)
    {
        next = null;
        if (weights.Check() is { IsAccepted: false } refused)
            return refused;
        if (weights == Weights)
            return Outcome.Refuse("Bobot dan cakupannya sama dengan yang sedang berlaku.");
        if (string.IsNullOrWhiteSpace(source))
            return Outcome.Refuse("Tulis dasarnya: RPKD, keputusan, atau berita acara rapat.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis mengapa bobot diubah.");
        next = new LocusMethod { Number = Number + 1, Weights = weights, Source = source.Trim(), Reason = reason.Trim(), AdoptedById = userId, AdoptedAt = utc };
        return Outcome.Accepted;
    }
}
