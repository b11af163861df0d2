using System.CommandLine;
using Utvardering.Evaluation.Plans;
using Utvardering.Testing;
using Utvardering.Validation.Panels;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Validation.Plans;

/// <summary>The command <c>plan</c>: how often the plan itself is wrong.</summary>
internal static class PlanCommand
{
    public static Command Make()
    {
        var seeds = new Option<int>("--seeds") { Description = "Made-up worlds.", DefaultValueFactory = _ => 200 };
        var draws = new Option<int>("--draws") { Description = "Draws of six real municipalities for each placebo start.", DefaultValueFactory = _ => 50 };
        var seed = new Option<ulong>("--seed") { Description = "The first seed.", DefaultValueFactory = _ => 1 };
        var command = new Command("plan", "How often the evaluation's plan finds what is not there, and covers what is: docs/validation/plan.md.") { seeds, draws, seed };
        command.SetAction(answer =>
        {
            var pipelines = Path.Combine(Repository.Root, "pipelines");
            var registry = RegistryFiles.Load(pipelines);
            var plan = PlanFile.Load(pipelines, "pilot-2024", registry);
            var worlds = SampleWorlds.Run(plan, registry, pipelines, answer.GetValue(seeds), answer.GetValue(seed), Console.Error);
            var placebos = OffenceFiles.TryRead(Repository.Shared, pipelines) is { } offences
                ? PlaceboStarts.Run(plan, registry, offences, answer.GetValue(draws), answer.GetValue(seed), Console.Error)
                : null;
            var file = Path.Combine(Repository.Root, "docs", "validation", "plan.md");
            File.WriteAllText(file, PlanPage.Write(worlds, placebos, answer.GetValue(seeds), answer.GetValue(draws), answer.GetValue(seed)));
            Console.WriteLine($"Written: {file}");
        });
        return command;
    }
}
