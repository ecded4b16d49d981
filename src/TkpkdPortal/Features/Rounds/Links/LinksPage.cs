using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Rounds;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rounds.Links;

/// <summary>The links of a round in the reader's villages, the newest first, and the families that heads of RT miss on the list.</summary>
public sealed record LinksPage(VerificationRound Round, IReadOnlyList<LinkRow> Links, IReadOnlyList<Choice> Neighbourhoods, IReadOnlyList<HintLine> Missing, LinkForm Form)
{
    private const int MostMissing = 50;

    public string Path => $"/verval/{Round.PublicId}/tautan";

    /// <summary>The RT where it is one of those that are offered.</summary>
    public AreaCode? AreaOf(string? code) => Neighbourhoods.Any(rt => rt.Value == code) && AreaCode.TryParse(code, out var area) ? area : null;

    /// <summary>An RT was named that is not among them: one elsewhere answers like one that does not exist.</summary>
    public bool IsStrange(string? code) => !string.IsNullOrEmpty(code) && AreaOf(code) is null;

    public static async Task<LinksPage> ForAsync(PortalDbContext db, AreaDirectory areas, VerificationRound round, LinkForm form, DateTime now, CancellationToken ct)
    {
        var links = await db.NeighbourhoodLinks.AsNoTracking().Where(link => link.RoundId == round.Id).OrderByDescending(link => link.Id).ToListAsync(ct);
        var said = await db.NeighbourhoodHints.Where(hint => hint.RoundId == round.Id).GroupBy(hint => hint.LinkId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var targets = await db.RoundTargets.Where(target => target.RoundId == round.Id && target.State != VerificationState.Cancelled).GroupBy(target => target.AreaCode)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new LinksPage(round, [.. links.Select(link => new LinkRow(link, link.IsOpen(round, now), said.GetValueOrDefault(link.Id)))],
            [.. targets.Where(rt => AreaCode.Parse(rt.Key).Rt is not null).OrderBy(rt => rt.Key, StringComparer.Ordinal).Select(rt => new Choice(rt.Key, $"{NameOf(areas, AreaCode.Parse(rt.Key))} ({rt.Count} KK)"))],
            await HintLine.MissingAsync(db, MostMissing, ct), form);
    }

    private static string NameOf(AreaDirectory areas, AreaCode rt) => $"RT {rt.Rt}{(rt.Rw is { } rw ? $", RW {rw}" : "")}, {areas.NameOf(rt.AtLevel(AreaLevel.Village))}";
}

/// <summary>A link with what became of it.</summary>
public sealed record LinkRow(NeighbourhoodLink Link, bool IsOpen, int Said)
{
    public string State => IsOpen ? "Berlaku" : Link.RevokedAt is not null ? "Dicabut" : "Berakhir";
}

/// <summary>For whom a link is, of which RT, for how long.</summary>
public sealed record LinkForm
{
    [Required(ErrorMessage = "Pilih RT yang boleh dilihat lewat tautan ini.")]
    public string? Neighbourhood { get; set; }

    public NeighbourhoodOffice Office { get; set; } = NeighbourhoodOffice.Rt;

    [Display(Name = "Nama"), Required(ErrorMessage = "Tulis nama ketua RT atau RW yang menerima tautan."), StringLength(NeighbourhoodLink.NameMaxLength), WithoutNumber]
    public string? Holder { get; set; }

    [Required(ErrorMessage = "Isi berapa hari tautan berlaku."), Range(1, NeighbourhoodLink.MostDays, ErrorMessage = "Tautan berlaku 1 sampai 7 hari.")]
    public int? Days { get; set; } = 3;
}
