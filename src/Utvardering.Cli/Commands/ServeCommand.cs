using System.CommandLine;
using System.Globalization;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Runs;
using Utvardering.Portal.Hosting;
using Utvardering.Warehouse;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering serve</c></summary>
internal static class ServeCommand
{
    private const string NodeVariable = "UTVARDERING_NODE";
    private const string LeaseVariable = "UTVARDERING_LEASE_SECONDS";
    private const string StopVariable = "UTVARDERING_STOP_SECONDS";
    private const int DefaultPort = 5080;

    public static Command Make()
    {
        var profile = SharedOptions.Profile();
        var data = SharedOptions.Data();
        var input = new Option<string?>("--input") { Description = "The inbox: the folder in which files land, for profiles that read files. A file that lands starts the job that reads it.", HelpName = "DIR" };
        var store = SharedOptions.Store();
        var port = new Option<int>("--port") { Description = "The port of the pages, on 127.0.0.1; 0: any that is free.", DefaultValueFactory = _ => DefaultPort, HelpName = "PORT" };
        var addresses = SourceAddresses.Option();
        var command = new Command("serve", $"Runs the jobs by their schedules and shows them on pages on 127.0.0.1, until Ctrl+C or SIGTERM. Environment: {NodeVariable} (this node's name), {LeaseVariable} (after how long another node takes over, 20), {StopVariable} (how long a step has to end at a stop, 20), OTEL_EXPORTER_OTLP_ENDPOINT.")
        {
            profile, data, input, store, port, addresses,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(profile)!;
            var run = new RunOptions(name, parsed.GetValue(input), SharedOptions.DataRoot(parsed.GetValue(data), name), null) { Addresses = parsed.GetValue(addresses)! };
            var worker = new WorkerOptions(Environment.GetEnvironmentVariable(NodeVariable) ?? Environment.MachineName) { StopLimit = Seconds(StopVariable, 20) };
            var hold = Seconds(LeaseVariable, 20);
            // A lease is renewed several times before it would end.
            worker = worker with { Hold = hold, Renew = TimeSpan.FromSeconds(Math.Min(2, hold.TotalSeconds / 5)) };
            var project = HouseFolder.Find();
            new ProfileJobs(project, run, TimeProvider.System).CheckInbox();
            var options = new PortalOptions(new NodeOptions(project, run, worker), parsed.GetValue(store)!, parsed.GetValue(port));
            await using var host = await PortalHost.StartAsync(options, TimeProvider.System, cancellationToken);
            Console.WriteLine($"Serving {name} on {host.Address} (data root {Path.GetFullPath(run.Data)}, node {worker.Node}). Stop with Ctrl+C.");
            await host.RunAsync(cancellationToken);
            Console.WriteLine("Stopped. What was begun is done, or is done again at the next start.");
            return ExitCode.Done;
        });
        return command;
    }

    private static TimeSpan Seconds(string variable, int otherwise) => Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text
        ? TimeSpan.FromSeconds(otherwise)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new InputException($"{variable} is '{text}', which is no number of seconds from 1 to 3600.");
}
