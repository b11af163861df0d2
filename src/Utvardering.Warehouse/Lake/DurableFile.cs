using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Utvardering.Warehouse.Faults;

namespace Utvardering.Warehouse.Lake;

/// <summary>Files that are on the disk, whole, before anything points to them.</summary>
public static partial class DurableFile
{
    /// <summary>Writes beside the place, syncs and renames: readers see the old bytes or the new ones, never a part.</summary>
    /// <param name="path">The place.</param>
    /// <param name="bytes">What is to stand there.</param>
    /// <param name="beside">The fault place between writing and renaming: one of <see cref="FaultPlaces"/>.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes, string? beside = null)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        if (beside is not null)
        {
            FaultPoint.Reach(beside);
        }

        File.Move(part, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Removes what <see cref="Write"/> has left beside its places where a process died in it. Only for a folder that one process writes in.</summary>
    /// <param name="folder">It may be absent.</param>
    /// <param name="depth">Whether the folders below it are swept too.</param>
    /// <returns>How many files went.</returns>
    public static int Sweep(string folder, SearchOption depth = SearchOption.AllDirectories)
    {
        var left = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.part", depth).Where(file => Part().IsMatch(file)).ToList()
            : [];
        left.ForEach(File.Delete);
        return left.Count;
    }

    /// <summary>Makes a folder, and those above it that are not there, so that they last through a power cut as what is put in them does.</summary>
    public static void CreateFolder(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Directory.Exists(folder))
        {
            return;
        }

        var above = Path.GetDirectoryName(folder)!;
        CreateFolder(above);
        Directory.CreateDirectory(folder);
        SyncFolder(above);
    }

    /// <summary>Makes the operating system write a folder with all that lies in it, files and folders, before a rename publishes it.</summary>
    public static void SyncTree(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            Sync(file);
        }

        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            SyncTree(below);
        }

        SyncFolder(folder);
    }

    /// <summary>Makes the operating system write a file it may still hold in memory.</summary>
    public static void Sync(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Makes renames in a folder last through a power cut. Windows has no such call and needs none.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            PosixFolder.Sync(folder);
        }
    }

    /// <summary>SHA-256 of a file's bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    [GeneratedRegex("[.][0-9a-f]{32}[.]part$")]
    private static partial Regex Part();
}
