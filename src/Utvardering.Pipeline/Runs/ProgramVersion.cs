using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Utvardering.Pipeline.Runs;

/// <summary>
/// Which program made a run: the version and a hash over the source files it was built from. The hash is the same on every machine
/// and whatever commit the files lie in, and differs as soon as a line of code does.
/// </summary>
public static class ProgramVersion
{
    public static string Current { get; } = Read();

    private static string Read()
    {
        var assembly = typeof(ProgramVersion).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        using var list = assembly.GetManifestResourceStream("source-hashes.txt")
            ?? throw new InvalidOperationException("The build left no list of source hashes in Utvardering.Pipeline.");
        using var reader = new StreamReader(list);

        // The build lists files in the order of the file system.
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Order(StringComparer.Ordinal);
        return $"{version}+{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..12]}";
    }
}
