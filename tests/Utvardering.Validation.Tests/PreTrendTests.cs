using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;
using Utvardering.Validation.PreTrends;

namespace Utvardering.Validation.Tests;

/// <summary>The study in <c>docs/validation/pre-trend.md</c>.</summary>
public sealed class PreTrendTests
{
    private static readonly DriftScenario Few = DriftScenario.All.First(scenario => scenario is { Controls: 5, Periods: 9 });

    [Fact]
    public void The_study_judges_the_test_that_the_evaluation_uses()
    {
        for (var replication = 0UL; replication < 20; replication++)
        {
            var panel = Few.Draw(Few.Departures[3].Course, new RandomSequence(1, replication));
            var observations = panel.SelectMany((series, unit) => series.Select((value, year) => new PanelObservation($"{unit:00}", new(2015 + year, 1, 1), value)))
                .Concat(panel.Select((_, unit) => new PanelObservation($"{unit:00}", new(2024, 1, 1), 0)));
            var study = EventStudy.Estimate(
                Panel.FromObservations(PeriodGrain.Year, observations), [.. Enumerable.Range(0, Few.Treated).Select(unit => $"{unit:00}")], new(2024, 1, 1), new(2023, 1, 1));
            var assignments = Assignments.Of([.. study.Units.Select(unit => unit.Treated)], 999, 1);

            Assert.Equal(EventStudyInference.Of(study, new()).PreTrend!.P, JointMaximum.P(panel, ContrastFamily.Drifts.Contrasts(Few.Periods), assignments), 12);
        }
    }

    /// <remarks>400 panels without departure, 462 assignments: more than 35 rejections (8.75 per cent) are rarer than 1 in 1 000 at 5 per cent.</remarks>
    [Fact]
    public void No_family_of_contrasts_sees_a_parting_where_there_is_none_more_often_than_it_says()
        => Assert.All(PreTrendStudy.Run([Few], 400, 2, TextWriter.Null).Single(row => row.Departure == "none").Shares, share => Assert.InRange(share, 0, 0.0875));

    [Fact]
    public void Every_departure_is_as_large_as_its_best_contrast_finds_four_times_in_five() => Assert.All(DriftScenario.All, scenario => Assert.All(scenario.Departures.Skip(1), departure =>
    {
        // Of white noise the contrast Σ s(t) y(t) has expectation m Σ s² and variance Σ s² (1/n₁ + 1/n₀).
        var squares = departure.Course.Sum(value => value * value);
        var white = scenario with { Correlation = 0 };
        Assert.Equal(2.80, white.Size(departure.Course) * squares / Math.Sqrt(squares * ((1.0 / 6) + (1.0 / scenario.Controls))), 1e-12);
        Assert.Equal(0, departure.Course.Sum(), 1e-12);
    }));

    [Fact]
    public void The_same_seed_gives_the_same_page()
    {
        static string Page() => PreTrendPage.Write(PreTrendStudy.Run([Few], 20, 3, TextWriter.Null), MatchedStudy.Run([MatchedStudy.Scenarios[0]], 10, 3, TextWriter.Null), 20, 3);

        Assert.Equal(Page(), Page());
    }

    /// <remarks>A drift of three years, 100 panels: about 35 are seen with the controls chosen on all the time before, 74 with those chosen earlier.</remarks>
    [Fact]
    public void Controls_chosen_on_the_time_before_hide_a_drift_that_those_chosen_earlier_show()
    {
        var shares = MatchedStudy.Run([MatchedStudy.Scenarios[0]], 100, 4, TextWriter.Null).Single(row => row.Departure == "drift, 3").Shares;

        Assert.True(shares[1] > shares[0] + 0.2, $"{shares[1]:P0} with those chosen earlier, {shares[0]:P0} with those chosen up to the start.");
    }
}
