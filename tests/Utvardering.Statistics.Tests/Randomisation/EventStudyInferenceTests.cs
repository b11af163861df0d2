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
    public void Joint_test_equals_the_naive_maximum_over_starts_of_drift() => Property.HoldsForEverySeed(
        seed =>
        {
            var study = Study(seed);
            bool[] treated = [.. study.Units.Select(unit => unit.Treated)];
            int[] prePeriods = [0, 1, 2, 3];
            int[] starts = [0, 1, 2];
            var all = NaiveRandomisation.Assignments(treated.Length, treated.Count(t => t)).ToArray();

            // As one would by hand: the course of the difference between the groups, and the slope of its least-squares line on the periods since b;
            // its standard deviation over the listed assignments, not by its formula.
            double Slope(int start, bool[] assigned)
            {
                double[] since = [.. prePeriods.Select(period => (double)Math.Max(0, period - start))];
                double[] course = [.. prePeriods.Select(period => NaiveRandomisation.Difference([.. study.Units.Select(unit => unit.Changes[period])], assigned))];
                return since.Zip(course, (x, y) => (x - since.Average()) * (y - course.Average())).Sum() / since.Sum(x => Math.Pow(x - since.Average(), 2));
            }

            var deviations = starts.ToDictionary(start => start, start => Math.Sqrt(all.Average(assigned => Math.Pow(Slope(start, assigned), 2))));
            double Maximum(bool[] assigned) => starts.Max(start => Math.Abs(Slope(start, assigned)) / deviations[start]);
            var observed = Maximum(treated);

            var test = EventStudyInference.Of(study, new()).PreTrend!;
            return test.Periods == 4
                && Assertion.IsNear(observed, test.Statistic, 1e-10)
                && Assertion.IsNear((double)all.Count(assigned => Maximum(assigned) >= observed - 1e-12) / all.Length, test.P, 1e-10);
        },
        cases: 50);

    [Fact]
    public void The_joint_test_does_not_depend_on_the_reference() => Property.HoldsForEverySeed(
        seed =>
        {
            var (last, first) = (EventStudyInference.Of(Study(seed), new()).PreTrend!, EventStudyInference.Of(Study(seed, reference: 2020), new()).PreTrend!);
            return Assertion.IsNear(last.Statistic, first.Statistic, 1e-10) && last.P == first.P && last.Periods == first.Periods;
        },
        cases: 50);

    [Fact]
    public void With_two_pre_periods_the_joint_test_is_the_test_of_their_difference() => Property.HoldsForEverySeed(
        seed =>
        {
            var inference = EventStudyInference.Of(Study(seed, firstTreated: 2022, reference: 2021), new());
            return inference.PreTrend is { Periods: 2 } test && test.P == inference.Periods[0].PTwoSided;
        },
        cases: 50);

    [Fact]
    public void A_drift_that_all_units_share_is_none()
    {
        // Levels, and steps that differ between the periods, of which a sum in floating point is not exactly equal for all units.
        var rows = Enumerable.Range(0, 8).SelectMany(unit => Enumerable.Range(0, 6).Select(year => new PanelObservation($"unit {unit}", new(2020 + year, 1, 1), (unit * 0.1) + Math.Sqrt(year))));
        var study = EventStudy.Estimate(Panel.FromObservations(PeriodGrain.Year, rows), ["unit 0", "unit 1", "unit 2"], new(2024, 1, 1), new(2023, 1, 1));

        var test = EventStudyInference.Of(study, new()).PreTrend!;
        Assert.Equal((0, 1), (test.Statistic, test.P));
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2022)]
    public void A_clear_drift_is_found_whenever_it_began(int began)
    {
        var test = EventStudyInference.Of(Study(seed: 1, trend: 50, began: began), new()).PreTrend!;
        Assert.Equal(test.MinimumP, test.P);
    }

    [Fact]
    public void On_null_panels_the_joint_test_rejects_no_more_often_than_its_level()
    {
        var rejected = Enumerable.Range(0, 800).Count(seed => EventStudyInference.Of(Study((ulong)seed), new()).PreTrend!.P <= 0.1);

        // Binomial standard error √(0.1 × 0.9 / 800) = 0.0106; four of them.
        Assert.InRange(rejected / 800.0, 0.05, 0.1 + 0.042);
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

    /// <summary>Six years, four of them before treatment unless said otherwise, of pure noise or with a trend among the treated from a year on.</summary>
    private static EventStudyEstimate Study(ulong seed, double trend = 0, int began = 2020, int units = 8, int treated = 3, int firstTreated = 2024, int reference = 2023)
    {
        var random = new RandomSequence(seed, 11);
        var rows = Enumerable.Range(0, units).SelectMany(unit => Enumerable.Range(0, 6).Select(year => new PanelObservation(
            $"unit {unit:00}",
            new(2020 + year, 1, 1),
            RandomCase.Normal(random) + (unit < treated ? trend * Math.Max(0, 2020 + year - began) : 0))));
        string[] treatedUnits = [.. Enumerable.Range(0, treated).Select(unit => $"unit {unit:00}")];
        return EventStudy.Estimate(Panel.FromObservations(PeriodGrain.Year, rows), treatedUnits, new(firstTreated, 1, 1), new(reference, 1, 1));
    }
}
