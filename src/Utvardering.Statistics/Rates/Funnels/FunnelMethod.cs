namespace Utvardering.Statistics.Rates;

/// <summary>How funnel limits about a target are reckoned.</summary>
public enum FunnelMethod
{
    /// <summary>Quantiles of the binomial or Poisson distribution at the target, interpolated between counts: Spiegelhalter (2005), "Funnel Plots for Comparing Institutional Performance", appendix A.</summary>
    Exact,

    /// <summary>Target ± z · standard error at the target: the score test turned round; good where the expected count is above about 20.</summary>
    Normal,

    /// <summary>The χ² formula of <see cref="PoissonInterval.Garwood"/> at the expected count: wider than <see cref="Exact"/>, never too narrow. Not for proportions.</summary>
    ChiSquared,
}
