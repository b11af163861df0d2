using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Weights on the simplex, corrected by a ridge regression for what they leave unbalanced.</summary>
/// <remarks>
/// <para>
/// w = w_scm + X (X'X + λI)⁻¹ (x₁ − X'w_scm), where X (donors × features) holds the outcomes before treatment, centred on the donors' mean in each
/// period, and x₁ the treated unit's: equation 11 of the paper. A larger λ keeps to w_scm, a smaller one extrapolates. Covariates are features
/// beside the outcomes, brought to the outcomes' standard deviation (section 6.1).
/// </para>
/// <para>
/// λ is the largest of 21 values, from the largest eigenvalue of X'X down to 1E−8 of it, whose error in leaving out one feature at a time lies
/// within a standard error of the smallest (section 5.3). The weights w_scm are found anew without the feature left out; the ridge part has
/// the closed form (dₜ − Σ over s ≠ t of Hₜₛdₛ / (1 − Hₜₜ)) with H = X'X (X'X + λI)⁻¹. As in the authors' package the last feature is never left out.
/// </para>
/// <para>Ben-Michael, Feller and Rothstein (2021), "The Augmented Synthetic Control Method", JASA 116(536), 1789–1803.</para>
/// </remarks>
internal static class RidgeAugmentation
{
    private const int GridSteps = 20;
    private const double SmallestRatio = 1e-8;

    public static SyntheticFit Fit(DonorProblem problem, SyntheticControlOptions options, bool demean)
    {
        var features = BalanceFeatures.Of(problem, options.Predictors, demean);
        var spectrum = new RidgeSpectrum(features);
        var points = features.Points();
        var solution = SimplexLeastSquares.Solve(points, []);
        double[] weights = [.. solution.Weights];
        var lambda = options.Lambda ?? CrossValidated(features, points, spectrum, Support(weights));
        var correction = spectrum.Solve(features.Imbalance(weights), lambda);
        for (var feature = 0; feature < features.Count; feature++)
        {
            VectorMath.AddScaled(weights, correction[feature], features.Donors[feature]);
        }

        var intercept = demean ? BalanceFeatures.Intercept(problem, weights) : 0;
        return SyntheticFit.Of(solution, intercept) with { Weights = weights, Lambda = lambda };
    }

    // Without one feature the weights are much the same: their support is a good place to begin, and the end does not depend on it.
    private static int[] Support(double[] weights) => [.. Enumerable.Range(0, weights.Length).Where(donor => weights[donor] > 0)];

    private static double CrossValidated(BalanceFeatures features, SimplexProblem points, RidgeSpectrum spectrum, int[] start)
    {
        if (features.Count < 3)
        {
            throw new ArgumentException($"Lambda cannot be cross-validated on {features.Count} periods before treatment: begin the panel earlier, or give lambda.");
        }

        var grid = Enumerable.Range(0, GridSteps + 1).Select(step => spectrum.Largest * Math.Pow(SmallestRatio, (double)step / GridSteps)).ToArray();
        var errors = new double[features.Count - 1][];
        Parallel.For(0, errors.Length, feature =>
        {
            var imbalance = features.Imbalance(SimplexLeastSquares.Resolved(points.Without(feature), start).Weights);
            errors[feature] = [.. spectrum.LeaveOneOutErrors(imbalance, feature, grid).Select(error => error * error)];
        });

        var means = grid.Select((_, i) => errors.Average(row => row[i])).ToArray();
        var best = Array.IndexOf(means, means.Min());
        var standardError = Math.Sqrt(errors.Sum(row => Math.Pow(row[best] - means[best], 2)) / (errors.Length - 1) / errors.Length);

        // The grid falls: the first that does is the largest.
        return grid.Where((_, i) => means[i] <= means[best] + standardError).First();
    }
}
