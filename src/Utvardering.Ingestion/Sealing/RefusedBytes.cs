using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Sealing;

/// <summary><c>quarantine/&lt;source&gt;/&lt;sha256&gt;/</c> of what the personal-data gate refused: <c>decision.json</c>, and <c>sealed.bin</c> unless destroyed.</summary>
/// <param name="root"><c>&lt;data root&gt;/quarantine</c>.</param>
/// <param name="keys">May be null where all is destroyed.</param>
public sealed class RefusedBytes(string root, EncryptionKeys? keys, TimeProvider clock)
{
    private const string SealedFile = "sealed.bin";
    private const string DecisionFile = "decision.json";
    private const string NoKeys = "No key for refused deliveries is configured, and without it they can be neither sealed nor opened.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Keeps refused bytes in the mode asked for. What was refused before is decided anew.</summary>
    /// <param name="reasons">How many findings by rule.</param>
    /// <param name="entry">The decision's number in the audit log.</param>
    /// <exception cref="InputException">They shall be sealed, and there is no key.</exception>
    public RefusalDecision Refuse(string source, ReadOnlySpan<byte> clear, RefusalMode mode, IReadOnlyDictionary<string, long> reasons, long entry = 0)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(clear));
        var now = clock.GetUtcNow();
        var folder = Folder(source, sha256);
        var key = mode == RefusalMode.Sealed ? (keys ?? throw new InputException(NoKeys)).Current : null;
        Directory.CreateDirectory(folder);
        if (key is not null)
        {
            DurableFile.Write(Path.Combine(folder, SealedFile), SealedBytes.Seal(clear, new(source, sha256), key), FaultPlaces.SealingBytes);
        }

        var decision = new RefusalDecision(source, sha256, clear.Length, now, mode, key?.Id, reasons, key is null ? now : null, entry);
        Write(folder, decision);
        if (key is null)
        {
            RemoveSealed(folder);
        }

        return decision;
    }

    /// <summary>Whether all that a decision asks for is done: it stands beside the bytes, and they are kept sealed or destroyed since.</summary>
    /// <param name="entry">The decision's number in the audit log: what stands there with a lower one is an earlier decision.</param>
    public bool IsDone(string source, string sha256, long entry) =>
        File.Exists(Path.Combine(Folder(source, sha256), DecisionFile)) && Decision(source, sha256) is var decision && decision.Entry >= entry
        && File.Exists(Path.Combine(Folder(source, sha256), SealedFile)) == decision.Destroyed is null;

    /// <exception cref="InputException">Nothing with this hash was refused.</exception>
    public RefusalDecision Decision(string source, string sha256)
    {
        var file = Path.Combine(Folder(source, sha256), DecisionFile);
        return File.Exists(file)
            ? JsonSerializer.Deserialize<RefusalDecision>(File.ReadAllBytes(file), Options) ?? throw new InvalidDataException($"{file} holds no decision.")
            : throw new InputException($"Nothing with the hash {sha256} was refused from the source '{source}': {file} does not exist.");
    }

    /// <summary>The refused bytes, for their sender.</summary>
    /// <exception cref="InputException">Nothing with this hash was refused, it was destroyed, or the key is not at hand.</exception>
    /// <exception cref="SealBrokenException">The sealed bytes were changed or cut.</exception>
    public byte[] Return(string source, string sha256)
    {
        if (Decision(source, sha256) is { Destroyed: { } when })
        {
            throw new InputException($"The bytes with the hash {sha256} were destroyed {when:yyyy-MM-dd HH:mm} UTC: only the decision is left. Ask the sender for the file.");
        }

        var file = Path.Combine(Folder(source, sha256), SealedFile);
        return File.Exists(file)
            ? SealedBytes.Open(File.ReadAllBytes(file), new(source, sha256), keys ?? throw new InputException(NoKeys))
            : throw new SealBrokenException($"{file} is gone, though the decision says that it is kept. Restore the file from a backup.");
    }

    /// <summary>Destroys sealed bytes; the hash and the decision stay.</summary>
    public RefusalDecision Destroy(string source, string sha256)
    {
        var decision = Decision(source, sha256);
        if (decision.Destroyed is null)
        {
            decision = decision with { Mode = RefusalMode.Destroyed, KeyId = null, Destroyed = clock.GetUtcNow() };
            Write(Folder(source, sha256), decision);
        }

        // Also after a crash between the two.
        RemoveSealed(Folder(source, sha256));
        return decision;
    }

    private static void Write(string folder, RefusalDecision decision) =>
        DurableFile.Write(Path.Combine(folder, DecisionFile), JsonSerializer.SerializeToUtf8Bytes(decision, Options), FaultPlaces.SealingDecision);

    private static void RemoveSealed(string folder)
    {
        File.Delete(Path.Combine(folder, SealedFile));
        DurableFile.SyncFolder(folder);
    }

    private string Folder(string source, string sha256)
    {
        // Both become names of folders.
        if (source.Length == 0 || !source.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException("A source's id has only letters a–z, digits, hyphens and underscores.", nameof(source));
        }

        return sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(Path.GetFullPath(root), source, sha256)
            : throw new ArgumentException("A SHA-256 is written with 64 lower-case hexadecimal digits.", nameof(sha256));
    }
}
