using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.People;
using TkpkdPortal.HouseholdLists;
using TkpkdPortal.Settings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor.Decisions;

/// <summary>Writes the decisions of a meeting while it is open.</summary>
public sealed class MeetingDecisionDesk(PortalDbContext db, AreaDirectory areas, OfficeSettings office, OfficeClock clock)
{
    public async Task<MeetingDecisionPage?> PageAsync(CoordinationMeeting meeting, Guid? id, MeetingDecisionForm? form, CancellationToken ct)
    {
        var decision = id is null ? null : await db.MeetingDecisions.AsNoTracking().AsSplitQuery().Include(one => one.Support).Include(one => one.Areas).Include(one => one.Programs).Include(one => one.Cases).Include(one => one.Lists)
            .SingleOrDefaultAsync(one => one.MeetingId == meeting.Id && one.PublicId == id, ct);
        if (id is not null && decision is null)
            return null;
        var opds = await db.Opds.AsNoTracking().OrderBy(opd => opd.Name).ToListAsync(ct);
        var named = decision?.Programs.Select(one => one.ProgramId).ToList() ?? [];
        var programs = await db.AidPrograms.AsNoTracking().Where(program => program.Year >= meeting.On.Year - 1 || named.Contains(program.Id)).OrderBy(program => program.Name).ThenBy(program => program.Year)
            .Select(program => new { program.Id, program.PublicId, program.Name, program.Year }).ToListAsync(ct);
        form ??= decision is null ? new MeetingDecisionForm() : await FormOfAsync(decision, opds.ToDictionary(opd => opd.Id, opd => opd.PublicId), programs.ToDictionary(program => program.Id, program => program.PublicId), ct);
        return new MeetingDecisionPage(meeting, decision, [.. opds.Select(opd => new Choice(opd.PublicId.ToString(), opd.Name))], [.. programs.Select(program => new Choice(program.PublicId.ToString(), $"{program.Name} {program.Year}"))], form);
    }

    public async Task<Outcome> SaveAsync(MeetingDecisionPage page, MeetingDecisionForm form, CancellationToken ct)
    {
        // Counted before the turn of the writers, so that nobody waits for it.
        var (lists, unknown) = await ListsAsync(form, page.Decision?.Lists ?? [], ct);
        return unknown.IsAccepted ? await SaveAsync(page, form, lists, ct) : unknown;
    }

    private Task<Outcome> SaveAsync(MeetingDecisionPage page, MeetingDecisionForm form, IReadOnlyCollection<NamedList> lists, CancellationToken ct) => MeetingSteps.ChangeAsync(db, page.Meeting.Id, null, async meeting =>
    {
        var (outcome, terms) = await TermsAsync(form, ct);
        if (terms is null)
            return outcome;
        terms = terms with { Lists = lists };
        if (page.Decision is not { } seen)
            return await AddAsync(meeting, terms, ct);
        var cases = seen.Cases.Select(one => one.CaseId).ToList();
        var shown = await db.Cases.Where(one => cases.Contains(one.Id)).Select(one => one.Id).ToListAsync(ct);
        // Cases that the writer does not see stand in no field, and stay.
        terms = terms with { CaseIds = [.. terms.CaseIds.Union(cases.Except(shown))] };
        var decision = await db.MeetingDecisions.AsSplitQuery().Include(one => one.Support).Include(one => one.Areas).Include(one => one.Programs).Include(one => one.Cases).Include(one => one.Lists).SingleAsync(one => one.Id == seen.Id, ct);
        if (decision.Version != form.Version)
            return MeetingSteps.Overtaken;
        db.Entry(decision).Property(one => one.Version).IsModified = true;
        return decision.Change(meeting, terms);
    }, ct);

    /// <summary>Takes a decision out of an open meeting; those after it move up, so that the minutes count without a gap.</summary>
    public Task<Outcome> RemoveAsync(MeetingDecisionPage page, int version, CancellationToken ct) => MeetingSteps.ChangeAsync(db, page.Meeting.Id, null, async meeting =>
    {
        if (meeting.RefuseWhenClosed() is { IsAccepted: false } closed)
            return closed;
        var decisions = await db.MeetingDecisions.Where(one => one.MeetingId == meeting.Id && one.Number >= page.Decision!.Number).OrderBy(one => one.Number).ToListAsync(ct);
        if (decisions[0].Version != version)
            return MeetingSteps.Overtaken;
        db.MeetingDecisions.Remove(decisions[0]);
        // One after another: two of a meeting never have the same number.
        foreach (var later in decisions.Skip(1))
        {
            await db.SaveChangesAsync(ct);
            later.MoveUp();
        }
        return Outcome.Accepted;
    }, ct);

    private async Task<Outcome> AddAsync(CoordinationMeeting meeting, DecisionTerms terms, CancellationToken ct)
    {
        var number = (await db.MeetingDecisions.Where(one => one.MeetingId == meeting.Id).MaxAsync(one => (int?)one.Number, ct) ?? 0) + 1;
        var outcome = MeetingDecision.Decide(meeting, terms, number, out var decision);
        if (decision is not null)
            db.MeetingDecisions.Add(decision);
        return outcome;
    }

