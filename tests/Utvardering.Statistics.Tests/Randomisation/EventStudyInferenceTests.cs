using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.Randomisation;

public class EventStudyInferenceTests
{
    [Fact]
    public void Each_period_has_the_test_and_interval_of_its_changes()
    {
        var study = Study(seed: 3);
        var inference = EventStudyInference.Of(study, new() { Alpha = 0.2 });
        var assignments = Assignments.Of([.. study.Units.Select(unit => unit.Treated)], 1000, 1);

        foreach (var (index, period) in inference.Periods.Index().Where(period => !period.Item.Period.IsReference))
        {
            var alone = RandomisationInference.DifferenceInMeans([.. study.Units.Select(unit => unit.Changes[index])], assignments, 0.2);
            Assert.Equal(alone.Test.PTwoSided, period.PTwoSided);
            Assert.Equal(alone.Interval, period.Interval);
            Assertion.Near(alone.Estimate, period.Period.Estimate, 1e-10);
        }
    }

    [Fact]
    public void The_reference_has_no_test()
    {
        var reference = Assert.Single(EventStudyInference.Of(Study(seed: 3), new()).Periods, period => period.Period.IsReference);
        Assert.Null(reference.PTwoSided);
        Assert.Null(reference.Interval);
    }

    [Fact]
    public void Joint_test_equals_the_naive_maximum_over_pre_periods() => Property.HoldsForEverySeed(
        seed =>
        {
            var study = Study(seed);
            bool[] treated = [.. study.Units.Select(unit => unit.Treated)];
            int[] prePeriods = [0, 1, 2];
            var all = NaiveRandomisation.Assignments(treated.Length, treated.Count(t => t)).ToArray();

            // σ(t) as the standard deviation over the listed assignments, not by its formula.
            var deviations = prePeriods.ToDictionary(period => period, period => Math.Sqrt(all.Average(assigned => Math.Pow(Estimate(period, assigned), 2))));
            double Maximum(bool[] assigned) => prePeriods.Max(period => Math.Abs(Estimate(period, assigned)) / deviations[period]);
            double Estimate(int period, bool[] assigned) => NaiveRandomisation.Difference([.. study.Units.Select(unit => unit.Changes[period])], assigned);
            var observed = Maximum(treated);

            var test = EventStudyInference.Of(study, new()).PreTrend!;
            return test.Periods == 3
                && Assertion.IsNear(observed, test.Statistic, 1e-10)
                && Assertion.IsNear((double)all.Count(assigned => Maximum(assigned) >= observed - 1e-12) / all.Length, test.P, 1e-10);
        },
        cases: 50);

    [Fact]
    public void On_null_panels_the_joint_test_rejects_no_more_often_than_its_level()
    {
        var rejected = Enumerable.Range(0, 800).Count(seed => EventStudyInference.Of(Study((ulong)seed), new()).PreTrend!.P <= 0.1);

        // Binomial standard error √(0.1 × 0.9 / 800) = 0.0106; four of them.
        Assert.InRange(rejected / 800.0, 0.05, 0.1 + 0.042);
    }

    [Fact]
    public void A_clear_pre_trend_is_found_at_the_smallest_p_value()
    {
        var test = EventStudyInference.Of(Study(seed: 1, trend: 50), new()).PreTrend!;
        Assert.Equal(test.MinimumP, test.P);
    }

    [Fact]
    public void Without_pre_periods_there_is_no_joint_test_and_it_is_told()
    {
        var rows = new[] { "a", "b", "c" }.SelectMany((unit, i) => new[] { 2023, 2024 }.Select(year => new PanelObservation(unit, new(year, 1, 1), i * (year - 2020))));
        var study = EventStudy.Estimate(Panel.FromObservations(PeriodGrain.Year, rows), ["a"], new(2024, 1, 1), new(2023, 1, 1));
        var inference = EventStudyInference.Of(study, new());

        Assert.Null(inference.PreTrend);
        Assert.Contains(new(EstimationWarningKind.NoPrePeriods, Period: new DateOnly(2023, 1, 1)), inference.Warnings);
    }

    [Fact]
    public void A_sample_of_assignments_gives_the_same_answer_twice()
    {
        var study = Study(seed: 1, units: 60, treated: 20);
        var options = new RandomisationOptions { SampleSize = 999, Seed = 5 };
        var (one, other) = (EventStudyInference.Of(study, options), EventStudyInference.Of(study, options));

        Assert.Equal(one.Periods.AsEnumerable(), other.Periods.AsEnumerable());
        Assert.Equal(one.PreTrend, other.PreTrend);
        Assert.Contains(one.Warnings, warning => warning.Kind == EstimationWarningKind.AssignmentsSampled);
    }

    /// <summary>Four years before treatment (the last the reference) and two after, of pure noise or with a trend among the treated.</summary>
    private static EventStudyEstimate Study(ulong seed, double trend = 0, int units = 8, int treated = 3)
    {
        var random = new RandomSequence(seed, 11);
        var rows = Enumerable.Range(0, units).SelectMany(unit => Enumerable.Range(0, 6).Select(year => new PanelObservation(
            $"unit {unit:00}",
            new(2020 + year, 1, 1),
            RandomCase.Normal(random) + (unit < treated ? trend * year : 0))));
        string[] treatedUnits = [.. Enumerable.Range(0, treated).Select(unit => $"unit {unit:00}")];
        return EventStudy.Estimate(Panel.FromObservations(PeriodGrain.Year, rows), treatedUnits, new(2024, 1, 1), new(2023, 1, 1));
    }
}
