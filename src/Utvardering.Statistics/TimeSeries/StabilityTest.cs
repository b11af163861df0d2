namespace Utvardering.Statistics.TimeSeries;

/// <summary>A test that the coefficients of a regression stayed the same over the series.</summary>
/// <param name="Method">The test in words.</param>
/// <param name="Statistic">Its statistic.</param>
/// <param name="PValue">The p-value of no change.</param>
/// <param name="At">The position, from 0, where the statistic is reached: the break tested, or where the path is farthest out.</param>
public sealed record StabilityTest(string Method, double Statistic, double PValue, int At);
