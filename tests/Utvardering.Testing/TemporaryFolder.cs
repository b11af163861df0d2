namespace Utvardering.Testing;

/// <summary>An empty folder for one test, removed with all in it when the test is done.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "utvardering-test-";

    // Of Linux: a folder that is in memory.
    private const string Memory = "/dev/shm";

    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory(Prefix).FullName)
    {
    }

    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The full path of a file or folder in here.</summary>
    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>For thousands of small files that no disk need ever see: in memory where the system has a folder there.</summary>
    public static TemporaryFolder InMemory() =>
        Directory.Exists(Memory) ? new(Directory.CreateDirectory(System.IO.Path.Combine(Memory, Prefix + Guid.NewGuid().ToString("N"))).FullName) : new();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
