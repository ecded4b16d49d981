using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Welfare;

/// <summary>The fact that raises a need, or of which nobody knows.</summary>
public enum NeedFact
{
    Decile = 1,
    Roof = 2,
    Wall = 3,
    Floor = 4,
    DrinkingWater = 5,
    Toilet = 6,
    Lighting = 7,
    Education = 8,
    Occupation = 9,

    /// <summary>Whether a spouse who does not work runs the household.</summary>
    RunsHousehold = 10,
    StuntingRisk = 11,
    Insurance = 12,
    Disability = 13,

    /// <summary>Whether old people live without anybody younger.</summary>
    Alone = 14,
    Nik = 15,
    CivilMatch = 16,
    BirthDate = 17,

    /// <summary>Who beside the head belongs to the family.</summary>
    Members = 18,
}

/// <summary>Who says a fact, with its day: "kunjungan 3 November 2026".</summary>
public sealed record NeedSource(string Words);

/// <summary>One fact that raises a need, or one question that is open about it; of a member, with the name.</summary>
public sealed record NeedReason(Need Need, NeedState State, NeedFact Fact, string Value)
{
    public string? Member { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>Age in full years on the day that was asked about.</summary>
    public int? Age { get; init; }

    public NeedSource? Source { get; init; }

    /// <summary>The fact as a clerk would say it: "lantai tanah", "Rahmat (9 tahun) tidak tamat SD/sederajat".</summary>
    public string Says => Fact switch
    {
        NeedFact.Decile => $"desil {Value}",
        NeedFact.Roof => $"atap {Value.ToLowerInvariant()}",
        NeedFact.Wall => $"dinding {Value.ToLowerInvariant()}",
        NeedFact.Floor => $"lantai {Value.ToLowerInvariant()}",
        NeedFact.DrinkingWater => $"air minum dari {Value.ToLowerInvariant()}",
        NeedFact.Toilet => $"jawaban buang air besar “{Value}”",
        NeedFact.Lighting => $"penerangan {Value.ToLowerInvariant()}",
        NeedFact.Education or NeedFact.Occupation => $"{Who} {BegunLow(Value)}",
        NeedFact.StuntingRisk => "berisiko stunting",
        NeedFact.Alone => $"{Who} tinggal {Value}",
        NeedFact.Nik => $"{Member} belum punya NIK",
        NeedFact.CivilMatch => $"NIK {Member} tidak padan di Dukcapil",
        _ => throw new InvalidOperationException($"{Fact} raises nothing."),
    };

    /// <summary>What the next visit asks.</summary>
    public string Asks => Fact switch
    {
        NeedFact.Decile => "Desil keluarga ini belum diketahui dari daftar mana pun.",
        NeedFact.Roof => "Apa jenis atapnya?",
        NeedFact.Wall => "Apa jenis dindingnya?",
        NeedFact.Floor => "Apa jenis lantainya?",
        NeedFact.DrinkingWater => "Dari mana air minumnya?",
        NeedFact.Toilet => "Di mana keluarga ini buang air besar?",
        NeedFact.Lighting => "Apa sumber penerangannya?",
        NeedFact.Education => $"Apakah {Member} masih bersekolah?",
        NeedFact.Occupation => $"Apa pekerjaan {Member}?",
        NeedFact.RunsHousehold => $"Apakah {Member} mengurus rumah tangga, atau mencari kerja?",
        NeedFact.StuntingRisk => $"Apakah gizi {Member} baik? Adakah anggota yang hamil?",
        NeedFact.Insurance => "Apakah setiap anggota punya jaminan kesehatan yang aktif (PBI, dari pemberi kerja, atau bayar sendiri)?",
        NeedFact.Disability => "Adakah anggota dengan disabilitas?",
        NeedFact.Alone => $"Apakah {Member} tinggal sendiri?",
        NeedFact.CivilMatch => $"NIK {Member} belum dipadankan dengan Dukcapil.",
        NeedFact.BirthDate => $"Kapan {Member} lahir?",
        NeedFact.Members => "Siapa saja anggota keluarga ini selain kepala keluarga?",
        _ => throw new InvalidOperationException($"{Fact} is no question."),
    };

    // "Tidak tamat SD/sederajat" keeps its capitals within.
    private static string BegunLow(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private string Who => Age is { } years ? $"{Member} ({years} tahun)" : Member ?? "";
}

/// <summary>The sentence that explains a need on a household's page.</summary>
public static class NeedSentence
{
    /// <summary>"Rumah layak: lantai tanah dan dinding bambu menurut kunjungan 3 November 2026."</summary>
    public static string Of(Need need, IEnumerable<NeedReason> reasons) => $"{NeedWords.Values.Label(need)}: " + string.Join("; ",
        reasons.Where(reason => reason.Need == need && reason.State is NeedState.Present).GroupBy(reason => reason.Source?.Words)
            .Select(told => Indonesian.List([.. told.Select(reason => reason.Says)]) + (told.Key is null ? "" : $" menurut {told.Key}"))) + ".";

    /// <summary>The questions that are open, each once, under the needs that they decide.</summary>
    public static IReadOnlyList<(string Question, Need Needs)> Questions(IEnumerable<NeedReason> reasons) =>
        [.. reasons.Where(reason => reason.State is NeedState.Unknown).GroupBy(reason => reason.Asks, StringComparer.Ordinal).Select(asked => (asked.Key, asked.Aggregate(Need.None, (needs, reason) => needs | reason.Need)))];
}
