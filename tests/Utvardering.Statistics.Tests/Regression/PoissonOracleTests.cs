using System.Text.Json;
using Utvardering.Statistics.Regression;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>Poisson regressions of homicides against fixest's fepois and R's glm.</summary>
public class PoissonOracleTests
{
    private static readonly Oracle Oracle = new("03c_fepois_castle");

    [SharedDataTheory]
    [InlineData("fepois_no_fe")]
    [InlineData("fepois_twfe", "post")]
    [InlineData("fepois_twfe_cov", "post", "unemployrt", "poverty")]
    public void Coefficients_and_standard_errors_equal_fepois(string block, params string[] regressors)
    {
        var expected = Oracle.Expected().GetProperty(block);
        var fit = Fit(regressors);

        Assert.Equal(expected.GetProperty("nobs").GetInt32(), fit.Observations);
        Assertion.Near(expected.GetProperty("deviance").GetDouble(), fit.Deviance, 1e-6);
        Same(expected.GetProperty("iid"), fit.With(new ClassicalErrors()));
        Same(expected.GetProperty("hetero"), fit.With(new RobustErrors()));
        Same(expected.GetProperty("cluster_state"), fit.With(new ClusteredErrors(State)));
        var plain = fit.With(new ClusteredErrors(State) { SmallSample = SmallSample.None });
        Assert.All(expected.GetProperty("cluster_no_adjust_CR0").EnumerateObject(), error => Assertion.Near(error.Value.GetDouble(), plain[error.Name].StandardError, 1e-6));
        Assert.All(expected.GetProperty("irr").EnumerateObject(), ratio => Assertion.Near(ratio.Value.GetDouble(), Math.Exp(plain[ratio.Name].Value), 1e-7));
    }

    [SharedDataFact]
    public void Two_way_model_equals_glm_with_dummies()
    {
        var expected = Oracle.Expected();
        var check = expected.GetProperty("glm_check");
        var fit = Fit("post");

        Assertion.Near(check.GetProperty("post").GetDouble(), fit.Coefficients[0], 1e-9);
        Assertion.Near(check.GetProperty("deviance").GetDouble(), fit.Deviance, 1e-8);
        Assertion.Near(check.GetProperty("se_model_based").GetDouble(), fit.With(new ClassicalErrors { SmallSample = SmallSample.None })["post"].StandardError, 1e-8);
        var quasi = expected.GetProperty("quasipoisson");

        // R's glm takes Pearson's statistic with the weights of the step before its last, at epsilon 1e−8: 3e−6 off the exact value.
        Assertion.Near(quasi.GetProperty("dispersion").GetDouble(), QuasiPoissonErrors.Dispersion(fit), 1e-5);
        Assertion.Near(quasi.GetProperty("se_post").GetDouble(), fit.With(new QuasiPoissonErrors())["post"].StandardError, 1e-6);
    }

    [SharedDataTheory]
    [InlineData("log_ols_twfe_cluster_state", false)]
    [InlineData("log_ols_twfe_popweighted_cluster_state", true)]
    public void Least_squares_of_the_log_rate_equals_feols(string block, bool weighted)
    {
        var expected = Oracle.Expected().GetProperty(block).GetProperty("post");
        var fit = FixedEffectsLeastSquares.Fit(
            Column("l_homicide"), [new("post", Column("post"))], [State, Year], new() { Weights = weighted ? Column("popwt") : null });

        FixestOracleTests.Same(expected, fit.With(new ClusteredErrors(State))["post"]);
    }

    private static Grouping State => Grouping.Of("state", Oracle.Rows().Select(row => row["state"]));

    private static Grouping Year => Grouping.Of("year", Oracle.Rows().Select(row => row["year"]));

    private static RegressionFit Fit(params string[] regressors)
    {
        PoissonOptions options = new() { Exposure = Column("population") };
        return regressors.Length == 0
            ? PoissonRegression.Fit(Column("homicide_c"), [DesignColumn.Intercept(550), new("post", Column("post"))], options)
            : FixedEffectsPoisson.Fit(Column("homicide_c"), [.. regressors.Select(name => new DesignColumn(name, Column(name)))], [State, Year], options);
    }

    private static double[] Column(string name) => [.. Oracle.Rows().Select(row => Oracle.Number(row[name]))];

    private static void Same(JsonElement expected, RegressionInference actual)
    {
        foreach (var coefficient in expected.EnumerateObject())
        {
            var estimate = actual[coefficient.Name];
            Assertion.Near(coefficient.Value.GetProperty("estimate").GetDouble(), estimate.Value, 1e-7);
            Assertion.Near(coefficient.Value.GetProperty("se").GetDouble(), estimate.StandardError, 1e-6);
            Assertion.Near(coefficient.Value.GetProperty("p").GetDouble(), estimate.PValue, 1e-6);
        }
    }
}
