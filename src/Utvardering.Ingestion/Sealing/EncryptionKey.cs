using System.Security.Cryptography;
using System.Text;

namespace Utvardering.Ingestion.Sealing;

/// <summary>A key of 256 bits and the name it goes by. Its bytes leave it only through <see cref="Derive"/>.</summary>
public sealed class EncryptionKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private const int FingerprintLength = 8;
    private readonly byte[] bytes;

    internal EncryptionKey(string id, byte[] bytes)
    {
        Id = id;
        this.bytes = bytes;
        Fingerprint = HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, FingerprintLength, info: "utvardering key fingerprint"u8.ToArray());
    }

    /// <summary>Lower-case letters, digits and hyphens, at most 32.</summary>
    public string Id { get; }

    /// <summary>Tells two keys of one name apart; says nothing of the key.</summary>
    internal byte[] Fingerprint { get; }

    public override string ToString() => $"key {Id}";

    internal static bool IsId(string id) =>
        id.Length is >= 1 and <= 32 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>A key for one sealing, so that nonces of different sealings can't meet under one key.</summary>
    internal byte[] Derive(ReadOnlySpan<byte> salt)
    {
        var derived = new byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, derived, salt, Encoding.ASCII.GetBytes("utvardering sealed bytes " + Id));
        return derived;
    }
}
