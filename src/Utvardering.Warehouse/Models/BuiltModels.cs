namespace Utvardering.Warehouse.Models;

/// <summary>The models that were built and how their tests went.</summary>
/// <param name="Tables">In the order of building.</param>
/// <param name="Tests">Those of the keys too.</param>
public sealed record BuiltModels(IReadOnlyList<ModelTable> Tables, IReadOnlyList<ModelTestResult> Tests)
{
    /// <summary>What does not hold and did not stop anything.</summary>
    public IEnumerable<ModelTestResult> Warnings => Tests.Where(test => !test.Passed);
}
