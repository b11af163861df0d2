using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>01c_prop99_synth_predictors: exact weights for given V; the search must do at least as well as the package's.</summary>
public class PredictorOracleTests
{
    private static readonly Oracle Case = new("01c_prop99_synth_predictors");

    [SharedDataFact]
    public void Predictors_are_means_over_the_periods_named()
    {
        var table = Table();
        var expected = Case.Expected().GetProperty("predictors");
        Assert.Equal(expected.GetProperty("names").EnumerateArray().Select(name => name.GetString()!), table.Names);
        Near(expected.GetProperty("X1").EnumerateObject().Select(value => value.Value), table["California"]);
        Assert.All(expected.GetProperty("X0_by_state").EnumerateObject(), state => Near(state.Value.EnumerateArray(), table[state.Name]));

        static void Near(IEnumerable<JsonElement> expected, ImmutableArray<double> actual) =>
            Assert.All(expected.Zip(actual), pair => Assertion.Near(Oracle.Number(pair.First), pair.Second, 1e-9));
    }

    [SharedDataTheory]
    [InlineData("equal")]
    [InlineData("lag_heavy")]
    public void Weights_for_given_importances_are_the_exact_ones(string name)
    {
        var expected = Case.Expected().GetProperty("fixed_V").GetProperty(name);
        Check(Estimate(expected.GetProperty("V")), expected, expected.GetProperty("W_exact"));
    }

    [SharedDataFact]
    public void Weights_for_the_packages_importances_are_the_exact_ones()
    {
        var package = Case.Expected().GetProperty("synth").GetProperty("default_NelderMead_BFGS");
        var expected = package.GetProperty("exact_W_given_V");
        Check(Estimate(package.GetProperty("V")), expected, expected.GetProperty("W"));
    }

    [SharedDataFact]
    public void The_search_follows_the_outcome_at_least_as_well_as_the_packages()
    {
        var package = Case.Expected().GetProperty("synth").GetProperty("default_NelderMead_BFGS");
        var estimate = Estimate();
        var loss = estimate.PreRmspe * estimate.PreRmspe;
        Assert.True(loss <= Oracle.Number(package.GetProperty("loss_V_pre_mspe")), $"Loss {loss}.");
        Assert.True(loss <= Oracle.Number(package.GetProperty("exact_W_given_V").GetProperty("pre_mspe")), $"Loss {loss}.");
        Assertion.Near(1, estimate.Predictors.Sum(predictor => predictor.Importance), 1e-12);

        // So far down lie the weights of Abadie, Diamond and Hainmueller (2010), table 2, which the package does not find.
        var published = Case.Expected().GetProperty("published").GetProperty("W");
        Prop99.WeightsNear(published, estimate.Weights.Select(weight => (weight.Unit, weight.Weight)), 0.01);

        // No weights of any kind can follow better than those that look at nothing but the outcome.
        var least = SyntheticControlMethod.Estimate(Prop99.California()).PreRmspe;
        Assert.True(estimate.PreRmspe >= least);
    }

    private static SyntheticControlEstimate Estimate(JsonElement? importance = null) => SyntheticControlMethod.Estimate(Prop99.California(), new()
    {
        Variant = SyntheticControlVariant.Predictors,
        Predictors = Table(),
        PredictorImportance = importance is { } given ? [.. given.EnumerateObject().Select(value => Oracle.Number(value.Value))] : [],
    });

    private static void Check(SyntheticControlEstimate estimate, JsonElement expected, JsonElement weights)
    {
        Prop99.WeightsNear(weights, estimate.Weights.Select(weight => (weight.Unit, weight.Weight)), 1e-6);
        Assertion.Near(Oracle.Number(expected.GetProperty("att_1989_2000")), estimate.Effect.Value, 1e-5);
        Assertion.Near(Oracle.Number(expected.GetProperty("pre_mspe")), estimate.PreRmspe * estimate.PreRmspe, 1e-5);
        Assert.True(estimate.WeightsAreUnique);
    }

    private static PredictorTable Table()
    {
        (string Name, string Column, int First, int Last)[] predictors =
        [
            ("lnincome", "lnincome", 1980, 1988), ("age15to24", "age15to24", 1980, 1988), ("retprice", "retprice", 1980, 1988),
            ("special.beer.1984.1988", "beer", 1984, 1988), ("special.cigsale.1988", "cigsale", 1988, 1988),
            ("special.cigsale.1980", "cigsale", 1980, 1980), ("special.cigsale.1975", "cigsale", 1975, 1975),
        ];
        return PredictorTable.Of([.. predictors.Select(predictor => predictor.Name)], Case.Rows().GroupBy(row => row["state"]).Select(state => KeyValuePair.Create(
            state.Key,
            predictors.Select(predictor => state
                .Where(row => int.Parse(row["year"], CultureInfo.InvariantCulture) is var year && year >= predictor.First && year <= predictor.Last)
                .Average(row => Oracle.Number(row[predictor.Column]))).ToImmutableArray())));
    }
}
