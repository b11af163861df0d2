using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Sealing;

/// <summary>
/// The keys for refused bytes. Written <c>id:base64</c>, parted by blanks or line breaks; lines that begin with # are notes.
/// The first is sealed with, all of them open.
/// </summary>
public sealed class EncryptionKeys
{
    /// <summary>The environment variable that holds the keys.</summary>
    public const string Variable = "UTVARDERING_QUARANTINE_KEYS";

    /// <summary>The environment variable that holds the path of a file with the keys.</summary>
    public const string FileVariable = "UTVARDERING_QUARANTINE_KEY_FILE";

    private const string HowToMake = "Make a key with: echo \"2026:$(openssl rand -base64 32)\"";
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly List<EncryptionKey> keys;

    private EncryptionKeys(List<EncryptionKey> keys) => this.keys = keys;

    /// <summary>The key that new bytes are sealed with.</summary>
    public EncryptionKey Current => keys[0];

    /// <summary>The configured keys; null when none are.</summary>
    /// <exception cref="InputException">What is configured is not a key.</exception>
    public static EncryptionKeys? LoadIfSet(Func<string, string?> variables) =>
        Blank(variables(Variable)) is null && Blank(variables(FileVariable)) is null ? null : Load(variables);

    /// <param name="variables">Looks an environment variable up; null when it is not set.</param>
    /// <exception cref="InputException">No key is configured, or what is configured is not a key.</exception>
    public static EncryptionKeys Load(Func<string, string?> variables)
    {
        var (text, file) = (Blank(variables(Variable)), Blank(variables(FileVariable)));
        return (text, file) switch
        {
            (null, null) => throw new InputException(
                $"No key for refused deliveries is configured. Set {Variable}, or {FileVariable} to the path of a file with it, or let refused deliveries be destroyed. {HowToMake}"),
            (not null, not null) => throw new InputException($"Both {Variable} and {FileVariable} are set. Keep one of them, so that it is clear which key is used."),
            (not null, null) => Parse(text, Variable),
            _ => ReadFile(file!),
        };
    }

    /// <exception cref="InputException">The file is missing, open to others, or holds no keys.</exception>
    public static EncryptionKeys ReadFile(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            {
                throw new InputException($"The key file {path} is open to other users of this machine. Close it with: chmod 600 {path}");
            }

            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The key file {path} can't be read: {fault.Message} Correct {FileVariable} or the file's permissions.", fault);
        }
    }

    /// <param name="from">Where the text was found, for the messages.</param>
    /// <exception cref="InputException">The text holds no keys, or something else too. The text is not repeated.</exception>
    public static EncryptionKeys Parse(string text, string from)
    {
        var entries = text.Split('\n')
            .Where(line => !line.TrimStart().StartsWith('#'))
            .SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        var keys = entries.Select((entry, i) => Entry(entry, i + 1, from)).ToList();
        if (keys.Count == 0)
        {
            throw new InputException($"{from} holds no key. {HowToMake}");
        }

        if (keys.GroupBy(key => key.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InputException($"{from} has two keys named '{twice.Key}'. Give each key a name of its own.");
        }

        return new(keys);
    }

    /// <exception cref="InputException">There is no key of that name.</exception>
    internal EncryptionKey Find(string id) => keys.Find(key => key.Id == id)
        ?? throw new InputException(
            $"The bytes are sealed with the key '{id}', and the keys at hand are {string.Join(", ", keys.Select(key => $"'{key.Id}'"))}. Add '{id}' after them in {Variable} or the key file.");

    private static EncryptionKey Entry(string entry, int number, string from)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !EncryptionKey.IsId(entry[..colon]))
        {
            throw new InputException($"Key {number} of {from} has no name. Write name:key, the name in at most 32 lower-case letters, digits and hyphens. {HowToMake}");
        }

        var bytes = new byte[EncryptionKey.Length + 1];
        return Convert.TryFromBase64String(entry[(colon + 1)..], bytes, out var length) && length == EncryptionKey.Length
            ? new(entry[..colon], bytes[..length])
            : throw new InputException($"The key '{entry[..colon]}' of {from} is not {EncryptionKey.Length} bytes in base64. {HowToMake}");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
