using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Pipeline.Runs;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Pipeline.Tests;

/// <summary>The sample profile from bytes to report, once for all tests here.</summary>
public sealed partial class SampleRunTests(SampleRunTests.OneRun made) : IClassFixture<SampleRunTests.OneRun>
{
    /// <summary>A run into a fresh data root.</summary>
    public sealed class OneRun : IAsyncLifetime
    {
        public TemporaryFolder Data { get; } = new();

        public RunOutcome Run { get; private set; } = null!;

        public ReleasedTables Released => new(Runner.Folder(Data.Path, Run, "released"));

        public async Task InitializeAsync() => Run = await Runner.SampleAsync(Data.Path);

        public Task DisposeAsync()
        {
            Data.Dispose();
            return Task.CompletedTask;
        }
    }

    [FactNeeding("node")]
    public async Task Another_data_root_gives_byte_identical_results_and_report()
    {
        using var other = new TemporaryFolder();
        var run = await Runner.SampleAsync(other.Path);

        Assert.Equal(made.Run.RunId, run.RunId);
        foreach (var part in new[] { "results", "released", "report" })
        {
            var (first, second) = (Runner.Files(Runner.Folder(made.Data.Path, made.Run, part)), Runner.Files(Runner.Folder(other.Path, run, part)));
            Assert.NotEmpty(first);
            Assert.Equal(first.Keys, second.Keys);
            Assert.All(first, file => Assert.True(file.Value.AsSpan().SequenceEqual(second[file.Key]), $"{part}/{file.Key} differs"));
        }
    }

    [FactNeeding("node")]
    public async Task A_second_run_finds_nothing_new_and_changes_no_file_of_the_run()
    {
        var before = Runner.Files(Runner.Folder(made.Data.Path, made.Run, ""));
        var again = await Runner.SampleAsync(made.Data.Path);

        Assert.False(again.IsNew);
        Assert.Equal(made.Run.RunId, again.RunId);
        Assert.All(again.Ingested, source => Assert.False(source.IsNew));
        Assert.Equal(before, Runner.Files(Runner.Folder(made.Data.Path, made.Run, "")));
    }

