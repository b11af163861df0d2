using System.Security.Cryptography;

namespace Utvardering.Warehouse.Lake;

/// <summary>Files that are on the disk, whole, before anything points to them.</summary>
public static class DurableFile
{
    /// <summary>Writes beside the place, syncs and renames: readers see the old bytes or the new ones, never a part.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
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
}
