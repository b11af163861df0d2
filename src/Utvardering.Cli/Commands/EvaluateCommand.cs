using System.CommandLine;
using System.Globalization;
using Utvardering.Cli.Output;
using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Pipeline.Runs;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering evaluate</c></summary>
internal static class EvaluateCommand
{
    public static Command Make()
    {
        var plan = new Argument<string?>("PLAN") { Description = "A plan of pipelines/evaluation. Default: the profile's.", Arity = ArgumentArity.ZeroOrOne };
        var outcomes = new Option<string[]>("--outcome") { Description = "Judge this outcome of the plan; may be given several times. Default: all.", HelpName = "ID", DefaultValueFactory = _ => [] };
        var placebo = SharedOptions.Date("--placebo-start", "Pretend that the programme started on this earlier day, on figures from before it really did: a trial on a time in which nothing was done.");
        var (profile, data) = (SharedOptions.Profile(), SharedOptions.Data());
        var command = new Command("evaluate", "Evaluates a plan on what has been taken in: no source is asked. What was computed before and has not changed is not computed again.")
        {
            plan, outcomes, placebo, profile, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(profile)!;
            var options = new RunOptions(name, null, SharedOptions.DataRoot(parsed.GetValue(data), name), null)
            {
                Plan = parsed.GetValue(plan),
                Outcomes = parsed.GetValue(outcomes)!,
                PlaceboStart = parsed.GetValue(placebo),
                TakesIn = false,
            };
            var run = new PipelineRun(HouseFolder.Find(), TimeProvider.System);
            var outcome = await RunProgress.ShowAsync(progress => run.RunAsync(options, progress, cancellationToken), everything: true);
            Show(new ReleasedTables(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(outcome.Report))!, "released")));
            Console.WriteLine($"Report: {outcome.Report}");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The verdicts as they were released; the report words them.</summary>
    private static void Show(ReleasedTables released)
    {
        static string Share(double? share) => share is { } value ? value.ToString("+0.0%;−0.0%", CultureInfo.InvariantCulture) : "";
        PlainTable.Write(
            ["outcome", "verdict", "design", "effect", "from", "to", "could see", "why"],
            released.Read<VerdictRow>("verdicts").Select(IReadOnlyList<string?> (row) =>
            [
                row.OutcomeId, row.Verdict ?? "suppressed", row.DesignId ?? "", Share(row.Relative), Share(row.RelativeLow), Share(row.RelativeHigh),
                row.DetectableRelative is { } least ? $"±{least.ToString("0%", CultureInfo.InvariantCulture)}" : "", (row.Reasons ?? "").Replace('\n', ' '),
            ]));
    }
}
