using System.Collections.Immutable;
using System.Text.Json;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>Against R's did 2.3.0 on the minimum-wage counties of Callaway and Sant'Anna, and on a simulated panel.</summary>
public class GroupTimeOracleTests
{
    private static readonly Oracle Counties = new("02_did_mpdta");
    private static readonly Oracle Simulated = new("20_sim_panel_300x20");

    [SharedDataTheory]
    [InlineData("nevertreated_nocov_dr_varying")]
    [InlineData("nevertreated_nocov_dr_universal")]
    [InlineData("nevertreated_lpop_dr_varying")]
    [InlineData("nevertreated_lpop_dr_universal")]
    [InlineData("nevertreated_lpop_ipw_varying")]
    [InlineData("nevertreated_lpop_reg_varying")]
    [InlineData("notyettreated_nocov_dr_varying")]
    [InlineData("notyettreated_nocov_dr_universal")]
    [InlineData("notyettreated_lpop_dr_varying")]
    [InlineData("notyettreated_lpop_dr_universal")]
    [InlineData("notyettreated_lpop_ipw_varying")]
    [InlineData("notyettreated_lpop_reg_varying")]
    [InlineData("nevertreated_nocov_dr_varying_anticipation1")]
    [InlineData("nevertreated_nocov_dr_repeated_cross_section")]
    public void Effects_averages_and_pre_trend_test_of_the_counties_equal_did(string name)
    {
        var expected = Counties.Expected().GetProperty("did").GetProperty(name);
        var sections = name.EndsWith("section", StringComparison.Ordinal);
        var estimate = GroupTime.Estimate(CountyPanel(sections), Options(name) with { RepeatedCrossSections = sections });

        EqualEffects(expected.GetProperty("att_gt"), estimate, name.Contains("nocov", StringComparison.Ordinal) ? 1e-10 : 1e-7);
        EqualWald(expected.GetProperty("wald_pretest"), "W", "p", estimate);
        Assert.Equal(expected.GetProperty("n").GetInt32(), estimate.Sample.Units + (name.EndsWith("anticipation1", StringComparison.Ordinal) ? 20 : 0));
        Assert.NotEmpty(expected.GetProperty("aggte").EnumerateObject());
        foreach (var aggregate in expected.GetProperty("aggte").EnumerateObject())
        {
            EqualAggregate(aggregate.Value, aggregate.Name, estimate, errors: !sections);
        }
    }

    [SharedDataFact]
    public void Cross_sections_put_each_row_s_share_on_its_own_influence_which_did_does_not()
    {
        // did adds the shares' part to influence functions in another order of rows (year, then cohort with the never-treated last): 0.1621118.
        // With both in one order a loop over the eight means gives 0.1620999495775444.
        var expected = Counties.Expected().GetProperty("did").GetProperty("nevertreated_nocov_dr_repeated_cross_section").GetProperty("aggte").GetProperty("simple");
        var simple = GroupTime.Estimate(CountyPanel(sections: true), new() { RepeatedCrossSections = true }).Simple().Overall;

        Assertion.Near(0.1620999495775444, simple.StandardError, 1e-12);
        Assertion.Near(expected.GetProperty("overall_se").GetDouble(), simple.StandardError, 2e-5);
    }

    [SharedDataTheory]
    [InlineData("nevertreated_nocov_dr")]
    [InlineData("nevertreated_x_dr")]
    [InlineData("notyettreated_nocov_dr")]
    [InlineData("notyettreated_x_dr")]
    public void Effects_averages_and_pre_trend_test_of_the_simulated_panel_equal_did(string name)
    {
        var expected = Simulated.Expected().GetProperty("did").GetProperty(name);
        var panel = CohortPanel.FromRows(
            Simulated.Rows().Select(row => new CohortPanelRow(row["id"], (int)Oracle.Number(row["year"]), Oracle.Number(row["y"]))
            {
                Cohort = row["g"] == "0" ? null : (int)Oracle.Number(row["g"]),
                Covariates = [Oracle.Number(row["x"])],
            }),
            "x");
        var estimate = GroupTime.Estimate(panel, Options(name));

        EqualEffects(expected.GetProperty("att_gt"), estimate, 1e-7);
        EqualWald(expected, "W", "Wp", estimate);
        foreach (var aggregate in (string[])["simple", "dynamic", "group", "calendar"])
        {
            EqualAggregate(expected.GetProperty(aggregate), aggregate, estimate, errors: true);
        }
    }

    [SharedDataFact]
    public void Overall_effect_by_cohort_has_the_right_standard_error_not_the_one_of_did_2_1_2() =>
        // wif() was given the wrong list there: 0.0124153.
        Assertion.Near(0.0124461, GroupTime.Estimate(CountyPanel()).ByCohort().Overall.StandardError, 5e-8);

    [SharedDataFact]
    public void Without_covariates_the_three_methods_are_one()
    {
        var panel = CountyPanel();
        var robust = GroupTime.Estimate(panel).ByCohort().Overall;
        foreach (var method in (GroupTimeMethod[])[GroupTimeMethod.InverseProbability, GroupTimeMethod.OutcomeRegression])
        {
            Assert.Equal(robust.Value, GroupTime.Estimate(panel, new() { Method = method }).ByCohort().Overall.Value);
        }
    }

