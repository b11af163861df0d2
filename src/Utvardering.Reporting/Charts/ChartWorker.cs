using System.Text.Json.Nodes;
using Utvardering.Reporting.Charts.Drawing;
using Utvardering.Warehouse;

namespace Utvardering.Reporting.Charts;

/// <summary>
/// Draws charts with Vega-Lite in one long-lived Node.js process. Requests may come from any number of threads at once.
/// The process starts with the first chart, is replaced when it ends, hangs or grows too large, and ends with this object or this program.
/// </summary>
public sealed class ChartWorker : IAsyncDisposable
{
    private const int DeathsAllowed = 2;

    private readonly ChartWorkerOptions options;
    private readonly Lazy<string> node;
    private readonly string script;
    private readonly SemaphoreSlim starting = new(1, 1);
    private DrawingProcess? current;
    private bool disposed;

    public ChartWorker(ChartWorkerOptions? options = null)
    {
        this.options = options ?? new ChartWorkerOptions();
        node = new Lazy<string>(() => NodeProgram.Find(this.options.Node, Environment.GetEnvironmentVariable("PATH")));
        script = Path.Combine(AppContext.BaseDirectory, "chart-worker", "worker.mjs");
    }

    /// <summary>How many times a drawing process was started.</summary>
    public int Starts { get; private set; }

    /// <summary>The running process, or null: for tests that end it.</summary>
    internal int? ProcessId => current is { Ended: false } process ? process.Id : null;

    /// <summary>Starts the drawing process now, so that what is missing on the machine is said before the work and not in the middle of it.</summary>
    /// <exception cref="InputException">Node.js is missing, too old or does not start the worker.</exception>
    public async Task CheckAsync(CancellationToken cancellation = default) => await ProcessAsync(cancellation);

    /// <summary>Draws a chart. The same specification gives the same bytes, whatever was drawn before.</summary>
    /// <param name="spec">What to draw.</param>
    /// <param name="png">Whether to make a PNG as well.</param>
    /// <param name="scale">Pixels of the PNG per pixel of the SVG; 2 is sharp on paper at the charts' usual width.</param>
    /// <param name="cancellation">Stops the waiting, not the drawing.</param>
    /// <exception cref="ChartException">The specification is wrong, asks to load something, takes too long or ends the process.</exception>
    /// <exception cref="InputException">Node.js is missing, too old or does not start the worker.</exception>
    public async Task<RenderedChart> RenderAsync(
        ChartSpec spec, bool png = false, double scale = 2, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var line = Line(spec, png ? scale : null);
        for (var deaths = 0; ;)
        {
            var process = await ProcessAsync(cancellation);
            var request = new DrawingRequest(line);
            try
            {
                await process.SendAsync(request);
                return await ReadAsync(spec, await request.Answer.Task.WaitAsync(cancellation), process);
            }
            catch (DrawingEndedException error)
            {
                // Those that waited behind a deadly chart are drawn by the next process. The one it was drawing may try once more:
                // the process may have been ended from outside.
                if (error.WasDrawing && ++deaths == DeathsAllowed) throw Failure(spec, error.Message, error);
            }
            catch (TimeoutException error)
            {
                throw Failure(spec, error.Message, error);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await starting.WaitAsync();
        disposed = true;
        starting.Release();
        if (Interlocked.Exchange(ref current, null) is not { } process) return;
        await process.RetireAsync();
        // It ends once it has drawn what it was asked; its time limit ends it otherwise.
        await process.Reading;
        process.Dispose();
    }

    private static ChartException Failure(ChartSpec spec, string why, Exception? inner = null) =>
        new($"The chart {spec.Name} (result {spec.ResultId}) could not be drawn: {why}", inner);

    private static string Line(ChartSpec spec, double? scale)
    {
        var request = new JsonObject
        {
            ["language"] = ChartText.Tag(spec.Language),
            ["title"] = spec.Title,
            ["description"] = spec.Description,
            ["spec"] = spec.Specification.DeepClone(),
        };
        if (scale is { } value) request["scale"] = value;
        return request.ToJsonString();
    }

    private async Task<RenderedChart> ReadAsync(ChartSpec spec, JsonObject answer, DrawingProcess process)
    {
        if (answer["memory"]!.GetValue<long>() > options.MemoryCap) await ReplaceAsync(process);
        if (answer["error"] is { } error) throw Failure(spec, error.GetValue<string>());
        var png = answer["png"] is { } bytes ? Convert.FromBase64String(bytes.GetValue<string>()) : null;
        return new RenderedChart(answer["svg"]!.GetValue<string>(), png);
    }

    private async Task<DrawingProcess> ProcessAsync(CancellationToken cancellation)
    {
        if (current is { Ended: false } running) return running;
        await starting.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (current is { Ended: false } other) return other;
            if (Interlocked.Exchange(ref current, null) is { } dead)
            {
                await dead.Reading;
                dead.Dispose();
            }

            return current = await StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<DrawingProcess> StartAsync()
    {
        if (!File.Exists(script)) throw new InputException($"{script} is missing, which draws the charts. Build or install the program again.");
        try
        {
            Starts++;
            return await DrawingProcess.StartAsync(node.Value, script, options);
        }
        catch (DrawingEndedException error)
        {
            throw new InputException($"The chart worker does not start with {node.Value}: {error.Message}", error);
        }
    }

    private async Task ReplaceAsync(DrawingProcess process)
    {
        if (Interlocked.CompareExchange(ref current, null, process) != process) return;
        await process.RetireAsync();
        _ = process.Reading.ContinueWith(_ => process.Dispose(), TaskScheduler.Default);
    }
}
