using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Proposing;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;
using TkpkdPortal.Visiting;

namespace TkpkdPortal.Features.Field;

/// <summary>
/// Takes proposals from phones, each exactly once: its id is unique, and proposal, revision and answer are one row. The search for doubles is made
/// here, since the phone knows its own worklist only; whoever checks the proposal sees what it finds.
/// </summary>
public sealed class FieldProposalDesk(PortalDbContext db, ProposalDesk desk, SimilarHouseholds similar, VisitNumbers numbers, ActingUser user, Sealer sealer, OfficeClock clock, AreaDirectory areas)
{
    private const int Attempts = 3;

    public async Task<ContentResult> TakeAsync(Guid id, int revision, FieldProposal body, CancellationToken ct)
    {
        var hash = sealer.KeyedHash(FieldJson.Write(body));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RepeatedAsync(id, revision, hash, ct) ?? await TakeAsync(id, revision, body, hash, ct);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && db.IsUniqueViolation(exception))
            {
                // Another process or tab was first with this very proposal; its answer is then found.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ContentResult?> RepeatedAsync(Guid id, int revision, byte[] hash, CancellationToken ct)
    {
        var stored = await db.Proposals.AsNoTracking().Where(p => p.PublicId == id).Select(p => new { p.ProposedById, p.SentRevision, p.SentHash, p.SentAnswer }).SingleOrDefaultAsync(ct);
        if (stored is null)
            return null;
        if (stored.ProposedById != user.Id)
            return Missing();
        if (stored.SentRevision != revision)
            return Refused("Usulan ini sudah diterima dan tidak diubah lagi dari ponsel. Sampaikan perubahannya kepada yang memeriksanya.", Nothing);
        return stored.SentHash!.AsSpan().SequenceEqual(hash) ? FieldJson.Text(stored.SentAnswer!)
            : FieldJson.Answer(new FieldRefusal("other-body", "Kiriman dengan nomor ini sudah diterima dengan isi lain.", Nothing), StatusCodes.Status409Conflict);
    }

    private async Task<ContentResult> TakeAsync(Guid id, int revision, FieldProposal body, byte[] hash, CancellationToken ct)
    {
        var faults = new Dictionary<string, string>();
        if (Read(id, body, faults) is not { } terms)
            return faults.ContainsKey("area") ? Missing() : Refused("Usulan ini belum bisa diterima. Perbaiki isian yang ditandai, lalu kirim lagi.", faults);
        // A phone sends days later; its clock does not reach beyond today.
        var writtenOn = body.WrittenOn is { } day && day < clock.Today ? day : clock.Today;
        var (outcome, proposal) = await desk.ProposeAsync(id, terms, writtenOn, similarSeen: null, async arriving =>
        {
            var found = await similar.FindAsync(SoughtFamily.Of(arriving), ct);
            arriving.ArriveWith(revision, hash, FieldJson.Write(Receipt(arriving, revision, found.Count)));
        }, ct);
        if (proposal is not null)
            return FieldJson.Text(proposal.SentAnswer!);
        await db.Changes.RecordAsync(db, "Rule.Refused", subject: null, terms.AreaCode, AuditDetail.Of(("sentence", outcome.Refusal)), ct);
        return Refused(outcome.Refusal!, Nothing);
    }

    private ProposalTerms? Read(Guid id, FieldProposal body, Dictionary<string, string> faults)
    {
        void Complain(string field, string sentence) => faults.TryAdd(JsonNamingPolicy.CamelCase.ConvertName(field), sentence);
        var place = desk.ReadPlace(body.Area, body.Rt, body.Rw, Complain);
        var terms = new ProposalTerms
        {
            AreaCode = place?.Stored ?? "",
            HeadName = body.HeadName,
            BirthDate = body.BirthDate,
            Sex = body.Sex,
            Address = body.Address,
            Members = body.Members,
            Reason = body.Reason,
            Nik = numbers.ReadNik(body.Nik, SealedField.ProposalNik, id, sentence => Complain(nameof(body.Nik), sentence)),
            FamilyCard = numbers.ReadFamilyCard(body.FamilyCard, SealedField.ProposalFamilyCard, id, sentence => Complain(nameof(body.FamilyCard), sentence)),
        };
        foreach (var fault in body.TooLong().Concat(body.WithNumbers()).Concat(Proposal.Missing(terms, clock.Today)))
            Complain(fault.Field, fault.Sentence);
        return faults.Count == 0 ? terms : null;
    }

    private FieldProposalReceipt Receipt(Proposal proposal, int revision, int found)
    {
        var village = AreaCode.Parse(proposal.AreaCode).AtLevel(AreaLevel.Village);
        var reviewer = $"{Role.VillageHead.Title(village)} {areas.NameOf(village)}";
        return new FieldProposalReceipt(proposal.PublicId, revision, found == 0 ? "submitted" : "similar", found == 0 ? $"Terkirim kepada {reviewer} untuk diperiksa."
            : $"Terkirim. Register memuat {found} keluarga yang mirip; {reviewer} membandingkan dan memutuskan.");
    }

    private static readonly Dictionary<string, string> Nothing = [];

    private static ContentResult Refused(string sentence, Dictionary<string, string> fields) => FieldJson.Answer(new FieldRefusal("refused", sentence, fields), StatusCodes.Status422UnprocessableEntity);

    private static ContentResult Missing() => FieldJson.Answer(new FieldMessage("Wilayah ini tidak ada, atau bukan wilayah tugas Anda."), StatusCodes.Status404NotFound);
}
