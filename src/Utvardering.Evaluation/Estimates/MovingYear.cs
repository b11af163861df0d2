namespace Utvardering.Evaluation.Estimates;

/// <summary>The figure of the year that ends with a period: the sum of counts over the sum of exposure, or the mean where only figures are known.</summary>
internal static class MovingYear
{
    /// <summary>By period; null until a year is known.</summary>
    /// <remarks>Of a year of monthly counts two months may lack: the rate is then that of the other ten. Else none may.</remarks>
    /// <param name="cells">Ascending periods without a gap: figure, count and exposure, null where unknown.</param>
    /// <param name="hasExposure">Whether counts are pooled.</param>
    /// <param name="per">The rate's base.</param>
    /// <param name="periodsInYear">12, 4 or 1.</param>
    public static IReadOnlyList<double?> Of(
        IReadOnlyList<(double? Value, double? Numerator, double? Denominator)> cells, bool hasExposure, double per, int periodsInYear)
    {
        var needed = periodsInYear == 12 && hasExposure ? 10 : periodsInYear;
        return [.. Enumerable.Range(1, cells.Count).Select(end => end < periodsInYear
            ? null
            : Pool([.. cells.Skip(end - periodsInYear).Take(periodsInYear).Where(cell => cell.Value is not null)], hasExposure, per, needed))];
    }

    /// <summary>One figure for several periods; null where fewer than needed are known.</summary>
    public static double? Pool(List<(double? Value, double? Numerator, double? Denominator)> known, bool hasExposure, double per, int needed)
        => known.Count < needed ? null
            : hasExposure ? per * known.Sum(cell => cell.Numerator!.Value) / known.Sum(cell => cell.Denominator!.Value)
            : known.Average(cell => cell.Value!.Value);
}
