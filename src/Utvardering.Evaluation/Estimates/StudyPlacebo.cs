namespace Utvardering.Evaluation.Estimates;

/// <summary>What the design gives where nothing was done.</summary>
/// <param name="Kind"><c>assignment</c>, <c>average</c> or <c>donor</c>.</param>
/// <param name="Donor">The donor that stands in a treated municipality's place, or null.</param>
/// <param name="Observed">Whether it is the observed choice.</param>
/// <param name="Statistic">The effect in the indicator's unit.</param>
/// <param name="RmspeRatio">RMSPE after ÷ before; NaN where there is none.</param>
internal sealed record StudyPlacebo(string Kind, string? Donor, bool Observed, double Statistic, double RmspeRatio = double.NaN)
{
    private const int Most = 1000;

    /// <summary>All of a distribution, or a thousand quantiles of a long one.</summary>
    public static IReadOnlyList<StudyPlacebo> Of(string kind, IReadOnlyList<double> distribution, int? observed) => distribution.Count <= Most
        ? [.. distribution.Select((statistic, index) => new StudyPlacebo(kind, null, index == observed, statistic))]
        : Quantiles(kind, [.. distribution.Order()]);

    private static StudyPlacebo[] Quantiles(string kind, double[] sorted) =>
        [.. Enumerable.Range(0, Most).Select(i => new StudyPlacebo(kind, null, false, sorted[(int)((long)i * (sorted.Length - 1) / (Most - 1))]))];
}
