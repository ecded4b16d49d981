namespace TkpkdPortal.Domain.Visits;

/// <summary>A part of a photo that is still on its way, sealed; it goes as soon as the photo is kept or refused.</summary>
public sealed class PhotoPiece : IHoldsPersonalData
{
    private PhotoPiece() => Bytes = [];

    public PhotoPiece(Guid publicId, long photoId, int start, byte[] bytes) => (PublicId, PhotoId, Start, Bytes) = (publicId, photoId, start, bytes);

    public long Id { get; private set; }

    /// <summary>Names the row inside its seal; it is never shown.</summary>
    public Guid PublicId { get; private set; }

    public long PhotoId { get; private set; }

    /// <summary>Where in the photo the piece begins.</summary>
    public int Start { get; private set; }

    public byte[] Bytes { get; private set; }
}
