using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.History;

/// <summary>The JSON of an audit line.</summary>
public static class AuditDetail
{
    // Written to a column and read by people; Indonesian needs no escapes.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(params (string Name, object? Value)[] values) =>
        JsonSerializer.Serialize(values.ToDictionary(value => value.Name, value => value.Value), Options);

    /// <summary>Names of the changed fields; old and new value only where the row holds no personal data and no secret.</summary>
    internal static string? OfFields(EntityEntry entry)
    {
        if (entry is { State: EntityState.Added, Entity: Assignment given })
        {
            return Of(("role", Roles.Words.Label(given.Role)), ("from", given.ValidFrom), ("until", given.ValidUntil),
                ("standIn", given.StandIn is { } standIn ? StandIns.Words.Label(standIn) : null), ("letter", given.LetterNumber));
        }
        if (entry.State is not EntityState.Modified)
            return null;
        var fields = entry.Properties.Where(property => property.IsModified && property.Metadata.Name != nameof(IHasVersion.Version)).ToList();
        var names = fields.Select(property => property.Metadata.Name)
            .Concat(entry.ComplexProperties.Where(complex => complex.IsModified).Select(complex => complex.Metadata.Name));
        return entry.Entity is IHoldsPersonalData or PortalUser
            ? Of(("fields", names))
            : Of(("fields", fields.ToDictionary(field => field.Metadata.Name, field => new[] { field.OriginalValue, field.CurrentValue })));
    }

    /// <summary>Cuts what would not fit, and says so.</summary>
    internal static string? Fit(string? detail) =>
        detail is { Length: > AuditEntry.DetailMaxLength } ? Of(("cut", true), ("length", detail.Length)) : detail;
}
