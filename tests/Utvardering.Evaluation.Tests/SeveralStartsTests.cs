using Utvardering.Evaluation.Plans;
using Utvardering.Testing;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Tests;

/// <summary>Four pilots start in January 2024 and two, Strängnäs and Uppsala, four months later.</summary>
public sealed class SeveralStartsTests : IDisposable
{
    private const string Fire = SmallPlan.Fire;
    private static readonly DateOnly Early = new(2024, 1, 1);
    private static readonly DateOnly Late = new(2024, 5, 1);
    private static readonly string[] Later = ["0486", "0380"];

    private readonly SmallWarehouse warehouse = new();
    private readonly TemporaryFolder folder = new();

    private static IEnumerable<DateOnly> Months => Enumerable.Range(0, 36).Select(month => new DateOnly(2022, 1, 1).AddMonths(month));

    public void Dispose()
    {
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Each_is_compared_before_and_after_its_own_start()
    {
        Fill(effect: -2);

        var effect = Assert.Single(Run().Effects);

        // 11! / (4! 2! 5!) ways in which four early and two late starts could have fallen.
        Assert.Equal(-2, effect.Estimate!.Value, 10);
        Assert.Equal((6, 5, 6930L), (effect.TreatedUnits, effect.ControlUnits, effect.Assignments));
        Assert.Equal(1 / 6930.0, effect.PValue!.Value, 12);

        // Levels 20 + 0…5 before, with the month's shock over each own window before.
        Assert.Equal(22.5 + (((4 * Before(Early)) + (2 * Before(Late))) / 6), effect.TreatedBefore!.Value, 10);
        Assert.Equal(32 + (((4 * Before(Early)) + (2 * Before(Late))) / 6), effect.ControlBefore!.Value, 10);

        double Before(DateOnly start) => Months.Where(month => month < start).Average(Shock);
    }

    [Fact]
    public void Who_started_when_is_a_decision_that_is_told()
    {
        Fill(effect: -2);

        var decision = Assert.Single(Run().Decisions, row => row.Kind == "several_starts");

        Assert.Contains("2024-01: Håbo, Kalmar, Borås, Sundsvall; 2024-05: Uppsala, Strängnäs", decision.ReasonSv, StringComparison.Ordinal);
        Assert.Contains("its own start", decision.ReasonEn, StringComparison.Ordinal);
    }

    [Fact]
    public void The_event_study_counts_from_each_own_start()
    {
        Fill(effect: -2);

        var rows = Run().EventStudy;

        // Quarters: the late start lies in the second of 2024, so that its first quarter has one month without.
        Assert.Equal(Enumerable.Range(-8, 11), rows.Select(row => row.Relative));
        Assert.All(rows.Where(row => row.Relative < 0), row => Assert.Equal(0, row.Estimate!.Value, 9));
        Assert.Equal(((4 * -2) + (2 * -2 * 2 / 3.0)) / 6, rows.Single(row => row.Relative == 0).Estimate!.Value, 9);
        Assert.All(rows.Where(row => row.Relative > 0), row => Assert.Equal(-2, row.Estimate!.Value, 9));
    }

    [Fact]
    public void Group_time_effects_stand_for_each_start_with_its_own_number_of_municipalities()
    {
        Fill(effect: -2);

        var rows = Run().GroupTime;

        Assert.Equal([(new DateOnly(2024, 1, 1), 4), (new DateOnly(2024, 7, 1), 2)], rows.Select(row => (row.Cohort, row.CohortUnits)).Distinct());
        Assert.All(rows.Where(row => row.PeriodStart >= new DateOnly(2024, 7, 1)), row => Assert.Equal(-2, row.Estimate!.Value, 9));
    }

    [Fact]
    public void Every_estimator_finds_the_effect_that_each_has_from_its_own_start()
    {
        // Ten more that nothing happens to, for weights to be found among.
        string[] more = ["0114", "0115", "0117", "0120", "0123", "0126", "0127", "0128", "0136", "0138"];
        warehouse.Group("never-treated", more);
        Fill(effect: -2, more);
        var plan = SmallPlan.Plan with
        {
            Designs =
            [
                SmallPlan.Design("difference", Estimators.Difference, "never-treated", Estimators.Sampled, 999) with { Lead = 1 },
                SmallPlan.Design("synthetic", Estimators.SyntheticDid, "never-treated", Estimators.Jackknife),
                SmallPlan.Design("augmented", Estimators.AugmentedControl, "never-treated", Estimators.PlaceboAverages, 199),
                SmallPlan.Design("series", Estimators.ControlledSeries, "never-treated", Estimators.Sampled, 999),
            ],
        };

        var effects = Run(plan).Effects;

        Assert.Equal(["difference", "synthetic", "augmented", "series"], effects.Select(effect => effect.DesignId));
        Assert.All(effects, effect => Assert.InRange(effect.Estimate!.Value, -2.05, -1.95));
        Assert.All(effects, effect => Assert.True(effect.Low <= -2 + 1e-6 && effect.High >= -2 - 1e-6));
    }

    [Fact]
    public void What_needs_one_start_for_all_is_a_check_that_says_so_and_the_others_are_made()
    {
        Fill(effect: -2);
        var plan = SmallPlan.Plan with
        {
            Sensitivity = new() { LeaveOneOut = true, Log = true, CountModel = true, Studentised = true, WildBootstrap = true, PlaceboStartMonths = [12], RollInMonths = [2], HonestMagnitudes = [1] },
        };

        var rows = Run(plan).Sensitivity.ToDictionary(row => row.Kind);

        Assert.Equal(["count_model", "honest_magnitude", "studentised", "wild_bootstrap"], rows.Values.Where(row => row.NotMade is not null).Select(row => row.Kind).Order());
        Assert.Equal(0, rows["placebo_start"].Estimate!.Value, 9);
        Assert.True(rows["placebo_start"].Agrees);
        Assert.Equal("2023-01", rows["placebo_start"].Variant);
        Assert.Equal(-2, rows["roll_in"].Estimate!.Value, 9);
        Assert.Equal((-2.0, -2.0), (Math.Round(rows["leave_one_out"].Low!.Value, 9), Math.Round(rows["leave_one_out"].High!.Value, 9)));
        Assert.InRange(rows["log"].Estimate!.Value, -0.12, -0.03);
    }

    [Fact]
    public void One_whose_start_the_figures_do_not_reach_is_left_out_and_the_others_are_judged_as_of_one_start()
    {
        Fill(effect: -2, until: new DateOnly(2024, 4, 1));

        var results = Run();

        Assert.Equal((4, 126L), (Assert.Single(results.Effects).TreatedUnits, results.Effects[0].Assignments));
        Assert.Equal(Later.Order(), results.Decisions.Where(row => row.Kind == "left_out").Select(row => row.MunicipalityCode).Order());
        Assert.Contains("började 2024-05", results.Decisions.First(row => row.Kind == "left_out").ReasonSv, StringComparison.Ordinal);
        Assert.DoesNotContain(results.Decisions, row => row.Kind == "several_starts");
    }

    [Fact]
    public void One_whose_start_is_out_of_reach_with_a_longer_roll_in_is_no_control_in_that_check()
    {
        // The late start has May and June after it, and the check leaves out four months.
        Fill(effect: -2, until: new DateOnly(2024, 6, 1));

        var results = Run(SmallPlan.Plan with { Sensitivity = new() { RollInMonths = [4] } });

        Assert.Equal((6, 5), (Assert.Single(results.Effects).TreatedUnits, results.Effects[0].ControlUnits));
        var check = Assert.Single(results.Sensitivity);
        Assert.Equal((4, 5), (check.TreatedUnits, check.ControlUnits));
        Assert.Equal(-2, check.Estimate!.Value, 9);
    }

    [Fact]
    public void Hours_of_support_count_from_each_own_start()
    {
        Fill(effect: -2);
        foreach (var municipality in SmallWarehouse.Pilots)
        {
            warehouse.Support(municipality, new DateOnly(2024, 2, 1), 10);
            warehouse.Support(municipality, new DateOnly(2024, 6, 1), 5);
        }

        Assert.Equal([5, 5, 15, 15, 15, 15], Run().Dose.Select(row => row.Hours!.Value).Order());
    }

    [Fact]
    public void A_pilot_that_the_programme_does_not_name_is_refused_with_what_to_do()
    {
        Fill(effect: 0);
        var registry = Registry(text => string.Join('\n', text.Split('\n').Where(line => !line.Contains("\"0380\", role: pilot", StringComparison.Ordinal))));

        var fault = Assert.Throws<InputException>(() => new Evaluator(warehouse.Database, SmallPlan.Plan, "hash", registry).Run());

        Assert.Contains("Uppsala (0380) is in the group pilot and takes no part in forstarkningsteam", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_treated_group_without_members_is_refused_with_its_name()
    {
        Fill(effect: 0);

        Assert.Contains("The group nordvast has no members", Assert.Throws<InputException>(() => Run(SmallPlan.Plan with { TreatedGroup = "nordvast" })).Message, StringComparison.Ordinal);
    }

    private ResultRows Run(EvaluationPlan? plan = null) => new Evaluator(warehouse.Database, plan ?? SmallPlan.Plan, "hash", Registry(text => Later.Aggregate(
        text, (all, code) => all.Replace($"\"{code}\", role: pilot, from: 2024-01-01", $"\"{code}\", role: pilot, from: 2024-05-01", StringComparison.Ordinal)))).Run();

    /// <summary>Our own registry with its programmes changed.</summary>
    private RegistryFiles Registry(Func<string, string> programmes)
    {
        var registry = Path.Combine(folder.Path, "registry");
        Directory.CreateDirectory(registry);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "pipelines", "registry")))
        {
            File.Copy(file, Path.Combine(registry, Path.GetFileName(file)), overwrite: true);
        }

        var path = Path.Combine(registry, "programmes.yaml");
        var text = File.ReadAllText(path);
        var changed = programmes(text);
        Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed);
        return RegistryFiles.Load(folder.Path);
    }

    /// <summary>What befalls every municipality in a month.</summary>
    private static double Shock(DateOnly month) => (month.Month * 7 % 5) + (month.Year == 2024 ? 3 : 0);

    private void Fill(double effect, string[]? more = null, DateOnly? until = null)
    {
        foreach (var month in Months.Where(month => month <= (until ?? month)))
        {
            foreach (var (group, level) in new[] { (SmallWarehouse.Pilots, 20), (SmallWarehouse.Supported, 30), (more ?? [], 15) })
            {
                foreach (var (place, municipality) in group.Index())
                {
                    var treated = SmallWarehouse.Pilots.Contains(municipality) && month >= (Later.Contains(municipality) ? Late : Early);
                    warehouse.Count(Fire, municipality, month, level + place + Shock(month) + (treated ? effect : 0));
                }
            }
        }

        warehouse.Sum();
    }
}
