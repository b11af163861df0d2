using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utvardering.Evaluation.Caching;

/// <summary>
/// Studies as they were made, each under the hash of all that it was made of: an evaluation that was stopped goes on where it was, and only what
/// changed is computed again. A file that is damaged or half-written counts as not there, so nothing needs to be synced.
/// </summary>
internal sealed class StudyCache
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly string folder;

    /// <param name="root">The folder of all versions' studies; those of other versions of the program are removed.</param>
    /// <param name="version">The program's version.</param>
    public StudyCache(string root, string version)
    {
        folder = Path.Combine(root, version);
        Directory.CreateDirectory(folder);
        foreach (var stale in Directory.GetDirectories(root).Where(other => other != folder))
        {
            Directory.Delete(stale, recursive: true);
        }
    }

    /// <summary>What was kept under the key, or null.</summary>
    public ResultRows? Find(string key)
    {
        try
        {
            return File.Exists(PathOf(key)) ? JsonSerializer.Deserialize<ResultRows>(File.ReadAllBytes(PathOf(key)), Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a study.</summary>
    public void Keep(string key, ResultRows rows)
    {
        var part = $"{PathOf(key)}.{Guid.NewGuid():N}.part";
        File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(rows, Options));
        File.Move(part, PathOf(key), overwrite: true);
    }

    private string PathOf(string key) => Path.Combine(folder, key + ".json");
}
