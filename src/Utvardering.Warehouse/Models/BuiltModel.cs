namespace Utvardering.Warehouse.Models;

/// <summary>What came of one model.</summary>
/// <param name="Name">schema.name</param>
/// <param name="Table">Null where it was not built, since something that it reads does not stand.</param>
/// <param name="Tests">How its tests went.</param>
internal sealed record BuiltModel(string Name, ModelTable? Table, IReadOnlyList<ModelTestResult> Tests)
{
    /// <summary>Whether others may read it.</summary>
    public bool Stands => Table is not null && !Tests.Any(test => test.Stopped);
}
