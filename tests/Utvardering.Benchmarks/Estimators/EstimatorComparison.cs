using System.CommandLine;
using System.Globalization;
using Utvardering.Benchmarks.Measuring;

namespace Utvardering.Benchmarks.Estimators;

/// <summary>
/// <c>estimators</c>: each estimator warm, the least of several runs, against the time of the reference package. Processor seconds over all
/// threads, as the packages' were taken: two cores give no advantage. The packages ran on another day and machine of the same kind, so
/// the ratios tell the order of magnitude.
/// </summary>
internal static class EstimatorComparison
{
    public static Command Make()
    {
        var only = new Option<string?>("--only") { Description = "One piece of work: its name, or the beginning of it.", HelpName = "NAME" };
        var command = new Command("estimators", "The estimators against the reference packages' times; prints ratios.") { only };
        command.SetAction(parsed => Compare(parsed.GetValue(only) ?? ""));
        return command;
    }

    private static int Compare(string only)
    {
        Print($"{"work",-62} {"cpu s",9} {"wall s",9} {"reference",-28} {"cpu s",7} {"ratio",8} {"goal",6}");
        foreach (var work in EstimatorWorks.All.Where(work => work.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            var (processor, wall) = WarmRun.Of(work.Prepare());
            var ratio = work.ReferenceSeconds / processor;
            var verdict = work.Goal is { } goal ? (ratio >= goal ? $"{goal} met" : $"{goal} MISSED") : "";
            Print($"{work.What,-62} {processor,9:0.0000} {wall,9:0.0000} {work.Reference ?? "–",-28} {work.ReferenceSeconds,7:0.###} {ratio,8:0.0} {verdict,6}");
        }

        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
