using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>Conformal inference: were the effect as supposed, the residuals after treatment would be like those before.</summary>
/// <remarks>
/// <para>
/// The supposed effect is taken off the treated unit's outcome, the synthetic control is fitted to all periods (those of treatment too), and
/// p = the share of permutations π of the residuals û with S(û_π) ≥ S(û), S the norm of the residuals in the periods of treatment. It is
/// exact for exchangeable residuals and nearly so for dependent ones (theorems 1–2). One period is tested on the periods before and itself
/// (section 2.2). An interval holds the effects with p &gt; α: its ends are found by going outward until effects stay
/// rejected, looking at a grid between, and halving at the outermost change.
/// </para>
/// <para>Ridge-augmented fits keep the λ of the estimate.</para>
/// <para>Chernozhukov, Wüthrich and Zhu (2021), "An Exact and Robust Conformal Inference Method for Counterfactual and Synthetic Controls", JASA 116(536), 1849–1864.</para>
/// </remarks>
/// <seealso href="https://doi.org/10.1080/01621459.2021.1920957"/>
public static class ConformalInference
{
    /// <summary>Tests no effect and inverts the test, for all periods of treatment together and for each.</summary>
    /// <param name="panel">Units × periods without missing cells.</param>
    /// <param name="options">Which unit, which donors, which weights; not predictors, which have no counterpart under a supposed effect.</param>
    /// <param name="conformal">Permutations and statistic.</param>
    /// <exception cref="ArgumentException">As <see cref="SyntheticControlMethod.Estimate(CohortPanel, SyntheticControlOptions?)"/>; the variant with predictors.</exception>
    public static ConformalResult Run(CohortPanel panel, SyntheticControlOptions? options = null, ConformalOptions? conformal = null)
    {
        options ??= new();
        conformal ??= new();
        if (options.Variant == SyntheticControlVariant.Predictors)
        {
            throw new ArgumentException("Conformal inference fits the outcome of all periods, which weights from predictors do not: choose another variant, or placebos.");
        }

        var problem = DonorProblem.Of(OutcomeTable.Of(panel, options.RateScale), options);
        var control = SyntheticControlMethod.Estimate(problem, options);
        var fixedOptions = options with { Lambda = control.Lambda ?? options.Lambda };
        var alpha = 1 - options.Confidence;
        var post = Enumerable.Range(problem.PrePeriods, problem.PostPeriods).ToArray();

        var together = new ConformalTest(problem, fixedOptions, conformal);
        var periods = new PeriodInterval[conformal.EachPeriod ? post.Length : 0];
        Parallel.For(0, periods.Length, i =>
        {
            var one = new ConformalTest(problem.Keeping([.. Enumerable.Range(0, problem.PrePeriods), post[i]]), fixedOptions, conformal);
            var gap = control.Gaps[post[i]].Gap;
            periods[i] = new(problem.Periods[post[i]], gap, ConformalInversion.Interval(one, gap, alpha), one.PValue(0));
        });
        var effect = control.Effect with
        {
            Method = $"{control.Effect.Method}, conformal ({(conformal.Permutations == ConformalPermutations.MovingBlock ? "moving block" : "all permutations")}, q = {conformal.Norm})",
            PValue = together.PValue(0),
            Interval = ConformalInversion.Interval(together, control.Effect.Value, alpha),
            Seed = together.IsSampled ? conformal.Seed : null,
        };
        return new(effect with { Warnings = [.. effect.Warnings, .. Warnings(together, alpha)] }, [.. periods], control);
    }

    private static EstimationWarning[] Warnings(ConformalTest test, double alpha) =>
    [
        .. test.MinimumP > alpha ? [new EstimationWarning(EstimationWarningKind.MinimumPValueAboveLevel, Value: test.MinimumP, Limit: alpha)] : Array.Empty<EstimationWarning>(),
        .. test.IsSampled ? [new EstimationWarning(EstimationWarningKind.AssignmentsSampled, Value: test.Orders, Limit: test.PossibleOrders)] : Array.Empty<EstimationWarning>(),
    ];
}
