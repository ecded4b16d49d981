using System.Globalization;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>What two families have in common, or in what they differ: one part of the score.</summary>
public enum DoublePart
{
    SameNik = 1,
    SameCard = 2,
    SameName = 3,
    NearName = 4,
    PartOfName = 5,
    SameBirth = 6,
    SameNewYear = 7,
    SwappedBirth = 8,
    BirthDigit = 9,
    SameYear = 10,
    OtherBirth = 11,
    SameSex = 12,
    OtherSex = 13,
    SameKin = 14,
    NearKin = 15,
    OtherKin = 16,
    SameAddress = 17,
    SameVillage = 18,
    OtherNik = 19,
    OtherMembers = 20,
    SameHouse = 21,
}

/// <summary>A part of a score with its points.</summary>
public readonly record struct ScorePart(DoublePart Part, int Points)
{
    public const int TextMaxLength = 200;

    /// <summary>As the parts are kept beside the pair: "3:36 6:30".</summary>
    public static string Write(IEnumerable<ScorePart> parts) => string.Join(' ', parts.Select(part => FormattableString.Invariant($"{(int)part.Part}:{part.Points}")));

    public static IReadOnlyList<ScorePart> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':'))
        .Select(part => new ScorePart((DoublePart)int.Parse(part[0], CultureInfo.InvariantCulture), int.Parse(part[1], CultureInfo.InvariantCulture)))];
}

/// <summary>The words for <see cref="DoublePart"/>.</summary>
public static class DoublePartWords
{
    public static CodedValues<DoublePart> Values { get; } = new(
        (DoublePart.SameNik, "NIK sama"), (DoublePart.SameCard, "Nomor KK sama"), (DoublePart.SameName, "Bunyi nama sama"), (DoublePart.NearName, "Nama hampir sama"),
        (DoublePart.PartOfName, "Sebagian nama sama"), (DoublePart.SameBirth, "Tanggal lahir sama"), (DoublePart.SameNewYear, "Sama-sama tertulis lahir 1 Januari"),
        (DoublePart.SwappedBirth, "Hari dan bulan lahir tertukar"), (DoublePart.BirthDigit, "Tanggal lahir beda satu angka"), (DoublePart.SameYear, "Tahun lahir sama, salah satunya 1 Januari"),
        (DoublePart.OtherBirth, "Tanggal lahir lain"), (DoublePart.SameSex, "Jenis kelamin sama"), (DoublePart.OtherSex, "Jenis kelamin lain"),
        (DoublePart.SameKin, "Nama ibu, pasangan, atau kepala keluarga sama"), (DoublePart.NearKin, "Nama ibu, pasangan, atau kepala keluarga hampir sama"),
        (DoublePart.OtherKin, "Nama ibu, pasangan, atau kepala keluarga lain"), (DoublePart.SameHouse, "Alamat sama persis"), (DoublePart.SameAddress, "Alamat mirip"), (DoublePart.SameVillage, "Desa atau kelurahan sama"),
        (DoublePart.OtherNik, "NIK lain"), (DoublePart.OtherMembers, "Anggota lain juga mirip"));
}