    private async Task<(Outcome Outcome, DecisionTerms? Terms)> TermsAsync(MeetingDecisionForm form, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.PublicId == form.Opd || form.Support.Contains(opd.PublicId)).ToListAsync(ct);
        if (opds.Find(opd => opd.PublicId == form.Opd) is not { } responsible)
            return (Outcome.Refuse("Pilih OPD penanggung jawab dari daftar."), null);
        var named = MeetingDecisionForm.Lines(form.Areas);
        var found = named.Select(text => areas.TryFind(text, out var area) && office.Area.Contains(area.Value) && area.Value.Level is AreaLevel.District or AreaLevel.Village ? area : null).ToList();
        if (found.FindIndex(area => area is null) is var missing and >= 0)
            return (Outcome.Refuse($"Wilayah “{NumberBlot.Apply(named[missing])}” tidak dikenal. Tulis kode kecamatan, desa, atau kelurahan, misalnya {areas.Children(office.Area).First().Official}."), null);
        var ids = MeetingDecisionForm.Lines(form.Cases).Select(text => Guid.TryParse(text.TrimEnd('/').Split('/')[^1], out var id) ? id : Guid.Empty).Distinct().ToList();
        var cases = await db.Cases.AsNoTracking().Where(one => ids.Contains(one.PublicId)).Select(one => one.Id).ToListAsync(ct);
        if (cases.Count != ids.Count)
            return (Outcome.Refuse("Satu kasus tidak ditemukan. Salin alamat halaman kasusnya dari peramban, satu per baris."), null);
        return (Outcome.Accepted, new DecisionTerms(form.Text!, form.Action!, form.Indicator!, responsible.Id, form.DueOn!.Value)
        {
            SupportIds = [.. opds.Where(opd => form.Support.Contains(opd.PublicId)).Select(opd => opd.Id)],
            Areas = [.. found.OfType<AreaCode>().Distinct()],
            ProgramIds = await db.AidPrograms.AsNoTracking().Where(program => form.Programs.Contains(program.PublicId)).Select(program => program.Id).ToListAsync(ct),
            CaseIds = cases,
        });
    }

    private async Task<(IReadOnlyCollection<NamedList> Lists, Outcome Unknown)> ListsAsync(MeetingDecisionForm form, IReadOnlyList<DecisionList> before, CancellationToken ct)
    {
        var asked = new Dictionary<string, (HouseholdFilter Filter, AreaCode Area)>(StringComparer.Ordinal);
        foreach (var (index, typed) in (form.Lists ?? "").Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            if (HouseholdFilter.FromAddress(typed.Trim()) is not { IsActive: true } read || read.AreaWithin(areas, office.Area) is not { } area)
                return ([], Outcome.Refuse($"Daftar keluarga pada baris {index + 1} tidak dikenal. Buka Keluarga, saring, lalu salin alamat halamannya dari peramban."));
            if (read.IsOwnDuty)
                return ([], Outcome.Refuse($"Daftar keluarga pada baris {index + 1} disaring menurut tugas OPD, yang berbeda bagi tiap pembaca. Saring menurut kebutuhannya."));
            var filter = read.Canonical(area, clock.Today.Year);
            asked[filter.With()] = (filter, area);
        }
        if (asked.Count > MeetingDecision.MostLists)
            return ([], MeetingDecision.TooManyLists);
        var lists = new List<NamedList>();
        // What was named before keeps its count and its words.
        foreach (var (address, (filter, area)) in asked)
            lists.Add(before.FirstOrDefault(list => list.Address == address) is { } known ? new NamedList(address, known.Words, known.Families)
                : new NamedList(address, filter.Words(areas, area), await HouseholdNarrowing.Of(db, area, filter, clock.Today).CountAsync(ct)));
        return (lists, Outcome.Accepted);
    }

    private async Task<MeetingDecisionForm> FormOfAsync(MeetingDecision decision, Dictionary<long, Guid> opds, Dictionary<long, Guid> programs, CancellationToken ct)
    {
        var cases = decision.Cases.Select(named => named.CaseId).ToList();
        return new MeetingDecisionForm
        {
            Text = decision.Text,
            Action = decision.Action,
            Indicator = decision.Indicator,
            Opd = opds[decision.OpdId],
            DueOn = decision.DueOn,
            Support = [.. decision.Support.Select(named => opds[named.OpdId])],
            Areas = string.Join('\n', decision.Areas.Select(named => AreaCode.Parse(named.AreaCode).Official).Order(StringComparer.Ordinal)),
            Programs = [.. decision.Programs.Select(named => programs.GetValueOrDefault(named.ProgramId)).Where(id => id != Guid.Empty)],
            Lists = string.Join('\n', decision.Lists.OrderBy(named => named.Id).Select(named => named.Address)),
            Cases = string.Join('\n', await db.Cases.AsNoTracking().Where(one => cases.Contains(one.Id)).OrderBy(one => one.Id).Select(one => "/kasus/" + one.PublicId).ToListAsync(ct)),
            Version = decision.Version,
        };
    }
}
