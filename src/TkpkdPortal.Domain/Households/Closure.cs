using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Households;

/// <summary>Why a household is no longer in the register. Its past stays, and questions about a day before still find it.</summary>
public enum Closure
{
    AllDied = 1,
    MovedOut = 2,
    JoinedOthers = 3,

    /// <summary>It was a second record of a family that the register has, and went into that one.</summary>
    Merged = 4,

    /// <summary>Only an import named it, and that import was taken back before anybody had to do with the family.</summary>
    Withdrawn = 5,
}

/// <summary>The words for <see cref="Closure"/>.</summary>
public static class ClosureWords
{
    public static CodedValues<Closure> Values { get; } = new(
        (Closure.AllDied, "Semua anggota meninggal"), (Closure.MovedOut, "Pindah ke luar kabupaten/kota"), (Closure.JoinedOthers, "Semua anggota bergabung dengan keluarga lain"),
        (Closure.Merged, "Tercatat dua kali, digabung dengan keluarga yang sama"),
        (Closure.Withdrawn, "Impor yang memuatnya dicabut"));
}
