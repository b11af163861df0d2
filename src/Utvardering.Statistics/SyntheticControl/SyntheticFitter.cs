using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Finds the weights in the way that is asked for: one place, so that placebos and refits are made as the estimate was.</summary>
internal static class SyntheticFitter
{
    public static SyntheticFit Fit(DonorProblem problem, SyntheticControlOptions options) => options.Variant switch
    {
        SyntheticControlVariant.OutcomeOnly => OutcomeOnly(problem),
        SyntheticControlVariant.Demeaned => Demeaned(problem),
        SyntheticControlVariant.RidgeAugmented => RidgeAugmentation.Fit(problem, options, demean: false),
        SyntheticControlVariant.DemeanedRidgeAugmented => RidgeAugmentation.Fit(problem, options, demean: true),
        SyntheticControlVariant.Predictors => PredictorFit.Fit(problem, options),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Variant, "There is no such variant of the synthetic control."),
    };

    // w = argmin Σ over t ≤ T₀ of (Y₁ₜ − Σ wⱼYⱼₜ)²
    private static SyntheticFit OutcomeOnly(DonorProblem problem) => SyntheticFit.Of(SimplexLeastSquares.Solve(Points(problem, demean: false), []));

    // The same with Yᵢₜ − Ȳᵢ,pre in the place of Yᵢₜ; the intercept is then Ȳ₁,pre − Σ wⱼȲⱼ,pre.
    private static SyntheticFit Demeaned(DonorProblem problem)
    {
        var solution = SimplexLeastSquares.Solve(Points(problem, demean: true), []);
        var intercept = PreMean(problem.Treated, problem.PrePeriods);
        for (var donor = 0; donor < solution.Weights.Length; donor++)
        {
            intercept -= solution.Weights[donor] * PreMean(problem.Outcomes[donor], problem.PrePeriods);
        }

        return SyntheticFit.Of(solution, intercept);
    }

    private static SimplexProblem Points(DonorProblem problem, bool demean)
    {
        var rows = problem.PrePeriods;
        var points = new double[problem.Outcomes.Length * rows];
        for (var donor = 0; donor < problem.Outcomes.Length; donor++)
        {
            var point = points.AsSpan(donor * rows, rows);
            problem.Outcomes[donor].AsSpan(0, rows).CopyTo(point);
            VectorMath.AddScaled(point, -1, problem.Treated.AsSpan(0, rows));
            if (demean)
            {
                var mean = PreMean(point, rows);
                for (var row = 0; row < rows; row++)
                {
                    point[row] -= mean;
                }
            }
        }

        return new(points, problem.Outcomes.Length, rows, ridge: 0);
    }

    private static double PreMean(ReadOnlySpan<double> series, int prePeriods)
    {
        var sum = 0.0;
        foreach (var value in series[..prePeriods])
        {
            sum += value;
        }

        return sum / prePeriods;
    }
}
