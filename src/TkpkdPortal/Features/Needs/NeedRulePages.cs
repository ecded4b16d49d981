using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Needs;

namespace TkpkdPortal.Features.Needs;

/// <summary>A set of rules with whoever adopted it, and until when it held.</summary>
public sealed record NeedRuleRow(NeedRuleSet Set, string? By, DateOnly? Until);

/// <summary>All sets, the newest first.</summary>
public sealed record NeedRuleList(IReadOnlyList<NeedRuleRow> Rows)
{
    public const string Path = "/kebutuhan/aturan";

    public NeedRuleRow InForce => Rows[0];

    public static async Task<NeedRuleList> ForAsync(PortalDbContext db, CancellationToken ct)
    {
        var sets = await db.NeedRuleSets.AsNoTracking().OrderByDescending(set => set.Number)
            .Select(set => new { set, By = db.Users.Where(user => user.Id == set.AdoptedById).Select(user => user.FullName).FirstOrDefault() }).ToListAsync(ct);
        return new NeedRuleList([.. sets.Select((row, i) => new NeedRuleRow(row.set, row.By, i == 0 ? null : sets[i - 1].set.ValidFrom))]);
    }
}

/// <summary>What other rules would change, before anybody adopts them.</summary>
public sealed record NeedRulePreview(NeedRuleForm Form, NeedRuleSet InForce, NeedTerms Terms, NeedPreview Changes)
{
    /// <summary>The needs whose rule is another, in the words of both.</summary>
    public IEnumerable<(Need Need, string Before, string After)> Differing => NeedTermsWords.Of(InForce.Terms).Zip(NeedTermsWords.Of(Terms), (before, after) => (before.Need, before.Sentence, after.Sentence))
        .Where(line => line.Item2 != line.Item3);
}

/// <summary>The terms in a sentence for each need.</summary>
public static class NeedTermsWords
{
    public static IReadOnlyList<(Need Need, string Sentence)> Of(NeedTerms terms) =>
    [
        (Need.Food, $"Desil {Deciles(terms.FoodUpToDecile)}. Apakah bantuan pangan sudah tersalur tahun ini dijawab dalam kesenjangan, bukan di sini."),
        (Need.HealthInsurance, "Belum diketahui sampai ditanyakan; terjawab bila DTSEN menyebut iurannya dibayar pemerintah (PBI)."),
        (Need.Schooling, $"Anak {terms.SchoolFrom}–{terms.SchoolTo} tahun yang pendidikannya {Any(terms.OutOfSchool, PersonWords.Educations)}."),
        (Need.DecentHouse, $"Sedikitnya {terms.PoorParts} bagian tidak layak: atap {Any(terms.PoorRoofs, HousingWords.Roofs)}; dinding {Any(terms.PoorWalls, HousingWords.Walls)}; lantai {Any(terms.PoorFloors, HousingWords.Floors)}."
            + (terms.FloorsAlone.Count == 0 ? "" : $" Lantai {Any(terms.FloorsAlone, HousingWords.Floors)} cukup sendiri.")),
        (Need.DrinkingWater, $"Air minum {Any(terms.PoorWaters, HousingWords.DrinkingWaters)}."),
        (Need.Sanitation, $"Fasilitas buang air besar dijawab {Any(terms.PoorToilets, HousingWords.Toilets)}."),
        (Need.Electricity, $"Penerangan {Any(terms.PoorLightings, HousingWords.Lightings)}."),
        (Need.Work, $"Anggota {terms.WorkFrom}–{terms.WorkTo} tahun yang pekerjaannya {Any(terms.WithoutWork, PersonWords.Occupations)}. Siswa dan mahasiswa tidak dihitung."
            + (terms.AsksSpouses ? " Istri atau suami yang tidak bekerja mungkin mengurus rumah tangga: ditanyakan, tidak dihitung." : "")),
        (Need.Business, $"Anggota {terms.BusinessFrom} tahun ke atas yang pekerjaannya {Any(terms.Businesses, PersonWords.Occupations)}, desil {Deciles(terms.BusinessUpToDecile)}."),
        (Need.Stunting, $"Keluarga yang dinyatakan berisiko stunting. Anak di bawah {terms.ToddlerUnder} tahun tanpa keterangan: ditanyakan, tidak dihitung."),
        (Need.ElderlyOrDisabled, $"{(terms.EldersTogether == 1 ? "Satu orang" : $"Satu sampai {terms.EldersTogether} orang")} berumur {terms.ElderlyFrom} tahun ke atas tanpa anggota yang lebih muda. Disabilitas belum diketahui sampai ditanyakan."),
        (Need.CivilDocuments, terms.CountsUnmatched ? "Anggota yang belum punya NIK, atau yang NIK-nya tidak padan di Dukcapil." : "Anggota yang belum punya NIK."),
    ];

    private static string Deciles(int upTo) => upTo == 1 ? "1" : $"1 sampai {upTo}";

    private static string Any<T>(CodeSet<T> answers, CodedValues<T> words)
        where T : struct, Enum => answers.Count == 0 ? "(tidak ada jawaban yang dipilih)" : string.Join(", ", answers.All.Select(answer => $"“{words.Label(answer)}”"));
}
