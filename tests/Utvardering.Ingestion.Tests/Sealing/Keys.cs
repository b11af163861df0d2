using System.Security.Cryptography;
using System.Text;
using Utvardering.Ingestion.Sealing;

namespace Utvardering.Ingestion.Tests.Sealing;

/// <summary>Keys for tests: the SHA-256 of their text.</summary>
internal static class Keys
{
    public static EncryptionKeys Of(params string[] entries) =>
        EncryptionKeys.Parse(string.Join('\n', entries.Select(entry => $"{entry.Split('/')[0]}:{Base64(entry)}")), "a test");

    /// <param name="text">The key's name, or name/variant for another key of the same name.</param>
    public static string Base64(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    public static SealedSubject Subject(ReadOnlySpan<byte> clear) => new("deliveries", Convert.ToHexStringLower(SHA256.HashData(clear)));
}
