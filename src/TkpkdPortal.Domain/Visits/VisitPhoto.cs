using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Visits;

/// <summary>
/// Foto kunjungan: announced by the phone with its length and hash, received in pieces, then judged, stripped and kept, or refused with a
/// reason. What is kept lies sealed in a file under a name of its own; this row says which.
/// </summary>
public sealed class VisitPhoto : IHasPublicId, IHasVersion
{
    public const int MostOfAVisit = 24, HashLength = 32, RefusalMaxLength = 300;

    private VisitPhoto() => Sha256 = [];

    internal VisitPhoto(Guid publicId, PhotoKind kind, int length, byte[] sha256, DateTime at) =>
        (PublicId, Kind, Length, Sha256, CreatedAt, State) = (publicId, kind, length, sha256, at, PhotoState.Receiving);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long VisitId { get; private set; }

    public PhotoKind Kind { get; private set; }

    public PhotoState State { get; private set; }

    /// <summary>Bytes that were announced.</summary>
    public int Length { get; private set; }

    /// <summary>Hash of the announced bytes: what arrives is compared with it.</summary>
    public byte[] Sha256 { get; private set; }

    /// <summary>Bytes that are here.</summary>
    public int Received { get; private set; }

    /// <summary>Name of the sealed file; null until the photo is kept.</summary>
    public Guid? FileId { get; private set; }

    public PhotoFormat? Format { get; private set; }

    public int? Width { get; private set; }

    public int? Height { get; private set; }

    /// <summary>Degrees clockwise by which the picture has to be turned to stand upright; what the camera noted goes with the rest of its notes.</summary>
    public int Turn { get; private set; }

    /// <summary>Why the photo cannot be used; the enumerator takes another one.</summary>
    public string? Refusal { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The photo of a KK shows full numbers, and is opened only by whoever may open them.</summary>
    public bool ShowsNumbers => Kind is PhotoKind.FamilyCard;

    /// <summary>A piece goes on exactly where the one before ended; the last one ends where it was announced.</summary>
    public Outcome Take(int start, int length)
    {
        if (State is not PhotoState.Receiving || start != Received)
            return Outcome.Refuse("Potongan ini bukan lanjutan dari yang sudah diterima.");
        if (length <= 0 || length > Length - Received)
            return Outcome.Refuse("Potongan ini lebih panjang daripada foto yang diumumkan.");
        Received += length;
        return Outcome.Accepted;
    }

    /// <summary>What arrived was not what was announced: the phone sends it again from the beginning.</summary>
    public void StartOver() => Received = 0;

    public void Keep(Guid fileId, PhotoFormat format, int width, int height, int turn, DateTime at)
    {
        (State, FileId, Format, Width, Height, Turn, EndedAt) = (PhotoState.Kept, fileId, format, width, height, turn, at);
        Received = Length;
    }

    public void Refuse(string reason, DateTime at) => (State, Refusal, EndedAt) = (PhotoState.Refused, reason, at);
}

/// <summary>What a photo shows.</summary>
public enum PhotoKind
{
    HouseFront = 1,
    Roof = 2,
    Wall = 3,
    Floor = 4,
    Toilet = 5,
    FamilyCard = 6,
}

/// <summary>A set of kinds: which photos a questionnaire asks for.</summary>
[Flags]
public enum PhotoKinds
{
    None = 0,
    HouseFront = 1 << 0,
    Roof = 1 << 1,
    Wall = 1 << 2,
    Floor = 1 << 3,
    Toilet = 1 << 4,
    FamilyCard = 1 << 5,
    All = HouseFront | Roof | Wall | Floor | Toilet | FamilyCard,
}

/// <summary>How far a photo has come.</summary>
public enum PhotoState
{
    Receiving = 1,
    Kept = 2,
    Refused = 3,
}

/// <summary>The forms in which photos are kept.</summary>
public enum PhotoFormat
{
    Jpeg = 1,
    Png = 2,
}

/// <summary>The words for what a photo shows.</summary>
public static class PhotoWords
{
    public static CodedValues<PhotoKind> Kinds { get; } = new(
        (PhotoKind.HouseFront, "Rumah tampak depan"),
        (PhotoKind.Roof, "Atap"),
        (PhotoKind.Wall, "Dinding"),
        (PhotoKind.Floor, "Lantai"),
        (PhotoKind.Toilet, "Tempat buang air besar"),
        (PhotoKind.FamilyCard, "Kartu Keluarga"));

    /// <summary>What is said where the photo lacks: "Tambahkan foto rumah tampak depan".</summary>
    public static string Ask(PhotoKind kind)
    {
        var label = Kinds.Label(kind);
        return $"Tambahkan foto {(kind is PhotoKind.FamilyCard ? label : char.ToLowerInvariant(label[0]) + label[1..])}";
    }

    public static PhotoKinds AsSet(this PhotoKind kind) => (PhotoKinds)(1 << ((int)kind - 1));

    public static PhotoKinds AsSet(this IEnumerable<PhotoKind> kinds) => kinds.Aggregate(PhotoKinds.None, (all, kind) => all | kind.AsSet());

    /// <summary>The kinds of a set, in the order of forms.</summary>
    public static IReadOnlyList<PhotoKind> Each(this PhotoKinds kinds) => [.. Kinds.All.Where(kind => (kinds & kind.AsSet()) != 0)];
}
