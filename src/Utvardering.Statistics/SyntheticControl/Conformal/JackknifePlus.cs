using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>Jackknife+ over periods: each period before treatment is left out in turn and predicted by the rest.</summary>
/// <remarks>
/// With r₍ₜ₎ the error in predicting period t without it and ŷ₍ₜ₎ the counterfactual from the same weights, the interval of the
/// counterfactual lies between the α/2 quantile of ŷ₍ₜ₎ − |r₍ₜ₎| and the 1 − α/2 quantile of ŷ₍ₜ₎ + |r₍ₜ₎|; the effect's is the outcome less it.
/// Barber, Candès, Ramdas and Tibshirani (2021), "Predictive inference with the jackknife+", Annals of Statistics 49(1), in the form of the
/// augmented synthetic control (Ben-Michael, Feller and Rothstein 2021). A ridge keeps the λ of the estimate. Quantiles interpolate linearly (type 7).
/// </remarks>
/// <seealso href="https://doi.org/10.1214/20-AOS1965"/>
public static class JackknifePlus
{
    /// <summary>Intervals of the effect in each period of treatment, and of their mean.</summary>
    /// <param name="panel">Units × periods without missing cells.</param>
    /// <param name="options">Which unit, which donors, which weights.</param>
    /// <exception cref="ArgumentException">As <see cref="SyntheticControlMethod.Estimate(CohortPanel, SyntheticControlOptions?)"/>; fewer than three periods before treatment.</exception>
    public static ConformalResult Run(CohortPanel panel, SyntheticControlOptions? options = null)
    {
        options ??= new();
        var problem = DonorProblem.Of(OutcomeTable.Of(panel, options.RateScale), options);
        if (problem.PrePeriods < 3)
        {
            throw new ArgumentException($"Unit \"{problem.Unit}\" has {problem.PrePeriods} periods before treatment: the jackknife+ needs three or more. Begin the panel earlier.");
        }

        var control = SyntheticControlMethod.Estimate(problem, options);
        var kept = options with { Lambda = control.Lambda ?? options.Lambda };
        var gaps = new double[problem.PrePeriods][];
        Parallel.For(0, gaps.Length, left =>
        {
            var rest = problem.Keeping([.. Enumerable.Range(0, problem.Periods.Length).Where(t => t != left)]);
            gaps[left] = SyntheticFitter.Fit(rest, kept).Gaps(problem);
        });

        var tail = ConfidenceLevel.TailOf(options.Confidence);
        ConfidenceInterval Interval(Func<double[], double> effect)
        {
            // Effects are outcomes less counterfactuals: ends change places.
            var low = gaps.Select((gap, left) => effect(gap) - Math.Abs(gap[left])).Order().ToArray();
            var high = gaps.Select((gap, left) => effect(gap) + Math.Abs(gap[left])).Order().ToArray();
            return new(Quantile(low, tail), Quantile(high, 1 - tail), options.Confidence);
        }

        var periods = Enumerable.Range(problem.PrePeriods, problem.PostPeriods)
            .Select(t => new PeriodInterval(problem.Periods[t], control.Gaps[t].Gap, Interval(gap => gap[t]), double.NaN))
            .ToImmutableArray();
        var effect = control.Effect with
        {
            Method = control.Effect.Method + ", jackknife+ over periods",
            Interval = Interval(gap => gap.Skip(problem.PrePeriods).Average()),
        };
        return new(effect, periods, control);
    }

    private static double Quantile(double[] sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(position);
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[^1];
    }
}
