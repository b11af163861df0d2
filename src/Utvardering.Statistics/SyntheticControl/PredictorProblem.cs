using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>
/// The two nested problems of the synthetic control with predictors: weights that match the predictors for given importances V, and the loss
/// that a V brings in the outcome before treatment.
/// </summary>
internal sealed class PredictorProblem
{
    private readonly double[] differences;
    private readonly double[] outcomes;
    private readonly int donors;
    private readonly int prePeriods;

    private PredictorProblem(double[] differences, double[] outcomes, int donors, int predictors, int prePeriods) =>
        (this.differences, this.outcomes, this.donors, Count, this.prePeriods) = (differences, outcomes, donors, predictors, prePeriods);

    /// <summary>K, the number of predictors.</summary>
    public int Count { get; }

    /// <summary>Predictors of donors less the treated unit's, divided by the standard deviation (n − 1) over all of them.</summary>
    public static PredictorProblem Of(DonorProblem problem, PredictorTable table)
    {
        double[][] units = [[.. table[problem.Unit]], .. problem.Donors.Select(donor => table[donor].ToArray())];
        var (donors, count, pre) = (problem.Donors.Length, table.Names.Length, problem.PrePeriods);
        var differences = new double[donors * count];
        for (var k = 0; k < count; k++)
        {
            var mean = units.Average(unit => unit[k]);
            var deviation = Math.Sqrt(units.Sum(unit => (unit[k] - mean) * (unit[k] - mean)) / (units.Length - 1));
            if (!(deviation > 0))
            {
                throw new ArgumentException($"Predictor \"{table.Names[k]}\" is the same for all units: leave it out.");
            }

            for (var donor = 0; donor < donors; donor++)
            {
                differences[(donor * count) + k] = (units[donor + 1][k] - units[0][k]) / deviation;
            }
        }

        var outcomes = new double[donors * pre];
        for (var donor = 0; donor < donors; donor++)
        {
            var point = outcomes.AsSpan(donor * pre, pre);
            problem.Outcomes[donor].AsSpan(0, pre).CopyTo(point);
            VectorMath.AddScaled(point, -1, problem.Treated.AsSpan(0, pre));
        }

        return new(differences, outcomes, donors, count, pre);
    }

    /// <summary>W(V) = argmin Σ vₖ (x₁ₖ − Σ wⱼxⱼₖ)², exactly.</summary>
    public SimplexSolution Weights(ReadOnlySpan<double> importance)
    {
        Span<double> roots = stackalloc double[Count];
        for (var k = 0; k < Count; k++)
        {
            roots[k] = Math.Sqrt(importance[k]);
        }

        var points = new double[differences.Length];
        for (var donor = 0; donor < donors; donor++)
        {
            for (var k = 0; k < Count; k++)
            {
                points[(donor * Count) + k] = roots[k] * differences[(donor * Count) + k];
            }
        }

        return SimplexLeastSquares.Solve(new(points, donors, Count, ridge: 0), []);
    }

    /// <summary>The mean squared gap before treatment with W(V).</summary>
    public double Loss(ReadOnlySpan<double> importance) => Loss(Weights(importance));

    public double Loss(SimplexSolution solution)
    {
        Span<double> gap = new double[prePeriods];
        for (var donor = 0; donor < donors; donor++)
        {
            if (solution.Weights[donor] != 0)
            {
                VectorMath.AddScaled(gap, solution.Weights[donor], outcomes.AsSpan(donor * prePeriods, prePeriods));
            }
        }

        return VectorMath.Dot(gap, gap) / prePeriods;
    }
}
