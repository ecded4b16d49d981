using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Photos;
using TkpkdPortal.Privacy;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;
using TkpkdPortal.Visiting;

namespace TkpkdPortal.Features.Field;

/// <summary>
/// Takes visits from phones, each revision exactly once: visit, submission and answer are one transaction, and a repeat gets the answer that
/// the first one got, whichever process it reaches.
/// </summary>
public sealed class FieldDesk(PortalDbContext db, ActingUser user, VisitNumbers numbers, Sealer sealer, Notices notices, RoundVisits rounds, OfficeClock clock, AreaDirectory areas)
{
    private const int Attempts = 4;

    public async Task<ContentResult> SubmitAsync(Guid visitId, int revision, FieldVisit body, CancellationToken ct)
    {
        var hash = sealer.KeyedHash(FieldJson.Write(body));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // A repeat waits for no writer.
                return await RepeatedAsync(visitId, revision, hash, ct) ?? await TakeAsync(visitId, revision, body, hash, ct);
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
            {
                // Somebody else was first: with this very revision, whose answer is then found, or with another visit to the household.
                db.ChangeTracker.Clear();
                if (attempt == Attempts)
                    return Refused(StatusCodes.Status422UnprocessableEntity, "Kunjungan atau foto ini memakai nomor yang sudah dipakai kunjungan lain. Muat daftar lagi.");
            }
        }
    }

    private async Task<ContentResult?> RepeatedAsync(Guid visitId, int revision, byte[] hash, CancellationToken ct)
    {
        var stored = await db.VisitSubmissions.AsNoTracking().SingleOrDefaultAsync(s => s.VisitId == visitId && s.Revision == revision, ct);
        if (stored is null)
            return null;
        if (stored.UserId != user.Id)
            return Missing();
        return stored.IsRepeatedBy(hash) ? FieldJson.Text(stored.Answer)
            : FieldJson.Answer(new FieldRefusal("other-body", "Kiriman dengan nomor ini sudah diterima dengan isi lain. Kirim perubahan sebagai kiriman berikutnya.", Nothing), StatusCodes.Status409Conflict);
    }

    private async Task<ContentResult> TakeAsync(Guid visitId, int revision, FieldVisit body, byte[] hash, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Looked for again now that nobody else writes.
        if (await RepeatedAsync(visitId, revision, hash, ct) is { } meanwhile)
            return meanwhile;
        var household = await db.Households.SingleOrDefaultAsync(h => h.PublicId == body.HouseholdId, ct);
        var visit = await db.Visits.Include(v => v.Photos).SingleOrDefaultAsync(v => v.PublicId == visitId, ct);
        if (household is null || (visit is not null && (visit.EnumeratorId != user.Id || visit.HouseholdId != household.Id)))
            return Missing();
        if (await db.VisitSubmissions.AnyAsync(s => s.VisitId == visitId && s.Revision > revision, ct))
            return Refused(StatusCodes.Status422UnprocessableEntity, "Kiriman yang lebih baru dari kunjungan ini sudah diterima.");
        visit ??= await OpenAsync(visitId, household, body, ct);
        // A visit that was made without signal is never lost: where the round does not call for it, it comes outside the round, the village's head decides, and whoever made it is told.
        var called = await rounds.TakeAsync(visit, body.VisitedOn, ct);
        if (Fill(visit, body, await rounds.QuestionnaireOfAsync(visit, ct), out var fields) is { IsAccepted: false } refused)
        {
            await transaction.RollbackAsync(ct);
            return await RefusedAsync(refused, fields, visit, ct);
        }
        visit.ToldWith(await notices.ShownAsync(body.NoticeNumber, ct));
        var answer = FieldJson.Write(await ReceiptAsync(visit, household, revision, called, ct));
        db.VisitSubmissions.Add(new VisitSubmission(visitId, revision, user.Id, hash, answer, clock.UtcNow));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return FieldJson.Text(answer);
    }

    private async Task<Visit> OpenAsync(Guid visitId, Household household, FieldVisit body, CancellationToken ct)
    {
        // Numbers go on wherever the household was visited; a list that moved it has left its visits behind.
        var last = await db.Visits.IgnoreQueryFilters([FilterNames.Area]).Where(v => v.HouseholdId == household.Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
        var visit = household.OpenVisit(visitId, user.Id, last + 1, Math.Clamp(body.HouseholdVersion, 0, household.Version));
        db.Visits.Add(visit);
        return visit;
    }

    // The same rules as at a desk; what is wrong is said field by field.
    private Outcome Fill(Visit visit, FieldVisit body, Questionnaire? questionnaire, out Dictionary<string, string> fields)
    {
        var faults = fields = [];
        var answers = AnswersOf(visit, body, faults);
        foreach (var fault in body.TooLong().Concat(Visit.Missing(answers, clock.Today)).Concat(questionnaire?.Missing(answers) ?? []))
            faults.TryAdd(NameOf(fault.Field), fault.Sentence);
        foreach (var photo in (body.Photos ?? []).OfType<FieldPhoto>())
        {
            if (Announce(visit, photo) is { IsAccepted: false } refused)
                faults.TryAdd("photos", refused.Refusal!);
        }
        if (questionnaire?.MissingPhotos(body.Presence, visit.PhotosTaken, VisitChannel.Phone) is [var lacking, ..])
            faults.TryAdd("photos", PhotoWords.Ask(lacking));
        if (faults.Count > 0)
            return Outcome.Refuse("Kunjungan ini belum bisa diterima. Perbaiki isian yang ditandai, lalu kirim lagi.");
        if (visit.Save(answers, clock.UtcNow) is { IsAccepted: false } closed)
            return closed;
        visit.RecordedOnPhone(body.RecordedAt?.UtcDateTime, body.Position?.Reading);
        return visit.Submit(clock.Today, clock.UtcNow);
    }

    private VisitAnswers AnswersOf(Visit visit, FieldVisit body, Dictionary<string, string> faults) => new()
    {
        VisitedOn = body.VisitedOn,
        Presence = body.Presence,
        Respondent = body.Respondent,
        PresenceNote = body.PresenceNote,
        Eligibility = body.Eligibility,
        Reason = body.Reason,
        ReasonText = body.ReasonText,
        Note = body.Note,
        CorrectedHeadName = body.CorrectedHeadName,
        CorrectedAddress = body.CorrectedAddress,
        CorrectedNik = numbers.ReadNik(visit, body.CorrectedNik, sentence => faults.TryAdd("correctedNik", sentence)),
        CorrectedFamilyCard = numbers.ReadFamilyCard(visit, body.CorrectedFamilyCard, sentence => faults.TryAdd("correctedFamilyCard", sentence)),
        Housing = body.Housing ?? Housing.Unknown,
        Extra = ExtraAnswers.Of(body.Extra ?? new Dictionary<Guid, string?>()),
    };

    private Outcome Announce(Visit visit, FieldPhoto photo)
    {
        if (photo.Size is <= 0 or > PhotoLimits.MostFromPhone)
            return Outcome.Refuse($"Foto {PhotoWords.Kinds.Label(photo.Kind)} lebih besar daripada {PhotoLimits.MostFromPhone / 1024} kB. Ambil lagi.");
        if (photo.Sha256?.Length != 2 * VisitPhoto.HashLength || !photo.Sha256.All(char.IsAsciiHexDigit))
            return Outcome.Refuse("Sidik foto tidak terbaca. Ambil foto lagi.");
        return visit.Announce(photo.Id, photo.Kind, photo.Size, Convert.FromHexString(photo.Sha256), clock.UtcNow, out _);
    }

    private async Task<FieldReceipt> ReceiptAsync(Visit visit, Household household, int revision, Outcome called, CancellationToken ct)
    {
        var village = AreaCode.Parse(visit.AreaCode).AtLevel(AreaLevel.Village);
        var reviewer = $"{Role.VillageHead.Title(village)} {areas.NameOf(village)}";
        var others = await db.Visits.Where(v => v.HouseholdId == household.Id && v.Id != visit.Id && v.Status == VisitStatus.Submitted).Select(v => v.EnumeratorId).ToListAsync(ct);
        var (outcome, message) = others.Count > 0 ? ("conflict", $"Terkirim. Keluarga ini juga {(others.TrueForAll(other => other == user.Id) ? "sudah Anda kunjungi" : "dikunjungi petugas lain")}; {reviewer} melihat keduanya dan memutuskan.")
            : household.Version != visit.BaseHouseholdVersion ? ("conflict", $"Terkirim. Data keluarga ini berubah sejak daftar dimuat; {reviewer} melihat keduanya dan memutuskan.")
            : ("submitted", $"Terkirim kepada {reviewer}.");
        if (!called.IsAccepted)
            message += $" Kunjungan ini tidak dihitung dalam periode verval. {called.Refusal}";
        return new FieldReceipt(visit.PublicId, revision, outcome, message, visit.Number, [.. visit.Photos.Select(PhotoReceipt.Of)]);
    }

    private async Task<ContentResult> RefusedAsync(Outcome refused, Dictionary<string, string> fields, Visit visit, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (fields.Count == 0)
            await db.Changes.RecordAsync(db, "Rule.Refused", visit, visit.AreaCode, AuditDetail.Of(("sentence", refused.Refusal)), ct);
        return FieldJson.Answer(new FieldRefusal("refused", refused.Refusal!, fields), StatusCodes.Status422UnprocessableEntity);
    }

    private static readonly Dictionary<string, string> Nothing = [];

    private static ContentResult Refused(int statusCode, string sentence) => FieldJson.Answer(new FieldRefusal("refused", sentence, Nothing), statusCode);

    private static ContentResult Missing() => FieldJson.Answer(new FieldMessage("Keluarga ini tidak ada, atau tidak lagi di wilayah Anda."), StatusCodes.Status404NotFound);

    private static string NameOf(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);
}
