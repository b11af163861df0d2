namespace Utvardering.Statistics.Randomisation;

/// <summary>The joint test that no pre-period shows a difference.</summary>
/// <remarks>
/// The statistic is max |τ̂(t)| / σ(t) over the pre-periods except the reference. σ(t) is the standard deviation of τ̂(t) over all assignments,
/// σ² = S² n / (n₁ n₀) with S² the variance of the changes over all units (Neyman 1923; Imbens and Rubin 2015, chapter 6), the same for every
/// assignment, so that noisy periods do not drown the others. One maximum and its own distribution: no correction for the number of periods is needed,
/// and their dependence is in it (Westfall and Young 1993). Not rejecting is no proof of parallel trends, least of all with few units.
/// </remarks>
/// <param name="Statistic">The maximum under the observed assignment.</param>
/// <param name="P">Share of assignments with a maximum at least as large; ties count.</param>
/// <param name="MinimumP">The smallest p-value that any data could give.</param>
/// <param name="Periods">The number of pre-periods tested.</param>
/// <param name="IsExhaustive">Whether all assignments were used, so that the p-value is exact.</param>
public sealed record PreTrendTest(double Statistic, double P, double MinimumP, int Periods, bool IsExhaustive);
