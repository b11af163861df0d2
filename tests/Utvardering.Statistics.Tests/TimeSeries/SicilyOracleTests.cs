using System.Text.Json;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.TimeSeries;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.TimeSeries;

/// <summary>The Sicilian smoking ban of January 2005 and hospital admissions: against R's glm, sandwich, nlme and prais.</summary>
public class SicilyOracleTests
{
    private static readonly Oracle Oracle = new("07_its_sicily");

    [SharedDataTheory]
    [InlineData("quasipoisson", SeasonalTerms.None, false)]
    [InlineData("quasipoisson_harmonic", SeasonalTerms.Harmonics, false)]
    [InlineData("quasipoisson_harmonic_slope_change", SeasonalTerms.Harmonics, true)]
    [InlineData("quasipoisson_month_dummies", SeasonalTerms.Dummies, false)]
    public void Quasi_Poisson_regressions_equal_glm(string name, SeasonalTerms season, bool slope)
    {
        var expected = Oracle.Expected().GetProperty(name);
        var estimate = InterruptedTimeSeries.QuasiPoisson(Counts(), new() { Season = season, SlopeChange = slope });

        Assertion.Near(expected.GetProperty("dispersion").GetDouble(), QuasiPoissonErrors.Dispersion(estimate.Coefficients.Fit), 1e-8);
        Assertion.Near(expected.GetProperty("deviance").GetDouble(), estimate.Coefficients.Fit.Deviance, 1e-7);
        Assert.Equal(expected.GetProperty("df_residual").GetInt32(), estimate.Level.DegreesOfFreedom);
        foreach (var coefficient in expected.GetProperty("coef").EnumerateObject())
        {
            var actual = estimate.Coefficients[Name(coefficient.Name)];
            Assertion.Near(coefficient.Value.GetProperty("estimate").GetDouble(), actual.Value, 1e-8);
            Assertion.Near(coefficient.Value.GetProperty("se").GetDouble(), actual.StandardError, 1e-8);
            Assertion.Near(coefficient.Value.GetProperty("p").GetDouble(), actual.PValue, 1e-8);
        }
    }

    [SharedDataFact]
    public void The_test_of_a_slope_change_equals_the_analysis_of_deviance()
    {
        var expected = Oracle.Expected().GetProperty("F_test_slope_change");
        var test = InterruptedTimeSeries.SlopeChange(Counts(), new() { Season = SeasonalTerms.Harmonics });

        Assertion.Near(Number(expected.GetProperty("F")), test.F, 1e-8);
        Assertion.Near(Number(expected.GetProperty("p")), test.PValue, 1e-8);
    }

    [SharedDataFact]
    public void Expected_counts_without_the_ban_equal_the_prediction()
    {
        var expected = Oracle.Expected().GetProperty("counterfactual_m3");
        var series = Counts();
        var estimate = InterruptedTimeSeries.QuasiPoisson(series, new() { Season = SeasonalTerms.Harmonics, SlopeChange = false });

        Assertion.Near(Number(expected.GetProperty("expected_without")), estimate.Counterfactual.Skip(series.Interruption).Sum(), 1e-5);
        Assertion.Near(Number(expected.GetProperty("fitted")), estimate.Fitted.Skip(series.Interruption).Sum(), 1e-7);
    }

    [SharedDataTheory]
    [InlineData("lag0", 0)]
    [InlineData("lag3", 3)]
    [InlineData("lag6", 6)]
    public void Newey_West_errors_of_a_count_model_equal_sandwich(string name, int lag)
    {
        var expected = Oracle.Expected().GetProperty("glm_newey_west_m3").GetProperty(name);
        var fit = InterruptedTimeSeries.QuasiPoisson(Counts(), new() { Season = SeasonalTerms.Harmonics, SlopeChange = false }).Coefficients.Fit;
        var inference = fit.With(new NeweyWestErrors([.. Enumerable.Range(0, fit.Observations)], Lag: lag) { SmallSample = SmallSample.None });
        Assert.All(expected.EnumerateObject(), of => Assertion.Near(of.Value.GetDouble(), inference[Name(of.Name)].StandardError, 1e-8));
    }

    [SharedDataTheory]
    [InlineData("linear_rate_segmented", SeasonalTerms.None)]
    [InlineData("linear_rate_segmented_harmonic", SeasonalTerms.Harmonics)]
    public void Least_squares_with_Newey_West_errors_equal_sandwich(string name, SeasonalTerms season)
    {
        var expected = Oracle.Expected().GetProperty(name);
        foreach (var of in expected.EnumerateObject().Where(of => of.Name.StartsWith("newey_west_lag", StringComparison.Ordinal)))
        {
            var parts = of.Name["newey_west_lag".Length..].Split('_');
            var estimate = InterruptedTimeSeries.LeastSquares(Rates(), new()
            {
                Season = season,
                Lag = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                AdjustForParameters = parts[1] == "adjust",
            });
            foreach (var error in of.Value.GetProperty("se").EnumerateObject())
            {
                var actual = estimate.Coefficients[Name(error.Name)];
                Assertion.Near(expected.GetProperty("ols").GetProperty(error.Name).GetProperty("estimate").GetDouble(), actual.Value, 1e-9);
                Assertion.Near(error.Value.GetDouble(), actual.StandardError, 1e-9);
                Assertion.Near(of.Value.GetProperty("p").GetProperty(error.Name).GetDouble(), actual.PValue, 1e-9);
            }
        }
    }

