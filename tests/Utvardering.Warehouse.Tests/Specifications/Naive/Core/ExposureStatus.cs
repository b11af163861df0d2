namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

/// <summary>How a denominator was come by, over several: the least certain counts.</summary>
internal static class ExposureStatus
{
    private static readonly string[] FromCertain = ["", "interpolated", "carried_forward", "not_available"];

    public static string Worst(params IEnumerable<string?> statuses) => statuses.OfType<string>().DefaultIfEmpty("").MaxBy(status => Array.IndexOf(FromCertain, status))!;
}
