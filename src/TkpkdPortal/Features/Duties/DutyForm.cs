using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Duties;

/// <summary>What was ticked on the list, or all that its filter finds, and when the list was shown.</summary>
public sealed record DutyPick
{
    public IList<string> Keys { get; init; } = [];

    /// <summary>All that the filter finds, also on other pages.</summary>
    public bool IsAll { get; init; }

    public long Seen { get; init; }
}

/// <summary>The answer to all that was looked through; one line for each need, as <see cref="DutyKey"/> writes it.</summary>
public sealed record DutyForm
{
    public string? Keys { get; init; }

    public long Seen { get; init; }

    [Required(ErrorMessage = "Pilih jawaban")]
    public DutyVerdict? Verdict { get; init; }

    public DateOnly? DueOn { get; init; }

    [StringLength(DutyAnswer.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }
}

/// <summary>One need of one household in a form, with the name under which it was shown: what is gone by then can still be named.</summary>
public sealed record DutyKey(Guid Household, Need Need, string HeadName = "")
{
    public override string ToString() => FormattableString.Invariant($"{Household}|{(int)Need}|{HeadName.ReplaceLineEndings(" ")}");

    public static IReadOnlyList<DutyKey> ReadAll(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<DutyKey>().DistinctBy(key => (key.Household, key.Need))];

    public static DutyKey? Read(string line)
    {
        var parts = line.Split('|', 3);
        return parts.Length >= 2 && Guid.TryParse(parts[0], out var household) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bit) && NeedWords.Of((Need)bit).Count() == 1
            ? new DutyKey(household, NeedWords.Of((Need)bit).Single(), parts.Length == 3 ? parts[2] : "") : null;
    }
}