    [SharedDataTheory]
    [InlineData("linear_rate_segmented", SeasonalTerms.None)]
    [InlineData("linear_rate_segmented_harmonic", SeasonalTerms.Harmonics)]
    public void Tests_of_dependence_equal_lmtest(string name, SeasonalTerms season)
    {
        var expected = Oracle.Expected().GetProperty(name);
        var estimate = InterruptedTimeSeries.LeastSquares(Rates(), new() { Season = season });
        var columns = Columns(season);

        Assertion.Near(Number(expected.GetProperty("durbin_watson").GetProperty("dw")), estimate.Autocorrelation.DurbinWatson, 1e-9);
        foreach (var (correlation, actual) in Oracle.Numbers(expected.GetProperty("acf_1_to_12")).Zip(estimate.Autocorrelation.Autocorrelations))
        {
            Assertion.Near(correlation, actual, 1e-9);
        }

        var (statistic, p) = estimate.Autocorrelation.LjungBox(12);
        Assertion.Near(Number(expected.GetProperty("ljung_box_lag12").GetProperty("chi2")), statistic, 1e-8);
        Assertion.Near(Number(expected.GetProperty("ljung_box_lag12").GetProperty("p")), p, 1e-9);
        foreach (var lags in (int[])[1, 12])
        {
            var of = expected.GetProperty("breusch_godfrey").GetProperty($"lag{lags}");
            var (chi, chance) = ResidualAutocorrelation.BreuschGodfrey(estimate.Coefficients.Fit.Residuals, columns, lags);
            Assertion.Near(Number(of.GetProperty("chi2")), chi, 1e-8);
            Assertion.Near(Number(of.GetProperty("p")), chance, 1e-9);
        }
    }

    [SharedDataTheory]
    [InlineData("gls_ar1_ML", AutoregressiveMethod.MaximumLikelihood, SeasonalTerms.None)]
    [InlineData("gls_ar1_REML", AutoregressiveMethod.RestrictedMaximumLikelihood, SeasonalTerms.None)]
    [InlineData("gls_ar1_ML_harmonic", AutoregressiveMethod.MaximumLikelihood, SeasonalTerms.Harmonics)]
    public void Autoregressive_errors_equal_gls(string name, AutoregressiveMethod method, SeasonalTerms season)
    {
        var expected = Oracle.Expected().GetProperty(name);
        var fit = AutoregressiveLeastSquares.Fit(Rates().Outcome, Columns(season), method);

        Assertion.Near(expected.GetProperty("rho").GetDouble(), fit.Rho, 1e-5);
        Assertion.Near(expected.GetProperty("sigma").GetDouble(), fit.Sigma, 1e-4);
        Assertion.Near(expected.GetProperty("loglik").GetDouble(), fit.LogLikelihood, 1e-6);
        foreach (var coefficient in expected.GetProperty("coef").EnumerateObject())
        {
            var actual = fit.Coefficients[Name(coefficient.Name)];
            Assertion.Near(coefficient.Value.GetProperty("estimate").GetDouble(), actual.Value, 1e-4);
            Assertion.Near(coefficient.Value.GetProperty("se").GetDouble(), actual.StandardError, 1e-4);
            Assertion.Near(coefficient.Value.GetProperty("p").GetDouble(), actual.PValue, 1e-4);
        }
    }

    [SharedDataFact]
    public void Maximum_likelihood_agrees_with_arima_more_closely_than_with_gls() => Assertion.Near(
        Oracle.Expected().GetProperty("arima_check").GetProperty("loglik").GetDouble(),
        AutoregressiveLeastSquares.Fit(Rates().Outcome, Columns(SeasonalTerms.None), AutoregressiveMethod.MaximumLikelihood).LogLikelihood,
        1e-9);

    [SharedDataTheory]
    [InlineData("prais_winsten_iterated", SeasonalTerms.None)]
    [InlineData("prais_winsten_iterated_harmonic", SeasonalTerms.Harmonics)]
    public void Prais_Winsten_equals_prais(string name, SeasonalTerms season)
    {
        var expected = Oracle.Expected().GetProperty(name);
        var fit = AutoregressiveLeastSquares.Fit(Rates().Outcome, Columns(season), AutoregressiveMethod.PraisWinsten);

        Assertion.Near(expected.GetProperty("rho").GetDouble(), fit.Rho, 1e-8);

        // Its σ² is that of the innovations: σ² (1 − ρ²).
        Assertion.Near(expected.GetProperty("sigma2").GetDouble(), fit.Sigma * fit.Sigma * (1 - (fit.Rho * fit.Rho)), 1e-6);
        foreach (var coefficient in expected.GetProperty("coef").EnumerateObject())
        {
            var actual = fit.Coefficients[Name(coefficient.Name)];
            Assertion.Near(coefficient.Value.GetProperty("estimate").GetDouble(), actual.Value, 1e-8);
            Assertion.Near(coefficient.Value.GetProperty("se").GetDouble(), actual.StandardError, 1e-8);
        }
    }

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Array ? Number(element[0]) : Oracle.Number(element);

    private static string Name(string inR) => inR switch
    {
        "smokban" => "level",
        "tsince" or "I((time - 36) * smokban)" => "slope",
        _ => inR.Replace("factor(month)", "season ", StringComparison.Ordinal),
    };

    private static InterruptedSeries Rates() => new([.. Oracle.Rows().Select(row => Oracle.Number(row["rate"]))], 36);

    private static InterruptedSeries Counts() => new([.. Oracle.Rows().Select(row => Oracle.Number(row["aces"]))], 36)
    {
        Exposure = [.. Oracle.Rows().Select(row => Oracle.Number(row["stdpop"]))],
    };

    private static DesignColumn[] Columns(SeasonalTerms season) => InterruptionDesign.Columns(Rates(), new() { Season = season });
}
