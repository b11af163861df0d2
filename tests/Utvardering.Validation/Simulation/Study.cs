using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Utvardering.Validation.Methods;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Simulation;

/// <summary>Runs every method on every scenario.</summary>
internal static class Study
{
    /// <summary>One tally for each scenario and method. A replication depends on its number alone, so that threads do not matter.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="settings">Replications and seed.</param>
    /// <param name="progress">Where the time of each part is told.</param>
    public static ImmutableArray<Tally> Run(ImmutableArray<Scenario> scenarios, StudySettings settings, TextWriter progress) =>
        [.. scenarios.SelectMany(scenario => MethodFamily.All.SelectMany(family => Run(scenario, family, settings, progress)))];

    private static Tally[] Run(Scenario scenario, MethodFamily family, StudySettings settings, TextWriter progress)
    {
        var watch = Stopwatch.StartNew();
        var answers = new (Answer[] Answers, double Deviation)[family.Replications(settings.Replications, scenario.Units)];
        Parallel.For(0, answers.Length, new() { MaxDegreeOfParallelism = settings.Threads }, replication =>
        {
            var trial = scenario.Draw(replication);
            answers[replication] = (family.Answers(trial), trial.Deviation);
        });
        progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{scenario.Design} {scenario.Panel} {family.Methods[0].Id}: {answers.Length} replications in {watch.Elapsed.TotalSeconds:F1} s"));
        return [.. family.Methods.Select((method, i) => Tally.Of(scenario, method, [.. answers.Select(item => (item.Answers[i], item.Deviation))]))];
    }
}
