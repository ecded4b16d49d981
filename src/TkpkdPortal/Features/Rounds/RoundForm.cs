using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rounds;

public sealed record RoundForm
{
    [Display(Name = "Nama periode"), Required, StringLength(VerificationRound.NameMaxLength)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Pilih daftar yang menjadi sasaran.")]
    public Guid? Release { get; set; }

    [Display(Name = "Dasar hukum"), Required, StringLength(VerificationRound.LegalBasisMaxLength)]
    public string? LegalBasis { get; set; }

    [Required(ErrorMessage = "Isi tanggal dasar hukum, misalnya 02/11/2026.")]
    public DateOnly? LegalBasisOn { get; set; }

    public List<WaveForm> Waves { get; set; } = [];

    public int Version { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> Releases { get; set; } = [];

    /// <summary>The list stays as it is once the round is opened.</summary>
    [BindNever]
    public bool IsNew { get; set; } = true;

    public static RoundForm Of(VerificationRound round, Guid release) => new()
    {
        Name = round.Name,
        Release = release,
        LegalBasis = round.LegalBasis,
        LegalBasisOn = round.LegalBasisOn,
        Waves = [.. round.Waves.Select(wave => new WaveForm { District = wave.AreaCode, StartsOn = wave.StartsOn, EndsOn = wave.EndsOn })],
        Version = round.Version,
        IsNew = false,
    };

    /// <summary>A line for each kecamatan of the office, with what was typed or saved of it.</summary>
    public RoundForm WithDistricts(AreaDirectory areas, AreaCode office)
    {
        var districts = office.Level is AreaLevel.Province ? areas.Children(office).SelectMany(areas.Children) : areas.Children(office);
        Waves = [.. districts.Select(district => Waves.Find(wave => wave.District == district.Stored) ?? new WaveForm { District = district.Stored })];
        return this;
    }

    /// <summary>What was typed as the terms of a round; null with sentences at the fields where something does not read.</summary>
    public RoundTerms? Read(long releaseId, ModelStateDictionary errors)
    {
        foreach (var (index, wave) in Waves.Index())
        {
            if (wave.StartsOn is null != wave.EndsOn is null && errors.GetFieldValidationState($"Waves[{index}].StartsOn") is not ModelValidationState.Invalid
                && errors.GetFieldValidationState($"Waves[{index}].EndsOn") is not ModelValidationState.Invalid)
                errors.AddModelError($"Waves[{index}].{(wave.StartsOn is null ? "StartsOn" : "EndsOn")}", "Isi tanggal mulai dan tanggal selesai gelombang, atau kosongkan keduanya.");
            if (!AreaCode.TryParse(wave.District, out _))
                errors.AddModelError($"Waves[{index}].District", "Kecamatan tidak dikenal.");
        }
        return errors.IsValid ? new RoundTerms(Name!, releaseId, LegalBasis!, LegalBasisOn!.Value,
            [.. Waves.Where(wave => wave.StartsOn is not null).Select(wave => new WaveTerms(AreaCode.Parse(wave.District!), wave.StartsOn!.Value, wave.EndsOn!.Value))]) : null;
    }
}

/// <summary>One kecamatan: both days, or none where it is not part of the round.</summary>
public sealed record WaveForm
{
    public string? District { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }
}
