using System.CommandLine;
using Utvardering.Cli.Output;
using Utvardering.Pipeline.Tracing;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering trace</c></summary>
internal static class TraceCommand
{
    public static Command Make()
    {
        var id = new Argument<string>("id")
        {
            Description = "The figure: an id as it stands in the report, such as effect:fire:vs-bra, or a table's name and a row's key, such as marts.group_series:bra:reported:1210:pilot:2023-10.",
        };
        var profile = SharedOptions.Profile();
        var data = SharedOptions.Data();
        var run = SharedOptions.Run();
        var json = new Option<bool>("--json") { Description = "For programs: everything, every landed file too." };
        var command = new Command("trace", "Follows a figure of the report back: plan, registry, columns of the models, vintages, landed files.") { id, profile, data, run, json };
        command.SetAction(parsed =>
        {
            var trace = new Tracer(HouseFolder.Find(), SharedOptions.DataRoot(parsed.GetValue(data), parsed.GetValue(profile)!)).Find(parsed.GetValue(id)!, parsed.GetValue(run));
            if (trace.Mark is { } mark)
            {
                Console.Error.WriteLine(mark);
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(trace);
            }
            else
            {
                TraceOutput.Write(trace);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
