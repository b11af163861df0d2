using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Tests;

public sealed class EvaluatorTests : IDisposable
{
    private const string Fire = SmallPlan.Fire;
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
        var decision = Assert.Single(results.Decisions, row => row.Kind == "left_out");
        Assert.Equal("1480", decision.MunicipalityCode);
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

        Assert.Contains("2022-07 till 2023-12", Assert.Single(Run().Decisions, row => row.Kind == "not_estimable").ReasonSv, StringComparison.Ordinal);
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
    public void The_same_warehouse_gives_the_same_results_however_many_threads_make_them()
    {
        Fill(effect: -1);
        var plan = SmallPlan.Plan with { Sensitivity = new() { LeaveOneOut = true, Log = true, Studentised = true, WildBootstrap = true, PlaceboStartMonths = [6] } };

        Assert.Equal(RowsText.Of(Run(plan, new() { Threads = 1 })), RowsText.Of(Run(plan, new() { Threads = 2 })));
    }

    [Fact]
    public void The_roll_in_is_in_neither_window()
    {
        Fill(effect: -2);

        var effect = Assert.Single(Run(SmallPlan.Plan with { Windows = new(AnticipationMonths: 2, RollInMonths: 1) }).Effects);

        Assert.Equal((new DateOnly(2023, 10, 1), new DateOnly(2024, 2, 1)), (effect.BeforeTo, effect.AfterFrom));
        Assert.Equal((16, 2), (effect.BeforePeriods, effect.AfterPeriods));
    }

    [Fact]
    public void A_placebo_start_sees_nothing_from_the_real_one_on()
    {
        Fill(effect: -2);

        var effect = Assert.Single(Run(request: new() { PlaceboStart = new DateOnly(2023, 1, 1) }).Effects);

        Assert.Equal(new DateOnly(2023, 12, 1), effect.AfterTo);
        Assert.Equal(0, effect.Estimate!.Value, 10);
    }

