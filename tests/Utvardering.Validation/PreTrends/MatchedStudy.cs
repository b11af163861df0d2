using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Validation.PreTrends;

/// <summary>
/// What a test of the time before the start still sees where the controls were chosen on that time: for each treated unit the ten nearest in level, trend, population
/// and kind, as the registry's group <c>similar</c> is.
/// </summary>
internal static class MatchedStudy
{
    private const int Nearest = 10;
    private const int Sample = 499;
    private const int Kinds = 5;

    /// <summary>Levels differ three times as much as a unit's period does from its own.</summary>
    private const double LevelSpread = 3;

    /// <summary>How the controls are chosen.</summary>
    public static IReadOnlyList<(string Id, string Title)> Choices { get; } =
    [
        ("start", "chosen on all the time before the start"),
        ("earlier", "chosen on the time up to two years before the start"),
        ("no-trend", "chosen on all the time before the start, but not on the trend"),
        ("all", "all municipalities"),
    ];

    public static IReadOnlyList<(DriftScenario Scenario, int Earlier)> Scenarios { get; } =
    [
        .. from length in new[] { (Periods: 9, Earlier: 7), (Periods: 16, Earlier: 8) }
           from correlation in new[] { 0, 0.6 }
           select (new DriftScenario(6, 194, length.Periods, correlation, false), length.Earlier),
    ];

    /// <summary>By choice the shares of p-values of at most 0.05 of the test of drifts.</summary>
    public static IReadOnlyList<(DriftScenario Scenario, string Departure, IReadOnlyList<double> Shares)> Run(
        IReadOnlyList<(DriftScenario Scenario, int Earlier)> scenarios, int replications, ulong seed, TextWriter progress)
    {
        List<(DriftScenario Scenario, string Departure, IReadOnlyList<double> Shares)> rows = [];
        foreach (var (number, (scenario, earlier)) in scenarios.Index())
        {
            var contrasts = ContrastFamily.Drifts.Contrasts(scenario.Periods).ToList();
            foreach (var (name, _, course) in scenario.Departures.Where(departure => departure.IsDrift || departure.Name == "none"))
            {
                var rejected = new bool[replications][];
                Parallel.For(0, replications, replication =>
                {
                    var random = new RandomSequence(seed, ((ulong)(number + 101) << 32) + (ulong)replication);
                    var panel = Municipalities.Draw(scenario, course, random);
                    rejected[replication] = [.. Choices.Select(choice => Judge(scenario, panel.Chosen(choice.Id, earlier), contrasts, seed + (ulong)replication) <= 0.05 * (1 + 1e-12))];
                });
                rows.Add((scenario, name, [.. Choices.Index().Select(choice => (double)rejected.Count(one => one[choice.Index]) / replications)]));
            }

            progress.WriteLine($"chosen, {scenario.Title}: done");
        }

        return rows;
    }

    private static double Judge(DriftScenario scenario, double[][] panel, List<double[]> contrasts, ulong seed)
        => JointMaximum.P(panel, contrasts, Assignments.Of([.. panel.Select((_, unit) => unit < scenario.Treated)], Sample, seed));

    /// <summary>Units with what they are chosen by.</summary>
    private sealed record Municipalities(DriftScenario Scenario, double[][] Panel, double[] Population, int[] Kind)
    {
        public static Municipalities Draw(DriftScenario scenario, double[] course, RandomSequence random)
        {
            var panel = scenario.Draw(course, random);
            foreach (var series in panel)
            {
                var level = LevelSpread * random.NextNormal();
                for (var period = 0; period < series.Length; period++)
                {
                    series[period] += level;
                }
            }

            return new(scenario, panel, [.. panel.Select(_ => random.NextNormal())], [.. panel.Select(_ => random.NextBelow(Kinds))]);
        }

        /// <summary>The treated and those chosen for them, units × periods.</summary>
        public double[][] Chosen(string choice, int earlier)
        {
            if (choice == "all")
            {
                return Panel;
            }

            double[][] known = [.. Panel.Select(series => choice == "earlier" ? series[..earlier] : series)];
            double[] levels = Standardised([.. known.Select(series => series.Average())]);
            double[] trends = Standardised([.. known.Select(series => series.Index().Sum(period => (period.Index - ((series.Length - 1) / 2.0)) * period.Item))]);
            double[] populations = Standardised(Population);
            double Distance(int unit, int other) => Square(levels[unit] - levels[other]) + (choice == "no-trend" ? 0 : Square(trends[unit] - trends[other]))
                + Square(populations[unit] - populations[other]) + (Kind[unit] == Kind[other] ? 0 : 1);
            var controls = Enumerable.Range(0, Scenario.Treated)
                .SelectMany(unit => Enumerable.Range(Scenario.Treated, Scenario.Controls).OrderBy(other => Distance(unit, other)).Take(Nearest))
                .Distinct().Order();
            return [.. Panel[..Scenario.Treated], .. controls.Select(unit => Panel[unit])];
        }

        private static double[] Standardised(double[] values)
        {
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Sum(value => Square(value - mean)) / (values.Length - 1));
            return [.. values.Select(value => value / deviation)];
        }

        private static double Square(double value) => value * value;
    }
}
