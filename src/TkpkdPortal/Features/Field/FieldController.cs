using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Privacy;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Field;

/// <summary>What the phone asks for while it has a signal: who it works for, what there is to do, and where its visits go.</summary>
[Route(FieldRequests.Root), RequirePermission(Permission.RecordVisits)]
public sealed class FieldController(PortalDbContext db, FieldDesk desk, ActingUser user, OfficeClock clock, AreaDirectory areas) : Controller
{
    private const int MostOfABody = 256 * 1024;

    /// <summary>The account, with a fresh token for what the phone will send.</summary>
    [HttpGet("akun")]
    public async Task<IActionResult> Account([FromServices] IAntiforgery antiforgery, [FromServices] Notices notices, [FromServices] Sealer sealer, [FromServices] RoundVisits rounds, CancellationToken ct)
    {
        var id = await db.Users.Where(u => u.Id == user.Id).Select(u => u.PublicId).SingleAsync(ct);
        var notice = await notices.CurrentAsync(ct);
        return FieldJson.Answer(new FieldAccount(id, user.FullName, antiforgery.GetAndStoreTokens(HttpContext).RequestToken, new FieldNotice(notice.Number, notice.Text), clock.UtcNow,
            [.. user.AreasOf(Permission.RecordVisits).Select(area => new FieldOffice(area.Official, areas.TitleOf(area), Role.VillageHead.Title(area.AtLevel(AreaLevel.Village))))],
            await rounds.AskedOfAsync(user.Id, ct) is { } asked ? FieldQuestionnaire.Of(asked) : null, Convert.ToBase64String(sealer.DeviceSecretOf(id))));
    }

    [HttpGet("daftar")]
    public async Task<IActionResult> Households(Guid? setelah, [FromServices] Accesses accesses, CancellationToken ct)
    {
        var page = await Worklist.PageAsync(db, areas, clock, user.Id, setelah, ct);
        accesses.Note(page.Items.Select(item => item.Id), AccessChannel.Worklist);
        if (setelah is null)
            await db.Changes.RecordAsync(db, "Worklist.Loaded", detail: AuditDetail.Of(("rows", page.Total)), ct: ct);
        return FieldJson.Answer(page);
    }

    [HttpPost("kunjungan/{visit:guid}/{revision:int:min(1)}"), RequestSizeLimit(MostOfABody)]
    public async Task<IActionResult> Submit(Guid visit, int revision, CancellationToken ct)
    {
        if (await BoundedBody.ReadAsync(Request, MostOfABody, ct) is not { } bytes)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (FieldJson.Read<FieldVisit>(bytes, out var faulty) is { } body)
            return await desk.SubmitAsync(visit, revision, body, ct);
        return faulty is null ? FieldJson.Answer(new FieldMessage("Kiriman ini tidak terbaca."), StatusCodes.Status400BadRequest)
            : FieldJson.Answer(new FieldRefusal("refused", "Ada isian yang tidak terbaca. Perbaiki, lalu kirim lagi.", new Dictionary<string, string> { [faulty] = "Isian ini tidak dikenal." }), StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>Whom the phone works for.</summary>
public sealed record FieldAccount(Guid UserId, string Name, string? Token, FieldNotice Notice, DateTime Now, IReadOnlyList<FieldOffice> Offices, FieldQuestionnaire? Questionnaire, string DeviceSecret);

/// <summary>What the round asks: the fields by their names in the visit, and the office's own questions.</summary>
public sealed record FieldQuestionnaire(int Number, IReadOnlyList<HouseholdField> Asked, IReadOnlyList<HouseholdField> Required, IReadOnlyList<FieldQuestion> Questions,
    IReadOnlyList<PhotoKind> Photos, IReadOnlyList<PhotoKind> RequiredPhotos)
{
    public static FieldQuestionnaire Of(Questionnaire asked) => new(asked.Number, Each(asked.Asked), Each(asked.Required),
        [.. asked.Questions.OrderBy(question => question.Number).Select(question => new FieldQuestion(question.PublicId, question.Text, question.Kind, question.IsRequired, question.ChoiceList))],
        asked.AskedPhotos.Each(), asked.RequiredPhotos.Each());

    private static HouseholdField[] Each(HouseholdField fields) => [.. Enum.GetValues<HouseholdField>().Where(field => field is not HouseholdField.None && fields.HasFlag(field))];
}

/// <summary>One question of the office; its answer goes into <c>extra</c> under the id.</summary>
public sealed record FieldQuestion(Guid Id, string Text, QuestionKind Kind, bool IsRequired, IReadOnlyList<string> Choices);

public sealed record FieldNotice(int Number, string Text);

/// <summary>An area in which the account records visits, and who reviews them there.</summary>
public sealed record FieldOffice(string AreaCode, string Title, string Reviewer);
