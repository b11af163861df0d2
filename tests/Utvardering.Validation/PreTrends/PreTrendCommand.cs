using System.CommandLine;
using Utvardering.Testing;

namespace Utvardering.Validation.PreTrends;

/// <summary>The command <c>pre-trend</c>: which test of the time before the start sees what.</summary>
internal static class PreTrendCommand
{
    public static Command Make()
    {
        var replications = new Option<int>("--replications") { Description = "Panels for each row.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<ulong>("--seed") { Description = "The seed: the same seed gives the same bytes.", DefaultValueFactory = _ => 1 };
        var command = new Command("pre-trend", "Size and power of tests of the time before the start: docs/validation/pre-trend.md.") { replications, seed };
        command.SetAction(answer =>
        {
            var rows = PreTrendStudy.Run(DriftScenario.All, answer.GetValue(replications), answer.GetValue(seed), Console.Error);
            var chosen = MatchedStudy.Run(MatchedStudy.Scenarios, Math.Max(1, answer.GetValue(replications) / 2), answer.GetValue(seed), Console.Error);
            var file = Path.Combine(Repository.Root, "docs", "validation", "pre-trend.md");
            File.WriteAllText(file, PreTrendPage.Write(rows, chosen, answer.GetValue(replications), answer.GetValue(seed)));
            Console.WriteLine($"Written: {file}");
        });
        return command;
    }
}
