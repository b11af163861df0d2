using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Utvardering.Cli.Tests.Nodes;

/// <summary><c>utvardering serve</c> as a process of its own, which can be killed and stopped for real.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private Node(Process process, Uri address, Task<string> errors) => (this.process, Address, this.errors) = (process, address, errors);

    public Uri Address { get; }

    public bool HasExited => process.HasExited;

    /// <param name="house">The folder of definitions.</param>
    /// <param name="data">The data root.</param>
    /// <param name="name">The node's name.</param>
    /// <param name="postgres">A connection string; null: SQLite.</param>
    /// <param name="fault">A fault place at which it dies, or is stopped.</param>
    /// <param name="lease">Seconds: more than a loaded machine lets a process wait.</param>
    /// <param name="telemetry">Whereto metrics and traces go.</param>
    public static async Task<Node> StartAsync(string house, string data, string name, string? postgres = null, string? fault = null, int lease = 5, Uri? telemetry = null)
    {
        var environment = new Dictionary<string, string>
        {
            ["UTVARDERING_NODE"] = name,
            ["UTVARDERING_LEASE_SECONDS"] = lease.ToString(CultureInfo.InvariantCulture),
            ["UTVARDERING_STOP_SECONDS"] = "5",
            ["UTVARDERING_POSTGRES"] = postgres ?? "",
            ["UTVARDERING_FAULT"] = fault ?? "",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry?.ToString() ?? "",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        var process = Command.Start(house, environment, ["serve", "--data", data, "--port", "0", "--store", postgres is null ? "sqlite" : "postgres"]);
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() is not { } line)
        {
            throw new InvalidOperationException($"The node did not start: {await errors}");
        }

        return new(process, new(line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal))), errors);
    }

    /// <summary>Asks for a run of a job, from another process.</summary>
    public static async Task AskAsync(string house, string data, string job, string? postgres = null)
    {
        var asked = await JobsAsync(house, data, postgres, "run", job);
        Assert.True(asked.Code == 0, asked.Error);
    }

    /// <summary>The newest runs that the store knows, by job: state, node and cause of each, newest first.</summary>
    public static async Task<JsonElement> StatusAsync(string house, string data, string? postgres = null)
    {
        var shown = await JobsAsync(house, data, postgres, "--json");
        Assert.True(shown.Code == 0, shown.Error);
        return JsonDocument.Parse(shown.Output).RootElement;
    }

    public static Task<Command.Ended> JobsAsync(string house, string data, string? postgres, params string[] args) => Command.RunInAsync(
        house,
        new Dictionary<string, string> { ["UTVARDERING_POSTGRES"] = postgres ?? "" },
        ["jobs", .. args, "--data", data, "--store", postgres is null ? "sqlite" : "postgres"]);

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code; 137 of one that was killed.</returns>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
        return process.ExitCode;
    }

    /// <summary>Whether it stands still by SIGSTOP.</summary>
    public bool IsStopped => File.ReadAllText($"/proc/{process.Id}/stat").Split(')')[^1].TrimStart()[0] == 'T';

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await errors;
        process.Dispose();
    }
}
