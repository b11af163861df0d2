using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Power;

/// <summary>A difference-in-differences of units over several periods, whose errors are correlated over time.</summary>
/// <remarks>
/// Burlig, Preonas and Woerman (2020), "Panel Data and Experimental Design", equation 2: with J units, a share P of them treated, m periods before
/// and r after, Var = (1 / (P (1 − P) J)) ((m + r) / (m r) σ² + (m − 1)/m ψ_B + (r − 1)/r ψ_A − 2 ψ_X), ψ the mean covariances of two periods before, after
/// and across. More periods help little where errors last. Anything constant over time in a unit cancels.
/// </remarks>
/// <param name="Units">J.</param>
/// <param name="TreatedShare">P, between 0 and 1.</param>
/// <param name="Before">m.</param>
/// <param name="After">r.</param>
/// <param name="Variance">σ², of one unit in one period.</param>
public sealed record PanelDesign(int Units, double TreatedShare, int Before, int After, double Variance)
{
    /// <summary>ψ_B; 0 with one period.</summary>
    public double CovarianceBefore { get; init; }

    /// <summary>ψ_A; 0 with one period.</summary>
    public double CovarianceAfter { get; init; }

    /// <summary>ψ_X.</summary>
    public double CovarianceAcross { get; init; }

    /// <summary>J with serial correlation, J (m + r) − (J + m + r) without, as the authors' program has it; J makes the effect slightly optimistic in few units.</summary>
    public double DegreesOfFreedom => CovarianceBefore == 0 && CovarianceAfter == 0 && CovarianceAcross == 0
        ? (Units * (Before + After)) - (Units + Before + After)
        : Units;

    /// <summary>The standard error of the effect.</summary>
    public double StandardError
    {
        get
        {
            double m = Before, r = After;
            var terms = ((m + r) / (m * r) * Variance) + ((m - 1) / m * CovarianceBefore) + ((r - 1) / r * CovarianceAfter) - (2 * CovarianceAcross);
            return Math.Sqrt(Math.Max(0, terms) / (TreatedShare * (1 - TreatedShare) * Units));
        }
    }

    /// <summary>A design whose errors follow a first-order autoregression.</summary>
    /// <param name="correlation">The correlation of neighbouring periods.</param>
    public PanelDesign WithAutocorrelation(double correlation) => this with
    {
        CovarianceBefore = Mean(Pairs(0, Before, 0, Before), correlation),
        CovarianceAfter = Mean(Pairs(Before, After, Before, After), correlation),
        CovarianceAcross = Mean(Pairs(0, Before, Before, After), correlation),
    };

    /// <summary>The design with the variances and covariances of a real panel, averaged over all windows of its length. Missing cells take no part.</summary>
    /// <param name="panel">Periods in which nothing was done.</param>
    /// <param name="treated">How many units would be treated.</param>
    /// <param name="before">m.</param>
    /// <param name="after">r.</param>
    /// <exception cref="ArgumentException">Fewer periods than the window, or no unit left as a control.</exception>
    public static PanelDesign Of(CohortPanel panel, int treated, int before, int after)
    {
        var windows = panel.Periods.Length - before - after + 1;
        if (windows < 1 || before < 1 || after < 1 || treated < 1 || treated >= panel.Units.Length)
        {
            throw new ArgumentException(
                $"{before} periods before and {after} after with {treated} treated units do not fit a panel of {panel.Units.Length} units and {panel.Periods.Length} periods.");
        }

        var covariance = Covariances(panel);
        double Over(IEnumerable<(int, int)> pairs)
        {
            var all = Enumerable.Range(0, windows).SelectMany(start => pairs.Select(pair => covariance[start + pair.Item1][start + pair.Item2])).Where(double.IsFinite).ToArray();
            return all.Length == 0 ? 0 : all.Average();
        }

        // Weighted so that (m + r)/(m r) σ² is variance before / m + variance after / r: with one window the formula is then the variance of the units' changes.
        var (early, late) = (Over(Enumerable.Range(0, before).Select(t => (t, t))), Over(Enumerable.Range(before, after).Select(t => (t, t))));
        return new(panel.Units.Length, (double)treated / panel.Units.Length, before, after, ((after * early) + (before * late)) / (before + after))
        {
            CovarianceBefore = Over(Pairs(0, before, 0, before)),
            CovarianceAfter = Over(Pairs(before, after, before, after)),
            CovarianceAcross = Over(Pairs(0, before, before, after)),
        };
    }

    /// <summary>The effect found with this chance: (t(power) + t(1 − α/2)) · standard error.</summary>
    public double DetectableEffect(double power = 0.8, double confidence = 0.95)
    {
        // t(κ) is negative below one half.
        var chance = power >= 0.5 ? Quantile.StudentTwoSided(2 * (1 - power), DegreesOfFreedom) : -Quantile.StudentTwoSided(2 * power, DegreesOfFreedom);
        return (chance + Critical(confidence)) * StandardError;
    }

    /// <summary>The chance of finding the effect: P(T ≥ t(1 − α/2) − effect / standard error).</summary>
    public double Power(double effect, double confidence = 0.95)
    {
        var t = Critical(confidence) - (Math.Abs(effect) / StandardError);
        var tail = Tail.StudentTwoSided(t, DegreesOfFreedom) / 2;
        return t >= 0 ? tail : 1 - tail;
    }

    private double Critical(double confidence) => Quantile.StudentTwoSided(2 * ConfidenceLevel.TailOf(confidence), DegreesOfFreedom);

    private double Mean(IEnumerable<(int, int)> pairs, double correlation) =>
        Variance * pairs.Select(pair => Math.Pow(correlation, Math.Abs(pair.Item1 - pair.Item2))).DefaultIfEmpty(0).Average();

    private static IEnumerable<(int, int)> Pairs(int first, int count, int second, int others) =>
        Enumerable.Range(first, count).SelectMany(s => Enumerable.Range(second, others).Where(t => t != s).Select(t => (s, t)));

    // Over units, each period about its own mean; NaN with fewer than two units in common.
    private static double[][] Covariances(CohortPanel panel) => [.. Enumerable.Range(0, panel.Periods.Length).Select(s =>
        Enumerable.Range(0, panel.Periods.Length).Select(t =>
        {
            var units = Enumerable.Range(0, panel.Units.Length).Where(unit => double.IsFinite(panel.Outcome(unit, s)) && double.IsFinite(panel.Outcome(unit, t))).ToArray();
            if (units.Length < 2)
            {
                return double.NaN;
            }

            var (one, other) = (units.Average(unit => panel.Outcome(unit, s)), units.Average(unit => panel.Outcome(unit, t)));
            return units.Sum(unit => (panel.Outcome(unit, s) - one) * (panel.Outcome(unit, t) - other)) / (units.Length - 1);
        }).ToArray())];
}
