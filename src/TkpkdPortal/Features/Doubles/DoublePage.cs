using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Proposing;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Doubles;

/// <summary>What the reader says of two families.</summary>
public enum DoubleAnswer
{
    Same = 1,
    Different = 2,
    Unsure = 3,
}

/// <summary>A decision with what the page showed; the members of the record that goes, each with the one whom it equals or nobody.</summary>
public sealed record DoubleForm
{
    [Required(ErrorMessage = "Pilih keputusan")]
    public DoubleAnswer? Answer { get; init; }

    /// <summary>The record that stays.</summary>
    public Guid? StayingId { get; init; }

    /// <summary>Of each member of the second family the one of the first who is the same person; empty for nobody.</summary>
    public Dictionary<Guid, Guid?> Same { get; init; } = [];

    [StringLength(DoublePair.NoteMaxLength), WithoutNumber]
    public string? Note { get; init; }

    public string? Stamp { get; init; }

    /// <summary>What the next page says.</summary>
    public string Done => Answer switch
    {
        DoubleAnswer.Same => "Kedua catatan digabung menjadi satu keluarga. Penggabungan bisa dicabut di halaman ini.",
        DoubleAnswer.Different => "Dicatat sebagai dua keluarga berbeda; tidak akan ditanyakan lagi.",
        _ => "Dicatat belum jelas; bantuan keduanya berjalan terus.",
    };
}

/// <summary>Why a decision is taken back.</summary>
public sealed record UndoForm
{
    [StringLength(DoublePair.NoteMaxLength), WithoutNumber]
    public string? Note { get; init; }

    public int Version { get; init; }
}

/// <summary>One of the two families, or of another area no more than initials and the village.</summary>
public sealed record DoubleSide(Household? Household, string HeadName, AreaCode Village)
{
    public IReadOnlyList<string> Aid { get; init; } = [];

    public IReadOnlyList<string> Lists { get; init; } = [];

    public int Visits { get; init; }

    public string Place => Household is { } own && AreaCode.Parse(own.AreaCode).Rt is { } rt ? $"RT {rt}" : "";
}

/// <summary>Two families side by side with what speaks for and against their being one, and what was decided.</summary>
public sealed record DoublePage(DoublePair Pair, DoubleSide First, DoubleSide Second, DoubleForm Form)
{
    public IReadOnlyList<(DoubleDecision Decision, string By)> Decisions { get; init; } = [];

    /// <summary>The merge that can be taken back.</summary>
    public HouseholdMerge? Merge { get; init; }

    public UndoForm Undo { get; init; } = new();

    /// <summary>Somebody decided, or one of the families changed, while the page was open.</summary>
    public bool ChangedMeanwhile { get; init; }

    public bool IsAcross => First.Household is null || Second.Household is null;

    public IReadOnlyList<ScorePart> Parts { get; } = ScorePart.Read(Pair.Parts);

