using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Users;

/// <summary>An area as somebody types it for a role: its code, or its name where only one area can be meant.</summary>
public static class AreaAnswer
{
    private const int MostSuggested = 6;

    /// <summary>Answers a sentence where it cannot be read; nothing at all means the whole of the own area where the role covers it.</summary>
    public static string? Read(string? typed, Role role, AreaDirectory areas, AreaCode within, out AreaCode area)
    {
        var text = typed?.Trim() ?? "";
        area = within;
        if (text.Length == 0)
            return role.Fits(within.Level) ? null : $"Tulis kode atau nama wilayah untuk peran {Roles.Words.Label(role)}.";
        if (areas.TryFind(text, out var code) && code.Value.Level <= AreaLevel.Village)
        {
            area = code.Value;
            return null;
        }
        var near = areas.Suggest(text, within, MostSuggested * 4).Where(near => role.Fits(near.Level)).ToList();
        var named = near.Where(near => string.Equals(areas.NameOf(near), text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 1)
        {
            area = named[0];
            return null;
        }
        return near.Count == 0
            ? $"Wilayah “{NumberBlot.Apply(text)}” tidak dikenal di {areas.NameOf(within)}. Tulis kodenya menurut Kemendagri, misalnya 64.08.01.2003."
            : $"Yang mana yang dimaksud? Tulis kodenya: {string.Join(", ", near.Take(MostSuggested).Select(one => $"{one.Official} ({areas.TitleOf(one)})"))}.";
    }
}
