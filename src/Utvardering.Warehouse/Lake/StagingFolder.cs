namespace Utvardering.Warehouse.Lake;

/// <summary>
/// A folder to build something in before one rename publishes it. While it is in use a lock file beside it is held open,
/// so that a sweep by another process leaves it alone; a process that died holds nothing.
/// </summary>
public sealed class StagingFolder : IDisposable
{
    private const string LockExtension = ".lock";
    private readonly FileStream heldLock;

    /// <param name="area">The folder of all staging folders, on the same file system as the place to publish in.</param>
    public StagingFolder(string area)
    {
        Directory.CreateDirectory(area);
        Path = System.IO.Path.Combine(area, Guid.NewGuid().ToString("N"));
        heldLock = new FileStream(Path + LockExtension, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>Removes what processes that died have left. Returns how many folders went.</summary>
    /// <param name="area">The folder of all staging folders; it may be absent.</param>
    /// <param name="held">Also what a living process still holds.</param>
    public static int Sweep(string area, bool held = false)
    {
        if (!Directory.Exists(area))
        {
            return 0;
        }

        var swept = 0;
        foreach (var folder in Directory.GetDirectories(area))
        {
            if (!held && IsHeld(folder + LockExtension))
            {
                continue;
            }

            Directory.Delete(folder, recursive: true);
            swept++;
        }

        foreach (var file in Directory.GetFiles(area, "*" + LockExtension).Where(file => !IsHeld(file)))
        {
            File.Delete(file);
        }

        return swept;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        heldLock.Dispose();
    }

    private static bool IsHeld(string lockFile)
    {
        try
        {
            using var free = new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
