namespace Utvardering.Warehouse.Lake;

/// <summary>Asked right before a rename publishes something: whether this process still is the one writer of its data root.</summary>
/// <param name="confirm">Throws where it is not.</param>
/// <remarks>
/// Between the question and the rename a process may be stopped for as long as it pleases the machine. So whoever takes the data root
/// over removes everything half-made before it begins: the rename of a writer that wakes up then has nothing to rename.
/// </remarks>
public sealed class WriterFence(Action confirm)
{
    /// <summary>The writer holds the folder by the operating system's lock, which nobody can take from it while it lives.</summary>
    public static WriterFence ByLock { get; } = new(() => { });

    /// <summary>Returns when this process may publish.</summary>
    public void Confirm() => confirm();
}
