using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.Random;

namespace Utvardering.Evaluation.Tests;

public sealed class SimilarMunicipalitiesTests : IDisposable
{
    // Never under a targeted programme: Alingsås, Kungälv, Lerum, Mölndal, Varberg, and Halmstad.
    private static readonly string[] Others = ["1489", "1482", "1441", "1481", "1383", "1380"];

    private readonly SmallWarehouse warehouse = new();

    public SimilarMunicipalitiesTests() => warehouse.Group("never-treated", Others);

    public void Dispose() => warehouse.Dispose();

    [Fact]
    public void The_nearest_are_those_of_like_level_and_trend_before_the_start_and_nothing_after_it_counts()
    {
        // All pilots at 30 and flat. Of the others the first two are at 30 and flat, but rise wildly after the start; the rest are far off in level or trend.
        foreach (var (index, month) in Enumerable.Range(0, 21).Select(month => new DateOnly(2022, 7, 1).AddMonths(month)).Index())
        {
            foreach (var pilot in SmallWarehouse.Pilots)
            {
                warehouse.Count(SmallPlan.Fire, pilot, month, 30);
            }

            foreach (var (place, other) in Others.Index())
            {
                var before = place switch { 0 => 30, 1 => 31, 2 => 90, 3 => 100, 4 => 10 + (3 * index), _ => 120 };
                warehouse.Count(SmallPlan.Fire, other, month, month.Year == 2024 && place < 2 ? 300 : before);
            }
        }

        warehouse.Sum();
        var plan = SmallPlan.Plan with
        {
            Designs = [SmallPlan.Design("vs-similar", "did-2x2", "similar", "sampled-randomisation", 99) with { Lead = 1 }],
        };

        var rows = new Evaluator(warehouse.Database, plan, "hash", SmallWarehouse.Registry).Run();

        List<DistanceRow> nearest = [.. rows.Distances.Where(row => row.MunicipalityCode == "1490").OrderBy(row => row.Rank)];
        Assert.Equal(["1489", "1482"], nearest.Take(2).Select(row => row.DonorCode));
        Assert.Equal((0.0, 0.0, true), (Math.Round(nearest[0].Distance!.Value, 12), Math.Round(nearest[0].Trend!.Value, 12), nearest[0].SameSkrGroup));
        Assert.All(nearest.Zip(nearest.Skip(1)), pair => Assert.True(pair.First.Distance <= pair.Second.Distance));

        // Ten are asked for and six are there; a pilot is never among them.
        Assert.Equal(6, Assert.Single(rows.Effects).ControlUnits);
        Assert.DoesNotContain(rows.Distances, row => SmallWarehouse.Pilots.Contains(row.DonorCode));
    }

    /// <remarks>Those chosen on all the time before have risen like the pilots, and would say that nothing parted them from the pilots.</remarks>
    [Fact]
    public void Whether_the_groups_were_parting_is_judged_with_municipalities_chosen_up_to_the_earliest_placebo_start()
    {
        // All flat until 2023, pilots and flat ones at 30 and rising ones at 31; in 2023 the pilots and the rising ones rise by one a month. A little noise, so that assignments differ.
        string[] twenty = [.. SmallWarehouse.Registry.Municipalities.Select(municipality => municipality.Code).Except([.. SmallWarehouse.Pilots, .. SmallWarehouse.Supported, .. Others]).Take(20)];
        var (flat, rising) = (twenty[..10], twenty[10..]);
        warehouse.Group("never-treated", twenty);
        var random = new RandomSequence(1, 1);
        for (var month = new DateOnly(2021, 7, 1); month <= new DateOnly(2024, 3, 1); month = month.AddMonths(1))
        {
            var rise = Math.Max(0, ((month.Year - 2023) * 12) + month.Month);
            foreach (var code in SmallWarehouse.Pilots.Concat(twenty))
            {
                warehouse.Count(SmallPlan.Fire, code, month, (rising.Contains(code) ? 31 : 30) + (flat.Contains(code) ? 0 : rise) + (0.1 * random.NextDouble()));
            }
        }

        warehouse.Sum();

        Assert.True(PreTrendP([]) > 0.05);
        Assert.True(PreTrendP([6, 12]) <= 0.05);
    }

    private double PreTrendP(IReadOnlyList<int> placeboStarts)
    {
        var plan = SmallPlan.Plan with
        {
            Designs = [SmallPlan.Design("vs-similar", "did-2x2", "similar", "sampled-randomisation", 199) with { Lead = 1 }],
            Sensitivity = new() { PlaceboStartMonths = placeboStarts },
        };
        return new Evaluator(warehouse.Database, plan, "hash", SmallWarehouse.Registry).Run().Diagnostics.Single(row => row.Kind == "pre_trend_joint").PValue!.Value;
    }
}
