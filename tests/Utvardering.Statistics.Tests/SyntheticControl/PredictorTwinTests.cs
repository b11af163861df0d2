using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.SyntheticControl;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>
/// The nested search against a grid of importances with <see cref="NaiveSimplex"/>'s weights inside. Objectives are compared, not weights: the outer problem has
/// many local minima and flat stretches, on which V is arbitrary.
/// </summary>
public class PredictorTwinTests
{
    private const int Start = 2009;
    private const int PrePeriods = Start - 2001;
    private static readonly Predictor[] Predictors = [new(null, 2001, 2003), new(null, 2004, 2006), new(null, 2007, 2007)];

    [Theory]
    [InlineData(2, 241)]
    [InlineData(3, 25)]
    public void The_search_finds_importances_at_least_as_good_as_a_grid_s(int count, int steps) => Property.HoldsForEverySeed(
        seed =>
        {
            // One donor more than predictors: were there more, other weights could match the predictors as well, and W(V) would be no function.
            var panel = new RandomPanel(count + 2, 11, Start).Of(seed);
            var table = PredictorTable.FromPanel(panel, [.. Predictors.Take(count)]);
            var found = SyntheticControlMethod.Estimate(panel, new() { Variant = SyntheticControlVariant.Predictors, Predictors = table });
            var least = Grid(count - 1, steps).Min(logarithms => Loss(panel, table, [1, .. logarithms.Select(Math.Exp)]));
            return found.PreRmspe * found.PreRmspe <= least * (1 + 1e-9);
        },
        cases: 6);

    [Fact]
    public void For_given_importances_the_objective_equals_the_best_of_all_sets_of_donors() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = new RandomPanel(6, 11, Start).Of(seed);
            var table = PredictorTable.FromPanel(panel, [.. Predictors]);
            double[] importance = [0.2 + (seed % 7), 1 + (seed % 5), 0.5 + (seed % 3)];
            var found = SyntheticControlMethod.Estimate(panel, new() { Variant = SyntheticControlVariant.Predictors, Predictors = table, PredictorImportance = [.. importance] });
            var (x, y) = Problem(panel, table, importance);
            double[] actual = [.. found.Weights.Select(weight => weight.Weight)];
            return Assertion.IsNear(NaiveSimplex.Objective(x, y, NaiveSimplex.Weights(x.ToArray(), y.ToArray(), 0), 0), NaiveSimplex.Objective(x, y, actual, 0), 1e-10)
                && Assertion.IsNear(Fit(panel, actual), found.PreRmspe * found.PreRmspe, 1e-10);
        },
        cases: 60);

    // Logarithms of the other importances over the first, from −6 to 6: beyond, the normal equations of the naive weights lose the digits compared.
    private static IEnumerable<double[]> Grid(int dimensions, int steps) => dimensions == 0
        ? [[]]
        : Grid(dimensions - 1, steps).SelectMany(rest => Enumerable.Range(0, steps).Select(step => (double[])[.. rest, -6 + (12.0 * step / (steps - 1))]));

    private static double Loss(CohortPanel panel, PredictorTable table, double[] importance)
    {
        var (x, y) = Problem(panel, table, importance);
        return Fit(panel, NaiveSimplex.Weights(x.ToArray(), y.ToArray(), 0));
    }

    // Σ vₖ (x₁ₖ − Σ wⱼ xⱼₖ)², each predictor over its standard deviation among all units.
    private static (Matrix<double> X, Vector<double> Y) Problem(CohortPanel panel, PredictorTable table, double[] importance)
    {
        var rows = panel.Units.Select(unit => table[unit].ToArray()).ToArray();
        double[] scale = [.. importance.Select((v, k) => Math.Sqrt(v / importance.Sum()) / MathNet.Numerics.Statistics.Statistics.StandardDeviation(rows.Select(row => row[k])))];
        return (Matrix<double>.Build.Dense(scale.Length, rows.Length - 1, (k, j) => scale[k] * rows[j + 1][k]), Vector<double>.Build.Dense(scale.Length, k => scale[k] * rows[0][k]));
    }

    private static double Fit(CohortPanel panel, double[] weights) => Enumerable.Range(0, PrePeriods).Average(period =>
        Math.Pow(panel.Outcome(0, period) - weights.Select((weight, j) => weight * panel.Outcome(j + 1, period)).Sum(), 2));
}
