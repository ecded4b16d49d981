using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Web;

/// <summary>Times that are read by hand, since both a dot and a colon are written.</summary>
public static class TypedTimes
{
    /// <summary>The time, or null with a sentence at its field where another has not been said already.</summary>
    public static TimeOnly? Read(string? typed, string field, ModelStateDictionary errors)
    {
        if (Indonesian.TryReadTime(typed, out var time))
            return time;
        if (errors.GetFieldValidationState(field) is not ModelValidationState.Invalid)
            errors.AddModelError(field, "Tulis waktu seperti 09.00.");
        return null;
    }
}
