using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Weights for a <see cref="DonorProblem"/>: the synthetic outcome is intercept + Σ wⱼYⱼ.</summary>
internal sealed record SyntheticFit(double[] Weights, double Intercept, bool IsUnique, double KktViolation)
{
    public double? Lambda { get; init; }

    /// <summary>V, with sum 1, where predictors were matched.</summary>
    public ImmutableArray<double> Importance { get; init; } = [];

    public static SyntheticFit Of(SimplexSolution solution, double intercept = 0) =>
        new([.. solution.Weights], intercept, solution.IsUnique, solution.KktViolation);

    /// <summary>Y₁ₜ − intercept − Σ wⱼYⱼₜ for every period.</summary>
    public double[] Gaps(DonorProblem problem)
    {
        var gaps = new double[problem.Treated.Length];
        for (var period = 0; period < gaps.Length; period++)
        {
            gaps[period] = problem.Treated[period] - Intercept;
        }

        for (var donor = 0; donor < Weights.Length; donor++)
        {
            if (Weights[donor] != 0)
            {
                VectorMath.AddScaled(gaps, -Weights[donor], problem.Outcomes[donor]);
            }
        }

        return gaps;
    }
}
