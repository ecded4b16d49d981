using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Security.Sealing;

/// <summary>
/// Seals personal data at rest: AES-256-GCM, envelope <c>version | key id | nonce | ciphertext | tag</c>. The associated data name the
/// field and the row, so that a ciphertext copied into another row does not open.
/// </summary>
public sealed class Sealer(SealingKeys keys)
{
    private const byte EnvelopeVersion = 1;
    private const int NonceLength = SealingTools.NonceLength, TagLength = SealingTools.TagLength, HeaderLength = 2, AssociatedLength = 20;

    public IndexedNumber Seal(Nik nik, SealedField field, Guid row) => Seal(nik, IndexOf(nik), field, row);

    /// <summary>The same for a number whose index is known already.</summary>
    public IndexedNumber Seal(Nik nik, byte[] index, SealedField field, Guid row) => new(new SealedNumber(Seal(nik.Digits, field, row), nik.Mask), index);

    public IndexedNumber Seal(FamilyCardNumber card, SealedField field, Guid row) =>
        new(new SealedNumber(Seal(card.Digits, field, row), card.Mask), IndexOf(card));

    public byte[] Seal(string text, SealedField field, Guid row)
    {
        // The text is written where its sealed form will stand, so that no readable copy is left behind.
        var envelope = new byte[HeaderLength + NonceLength + Encoding.UTF8.GetByteCount(text) + TagLength];
        Encoding.UTF8.GetBytes(text, PlainOf(envelope));
        return SealInPlace(envelope, field, row);
    }

    public byte[] Seal(ReadOnlySpan<byte> plain, SealedField field, Guid row)
    {
        var envelope = new byte[HeaderLength + NonceLength + plain.Length + TagLength];
        plain.CopyTo(PlainOf(envelope));
        return SealInPlace(envelope, field, row);
    }

    /// <summary>Opens what was sealed for exactly this field and row; anything else throws.</summary>
    public string Open(byte[] envelope, SealedField field, Guid row) => Encoding.UTF8.GetString(OpenBytes(envelope, field, row));

    public byte[] OpenBytes(byte[] envelope, SealedField field, Guid row)
    {
        if (envelope.Length < HeaderLength + NonceLength + TagLength || envelope[0] != EnvelopeVersion || envelope[1] != keys.Id)
            throw new CryptographicException("The envelope has another form or key.");
        var plain = new byte[envelope.Length - HeaderLength - NonceLength - TagLength];
        Span<byte> associated = stackalloc byte[AssociatedLength];
        Name(associated, field, row);
        SealingTools.Of(keys).Aes.Decrypt(envelope.AsSpan(HeaderLength, NonceLength), PlainOf(envelope), envelope.AsSpan(^TagLength..), plain, associated);
        return plain;
    }

    public byte[] IndexOf(Nik nik) => KeyedHash("nik:" + nik.Digits);

    public byte[] IndexOf(FamilyCardNumber card) => KeyedHash("kk:" + card.Digits);

    /// <summary>Hash that only the holder of the index key can make: for comparing rows without keeping them.</summary>
    public byte[] KeyedHash(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = ArrayPool<byte>.Shared.Rent(most);
        var length = Encoding.UTF8.GetBytes(text, rented);
        var index = SealingTools.Of(keys).Index;
        index.AppendData(rented, 0, length);
        CryptographicOperations.ZeroMemory(rented.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(rented);
        return index.GetHashAndReset();
    }

    /// <summary>Links an audit entry to the one before it.</summary>
    public byte[] ChainHash(byte[] previous, string canonical)
    {
        var bytes = new byte[previous.Length + Encoding.UTF8.GetByteCount(canonical)];
        previous.CopyTo(bytes, 0);
        Encoding.UTF8.GetBytes(canonical, bytes.AsSpan(previous.Length));
        return HMACSHA256.HashData(keys.Audit, bytes);
    }

    /// <summary>
    /// What a phone wraps unsent visits with beside the PIN: the same for an account for as long as the keys are the same, so that the account
    /// gets it again after signing in, and nobody else.
    /// </summary>
    public byte[] DeviceSecretOf(Guid userId) => HMACSHA256.HashData(keys.Derive("TkpkdPortal.Field.Device.v1"), userId.ToByteArray(bigEndian: true));

    private byte[] SealInPlace(byte[] envelope, SealedField field, Guid row)
    {
        var tools = SealingTools.Of(keys);
        (envelope[0], envelope[1]) = (EnvelopeVersion, keys.Id);
        var nonce = envelope.AsSpan(HeaderLength, NonceLength);
        tools.NextNonce(nonce);
        Span<byte> associated = stackalloc byte[AssociatedLength];
        Name(associated, field, row);
        tools.Aes.Encrypt(nonce, PlainOf(envelope), PlainOf(envelope), envelope.AsSpan(^TagLength..), associated);
        return envelope;
    }

    private static Span<byte> PlainOf(byte[] envelope) => envelope.AsSpan(HeaderLength + NonceLength, envelope.Length - HeaderLength - NonceLength - TagLength);

    private static void Name(Span<byte> associated, SealedField field, Guid row)
    {
        BinaryPrimitives.WriteInt32LittleEndian(associated, (int)field);
        row.TryWriteBytes(associated[4..]);
    }
}

/// <summary>Table and column of a sealed value; a number once given is never used for another field.</summary>
public enum SealedField
{
    PersonNik = 1,
    HouseholdFamilyCard = 2,
    ListedHouseholdNik = 3,
    ListedPersonNik = 4,
    ListedHouseholdRaw = 5,
    ListedPersonRaw = 6,
    WithheldRowRaw = 7,
    VisitNik = 8,
    VisitFamilyCard = 9,
    UploadChunk = 10,
    RecipientNik = 11,
    RecipientRaw = 12,
    AnswerNik = 13,
    AnswerToldNik = 14,
    AnswerRaw = 15,
    PhotoPiece = 16,
    ProposalNik = 17,
    ProposalFamilyCard = 18,
    SheetFamilyCard = 19,
    ListedHouseholdFamilyCard = 20,
}
