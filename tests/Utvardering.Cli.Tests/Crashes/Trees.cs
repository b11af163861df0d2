namespace Utvardering.Cli.Tests.Crashes;

/// <summary>Folders with all that lies in them.</summary>
internal static class Trees
{
    public static void Copy(string from, string to)
    {
        foreach (var file in Files(from))
        {
            var place = Path.Combine(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(Path.Combine(from, file), place);
        }
    }

    /// <summary>Relative paths, in order.</summary>
    public static IReadOnlyList<string> Files(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)]
        : [];
}
