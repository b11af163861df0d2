namespace Utvardering.Testing;

/// <summary>An empty folder for one test, removed with all in it when the test is done.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("utvardering-test-").FullName;

    /// <summary>The full path of a file or folder in here.</summary>
    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
