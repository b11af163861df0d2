namespace Utvardering.Warehouse.Tests.Specifications.Naive;

/// <summary>Sums and means in which a missing value is left out, and which are missing where all are: as SQL's.</summary>
internal static class Sums
{
    public static double? OrNull(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? known.Sum() : null;

    public static double? MeanOrNull(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? known.Average() : null;
}
