using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Visits;

/// <summary>The fields of the form in their order, how each is written, and how one gives way to another form's value.</summary>
internal static class VisitFields
{
    public const string TakeSaved = "tersimpan";

    public static readonly IReadOnlyList<VisitField> All =
    [
        new(nameof(VisitForm.VisitedOn), "Tanggal kunjungan", f => f.VisitedOn is { } day ? Indonesian.TypedDate(day) : "", (to, from) => to.VisitedOn = from.VisitedOn),
        new(nameof(VisitForm.PresenceGroup), "Keberadaan", f => PresenceWords.Values.Label(f.Presence, ""), (to, from) => (to.PresenceGroup, to.MovedTo, to.OtherCase) = (from.PresenceGroup, from.MovedTo, from.OtherCase)),
        new(nameof(VisitForm.Respondent), "Yang diwawancara", f => f.Respondent ?? "", (to, from) => to.Respondent = from.Respondent),
        new(nameof(VisitForm.PresenceNote), "Keterangan keberadaan", f => f.PresenceNote ?? "", (to, from) => to.PresenceNote = from.PresenceNote),
        new(nameof(VisitForm.Eligibility), "Kelayakan", f => EligibilityWords.Values.Label(f.Eligibility, ""), (to, from) => to.Eligibility = from.Eligibility),
        new(nameof(VisitForm.Reason), "Alasan tidak layak", f => EligibilityWords.Reasons.Label(f.Reason, ""), (to, from) => to.Reason = from.Reason),
        new(nameof(VisitForm.ReasonText), "Alasan lainnya", f => f.ReasonText ?? "", (to, from) => to.ReasonText = from.ReasonText),
        new(nameof(VisitForm.Note), "Keterangan", f => f.Note ?? "", (to, from) => to.Note = from.Note),
        new(nameof(VisitForm.CorrectedHeadName), "Nama diperbaiki", f => f.CorrectedHeadName ?? "", (to, from) => to.CorrectedHeadName = from.CorrectedHeadName),
        new(nameof(VisitForm.CorrectedAddress), "Alamat diperbaiki", f => f.CorrectedAddress ?? "", (to, from) => to.CorrectedAddress = from.CorrectedAddress),
        new(nameof(VisitForm.Tenure), "Kepemilikan rumah", f => HousingWords.Tenures.Label(f.Tenure, ""), (to, from) => to.Tenure = from.Tenure),
        new(nameof(VisitForm.HasSavings), "Simpanan", f => f.HasSavings is null ? "" : HousingWords.YesNo(f.HasSavings), (to, from) => to.HasSavings = from.HasSavings),
        new(nameof(VisitForm.Roof), "Atap", f => HousingWords.Roofs.Label(f.Roof, ""), (to, from) => to.Roof = from.Roof),
        new(nameof(VisitForm.Wall), "Dinding", f => HousingWords.Walls.Label(f.Wall, ""), (to, from) => to.Wall = from.Wall),
        new(nameof(VisitForm.Floor), "Lantai", f => HousingWords.Floors.Label(f.Floor, ""), (to, from) => to.Floor = from.Floor),
        new(nameof(VisitForm.Lighting), "Penerangan", f => HousingWords.Lightings.Label(f.Lighting, ""), (to, from) => to.Lighting = from.Lighting),
        new(nameof(VisitForm.CookingFuel), "Bahan bakar memasak", f => HousingWords.CookingFuels.Label(f.CookingFuel, ""), (to, from) => to.CookingFuel = from.CookingFuel),
        new(nameof(VisitForm.DrinkingWater), "Sumber air minum", f => HousingWords.DrinkingWaters.Label(f.DrinkingWater, ""), (to, from) => to.DrinkingWater = from.DrinkingWater),
        new(nameof(VisitForm.Toilet), "Fasilitas buang air besar", f => HousingWords.Toilets.Label(f.Toilet, ""), (to, from) => to.Toilet = from.Toilet),
    ];
}

/// <summary>One field: its name in the form, its label, its written value, and how it is copied.</summary>
internal sealed record VisitField(string Name, string Label, Func<VisitForm, string> Written, Action<VisitForm, VisitForm> Copy);

/// <summary>A form that was filled while somebody else saved: each differing field with both values, and all that was posted.</summary>
public sealed record StaleVisit(VisitPage Page, VisitForm Mine, IReadOnlyList<KeyValuePair<string, string>> Posted)
{
    private static readonly string[] NotCarried = [nameof(VisitForm.Version), nameof(VisitForm.Action), nameof(VisitForm.Choose), nameof(VisitForm.RemovePhotos)];

    internal IReadOnlyList<VisitField> Differing => [.. VisitFields.All.Where(one => one.Written(Mine) != one.Written(Page.Form))];

    public static StaleVisit Of(VisitPage page, VisitForm mine, IFormCollection posted) => new(page, mine,
        [.. posted.Where(pair => pair.Key.StartsWith("Form.", StringComparison.Ordinal) && !NotCarried.Any(name => pair.Key.StartsWith("Form." + name, StringComparison.Ordinal)))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))]);
}
