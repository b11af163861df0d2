using System.Security.Cryptography;
using System.Text;

namespace Utvardering.Pipeline.Runs;

/// <summary>A hash over the files of a folder: their relative paths and bytes, in path order.</summary>
internal static class FolderHash
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .OrderBy(file => file.Relative, StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Relative + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file.Path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
