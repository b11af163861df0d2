using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion;

/// <summary>
/// What a source's last vintage was read from. The same bodies under the same definitions give the same rows, so they need not be
/// read again. Kept beside the landed bodies as <c>.read.json</c>; lost or torn, the bodies are simply read once more.
/// </summary>
/// <param name="folder">The source's landing folder.</param>
/// <param name="definitions">A hash of all that decides how bytes become rows: the definitions and the program.</param>
internal sealed class ReadBefore(string folder, string definitions)
{
    private string File => Path.Combine(folder, ".read.json");

    private sealed record Memory(string Read, string Vintage, IReadOnlyList<string> Warnings);

    /// <summary>The vintage that these bodies gave, if it is the newest up to now, and what was told of them then; else null.</summary>
    public (Vintage Vintage, IReadOnlyList<string> Warnings)? Find(
        LakeStore lake, string dataset, string source, IReadOnlyList<LandedBody> bodies, DateTimeOffset now)
    {
        var newest = lake.Vintages(dataset, source).LastOrDefault(vintage => vintage.Name.Retrieved <= now);
        return newest is not null && Load() is { } memory && memory.Vintage == newest.Name.ToString() && memory.Read == Fingerprint(bodies)
            ? (newest, memory.Warnings)
            : null;
    }

    public void Keep(IReadOnlyList<LandedBody> bodies, Vintage vintage, IReadOnlyList<string> warnings)
        => DurableFile.Write(File, JsonSerializer.SerializeToUtf8Bytes(new Memory(Fingerprint(bodies), vintage.Name.ToString(), warnings)));

    private Memory? Load()
    {
        try
        {
            return System.IO.File.Exists(File) ? JsonSerializer.Deserialize<Memory>(System.IO.File.ReadAllBytes(File)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Fingerprint(IReadOnlyList<LandedBody> bodies) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', bodies.Select(body => $"{body.Sha256} {body.Origin}").Prepend(definitions)))));
}
