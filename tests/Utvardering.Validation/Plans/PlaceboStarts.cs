using Utvardering.Evaluation;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Random;
using Utvardering.Validation.Panels;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Validation.Plans;

/// <summary>
/// The plan on real monthly offences from before the pilot, with starts at which nothing began: what it finds there it finds by chance. The pilots themselves
/// stand for one draw; with others of at least 20 000 inhabitants in their place there are as many as are asked for.
/// </summary>
internal static class PlaceboStarts
{
    public const int LeastInhabitants = 20_000;

    public static IReadOnlyList<DateOnly> Starts { get; } = [new(2021, 1, 1), new(2022, 1, 1), new(2023, 1, 1)];

    /// <summary>Tallies by outcome and start, and the real pilots' own rows.</summary>
    public static PlaceboStartResults Run(
        EvaluationPlan plan, RegistryFiles registry, OffenceData offences, int draws, ulong seed, TextWriter progress)
    {
        var small = SampleWorlds.Simulated(plan);
        small = small with { Outcomes = [.. small.Outcomes.Where(outcome => outcome.Id is "fire" or "violence_public_servants")] };
        var tallies = small.Outcomes.SelectMany(outcome => Starts, (outcome, start) => (outcome.Id, start)).ToDictionary(key => (Outcome: key.Id, Start: key.start), _ => new PlanTally());
        List<(DateOnly Start, ResultRows Rows)> pilots = [];
        foreach (var start in Starts)
        {
            pilots.Add((start, Evaluate(small, registry, offences, null, start)));
            for (var draw = 0; draw < draws; draw++)
            {
                var rows = Evaluate(small with { Seed = seed + (ulong)draw }, registry, offences, Drawn(registry, offences, seed, (ulong)draw), start);
                foreach (var outcome in small.Outcomes)
                {
                    tallies[(outcome.Id, start)].Add(rows, outcome.Id, _ => 0, isShare: true);
                }
            }

            progress.WriteLine($"start {start:yyyy-MM} done");
        }

        return new(tallies, pilots);
    }

    private static ResultRows Evaluate(EvaluationPlan plan, RegistryFiles registry, OffenceData offences, IReadOnlyCollection<string>? pilots, DateOnly start)
    {
        var panel = offences.Panels[0];
        using var marts = SimulatedMarts.Of(registry, pilots, code => panel.Inhabitants[panel.Municipalities.IndexOf(code)]);
        foreach (var (indicator, of) in new[] { ("bra:reported:1210", offences.Panels[0]), ("bra:reported:1701", offences.Panels[1]) })
        {
            for (var unit = 0; unit < of.Municipalities.Length; unit++)
            {
                for (var month = 0; month < offences.Months; month++)
                {
                    var (count, inhabitants) = (of.Counts[unit][month], of.Inhabitants[unit]);
                    marts.Add(indicator, of.Municipalities[unit], OffenceFiles.First.AddMonths(month), count, inhabitants, 100_000 * count / inhabitants);
                }
            }
        }

        return new Evaluator(marts.Database, plan, "simulated", registry, new() { PlaceboStart = start }).Run();
    }

    private static HashSet<string> Drawn(RegistryFiles registry, OffenceData offences, ulong seed, ulong draw)
    {
        var touched = registry.Programmes.Where(programme => programme.Targeted).SelectMany(programme => programme.Participants).Select(part => part.Municipality).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var panel = offences.Panels[0];
        string[] all = [.. panel.Municipalities.Where((code, unit) => panel.Inhabitants[unit] >= LeastInhabitants && !touched.Contains(code))];
        var random = new RandomSequence(seed, draw);
        for (var i = 0; i < 6; i++)
        {
            var other = i + random.NextBelow(all.Length - i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return [.. all[..6]];
    }
}
