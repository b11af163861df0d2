namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// The one spelling of a file's place: absolute, without symbolic links, "." or "..". The file need not exist.
/// </summary>
/// <remarks>
/// Path.GetFullPath won't do: it strikes out "link/.." as text, where the system goes to the parent of what the link points to.
/// Hard links and bind mounts still give one file two spellings.
/// </remarks>
internal static class CanonicalPath
{
    private const int MaxLinks = 40; // as Linux

    /// <exception cref="InputException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        var absolute = Path.IsPathFullyQualified(path) ? path : Path.Combine(Directory.GetCurrentDirectory(), path);
        var current = Path.GetPathRoot(absolute)!;
        var pending = new Stack<string>();
        Push(pending, absolute[current.Length..]);
        var links = 0;

        while (pending.TryPop(out var part))
        {
            if (part == ".")
            {
                continue;
            }

            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, part);
            if (LinkTarget(next) is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new InputException($"The path {path} can't be followed: its symbolic links lead in a circle at {next}. Correct the link or give another path.");
            }

            if (Path.IsPathRooted(target))
            {
                current = Path.GetPathRoot(target)!;
                target = target[current.Length..];
            }

            Push(pending, target);
        }

        return current;
    }

    private static void Push(Stack<string> pending, string path)
    {
        foreach (var part in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            pending.Push(part);
        }
    }

    private static string? LinkTarget(string path)
        => (Directory.Exists(path) ? new DirectoryInfo(path) : (FileSystemInfo)new FileInfo(path)).LinkTarget;
}