    [FactNeeding("node")]
    public async Task As_of_an_earlier_day_gives_the_vintages_of_that_day_and_the_same_run_each_time()
    {
        using var data = new TemporaryFolder();
        var now = await Runner.SampleAsync(data.Path);
        var then = await Runner.SampleAsync(data.Path, new DateOnly(2024, 12, 31));
        var thenAgain = await Runner.SampleAsync(data.Path, new DateOnly(2024, 12, 31));

        Assert.NotEqual(now.RunId, then.RunId);
        Assert.Equal(then.RunId, thenAgain.RunId);
        Assert.False(thenAgain.IsNew);
        Assert.Equal(2, new LakeStore(data["lake"]).Vintages("reported_offences").Count);
        Assert.All(Effects(data.Path, then), effect => Assert.True(effect.AfterTo <= new DateOnly(2024, 12, 1)));

        // The newest is what it was before the look back, and what it changed against the earlier day is now told beside.
        var again = await Runner.SampleAsync(data.Path);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(Runner.Folder(data.Path, now, "results"), "effects.parquet")),
            File.ReadAllBytes(Path.Combine(Runner.Folder(data.Path, again, "results"), "effects.parquet")));
        Assert.Empty(Revisions(data.Path, now));
        Assert.Contains(Revisions(data.Path, again), change => change is { Source: "bra-sol", IndicatorId: "bra:reported:1210" } && change.PeriodStart == new DateOnly(2025, 1, 1) && change.Added > 200);
        Assert.Contains(Revisions(data.Path, again), change => change.Source == "bra-sol" && change.PeriodStart == new DateOnly(2024, 10, 1) && change.Revised > 0 && change.MeanChange > 0);
        // Of what municipalities deliver how many rows changed leaves, and not by how much.
        Assert.All(Revisions(data.Path, again).Where(change => change.Source == "deliveries"), change => Assert.Null(change.MeanChange));
        Assert.Equal(again.RunId, (await Runner.SampleAsync(data.Path)).RunId);
    }

    /// <summary>What is read of a released table of revisions.</summary>
    public sealed record Revision
    {
        public required string Source { get; init; }
        public string? IndicatorId { get; init; }
        public DateOnly PeriodStart { get; init; }
        public long Added { get; init; }
        public long Revised { get; init; }
        public double? MeanChange { get; init; }
    }

    private static IReadOnlyList<Revision> Revisions(string data, RunOutcome run) => new ReleasedTables(Runner.Folder(data, run, "released")).Read<Revision>("marts.revisions");

    [FactNeeding("node")]
    public void Every_output_is_marked_as_made_up()
    {
        foreach (var file in Directory.EnumerateFiles(Runner.Folder(made.Data.Path, made.Run, ""), "*.parquet", SearchOption.AllDirectories))
        {
            Assert.Equal("EXEMPELDATA – syntetiska uppgifter", ParquetRecords.Mark(file));
        }

        foreach (var file in new[] { made.Run.Report, Runner.Folder(made.Data.Path, made.Run, "provenance.json"), made.Data["dataroot.json"] }.Concat(
            Directory.EnumerateFiles(Runner.Folder(made.Data.Path, made.Run, "report/tables"), "*.sv.csv")))
        {
            Assert.Contains("EXEMPELDATA – syntetiska uppgifter", File.ReadAllText(file), StringComparison.Ordinal);
        }

        Assert.All(Directory.EnumerateFiles(Runner.Folder(made.Data.Path, made.Run, "report/charts"), "*.sv.svg"), file =>
            Assert.Contains("EXEMPELDATA", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [FactNeeding("node")]
    public void All_290_municipalities_have_offences_every_month()
    {
        var cells = made.Released.Read<DataQualityRow>("marts.data_quality").Single(row => row.IndicatorId == "bra:reported:1210");

        Assert.Equal(290, cells.Municipalities);
        Assert.Equal(0, cells.Cells % 290);
    }

    [FactNeeding("node")]
    public void How_the_models_tests_went_leaves_with_the_figures()
    {
        var tests = made.Released.Read<ModelTestRow>("marts.model_test");

        Assert.Contains(tests, test => (test.Model, test.Test, test.Status) == ("core.observation", "municipality_code in core.municipality", "passed"));
        Assert.DoesNotContain(tests, test => test.Status == "failed");
        Assert.Equal(["staging.delivered_measure", "staging.offence_period", "staging.population", "staging.support_month"], tests.Where(test => test.Newest is not null).Select(test => test.Model));
    }

    /// <summary>The planted truths of pipelines/sample/world.yaml, in the outcome's unit or as a share.</summary>
    [FactNeeding("node")]
    public void What_was_planted_lies_in_the_interval_that_was_found()
    {
        var effects = made.Released.Read<EffectRow>("effects").Where(effect => effect.DesignId == "vs-bra").ToDictionary(effect => effect.OutcomeId);

        Between(effects["fire"].RelativeLow, -0.25, effects["fire"].RelativeHigh);
        Between(effects["violence_public_servants"].Low, 0, effects["violence_public_servants"].High);
        Between(effects["violent_crime"].Low, 0, effects["violent_crime"].High);
        Between(effects["re_referral"].Low, 0, effects["re_referral"].High);
        Between(effects["within_four_months"].Low, 6, effects["within_four_months"].High);
        Between(effects["investigation_days"].Low, -12, effects["investigation_days"].High);
        Assert.Equal(1 / 462.0, effects["structured_assessment"].MinimumPValue!.Value, 12);
    }

    [FactNeeding("node")]
    public void The_contaminated_comparison_hides_a_part_of_the_planted_effect_as_written_down()
    {
        var effect = made.Released.Read<EffectRow>("effects").Single(row => row.OutcomeId == "structured_assessment");

        // +20 points in the pilots once the first quarter is rolled in; +8 in the Brå municipalities from the third quarter of 2022, six of the eight quarters before
        // the start: between the windows they gained 8 − 6 = 2, and what the contrast can see is 18.
        Between(effect.Low, 18, effect.High);
        Assert.True(effect.Low > 0);
    }

    /// <summary>The truths are those of pipelines/sample/world.yaml.</summary>
    [FactNeeding("node")]
    public void Verdicts_say_what_is_true_of_the_planted_world_or_that_it_could_not_be_seen()
    {
        var verdicts = made.Released.Read<VerdictRow>("verdicts").ToDictionary(row => row.OutcomeId);

        // −12 days, and −30 % that the municipalities with Brå's support had too: seen against similar municipalities.
        Assert.Equal(("supported", "vs-similar"), (verdicts["investigation_days"].Verdict, verdicts["investigation_days"].DesignId));
        Assert.Equal(("supported", "vs-similar"), (verdicts["outdoor_violence_children"].Verdict, verdicts["outdoor_violence_children"].DesignId));

        // +20 and +6 points among eleven municipalities: one comparison is all there is.
        Assert.Equal(("suggestive", "beyond_zero\nno_other_design"), (verdicts["structured_assessment"].Verdict, verdicts["structured_assessment"].Reasons));
        Assert.Equal("suggestive", verdicts["within_four_months"].Verdict);

        // Nothing but a trend of +4 % a year from 2021: a start at which nothing began shows an effect as well.
        Assert.Equal(("inconclusive", "placebo_start"), (verdicts["indoor_violence_children"].Verdict, verdicts["indoor_violence_children"].Reasons));

        // −25 % of few fires, and no effect at all: neither could be seen.
        Assert.Equal("holds_both\ncould_not_have_seen", verdicts["fire"].Reasons);
        Assert.All(new[] { "violence_public_servants", "violent_crime", "re_referral", "re_referral_12" }, outcome => Assert.True(verdicts[outcome].Verdict is "inconclusive" or "against", outcome));
    }

    [FactNeeding("node")]
    public void What_each_design_could_have_seen_stands_beside_every_effect_or_a_decision_says_why_not()
    {
        var power = made.Released.Read<PowerRow>("power").Select(row => (row.OutcomeId, row.DesignId)).ToHashSet();
        var without = made.Released.Read<DecisionRow>("decisions").Where(row => row.Kind == "no_power").Select(row => (row.OutcomeId, row.DesignId!)).ToHashSet();

        Assert.All(made.Released.Read<EffectRow>("effects"), effect => Assert.True(
            power.Contains((effect.OutcomeId, effect.DesignId)) ^ without.Contains((effect.OutcomeId, effect.DesignId)), $"{effect.OutcomeId} {effect.DesignId}"));
    }

    [FactNeeding("node")]
    public void Nothing_that_tells_one_municipality_s_delivered_figure_leaves()
    {
        var released = made.Released;
        Assert.DoesNotContain(released.Read<UnitEffectRow>("unit_effects"), row => row.Origin == "delivered");
        Assert.DoesNotContain(released.Read<LeaveOneOutRow>("leave_one_out"), row => row.Origin == "delivered");
        Assert.DoesNotContain(released.Read<PlaceboRow>("placebos"), row => row.Origin == "delivered");
        Assert.DoesNotContain(released.Read<DoseRow>("dose"), row => row.Origin == "delivered");

        // The range of the estimates without one municipality tells the two at its ends, beside the estimate with all.
        Assert.All(released.Read<SensitivityRow>("sensitivity").Where(row => row is { Origin: "delivered", Kind: "leave_one_out" }), row => Assert.Null(row.Low));
    }

    [FactNeeding("node")]
    public void The_repository_s_plan_is_the_fixed_one()
    {
        var run = Assert.Single(made.Released.Read<RunRow>("run"));

        Assert.False(run.Exploratory);
        Assert.Empty(made.Released.Read<PlanChangeRow>("plan_changes"));
        Assert.All(made.Released.Read<EffectRow>("effects"), effect => Assert.Equal(run.PlanHash, effect.PlanHash));
    }

    [FactNeeding("node")]
    public void A_pilot_is_nobody_s_donor()
    {
        string[] pilots = ["1490", "0305", "0880", "2281", "0486", "0380"];

        Assert.DoesNotContain(made.Released.Read<WeightRow>("weights"), row => pilots.Contains(row.DonorCode));
        Assert.DoesNotContain(made.Released.Read<DistanceRow>("distances"), row => pilots.Contains(row.DonorCode));
        Assert.NotEmpty(made.Released.Read<WeightRow>("weights"));
    }

    [FactNeeding("node")]
    public void Delivered_figures_of_one_municipality_do_not_leave()
    {
        Assert.DoesNotContain(made.Released.Read<MunicipalityTrendRow>("municipality_trend"), row => row.Origin == "delivered");
        Assert.Contains(made.Released.Read<SuppressionRow>("suppression"), row => row.RuleId == "delivered-municipality" && row.Rows > 0);
    }

    private static IEnumerable<EffectRow> Effects(string data, RunOutcome run)
        => new ReleasedTables(Runner.Folder(data, run, "released")).Read<EffectRow>("effects");

    private static void Between(double? low, double truth, double? high) => Assert.True(low <= truth && truth <= high, $"{truth} is outside {low} to {high}");
}
