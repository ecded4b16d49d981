using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Quality.Releases;

public sealed class ReleaseForm
{
    [Display(Name = "Pemilik daftar"), StringLength(ReleaseTerms.OwnerMaxLength)]
    public string? Owner { get; set; }

    [Display(Name = "Dasar hukum"), StringLength(ReleaseTerms.LegalBasisMaxLength)]
    public string? LegalBasis { get; set; }

    [Display(Name = "Nomor BAST"), StringLength(ReleaseTerms.HandOverNumberMaxLength)]
    public string? HandOverNumber { get; set; }

    [Display(Name = "Tanggal BAST")]
    public DateOnly? HandedOverOn { get; set; }

    [Display(Name = "Penerima"), StringLength(ReleaseTerms.RecipientMaxLength)]
    public string? Recipient { get; set; }

    [Display(Name = "Tujuan penggunaan"), StringLength(ReleaseTerms.PurposeMaxLength)]
    public string? Purpose { get; set; }

    public int Version { get; set; }

    /// <summary>Shown and never posted.</summary>
    [BindNever]
    public string Title { get; set; } = "";

    /// <summary>The stored terms in one sentence, beside a form that came too late.</summary>
    public string Spelled => string.Join("; ", new[] { Owner, LegalBasis, HandOverNumber, HandedOverOn is { } day ? Indonesian.Date(day) : null, Recipient, Purpose }.Where(text => !string.IsNullOrEmpty(text)));

    public static ReleaseForm Of(ListRelease release) => new()
    {
        Title = release.Title,
        Version = release.Version,
        Owner = release.Terms.Owner ?? release.List.Owner(),
        LegalBasis = release.Terms.LegalBasis ?? release.List.LegalBasis(),
        HandOverNumber = release.Terms.HandOverNumber,
        HandedOverOn = release.Terms.HandedOverOn,
        Recipient = release.Terms.Recipient,
        Purpose = release.Terms.Purpose,
    };

    public ReleaseTerms Read() => new()
    {
        Owner = TypedText.OrNull(Owner),
        LegalBasis = TypedText.OrNull(LegalBasis),
        HandOverNumber = TypedText.OrNull(HandOverNumber),
        HandedOverOn = HandedOverOn,
        Recipient = TypedText.OrNull(Recipient),
        Purpose = TypedText.OrNull(Purpose),
    };
}
