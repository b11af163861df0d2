using System.Globalization;
using System.Text.Json;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>Regressions on panels against fixest: county employment (mpdta), a simulated panel, and fixest's own staggered one.</summary>
public class PanelRegressionOracleTests
{
    private const string Counties = "02_did_mpdta";
    private const string Simulated = "20_sim_panel_300x20";
    private const string Staggered = "03_twfe_fixest";

    [SharedDataFact]
    public void Two_way_regressions_equal_fixest()
    {
        Same(Expected(Counties).GetProperty("twfe").GetProperty("post"), TwoWayFixedEffects.Estimate(CountyPanel()).Effect);
        Same(Expected(Simulated).GetProperty("twfe").GetProperty("D"), TwoWayFixedEffects.Estimate(SimulatedPanel()).Effect);
        var adjusted = TwoWayFixedEffects.Estimate(StaggeredPanel(), new() { Covariates = ["x1"] });
        var expected = Expected(Staggered).GetProperty("base_stagg_twfe").GetProperty("cluster").GetProperty("coef");
        Same(expected.GetProperty("D"), adjusted.Effect);
        Same(expected.GetProperty("x1"), Assert.Single(adjusted.Covariates).Estimate);
    }

    [SharedDataFact]
    public void Event_studies_equal_fixest()
    {
        SameTimes(Expected(Simulated).GetProperty("event_study"), "rel::{0}", EventStudyRegression.Estimate(SimulatedPanel()));
        var adjusted = EventStudyRegression.Estimate(StaggeredPanel(), new() { Covariates = ["x1"] });
        var expected = Expected(Staggered).GetProperty("base_stagg_event_study");
        SameTimes(expected.GetProperty("cluster").GetProperty("coef"), "time_to_treatment::{0}:treated", adjusted);
        Assertion.Near(expected.GetProperty("pretrend_wald_cluster").GetProperty("F").GetDouble(), adjusted.PreTrends!.F, 1e-6);
    }

    [SharedDataFact]
    public void Interaction_weighted_estimates_equal_sunab_on_counties()
    {
        var expected = Expected(Counties).GetProperty("sunab");
        var result = SunAbraham.Estimate(CountyPanel());

        Same(expected.GetProperty("att").GetProperty("ATT"), result.Effect);
        SameSunAbraham(expected.GetProperty("event_study"), expected.GetProperty("cohort_by_period"), result);
        foreach (var cohort in expected.GetProperty("cohort").EnumerateObject())
        {
            Same(cohort.Value, result.Cohorts.Single(own => cohort.Name == $"cohort::{own.Cohort}").Estimate);
        }
    }

    [SharedDataFact]
    public void Interaction_weighted_estimates_equal_sunab_on_other_panels()
    {
        var simulated = SunAbraham.Estimate(SimulatedPanel());
        Same(Expected(Simulated).GetProperty("sunab_att").GetProperty("ATT"), simulated.Effect);
        SameSunAbraham(Expected(Simulated).GetProperty("sunab_es"), null, simulated);

        var expected = Expected(Staggered).GetProperty("base_stagg_sunab");
        var adjusted = SunAbraham.Estimate(StaggeredPanel(), new() { Covariates = ["x1"] });
        Same(expected.GetProperty("att").GetProperty("ATT"), adjusted.Effect);
        Same(expected.GetProperty("att").GetProperty("x1"), adjusted.Regression["x1"]);
        SameSunAbraham(expected.GetProperty("event_study"), expected.GetProperty("cohort_by_period"), adjusted);
    }

    [SharedDataFact]
    public void Counts_equal_fepois()
    {
        // The data's treatment_year is a year early for two states: the start is taken from post, which the model used.
        var rows = new Oracle("03c_fepois_castle").Rows().ToArray();
        var starts = rows.Where(row => row["post"] == "1").GroupBy(row => row["state"]).ToDictionary(state => state.Key, state => state.Min(row => (int)Oracle.Number(row["year"])));
        var panel = CohortPanel.FromRows(rows.Select(row => new CohortPanelRow(row["state"], (int)Oracle.Number(row["year"]), Oracle.Number(row["homicide_c"]))
        {
            Exposure = Oracle.Number(row["population"]),
            Cohort = starts.TryGetValue(row["state"], out var start) ? start : null,
        }));
        var expected = new Oracle("03c_fepois_castle").Expected().GetProperty("fepois_twfe");
        var result = PoissonDifferenceInDifferences.Estimate(panel);
        var clustered = expected.GetProperty("cluster_state").GetProperty("post");

        Assertion.Near(clustered.GetProperty("estimate").GetDouble(), result.LogRatio.Value, 1e-7);
        Assertion.Near(clustered.GetProperty("se").GetDouble(), result.LogRatio.StandardError, 1e-6);
        Assertion.Near(clustered.GetProperty("p").GetDouble(), result.Relative.PValue, 1e-6);
        Assertion.Near(expected.GetProperty("irr").GetProperty("post").GetDouble() - 1, result.Relative.Value, 1e-7);
        Assertion.Near(Math.Exp(result.LogRatio.Interval.High) - 1, result.Relative.Interval.High, 1e-14);
    }

    private static CohortPanel CountyPanel() => PanelRegressionCase.Read(Counties, "data.csv", "countyreal", "year", "first_treat", "lemp");

    private static CohortPanel SimulatedPanel() => PanelRegressionCase.Read(Simulated, "data.csv", "id", "year", "g", "y");

    private static CohortPanel StaggeredPanel() => PanelRegressionCase.Read(Staggered, "base_stagg.csv", "id", "year", "year_treated", "y", "x1");

    private static JsonElement Expected(string oracle) => new Oracle(oracle).Expected();

    private static void SameTimes(JsonElement expected, string name, EventStudyRegressionResult actual)
    {
        var checkedTimes = 0;
        foreach (var time in actual.Times.Where(time => !time.IsReference))
        {
            Same(expected.GetProperty(string.Format(CultureInfo.InvariantCulture, name, time.EventTime)), time.Estimate);
            checkedTimes++;
        }

        Assert.Equal(expected.EnumerateObject().Count(coefficient => coefficient.Name != "x1"), checkedTimes);
    }

    private static void SameSunAbraham(JsonElement times, JsonElement? cells, SunAbrahamResult actual)
    {
        foreach (var time in times.EnumerateObject().Where(time => time.Name != "x1"))
        {
            Same(time.Value, actual.Times.Single(own => time.Name == $"year::{own.EventTime}").Estimate);
        }

        foreach (var cell in cells?.EnumerateObject().Where(cell => cell.Name != "x1") ?? [])
        {
            Same(cell.Value, actual.CohortTimes.Single(own => cell.Name == $"year::{own.EventTime}:cohort::{own.Cohort}").Estimate);
        }
    }

    private static void Same(JsonElement expected, Estimate actual)
    {
        Assertion.Near(expected.GetProperty("estimate").GetDouble(), actual.Value, 1e-8);
        Assertion.Near(expected.GetProperty("se").GetDouble(), actual.StandardError, 1e-7);
        Assertion.Near(expected.GetProperty("p").GetDouble(), actual.PValue, 1e-6);
    }
}