    [SharedDataFact]
    public void Bootstrap_errors_and_critical_values_equal_did_within_its_noise()
    {
        var expected = Counties.Expected().GetProperty("bootstrap");
        var tolerance = Counties.Expected().GetProperty("tolerances").GetProperty("bootstrap").GetProperty("rel").GetDouble();
        var estimate = GroupTime.Estimate(CountyPanel(), new() { Bootstrap = new() { Draws = 10_000, Seed = 20240101 } });
        var dynamic = estimate.ByEventTime();
        var ofDynamic = expected.GetProperty("dynamic");

        void Near(double of, double actual) => Assertion.Near(of, actual, tolerance * of);
        foreach (var (error, effect) in Oracle.Numbers(expected.GetProperty("se")).Zip(estimate.Effects))
        {
            Near(error, effect.Estimate.StandardError);
        }

        foreach (var (error, part) in Oracle.Numbers(ofDynamic.GetProperty("se")).Zip(dynamic.Parts))
        {
            Near(error, part.Estimate.StandardError);
        }

        Near(expected.GetProperty("crit_val").GetProperty("95%").GetDouble(), estimate.CriticalValue!.Value);
        Near(ofDynamic.GetProperty("crit_val").GetProperty("95%").GetDouble(), dynamic.CriticalValue!.Value);
        Near(ofDynamic.GetProperty("overall_se").GetDouble(), dynamic.Overall.StandardError);
    }

    internal static CohortPanel CountyPanel(bool sections = false) => CohortPanel.FromRows(
        Counties.Rows().Select(row => new CohortPanelRow(sections ? $"{row["countyreal"]} {row["year"]}" : row["countyreal"], (int)Oracle.Number(row["year"]), Oracle.Number(row["lemp"]))
        {
            Cohort = row["first_treat"] == "0" ? null : (int)Oracle.Number(row["first_treat"]),
            Covariates = [Oracle.Number(row["lpop"])],
        }),
        "lpop");

    private static GroupTimeOptions Options(string name)
    {
        ImmutableArray<string> covariates = name.Contains("lpop", StringComparison.Ordinal) ? ["lpop"] : name.Contains("_x_", StringComparison.Ordinal) ? ["x"] : [];
        return new()
        {
            Controls = name.StartsWith("never", StringComparison.Ordinal) ? GroupTimeControls.NeverTreated : GroupTimeControls.NotYetTreated,
            Covariates = covariates,
            Method = name.Contains("_ipw", StringComparison.Ordinal) ? GroupTimeMethod.InverseProbability
                : name.Contains("_reg_", StringComparison.Ordinal) ? GroupTimeMethod.OutcomeRegression : GroupTimeMethod.DoublyRobust,
            BasePeriod = name.Contains("universal", StringComparison.Ordinal) ? GroupTimeBase.Universal : GroupTimeBase.Varying,
            Anticipation = name.EndsWith("anticipation1", StringComparison.Ordinal) ? 1 : 0,
        };
    }

    private static void EqualEffects(JsonElement expected, GroupTimeEstimate estimate, double tolerance)
    {
        var (groups, times) = (Oracle.Numbers(expected.GetProperty("group")), Oracle.Numbers(expected.GetProperty("time")));
        var (values, errors) = (Oracle.Numbers(expected.GetProperty("att")), Oracle.Numbers(expected.GetProperty("se")));
        Assert.Equal(groups.Zip(times), estimate.Effects.Select(effect => ((double)effect.Cohort, (double)effect.Period)));
        for (var i = 0; i < values.Length; i++)
        {
            Assertion.Near(values[i], estimate.Effects[i].Estimate.Value, Math.Min(tolerance, 1e-8));
            Assertion.Near(errors[i], estimate.Effects[i].Estimate.StandardError, tolerance);
        }
    }

    private static void EqualWald(JsonElement expected, string statistic, string p, GroupTimeEstimate estimate)
    {
        Assertion.Near(First(expected.GetProperty(statistic)), estimate.PreTrend!.Statistic, 1e-4);

        // did rounds p to five decimals.
        Assertion.Near(First(expected.GetProperty(p)), estimate.PreTrend.PValue, 6e-6);
    }

    private static double First(JsonElement element) => element.ValueKind == JsonValueKind.Array ? First(element[0]) : Oracle.Number(element);

    private static void EqualAggregate(JsonElement expected, string name, GroupTimeEstimate estimate, bool errors)
    {
        var aggregate = name switch
        {
            "simple" => estimate.Simple(),
            "dynamic" => estimate.ByEventTime(),
            "dynamic_balance_e1" => estimate.ByEventTime(balance: 1),
            "group" => estimate.ByCohort(),
            _ => estimate.ByPeriod(),
        };
        Assertion.Near(expected.GetProperty("overall_att").GetDouble(), aggregate.Overall.Value, 1e-8);
        if (errors)
        {
            Assertion.Near(expected.GetProperty("overall_se").GetDouble(), aggregate.Overall.StandardError, 1e-7);
        }

        if (expected.TryGetProperty("by", out var by))
        {
            Assert.Equal(Oracle.Numbers(by.GetProperty("egt")), aggregate.Parts.Select(part => (double)part.Key));
            foreach (var (value, error, part) in Oracle.Numbers(by.GetProperty("att")).Zip(Oracle.Numbers(by.GetProperty("se")), aggregate.Parts))
            {
                Assertion.Near(value, part.Estimate.Value, 1e-8);
                Assertion.Near(error, part.Estimate.StandardError, 1e-7);
            }
        }
    }
}
