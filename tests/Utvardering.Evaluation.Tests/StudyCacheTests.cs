using Utvardering.Evaluation.Plans;
using Utvardering.Testing;

namespace Utvardering.Evaluation.Tests;

public sealed class StudyCacheTests : IDisposable
{
    private const string Assault = "bra:reported:1701";

    private static readonly EvaluationPlan Plan = SmallPlan.Plan with
    {
        Outcomes = [SmallPlan.Plan.Outcomes[0], SmallPlan.Plan.Outcomes[0] with { Id = "assault", Indicator = Assault }],
        Sensitivity = new() { LeaveOneOut = true, Log = true },
    };

    private readonly SmallWarehouse warehouse = new();
    private readonly TemporaryFolder folder = new();

    public StudyCacheTests()
    {
        foreach (var indicator in new[] { SmallPlan.Fire, Assault })
        {
            foreach (var month in Enumerable.Range(0, 21).Select(month => new DateOnly(2022, 7, 1).AddMonths(month)))
            {
                foreach (var (place, municipality) in SmallWarehouse.Pilots.Concat(SmallWarehouse.Supported).Index())
                {
                    warehouse.Count(indicator, municipality, month, 20 + place + (place * month.Month % 7));
                }
            }
        }

        warehouse.Sum();
    }

    public void Dispose()
    {
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_has_not_changed_is_not_computed_again_and_gives_the_same_rows()
    {
        var (first, _) = Run(Plan);
        var (second, told) = Run(Plan);

        Assert.Equal(RowsText.Of(first), RowsText.Of(second));
        Assert.All(told, line => Assert.EndsWith("as before", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_figure_or_another_size_that_matters_is_another_study_and_leaves_the_rest()
    {
        Run(Plan);
        warehouse.Database.Execute("update marts.municipality_series set numerator = numerator + 1, value = value + 1 where indicator_id = ? and municipality_code = '1490' and period_start = date '2024-02-01'", Assault);
        Assert.Equal(["assault"], Computed(Run(Plan).Told));

        var other = Plan with { Outcomes = [Plan.Outcomes[0] with { Matters = -0.2 }, Plan.Outcomes[1]] };
        Assert.Equal(["fire"], Computed(Run(other).Told));
    }

    [Fact]
    public void A_damaged_file_counts_as_not_there()
    {
        var (first, _) = Run(Plan);
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.json", SearchOption.AllDirectories))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..100]);
        }

        Assert.Equal(RowsText.Of(first), RowsText.Of(Run(Plan).Rows));
    }

    [Fact]
    public void Another_version_of_the_program_computes_all_again_and_clears_the_old()
    {
        Run(Plan);
        var (_, told) = Run(Plan, version: "next");

        Assert.Equal(["assault", "fire"], Computed(told));
        Assert.Equal(["next"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName));
    }

    private (ResultRows Rows, List<string> Told) Run(EvaluationPlan plan, string version = "this")
    {
        var told = new Told();
        var rows = new Evaluator(warehouse.Database, plan, "hash", SmallWarehouse.Registry, new() { Cache = folder.Path, ProgramVersion = version }).Run(told);
        return (rows, told.Lines);
    }

    private static List<string> Computed(List<string> told) => [.. told.Where(line => !line.EndsWith("as before", StringComparison.Ordinal)).Select(line => line.Split(' ')[3]).Order(StringComparer.Ordinal)];

    private sealed class Told : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value)
        {
            lock (Lines)
            {
                Lines.Add(value);
            }
        }
    }
}
