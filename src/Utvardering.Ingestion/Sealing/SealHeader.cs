using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Utvardering.Ingestion.Sealing;

/// <summary>
/// The readable beginning of sealed bytes: mark, version, key's name and fingerprint, salt, nonce prefix and length of the clear bytes.
/// All of it is authenticated with every chunk.
/// </summary>
internal sealed record SealHeader(string KeyId, byte[] Fingerprint, byte[] Salt, byte[] NoncePrefix, long ClearLength)
{
    public const int NoncePrefixLength = 7;
    private const byte Version = 1;
    private const int FingerprintLength = 8;
    private const int SaltLength = 32;

    private static ReadOnlySpan<byte> Mark => "UTVSEAL"u8;

    public static SealHeader New(EncryptionKey key, long clearLength) =>
        new(key.Id, key.Fingerprint, RandomNumberGenerator.GetBytes(SaltLength), RandomNumberGenerator.GetBytes(NoncePrefixLength), clearLength);

    public byte[] ToBytes()
    {
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(length, ClearLength);
        return [.. Mark, Version, (byte)KeyId.Length, .. Encoding.ASCII.GetBytes(KeyId), .. Fingerprint, .. Salt, .. NoncePrefix, .. length];
    }

    /// <exception cref="SealBrokenException">These are not sealed bytes, or of a version unknown here.</exception>
    public static SealHeader Read(ReadOnlySpan<byte> bytes)
    {
        const int beforeId = 9;
        if (!bytes.StartsWith(Mark) || bytes.Length < beforeId)
        {
            throw new SealBrokenException("The file does not begin as sealed bytes do: it is another file, or its beginning was changed or cut off.");
        }

        if (bytes[beforeId - 2] != Version)
        {
            throw new SealBrokenException($"The bytes are sealed in version {bytes[beforeId - 2]} of the format, and this program knows version {Version}. Use the program that sealed them, or a later one.");
        }

        var rest = bytes[beforeId..];
        var idLength = bytes[beforeId - 1];
        if (rest.Length < idLength + FingerprintLength + SaltLength + NoncePrefixLength + sizeof(long))
        {
            throw new SealBrokenException("The sealed bytes were cut off within their header. Restore the file from a backup.");
        }

        var fixedPart = rest[idLength..];
        return new(
            Encoding.ASCII.GetString(rest[..idLength]),
            fixedPart[..FingerprintLength].ToArray(),
            fixedPart.Slice(FingerprintLength, SaltLength).ToArray(),
            fixedPart.Slice(FingerprintLength + SaltLength, NoncePrefixLength).ToArray(),
            BinaryPrimitives.ReadInt64BigEndian(fixedPart[(FingerprintLength + SaltLength + NoncePrefixLength)..]));
    }
}
