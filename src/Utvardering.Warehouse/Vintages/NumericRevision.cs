namespace Utvardering.Warehouse.Vintages;

/// <summary>How far a numeric column moved in the rows that both vintages have. Sizes are in the column's unit, shares of the earlier number.</summary>
/// <param name="Column">The column.</param>
/// <param name="Revised">Numbers that became other numbers: the sizes are of these.</param>
/// <param name="Appeared">Numbers where there was none.</param>
/// <param name="Vanished">Numbers that are no longer there.</param>
/// <param name="Mean">Mean change, with its sign; null when nothing was revised.</param>
/// <param name="MedianAbsolute">Median size of the change.</param>
/// <param name="LargestAbsolute">Largest size of the change.</param>
/// <param name="MedianRelative">Median size of the change as a share of the earlier number, those of 0 left out.</param>
/// <param name="LargestRelative">Largest size of the change as a share of the earlier number, those of 0 left out.</param>
public sealed record NumericRevision(
    string Column, long Revised, long Appeared, long Vanished,
    double? Mean, double? MedianAbsolute, double? LargestAbsolute, double? MedianRelative, double? LargestRelative);
