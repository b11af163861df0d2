using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.SyntheticControl;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>The augmentation and its cross-validation done the slow way: a matrix inverted for every period left out and every λ.</summary>
public class RidgeAugmentedTwinTests
{
    private const int Pre = 8;

    private static readonly RandomPanel Made = new(6, 11, 2001 + Pre);

    [Fact]
    public void Weights_are_those_of_the_inverted_matrix() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Made.Of(seed);
            var estimate = SyntheticControlMethod.Estimate(panel, new() { Variant = SyntheticControlVariant.RidgeAugmented, Lambda = 0.4 });
            var (donors, treated) = Centred(panel);
            return Augmented(donors, treated, 0.4).Zip(estimate.Weights).All(pair => Math.Abs(pair.First - pair.Second.Weight) < 1e-10);
        },
        cases: 50);

    [Fact]
    public void Lambda_is_what_leaving_out_every_period_but_the_last_chooses() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Made.Of(seed);
            var (donors, treated) = Centred(panel);
            var largest = Math.Pow(donors.Svd().S[0], 2);
            var grid = Enumerable.Range(0, 21).Select(step => largest * Math.Pow(1e-8, step / 20.0)).ToArray();
            var errors = grid.Select(lambda => Enumerable.Range(0, Pre - 1).Select(left => Error(donors, treated, left, lambda)).ToArray()).ToArray();
            var means = errors.Select(row => row.Average()).ToArray();
            var best = Array.IndexOf(means, means.Min());
            var deviation = Math.Sqrt(errors[best].Sum(error => Math.Pow(error - means[best], 2)) / (Pre - 2));
            var expected = grid.Zip(means).Where(pair => pair.Second <= means[best] + (deviation / Math.Sqrt(Pre - 1))).Max(pair => pair.First);
            var estimate = SyntheticControlMethod.Estimate(panel, new() { Variant = SyntheticControlVariant.RidgeAugmented });
            return Assertion.IsNear(1, estimate.Lambda!.Value / expected, 1e-9);
        },
        cases: 25);

    [Fact]
    public void Weights_for_given_importances_are_those_of_a_search_through_every_set_of_donors() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Made.Of(seed);
            Predictor[] predictors = [.. Enumerable.Range(2001, 7).Select(year => new Predictor(null, year, year + 1))];
            double[] importance = [.. Enumerable.Range(1, 7).Select(k => k / 28.0)];
            var estimate = SyntheticControlMethod.Estimate(panel, new()
            {
                Variant = SyntheticControlVariant.Predictors,
                Predictors = PredictorTable.FromPanel(panel, [.. predictors]),
                PredictorImportance = [.. importance],
            });
            var columns = new double[7, 5];
            var target = new double[7];
            for (var k = 0; k < 7; k++)
            {
                var values = Enumerable.Range(0, 6).Select(unit => (panel.Outcome(unit, k) + panel.Outcome(unit, k + 1)) / 2).ToArray();
                var scale = Math.Sqrt(importance[k] / (values.Sum(value => Math.Pow(value - values.Average(), 2)) / 5));
                target[k] = scale * values[0];
                for (var donor = 0; donor < 5; donor++)
                {
                    columns[k, donor] = scale * values[donor + 1];
                }
            }

            return NaiveSimplex.Weights(columns, target, ridge: 0).Zip(estimate.Weights).All(pair => Math.Abs(pair.First - pair.Second.Weight) < 1e-10);
        },
        cases: 50);

    // Donors × periods and the treated unit's periods, less the donors' mean.
    private static (Matrix<double> Donors, Vector<double> Treated) Centred(CohortPanel panel)
    {
        var mean = Enumerable.Range(0, Pre).Select(t => Enumerable.Range(1, 5).Average(unit => panel.Outcome(unit, t))).ToArray();
        return (Matrix<double>.Build.Dense(5, Pre, (i, t) => panel.Outcome(i + 1, t) - mean[t]), Vector<double>.Build.Dense(Pre, t => panel.Outcome(0, t) - mean[t]));
    }

    private static double[] Augmented(Matrix<double> donors, Vector<double> treated, double lambda)
    {
        var simplex = Vector<double>.Build.Dense(NaiveSimplex.Weights(donors.Transpose().ToArray(), treated.ToArray(), ridge: 0));
        var inverse = ((donors.Transpose() * donors) + (lambda * Matrix<double>.Build.DenseIdentity(treated.Count))).Inverse();
        return (simplex + (donors * inverse * (treated - (donors.Transpose() * simplex)))).ToArray();
    }

    private static double Error(Matrix<double> donors, Vector<double> treated, int left, double lambda)
    {
        var kept = Enumerable.Range(0, Pre).Where(t => t != left).ToArray();
        var weights = Augmented(
            Matrix<double>.Build.Dense(5, kept.Length, (i, t) => donors[i, kept[t]]), Vector<double>.Build.Dense(kept.Length, t => treated[kept[t]]), lambda);
        return Math.Pow(treated[left] - (donors.Column(left) * Vector<double>.Build.Dense(weights)), 2);
    }
}
