using System.CommandLine;
using Utvardering.Cli.Output;
using Utvardering.Pipeline.Runs;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering run</c></summary>
internal static class RunCommand
{
    public static Command Make()
    {
        var profile = SharedOptions.Profile();
        var data = SharedOptions.Data();
        var input = new Option<string?>("--input") { Description = "The folder of files, for profiles that read files (real-files).", HelpName = "DIR" };
        var asOf = SharedOptions.Date("--as-of", "Use only what was known by the end of this day, such as 2024-12-31. Sample data: the made-up world as it stood that day.");
        var addresses = SourceAddresses.Option();
        var command = new Command("run", "Takes in the profile's sources, builds the warehouse, evaluates the plan, releases the results and writes the report.")
        {
            profile, input, data, asOf, addresses,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(profile)!;
            var options = new RunOptions(name, parsed.GetValue(input), SharedOptions.DataRoot(parsed.GetValue(data), name), parsed.GetValue(asOf))
            {
                Addresses = parsed.GetValue(addresses)!,
            };
            var run = new PipelineRun(HouseFolder.Find(), TimeProvider.System);
            var outcome = await RunProgress.ShowAsync(progress => run.RunAsync(options, progress, cancellationToken));
            foreach (var source in outcome.Ingested.Where(source => source.Failure is not null))
            {
                await Console.Error.WriteLineAsync($"{source.Source} was not fetched, and its figures of {source.Vintage!.Name.Retrieved:yyyy-MM-dd} were used. {source.Failure!.Message}");
            }

            if (!outcome.IsNew)
            {
                Console.WriteLine($"Nothing is new: the same sources, pipelines and program gave run {outcome.RunId} before.");
            }

            Console.WriteLine($"Report: {outcome.Report}");
            return ExitCode.Done;
        });
        return command;
    }
}
