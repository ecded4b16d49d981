using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Visits;

/// <summary>Finding of a visit on a household that was met (domain list B); a person's judgement, not a list's rank.</summary>
public enum Eligibility
{
    ExtremelyPoor = 1,
    Poor = 2,
    NotEligible = 3,
}

/// <summary>Templated reasons for not eligible (domain list C); one is required, since the head of the village reads it.</summary>
public enum IneligibilityReason
{
    WellOff = 1,
    RegularIncome = 2,
    StateEmployeeOrPensioner = 3,
    LargeAssets = 4,
    NotResident = 5,
    Died = 6,
    Moved = 7,
    Duplicate = 8,
    Other = 9,
}

/// <summary>The words for the finding and its reason.</summary>
public static class EligibilityWords
{
    public static CodedValues<Eligibility> Values { get; } = new(
        (Eligibility.ExtremelyPoor, "Memenuhi kriteria miskin ekstrem"),
        (Eligibility.Poor, "Miskin, bukan ekstrem"),
        (Eligibility.NotEligible, "Tidak layak"));

    public static CodedValues<IneligibilityReason> Reasons { get; } = new(
        (IneligibilityReason.WellOff, "Sudah mampu"),
        (IneligibilityReason.RegularIncome, "Punya penghasilan tetap"),
        (IneligibilityReason.StateEmployeeOrPensioner, "ASN, TNI, Polri, atau pensiunan"),
        (IneligibilityReason.LargeAssets, "Aset besar"),
        (IneligibilityReason.NotResident, "Bukan warga"),
        (IneligibilityReason.Died, "Meninggal"),
        (IneligibilityReason.Moved, "Pindah"),
        (IneligibilityReason.Duplicate, "Data ganda"),
        (IneligibilityReason.Other, "Lainnya, ditulis"));
}
