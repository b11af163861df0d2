using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Jobs;

/// <summary>That one process of this machine alone serves the jobs of a data root; goes with the process, however that ends.</summary>
public sealed class NodeHold : IDisposable
{
    private readonly FileStream held;

    private NodeHold(FileStream held) => this.held = held;

    /// <exception cref="InputException">Another process serves them.</exception>
    public static NodeHold Take(string dataRoot)
    {
        var file = Path.Combine(Directory.CreateDirectory(dataRoot).FullName, ".serve");
        try
        {
            return new(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault)
        {
            throw new InputException($"Another 'utvardering serve' runs on {Path.GetFullPath(dataRoot)}. One is enough; several machines share the work with --store postgres.", fault);
        }
    }

    public void Dispose() => held.Dispose();
}