    public static async Task<DoublePage?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.DoublePairs.Include(pair => pair.Decisions).SingleOrDefaultAsync(pair => pair.PublicId == id, ct) is not { } pair)
            return null;
        var ids = new[] { pair.FirstId, pair.SecondId };
        var households = await db.Households.IgnoreQueryFilters([FilterNames.Open]).Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
        var (first, second) = (await SideAsync(db, pair.FirstId, households, ct), await SideAsync(db, pair.SecondId, households, ct));
        if (first is null || second is null)
            return null;
        var by = pair.Decisions.Select(decision => decision.UserId).ToList();
        var names = await db.Users.Where(user => by.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, ct);
        return new DoublePage(pair, first, second, new DoubleForm { Stamp = StampOf(pair, first, second), StayingId = first.Household?.PublicId, Same = Likely(first.Household, second.Household) })
        {
            Decisions = [.. pair.Decisions.OrderBy(decision => decision.Id).Select(decision => (decision, names.GetValueOrDefault(decision.UserId, "")))],
            Merge = pair.State is DoubleState.Same ? await db.HouseholdMerges.Include(merge => merge.Rows).Where(merge => merge.PairId == pair.Id && merge.UndoneAt == null).OrderByDescending(merge => merge.Id).FirstOrDefaultAsync(ct) : null,
            Undo = new UndoForm { Version = pair.Version },
        };
    }

    /// <summary>Each field of both, and whether they differ; nothing of a family that is not the own.</summary>
    public IEnumerable<(string Label, string First, string Second, bool Differs)> Lines()
    {
        if (First.Household is not { } a || Second.Household is not { } b)
            yield break;
        foreach (var (label, of) in Fields)
        {
            var (one, other) = (of(a), of(b));
            yield return (label, one, other, !string.Equals(one, other, StringComparison.OrdinalIgnoreCase));
        }
        yield return ("Disebut daftar", Text(First.Lists), Text(Second.Lists), false);
        yield return ("Kunjungan", $"{First.Visits} kunjungan", $"{Second.Visits} kunjungan", false);
        yield return ("Bantuan", Text(First.Aid), Text(Second.Aid), false);
    }

    /// <summary>Another version of anything on the page has another stamp.</summary>
    private static string StampOf(DoublePair pair, DoubleSide first, DoubleSide second)
    {
        var versions = new[] { first.Household, second.Household }.OfType<Household>().SelectMany(h => h.Members.OrderBy(m => m.Id).Select(m => (m.PublicId, m.Version)).Prepend((h.PublicId, h.Version)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{pair.Version} {string.Join(' ', versions)}")))[..16];
    }

    private static readonly (string Label, Func<Household, string> Of)[] Fields =
    [
        ("Kepala keluarga", h => h.Members.Count == 0 ? h.HeadName : h.Head.Name),
        ("NIK kepala keluarga", h => h.Members.Count == 0 ? "–" : h.Head.Nik?.Mask ?? "belum ada"),
        ("Nomor KK", h => h.FamilyCard?.Mask ?? "belum ada"),
        ("Lahir", h => h.Members.Count > 0 && h.Head.BirthDate is { } born ? Indonesian.Date(born) : "belum diketahui"),
        ("Alamat", h => h.Address.Length == 0 ? "belum diketahui" : h.Address),
        ("Anggota", h => $"{Indonesian.Number(h.MemberCount)} jiwa"),
        ("Desil", h => h.Decile?.Label ?? "belum ada"),
        ("Kebutuhan", h => h.Needs == Need.None ? "tidak ada yang diketahui" : Text([.. NeedWords.Of(h.Needs).Select(need => NeedWords.Values.Label(need))])),
        ("Verifikasi lapangan", h => h.VerifiedOn is { } day ? Indonesian.Date(day) : "belum"),
    ];

    private static string Text(IReadOnlyList<string> lines) => lines.Count == 0 ? "tidak ada" : string.Join("; ", lines);

    // Who of the second is whom of the first, as far as a name and a birth date tell; a person corrects it.
    private static Dictionary<Guid, Guid?> Likely(Household? first, Household? second)
    {
        if (first is null || second is null)
            return [];
        var free = first.Members.ToList();
        return second.Members.OrderBy(member => member.IsHead ? 0 : 1).ToDictionary(member => member.PublicId, member =>
        {
            var own = free.OrderByDescending(other => LikenessOf(member, other)).FirstOrDefault(other => LikenessOf(member, other) > 0);
            if (own is not null)
                free.Remove(own);
            return own?.PublicId;
        });
    }

    private static int LikenessOf(Person one, Person other)
    {
        var (a, b) = (NameWords.Of(one.Name), NameWords.Of(other.Name));
        var hasNik = one.NikIndex is { } nik && other.NikIndex is { } own && nik.AsSpan().SequenceEqual(own);
        var shared = a.Count(word => b.Any(mine => mine == word || WordLikeness.IsNear(mine, word)));
        var isNamed = shared > 0 && shared == Math.Min(a.Count, b.Count);
        var isBorn = BirthLikeness.Of(one.BirthDate, other.BirthDate) is not DoublePart.OtherBirth;
        return (hasNik ? 8 : 0) + (isNamed && isBorn ? 4 : 0) + (isNamed && one.IsHead && other.IsHead ? 2 : 0);
    }

    private static async Task<DoubleSide?> SideAsync(PortalDbContext db, long id, Dictionary<long, Household> own, CancellationToken ct)
    {
        if (own.GetValueOrDefault(id) is not { } household)
        {
            return await db.Households.IgnoreQueryFilters([FilterNames.Area, FilterNames.Open]).AsNoTracking().Where(h => h.Id == id).Select(h => new { h.HeadName, h.AreaCode }).SingleOrDefaultAsync(ct) is { } foreign
                ? new DoubleSide(null, SimilarHousehold.InitialsOf(foreign.HeadName), AreaCode.Parse(foreign.AreaCode).AtLevel(AreaLevel.Village)) : null;
        }
        var aid = await (from given in db.Interventions.IgnoreQueryFilters([FilterNames.Duty, FilterNames.Area]).AsNoTracking()
                         join program in db.AidPrograms on given.ProgramId equals program.Id
                         where given.HouseholdId == id
                         orderby given.On descending, given.Id descending
                         select new { program.Name, given.On, given.State }).ToListAsync(ct);
        var lists = await (from row in db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
                           join release in db.ListReleases on row.ReleaseId equals release.Id
                           where row.HouseholdId == id && row.SupersededById == null
                           orderby release.ReleasedOn descending, row.Id
                           select new { release.List, release.Name, row.DecileCode }).ToListAsync(ct);
        return new DoubleSide(household, household.HeadName, AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village))
        {
            Aid = [.. aid.Select(line => $"{line.Name}, {Indonesian.ShortDate(line.On)} ({InterventionStateWords.Values.Label(line.State).ToLowerInvariant()})")],
            Lists = [.. lists.Select(line => $"{ListRelease.TitleOf(line.List, line.Name)}, desil {WelfareDecile.FromCode(line.DecileCode).Label}")],
            Visits = await db.Visits.IgnoreQueryFilters([FilterNames.Area]).CountAsync(visit => visit.HouseholdId == id, ct),
        };
    }
}
