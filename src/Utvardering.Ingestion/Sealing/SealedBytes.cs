using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Utvardering.Ingestion.Sealing;

/// <summary>
/// Refused bytes, encrypted (AES-256-GCM) so that they lie nowhere readable and the sender can still have them back.
/// In chunks of 1 MB, each with a nonce of random prefix, counter and final flag: chunks can't be left out, swapped or moved
/// to another file unseen. Header, source, hash and key's name are authenticated with every chunk.
/// </summary>
/// <remarks>The STREAM construction: Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015; a derived key per sealing as in Tink's streaming AEAD.</remarks>
public static class SealedBytes
{
    internal const int ChunkLength = 1 << 20;
    internal const int TagLength = 16;
    private const int NonceLength = 12;

    /// <exception cref="ArgumentException">The bytes are not those the hash says.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> clear, SealedSubject subject, EncryptionKey key)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(clear)) != subject.Sha256)
        {
            throw new ArgumentException("The subject's SHA-256 is not that of the bytes to be sealed.", nameof(subject));
        }

        var header = SealHeader.New(key, clear.Length);
        var head = header.ToBytes();
        var chunks = Chunks(clear.Length);
        var result = new byte[head.Length + clear.Length + (chunks * TagLength)];
        head.CopyTo(result, 0);
        using var cipher = Cipher(key, header);
        var associated = Associated(head, subject, key.Id);
        var to = result.AsSpan(head.Length);
        for (var i = 0; i < chunks; i++)
        {
            var chunk = clear.Slice(i * ChunkLength, Math.Min(ChunkLength, clear.Length - (i * ChunkLength)));
            cipher.Encrypt(Nonce(header, i, i == chunks - 1), chunk, to[..chunk.Length], to.Slice(chunk.Length, TagLength), associated);
            to = to[(chunk.Length + TagLength)..];
        }

        return result;
    }

    /// <returns>The clear bytes: all of them, verified, or none.</returns>
    /// <exception cref="SealBrokenException">Changed, cut, or sealed with another key or for another subject.</exception>
    /// <exception cref="Warehouse.InputException">The key they were sealed with is not at hand.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, SealedSubject subject, EncryptionKeys keys)
    {
        var header = SealHeader.Read(sealedBytes);
        var head = header.ToBytes();
        var key = Key(header, keys);
        var from = sealedBytes[head.Length..];
        RefuseOtherLength(header, from.Length);

        var clear = new byte[header.ClearLength];
        using var cipher = Cipher(key, header);
        var associated = Associated(head, subject, key.Id);
        var chunks = Chunks(clear.Length);
        for (var i = 0; i < chunks; i++)
        {
            var to = clear.AsSpan(i * ChunkLength, Math.Min(ChunkLength, clear.Length - (i * ChunkLength)));
            OpenChunk(cipher, Nonce(header, i, i == chunks - 1), from[..(to.Length + TagLength)], to, associated, $"chunk {i + 1} of {chunks}");
            from = from[(to.Length + TagLength)..];
        }

        return clear;
    }

    private static EncryptionKey Key(SealHeader header, EncryptionKeys keys)
    {
        if (!EncryptionKey.IsId(header.KeyId))
        {
            throw new SealBrokenException("The name of the key in the header is none: the sealed bytes were changed. Restore the file from a backup.");
        }

        var key = keys.Find(header.KeyId);
        return CryptographicOperations.FixedTimeEquals(key.Fingerprint, header.Fingerprint)
            ? key
            : throw new SealBrokenException($"The bytes were sealed with another key of the name '{key.Id}' than the one at hand, or their header was changed. Configure the key that was in use when they were sealed.");
    }

    private static void RefuseOtherLength(SealHeader header, int found)
    {
        // A changed header may say anything: it must fit before memory is taken for it.
        var expected = header.ClearLength is >= 0 and <= int.MaxValue ? header.ClearLength + ((long)Chunks((int)header.ClearLength) * TagLength) : -1;
        if (found != expected)
        {
            throw new SealBrokenException(found < expected
                ? $"The sealed bytes were cut off: {found} of {expected} bytes are left after the header. Restore the file from a backup."
                : "The sealed bytes are longer than their header says: they were changed. Restore the file from a backup.");
        }
    }

    private static void OpenChunk(AesGcm cipher, byte[] nonce, ReadOnlySpan<byte> chunk, Span<byte> to, byte[] associated, string which)
    {
        try
        {
            cipher.Decrypt(nonce, chunk[..^TagLength], chunk[^TagLength..], to, associated);
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new SealBrokenException($"The sealed bytes were changed or put in another order ({which}), or were sealed for another source or hash than asked for. Restore the file from a backup, or ask for it by its own source and hash.", fault);
        }
    }

    // No bytes at all are one empty chunk, so that emptiness is authenticated too.
    private static int Chunks(int clearLength) => Math.Max(1, (int)(((long)clearLength + ChunkLength - 1) / ChunkLength));

    private static AesGcm Cipher(EncryptionKey key, SealHeader header)
    {
        var derived = key.Derive(header.Salt);
        try
        {
            return new(derived, TagLength);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
    }

    private static byte[] Nonce(SealHeader header, int chunk, bool final)
    {
        var nonce = new byte[NonceLength];
        header.NoncePrefix.CopyTo(nonce, 0);
        BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(SealHeader.NoncePrefixLength), chunk);
        nonce[^1] = final ? (byte)1 : (byte)0;
        return nonce;
    }

    private static byte[] Associated(byte[] head, SealedSubject subject, string keyId)
    {
        // A zero byte stands in none of the parts, so that they can't run into each other.
        byte[] text = Encoding.UTF8.GetBytes($"{subject.Source}\0{subject.Sha256}\0{keyId}\0");
        return [.. text, .. head];
    }
}
