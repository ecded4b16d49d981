using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Offices;

namespace TkpkdPortal.Features.Settings;

/// <summary>What an office may set for itself, and its legal bases beside it.</summary>
public sealed class OfficeForm
{
    [Display(Name = "Nama tim"), Required(ErrorMessage = "Tulis nama tim"), StringLength(Office.NameMaxLength)]
    public string? TeamName { get; set; }

    [Display(Name = "Sekretariat"), Required(ErrorMessage = "Tulis nama sekretariat"), StringLength(Office.NameMaxLength)]
    public string? Secretariat { get; set; }

    [Display(Name = "Baris pertama kop"), Required(ErrorMessage = "Tulis baris pertama kop surat"), StringLength(Office.NameMaxLength)]
    public string? Government { get; set; }

    [Display(Name = "Baris kedua kop"), Required(ErrorMessage = "Tulis baris kedua kop surat"), StringLength(Office.NameMaxLength)]
    public string? Unit { get; set; }

    [Display(Name = "Alamat"), StringLength(Office.AddressMaxLength)]
    public string? Address { get; set; }

    [Required(ErrorMessage = "Pilih zona waktu")]
    public string? Zone { get; set; }

    [Required(ErrorMessage = "Pilih kertas")]
    public SheetSize? Sheet { get; set; }

    [Display(Name = "Nama pejabat"), StringLength(Office.NameMaxLength)]
    public string? OfficerName { get; set; }

    [Display(Name = "Pos-el pejabat"), StringLength(Office.NameMaxLength), EmailAddress(ErrorMessage = "Alamat pos-el belum lengkap, misalnya ppdp@daerah.go.id.")]
    public string? OfficerEmail { get; set; }

    public int Version { get; set; }

    /// <summary>Shown below the form and never posted.</summary>
    [BindNever]
    public IReadOnlyList<BasisLine> Bases { get; set; } = [];

    public static OfficeForm Of(OfficeTerms terms, int version) => new()
    {
        TeamName = terms.TeamName,
        Secretariat = terms.Secretariat,
        Government = terms.Government,
        Unit = terms.Unit,
        Address = terms.Address,
        Zone = terms.Zone,
        Sheet = terms.Sheet,
        OfficerName = terms.OfficerName,
        OfficerEmail = terms.OfficerEmail,
        Version = version,
    };

    public OfficeTerms Read() => new()
    {
        TeamName = TeamName?.Trim() ?? "",
        Secretariat = Secretariat?.Trim() ?? "",
        Government = Government?.Trim() ?? "",
        Unit = Unit?.Trim() ?? "",
        Address = Address?.Trim() ?? "",
        Zone = Zone ?? "",
        Sheet = Sheet ?? SheetSize.A4,
        OfficerName = OfficerName?.Trim() ?? "",
        OfficerEmail = OfficerEmail?.Trim() ?? "",
    };
}

public sealed record BasisLine(int Number, string Text, DateOnly From, DateOnly? Until);

/// <summary>A legal basis to add.</summary>
public sealed class BasisForm
{
    [Display(Name = "Dasar hukum"), Required(ErrorMessage = "Tulis judul peraturan"), StringLength(LegalBasis.TextMaxLength)]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Isi tanggal mulai berlaku, misalnya 27/03/2025")]
    public DateOnly? From { get; set; }
}

/// <summary>The last day of a legal basis.</summary>
public sealed class BasisEndForm
{
    [Required(ErrorMessage = "Isi hari terakhir berlakunya, misalnya 31/12/2026")]
    public DateOnly? LastDay { get; set; }

    [BindNever]
    public BasisLine? Basis { get; set; }
}