    [Fact]
    public void A_control_under_another_programme_is_kept_or_excluded_as_the_design_says_and_named_either_way()
    {
        Fill(effect: 0);

        var kept = Run();
        var excluded = Run(SmallPlan.Plan with { Designs = [SmallPlan.Plan.Designs[0] with { KeepsOtherProgrammes = false }] });

        // Göteborg is in UngSydväst and Sigtuna in FoU Nordväst beside Brå's support.
        Assert.Equal(["0191", "1480"], kept.Decisions.Where(row => row.Kind == "kept").Select(row => row.MunicipalityCode));
        Assert.Equal(5, Assert.Single(kept.Effects).ControlUnits);
        Assert.Equal(["0191", "1480"], excluded.Decisions.Where(row => row.Kind == "excluded").Select(row => row.MunicipalityCode));
        Assert.Equal(3, Assert.Single(excluded.Effects).ControlUnits);
        Assert.Contains("UngSydväst", excluded.Decisions.Last(row => row.Kind == "excluded").ReasonSv, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaving_one_out_gives_each_municipality_and_their_range()
    {
        // Pilots fall by 2, but Uppsala (the sixth) by 8: the mean effect is −3, without Uppsala −2, without another (4 × 2 + 8) / 5.
        foreach (var month in Months)
        {
            Add(month, (municipality, place) => 40 + place + (month.Year == 2024 && SmallWarehouse.Pilots.Contains(municipality) ? municipality == "0380" ? -8 : -2 : 0));
        }

        warehouse.Sum();

        var rows = Run(SmallPlan.Plan with { Sensitivity = new() { LeaveOneOut = true } });

        Assert.Equal(11, rows.LeaveOneOut.Count);
        Assert.Equal(-2, rows.LeaveOneOut.Single(row => row.MunicipalityCode == "0380").Estimate!.Value, 10);
        var range = Assert.Single(rows.Sensitivity);
        Assert.Equal(("leave_one_out", true), (range.Kind, range.Agrees));
        Assert.Equal((-3.2, -2), (range.Low!.Value, range.High!.Value), new Near());
    }

    [Fact]
    public void What_could_have_been_seen_is_known_from_the_time_before_alone()
    {
        var noise = new double[] { 0, 3, -2, 1, 4, -3, 2, -1, 0, 2, -4, 1, 3, -2, 0, 1, -1, 2, 5, 5, 5 };
        foreach (var (index, month) in Months.Index())
        {
            Add(month, (municipality, place) => 30 + (noise[(index + (7 * place)) % 18] * (1 + (place % 3))) + (month.Year == 2024 && SmallWarehouse.Pilots.Contains(municipality) ? -20 : 0));
        }

        warehouse.Sum();
        var power = Assert.Single(Run().Power);

        // The fall of 20 from the start on is no part of the past; the noise of some units is.
        Assert.InRange(power.Detectable!.Value, 0.1, 15);
        Assert.Equal(power.Detectable.Value / 30, power.DetectableRelative!.Value, 1);
        Assert.True(power.DetectableLow <= power.Detectable && power.Detectable <= power.DetectableHigh);
    }

    [Fact]
    public void Change_stands_beside_the_hours_of_support_for_those_with_a_log()
    {
        // Each pilot falls by its place, and got ten hours for each.
        foreach (var month in Months)
        {
            Add(month, (municipality, place) => 40 - (month.Year == 2024 && SmallWarehouse.Pilots.Contains(municipality) ? place : 0));
        }

        warehouse.Sum();
        foreach (var (place, municipality) in SmallWarehouse.Pilots.Take(5).Index())
        {
            warehouse.Support(municipality, new DateOnly(2024, 2, 1), 10 * (place + 1));
        }

        var rows = Run();

        Assert.Equal([10, 20, 30, 40, 50], rows.Dose.Select(row => row.Hours!.Value).Order());
        var response = Assert.Single(rows.DoseResponse);
        Assert.Equal((5, -1.0, -10.0), (response.Municipalities, Math.Round(response.RankCorrelation!.Value, 10), Math.Round(response.ChangePer100Hours!.Value, 8)));
    }

    [Fact]
    public void Hours_that_are_the_same_everywhere_go_with_nothing()
    {
        // As in a trial whose window ends before the support began.
        Fill(effect: -2);
        foreach (var municipality in SmallWarehouse.Pilots)
        {
            warehouse.Support(municipality, new DateOnly(2025, 2, 1), 10);
        }

        var response = Assert.Single(Run().DoseResponse);

        Assert.Equal((0.0, 0.0, null, null), (response.HoursLeast, response.HoursMost, response.RankCorrelation, response.ChangePer100Hours));
    }

    [Fact]
    public void P_values_are_corrected_within_family_role_and_design()
    {
        Fill(effect: -2);
        var plan = SmallPlan.Plan with
        {
            Outcomes = [SmallPlan.Plan.Outcomes[0], SmallPlan.Plan.Outcomes[0] with { Id = "again" }, SmallPlan.Plan.Outcomes[0] with { Id = "context", Role = "context" }],
        };

        var effects = Run(plan).Effects;

        // Two of one family and role, both at 1/462: Holm doubles the first and the second may not fall below it.
        Assert.Equal([2 / 462.0, 2 / 462.0, null], effects.Select(effect => effect.PHolm), new NearOrNull());
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;

        public int GetHashCode((double, double) obj) => 0;
    }

    private sealed class NearOrNull : IEqualityComparer<double?>
    {
        public bool Equals(double? x, double? y) => x is null || y is null ? x is null && y is null : Math.Abs(x.Value - y.Value) < 1e-12;

        public int GetHashCode(double? obj) => 0;
    }

    private ResultRows Run(EvaluationPlan? plan = null, EvaluationRequest? request = null) =>
        new Evaluator(warehouse.Database, plan ?? SmallPlan.Plan, "hash", SmallWarehouse.Registry, request).Run();

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
