namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The joint Wald test that all effects before treatment are zero.</summary>
/// <remarks>
/// W = â′ V̂⁻¹ â over the group-time effects with t &lt; g, chi-squared with as many degrees of freedom (Callaway and Sant'Anna 2021, section 4).
/// Periods of anticipation are among them. Not rejecting is no proof of parallel trends.
/// </remarks>
/// <param name="Statistic">W.</param>
/// <param name="DegreesOfFreedom">The number of effects tested.</param>
/// <param name="PValue">P(χ² ≥ W).</param>
public sealed record PreTrendWald(double Statistic, int DegreesOfFreedom, double PValue);
