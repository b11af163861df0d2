using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Validation.PreTrends;

/// <summary>How often each family of contrasts sees groups part before the start, when they do and when they don't.</summary>
internal static class PreTrendStudy
{
    private const int Sample = 999;

    /// <summary>A row of the page.</summary>
    /// <param name="Scenario">The units and their noise.</param>
    /// <param name="Departure">What parted the groups.</param>
    /// <param name="IsDrift">Whether that is a drift.</param>
    /// <param name="Shares">For each family of <see cref="ContrastFamily.All"/> the share of p-values of at most 0.05.</param>
    public sealed record Row(DriftScenario Scenario, string Departure, bool IsDrift, IReadOnlyList<double> Shares);

    public static IReadOnlyList<Row> Run(IReadOnlyList<DriftScenario> scenarios, int replications, ulong seed, TextWriter progress)
    {
        List<Row> rows = [];
        foreach (var (number, scenario) in scenarios.Index())
        {
            var assignments = Assignments.Of([.. Enumerable.Range(0, scenario.Units).Select(unit => unit < scenario.Treated)], Sample, seed);
            var families = ContrastFamily.All.Select(family => family.Contrasts(scenario.Periods).ToList()).ToList();
            foreach (var (name, isDrift, course) in scenario.Departures)
            {
                var rejected = new bool[replications][];
                Parallel.For(0, replications, replication =>
                {
                    // The same noise under every departure: what differs between rows is the departure.
                    var panel = scenario.Draw(course, new RandomSequence(seed, ((ulong)(number + 1) << 32) + (ulong)replication));

                    // p-values are multiples of 1 / N: 0.05 itself rejects, whatever its last bit.
                    rejected[replication] = [.. families.Select(contrasts => JointMaximum.P(panel, contrasts, assignments) <= 0.05 * (1 + 1e-12))];
                });
                rows.Add(new(scenario, name, isDrift, [.. families.Index().Select(family => (double)rejected.Count(one => one[family.Index]) / replications)]));
            }

            progress.WriteLine($"{scenario.Title}: done");
        }

        return rows;
    }
}
