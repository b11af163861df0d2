using System.CommandLine;
using Utvardering.Cli.Commands;
using Utvardering.Ingestion;
using Utvardering.Warehouse;

namespace Utvardering.Cli;

/// <summary>The command <c>utvardering</c>.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Utvärdering: takes in statistics, evaluates the pilot, and writes the report.")
        {
            RunCommand.Make(),
            EvaluateCommand.Make(),
            PlanCommand.Make(),
            QueryCommand.Make(),
            SourcesCommand.Make(),
            DiffCommand.Make(),
            TraceCommand.Make(),
            ContractCommand.Make(),
            EstimateCommand.Make(),
            ServeCommand.Make(),
            JobsCommand.Make(),
            UserCommand.Make(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See --help.");
            return ExitCode.Input;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InputException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Input;
        }
        catch (SourceException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Source;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Run again to go on: answers that had come are kept for a day, everything else half-done is not.");
            return ExitCode.Stopped;
        }
    }
}
