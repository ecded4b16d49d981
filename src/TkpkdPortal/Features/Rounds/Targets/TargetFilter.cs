using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;

namespace TkpkdPortal.Features.Rounds.Targets;

/// <summary>Which targets of a round are looked at: where, in which state, whose, past their due day.</summary>
public sealed record TargetFilter
{
    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "tahap")]
    public VerificationState? State { get; init; }

    [FromQuery(Name = "petugas")]
    public Guid? Enumerator { get; init; }

    /// <summary>Only those that nobody is assigned to.</summary>
    [FromQuery(Name = "lepas")]
    public bool IsUnassigned { get; init; }

    [FromQuery(Name = "lewat")]
    public bool IsOverdue { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    public IQueryable<RoundTarget> Of(PortalDbContext db, VerificationRound round, AreaCode area, DateOnly today)
    {
        var targets = db.RoundTargets.In(area).Where(target => target.RoundId == round.Id);
        if (State is { } state)
            targets = targets.Where(target => target.State == state);
        if (Enumerator is { } enumerator)
            targets = targets.Where(target => db.Users.Any(user => user.Id == target.EnumeratorId && user.PublicId == enumerator));
        if (IsUnassigned)
            targets = targets.Where(target => target.EnumeratorId == null);
        return IsOverdue ? targets.Where(target => target.DueOn < today && (target.State == VerificationState.NotVisited || target.State == VerificationState.Draft || target.State == VerificationState.Returned))
            : targets;
    }

    /// <summary>The address that asks the same with another page or another narrowing.</summary>
    public string At(string path)
    {
        string[] asked = [.. new[]
        {
            Area is null ? null : $"wilayah={Area}", State is null ? null : $"tahap={State}", Enumerator is null ? null : $"petugas={Enumerator}", IsUnassigned ? "lepas=true" : null,
            IsOverdue ? "lewat=true" : null, Page is > 1 ? FormattableString.Invariant($"halaman={Page}") : null,
        }.OfType<string>()];
        return asked.Length == 0 ? path : $"{path}?{string.Join('&', asked)}";
    }
}
