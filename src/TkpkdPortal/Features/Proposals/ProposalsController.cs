using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Privacy;
using TkpkdPortal.Proposing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Visiting;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Proposals;

/// <summary>Families that are on no list: proposed after a search for doubles, checked by somebody else, and followed to the decree.</summary>
[Route("usulan")]
public sealed class ProposalsController(PortalDbContext db, ProposalDesk desk, SimilarHouseholds similar, VisitNumbers numbers, ActingUser user, AreaDirectory areas, OfficeClock clock, Accesses accesses, SearchLimit limit) : PortalController
{
    private const string Purpose = "Pencarian ganda untuk usulan baru";

    [HttpGet(""), RequirePermission(Permission.ViewProposals)]
    public async Task<IActionResult> Index(ProposalFilter filter, ListAsk ask, CancellationToken ct)
    {
        AreaCode? area = null;
        if (filter.Area is not null && !(areas.TryFind(filter.Area, out area) && user.AreasOf(Permission.ViewProposals).Any(own => own.Contains(area.Value))))
            return NotFound();
        return View(nameof(Index), await ProposalList.ForAsync(db, user, filter, area, ask, ct));
    }

    /// <summary>A name that is sought is posted; an action of its own, or every redirect to the list would lead here.</summary>
    [HttpPost("cari"), RequirePermission(Permission.ViewProposals)]
    public Task<IActionResult> Seek(ProposalFilter filter, ListAsk ask, CancellationToken ct) => Index(filter, ask, ct);

    [HttpGet("baru"), RequirePermission(Permission.ProposeHouseholds)]
    public async Task<IActionResult> Form(CancellationToken ct) => View(await PageAsync(new ProposalForm { Id = Guid.CreateVersion7() }, ct));

    /// <summary>First looks for doubles and shows them; proposes when whoever saw them says that they are others.</summary>
    [HttpPost("baru"), RequirePermission(Permission.ProposeHouseholds)]
    public async Task<IActionResult> Form([Bind(Prefix = nameof(ProposalPage.Form))] ProposalForm form, CancellationToken ct)
    {
        var page = await PageAsync(form, ct);
        if (form.Step == ProposalForm.Change)
            return Again(page);
        if (form.Read(desk, numbers, clock.Today, ModelState) is not { } terms)
            return Incomplete(nameof(Form), page);
        if (await limit.SearchAsync(SearchLimit.ProposalSearched, AreaCode.Parse(terms.AreaCode), ct) is { IsAccepted: false } tooMany)
            return await RefusedAsync(db, tooMany, nameof(Form), page);
        var found = await similar.FindForProposerAsync(SoughtFamily.Of(terms), ct);
        if (form.Step != ProposalForm.Send || form.Stamp != SimilarHousehold.StampOf(found))
            return Shown(page, terms, found);
        return await SentAsync(page, terms, found.Count, ct);
    }

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewProposals)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct)
    {
        if (await ProposalDetails.ForAsync(db, user, similar, id, ct) is not { } page)
            return NotFound();
        Note(page.Found);
        return View(nameof(Details), page);
    }

    [HttpPost("{id:guid}"), RequirePermission(Permission.CheckProposals)]
    public async Task<IActionResult> Check(Guid id, [Bind(Prefix = nameof(ProposalDetails.Form))] CheckForm form, CancellationToken ct)
    {
        if (await ProposalDetails.ForAsync(db, user, similar, id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Form = form });
        var (checking, refusal) = form.Version != page.Proposal.Version ? (Checking.Stale, default) : await form.DecideAsync(desk, page.Proposal, ct);
        if (checking is Checking.Stale)
            return await StaleAsync(id, form, ct);
        if (checking is Checking.Refused)
            return await RefusedAsync(db, refusal, nameof(Details), page with { Form = form with { Version = page.Proposal.Version } }, page.Proposal);
        SayDone(form.Sentence(page.Proposal));
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<IActionResult> SentAsync(ProposalPage page, ProposalTerms terms, int similarSeen, CancellationToken ct)
    {
        var (outcome, proposal) = await desk.ProposeAsync(page.Form.Id, terms, clock.Today, similarSeen, arrive: null, ct);
        if (proposal is null)
            return await RefusedAsync(db, outcome, nameof(Form), page);
        SayDone($"Keluarga {proposal.HeadName} diusulkan dan menunggu pemeriksaan.");
        return RedirectToAction(nameof(Details), new { id = proposal.PublicId });
    }

    private Task<ProposalPage> PageAsync(ProposalForm form, CancellationToken ct) => ProposalPage.ForAsync(user, areas, desk, form, ct);

    private ViewResult Shown(ProposalPage page, ProposalTerms terms, IReadOnlyList<SimilarHousehold> found)
    {
        Note(found);
        // What it carries on is what was posted; the stamp and the button are its own.
        string[] own = [$"Form.{nameof(ProposalForm.Step)}", $"Form.{nameof(ProposalForm.Stamp)}"];
        return View("Similar", page with
        {
            Found = found,
            Proposed = ProposedLine.Of(terms),
            Posted = [.. Request.Form.Where(pair => pair.Key.StartsWith("Form.", StringComparison.Ordinal) && !own.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))],
        });
    }

    private ViewResult Again(ProposalPage page)
    {
        ModelState.Clear();
        return View(nameof(Form), page);
    }

    private async Task<IActionResult> StaleAsync(Guid id, CheckForm form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        ModelState.Clear();
        if (await ProposalDetails.ForAsync(db, user, similar, id, ct) is not { } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Details), page with { Form = form with { Stamp = page.Form.Stamp, Version = page.Form.Version }, ChangedMeanwhile = true });
    }

    private void Note(IReadOnlyList<SimilarHousehold> found) => accesses.Note(found.Select(one => one.Id), AccessChannel.DuplicateSearch, Purpose);
}
