using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Jobs.Catalogue;

/// <summary>The jobs there are, read anew when they may have changed.</summary>
/// <param name="read">Reads them.</param>
public sealed class JobCatalog(Func<IReadOnlyList<Job>> read)
{
    private volatile IReadOnlyList<Job>? known;

    /// <summary>The jobs, as they were read last.</summary>
    public IReadOnlyList<Job> Jobs => known ??= read();

    /// <summary>Reads them again.</summary>
    public IReadOnlyList<Job> ReadAgain() => known = read();

    /// <exception cref="InputException">There is no such job.</exception>
    public Job Find(string name) => Jobs.FirstOrDefault(job => job.Name == name)
        ?? throw new InputException($"There is no job '{name}'. Jobs: {string.Join(", ", Jobs.Select(job => job.Name))}.");
}
