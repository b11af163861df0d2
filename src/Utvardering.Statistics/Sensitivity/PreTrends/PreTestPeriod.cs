namespace Utvardering.Statistics.Sensitivity;

/// <summary>One period under a trend.</summary>
/// <param name="Time">The period in relative time.</param>
/// <param name="Estimate">Its coefficient.</param>
/// <param name="StandardError">The coefficient's standard error.</param>
/// <param name="Trend">The trend, its value at the reference taken off: the bias without a pre-test.</param>
/// <param name="MeanAfterPassing">What the coefficient is on average, without any effect, in studies that pass the pre-test.</param>
public sealed record PreTestPeriod(int Time, double Estimate, double StandardError, double Trend, double MeanAfterPassing);
