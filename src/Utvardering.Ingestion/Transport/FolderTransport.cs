using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Transport;

/// <summary>Files of an input folder, read where they lie and never changed. It has no web: a question to an address is refused.</summary>
public sealed class FolderTransport : ISourceTransport
{
    private readonly string folder;
    private readonly TimeProvider clock;

    /// <exception cref="InputException">The folder is not there.</exception>
    public FolderTransport(string folder, TimeProvider clock)
    {
        this.folder = Path.GetFullPath(folder);
        this.clock = clock;
        if (!Directory.Exists(this.folder))
        {
            throw new InputException($"The input folder {this.folder} does not exist. Give the folder that holds the files to read.");
        }
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool Synthetic => false;

    public Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken) =>
        throw new SourceException(
            $"This run reads files from {folder} and has no web, but {request.Address} was to be asked. " +
            "Leave the source out of the run, or run with a profile that fetches from the web.");

    public IEnumerable<OriginFile> Files(string pattern)
    {
        var retrieved = Now;
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (path, relative: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => FilePattern.Matches(pattern, file.relative))
            .OrderBy(file => file.relative, StringComparer.Ordinal)
            .Select(file => new OriginFile(file.relative, retrieved, () => File.OpenRead(file.path)));
    }
}
