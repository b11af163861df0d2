using Utvardering.Evaluation.Plans;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Tests;

public sealed class EvaluatorTests : IDisposable
{
    private const string Fire = "bra:reported:1210";
    private static readonly LocalText Words = new("sv", "en");
    private readonly SmallWarehouse warehouse = new();

    private static IEnumerable<DateOnly> Months => Enumerable.Range(0, 21).Select(month => new DateOnly(2022, 7, 1).AddMonths(month));

    public void Dispose() => warehouse.Dispose();

    [Fact]
    public void The_estimate_is_the_difference_in_mean_changes_and_its_test_goes_over_all_462_choices()
    {
        Fill(effect: -2);

        var effect = Assert.Single(Run().Effects);

        // Every pilot falls by 2 more than the controls: 18 months before, 3 after.
        Assert.Equal(-2, effect.Estimate!.Value, 10);
        Assert.Equal((6, 5, 462L), (effect.TreatedUnits, effect.ControlUnits, effect.Assignments));
        Assert.Equal("exact-randomisation", effect.Inference);
        Assert.Equal(1 / 462.0, effect.PValue!.Value, 12);
        Assert.Equal(1 / 462.0, effect.MinimumPValue!.Value, 12);
        Assert.Equal((18, 3), (effect.BeforePeriods, effect.AfterPeriods));
        Assert.Equal(new DateOnly(2023, 12, 1), effect.BeforeTo);
        Assert.Equal(new DateOnly(2024, 1, 1), effect.AfterFrom);

        // Levels: pilots 20 + 0…5 → mean 22.5, controls 30 + 0…4 → mean 32; common rise of 1 after the start.
        Assert.Equal(22.5, effect.TreatedBefore!.Value, 10);
        Assert.Equal(32, effect.ControlBefore!.Value, 10);
        Assert.Equal(33, effect.ControlAfter!.Value, 10);
        Assert.Equal(-2 / 23.5, effect.Relative!.Value, 10);
    }

    [Fact]
    public void The_event_study_goes_by_quarters_against_the_last_before_the_start()
    {
        Fill(effect: -2);

        var rows = Run().EventStudy;

        Assert.Equal([-6, -5, -4, -3, -2, -1, 0], rows.Select(row => row.Relative));
        Assert.Equal(new DateOnly(2023, 10, 1), rows.Single(row => row.Reference).PeriodStart);
        Assert.All(rows.Where(row => row.Relative < 0), row => Assert.Equal(0, row.Estimate!.Value, 10));
        Assert.Equal(-2, rows[^1].Estimate!.Value, 10);
        Assert.Equal("event:fire:vs-bra:2024-01", rows[^1].ResultId);
    }

    [Fact]
    public void A_quarter_that_lacks_more_than_one_unit_month_in_twenty_says_so()
    {
        // 2 of 33 unit-months lack in the second quarter, 1 of 33 in the third.
        Fill(effect: 0, skip: (municipality, month) => (month == new DateOnly(2023, 5, 1) && (municipality is "1490" or "0580")) || (month == new DateOnly(2023, 8, 1) && municipality == "0305"));

        Assert.False(Run().EventStudy.Single(row => row.PeriodStart == new DateOnly(2023, 4, 1)).Complete);
        Assert.True(Run().EventStudy.Single(row => row.PeriodStart == new DateOnly(2023, 7, 1)).Complete);
    }

    [Fact]
    public void A_municipality_with_too_little_data_is_left_out_and_named_with_the_reason()
    {
        Fill(effect: 0, skip: (municipality, month) => municipality == "1480" && month < new DateOnly(2023, 6, 1));

        var results = Run();

        Assert.Equal(4, Assert.Single(results.Effects).ControlUnits);
        var decision = Assert.Single(results.Decisions);
        Assert.Equal(("1480", "left_out"), (decision.MunicipalityCode, decision.Kind));
        Assert.Contains("Göteborg har uppgift för 39 procent av perioderna före", decision.ReasonSv, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_without_data_is_a_decision_and_no_estimate()
    {
        var results = Run();

        Assert.Empty(results.Effects);
        Assert.Equal("not_estimable", Assert.Single(results.Decisions).Kind);
    }

    [Fact]
    public void A_series_that_ends_before_the_start_is_a_decision_that_names_its_span()
    {
        Fill(effect: 0, skip: (_, month) => month.Year == 2024);

        Assert.Contains("2022-07 till 2023-12", Assert.Single(Run().Decisions).ReasonSv, StringComparison.Ordinal);
    }

    [Fact]
    public void Trends_have_a_moving_year_and_an_index_whose_100_is_the_time_before_the_start()
    {
        Fill(effect: -2);

        var pilot = Run().GroupTrend.Where(row => row.GroupId == "pilot").ToList();

        Assert.Equal(Months, pilot.Select(row => row.PeriodStart));
        Assert.All(pilot.Take(11), row => Assert.Null(row.Smooth));
        Assert.Equal(22.5, pilot[17].Smooth!.Value, 10);
        Assert.Equal(100, pilot[17].Index!.Value, 10);

        // Three of twelve months at 22.5 − 2 + 1.
        Assert.Equal(((9 * 22.5) + (3 * 21.5)) / 12, pilot[20].Smooth!.Value, 10);
    }

    [Fact]
    public void Delivered_figures_carry_the_least_number_of_persons_behind_them()
    {
        foreach (var month in Months)
        {
            Add(month, (municipality, _) => SmallWarehouse.Pilots.Contains(municipality) ? 1 : 30, "delivered");
        }

        warehouse.Sum();

        // Six pilots with one case each a month.
        Assert.Equal(6, Assert.Single(Run().Effects).Persons);
    }

    [Fact]
    public void Published_figures_need_no_count_of_persons()
    {
        Fill(effect: 0);

        Assert.Null(Assert.Single(Run().Effects).Persons);
    }

    [Fact]
    public void The_same_warehouse_gives_the_same_results()
    {
        Fill(effect: -1);

        Assert.Equal(Run().Effects, Run().Effects);
        Assert.Equal(Run().EventStudy, Run().EventStudy);
    }

    private EvaluationResults Run() => new Evaluator(
        warehouse.Database,
        new EvaluationPlan(
            "test", new DateOnly(2026, 1, 1), Words, "pilot", "forstarkningsteam", ["pilot", "bra-supported"], 0.95, 1, 0.9,
            [new Outcome("fire", Fire, "crime", "primary", -0.1, new DateOnly(2019, 7, 1))],
            [new Design("vs-bra", Words, "did-2x2", "bra-supported", "exact-randomisation", 0, Words)]),
        SmallWarehouse.Registry).Run();

    private void Fill(double effect, Func<string, DateOnly, bool>? skip = null)
    {
        foreach (var month in Months)
        {
            Add(month, (municipality, place) => skip?.Invoke(municipality, month) == true
                ? null
                : (SmallWarehouse.Pilots.Contains(municipality) ? 20 : 30) + place + (month.Year == 2024 ? 1 + (SmallWarehouse.Pilots.Contains(municipality) ? effect : 0) : 0));
        }

        warehouse.Sum();
    }

    private void Add(DateOnly month, Func<string, int, double?> count, string origin = "published")
    {
        foreach (var group in new[] { SmallWarehouse.Pilots, SmallWarehouse.Supported })
        {
            for (var place = 0; place < group.Length; place++)
            {
                if (count(group[place], place) is { } value)
                {
                    warehouse.Count(Fire, group[place], month, value, origin);
                }
            }
        }
    }
}
