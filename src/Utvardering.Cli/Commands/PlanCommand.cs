using System.CommandLine;
using Utvardering.Evaluation.Plans;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering plan check|fix</c></summary>
internal static class PlanCommand
{
    public static Command Make()
    {
        var command = new Command("plan", "Checks a plan, or fixes it before its results are seen.") { Check(), Fix() };
        return command;
    }

    private static Command Check()
    {
        var plan = Plan();
        var command = new Command("check", "Tells every mistake of a plan with its line, and how it stands to the plan that was fixed.") { plan };
        command.SetAction(parsed =>
        {
            var (pipelines, name) = (Path.Combine(HouseFolder.Find().Root, "pipelines"), parsed.GetValue(plan)!);
            var read = PlanFile.Load(pipelines, name, RegistryFiles.Load(pipelines));
            Console.WriteLine($"{name}: {read.Outcomes.Count} outcomes, {read.Designs.Count} designs; no mistakes.");
            Show(PlanStanding.Of(pipelines, name));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Fix()
    {
        var plan = Plan();
        var data = new Option<string[]>("--data") { Description = "Data roots of real figures in which results may have been seen. Default: data/real-files and data/live.", HelpName = "DIR", DefaultValueFactory = _ => ["data/real-files", "data/live"] };
        var command = new Command("fix", "Keeps the plan as it is now as the fixed one (pipelines/evaluation/fixed). Refused when results of an earlier version have been seen.") { plan, data };
        command.SetAction(parsed =>
        {
            var (pipelines, name) = (Path.Combine(HouseFolder.Find().Root, "pipelines"), parsed.GetValue(plan)!);
            _ = PlanFile.Load(pipelines, name, RegistryFiles.Load(pipelines));
            Show(PlanStanding.Fix(pipelines, name, [.. parsed.GetValue(data)!.SelectMany(root => RunsOfPlan.In(root, name))]));
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Plan() => new("PLAN") { Description = "A plan of pipelines/evaluation.", DefaultValueFactory = _ => "pilot-2024" };

    private static void Show(PlanStanding standing)
    {
        Console.WriteLine($"hash {standing.Hash}");
        Console.WriteLine(standing switch
        {
            { IsFixed: false } => "Not fixed: a run of it is exploratory. Fix it with 'utvardering plan fix'.",
            { IsExploratory: true } => "Differs from the fixed plan, so that a run of it is exploratory:",
            _ => "As fixed.",
        });
        foreach (var change in standing.Changes)
        {
            Console.WriteLine($"  {change.Place}: {change.Fixed ?? "(not there)"} → {change.Now ?? "(gone)"}");
        }
    }
}
