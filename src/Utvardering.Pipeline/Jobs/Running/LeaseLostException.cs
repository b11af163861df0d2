namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>Another node writes the data root now: this one must not publish what it was making. A stop and no failure of what was being done.</summary>
public sealed class LeaseLostException()
    : OperationCanceledException("Another node has taken over the right to write: this node was cut off or stood still too long. Nothing of what it was making was published.");
