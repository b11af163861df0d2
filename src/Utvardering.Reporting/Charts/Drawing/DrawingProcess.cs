using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Utvardering.Reporting.Charts.Drawing;

/// <summary>One Node process that draws: requests are written as they come, answers are read in the same order.</summary>
internal sealed class DrawingProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TimeSpan timeLimit;
    private readonly Timer watch;
    private readonly StandardErrorText errors = new();
    private readonly Queue<DrawingRequest> pending = new();

    // Two locks: node writes an answer without heeding its input, so the reader must never wait for one who writes a request.
    private readonly Lock gate = new();
    private readonly SemaphoreSlim writing = new(1, 1);

    private long lastProgress;
    private bool ended;

    private DrawingProcess(Process process, TimeSpan timeLimit)
    {
        this.process = process;
        this.timeLimit = timeLimit;
        watch = new Timer(_ => EndIfTimeIsOut(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Reading = Task.CompletedTask;
    }

    public int Id => process.Id;

    /// <summary>Done when the process has ended and every request has its answer or its error.</summary>
    public Task Reading { get; private set; }

    public bool Ended
    {
        get
        {
            lock (gate) return ended;
        }
    }

    /// <summary>Starts the worker script and waits until it says that it is ready.</summary>
    public static async Task<DrawingProcess> StartAsync(string node, string script, ChartWorkerOptions options)
    {
        var started = new DrawingProcess(Process.Start(NodeProgram.Start(node, script, options))!, options.TimeLimit);
        started.process.ErrorDataReceived += (_, line) => started.errors.Keep(line.Data);
        started.process.BeginErrorReadLine();
        try
        {
            if (await started.process.StandardOutput.ReadLineAsync().WaitAsync(StartLimit) is not null)
            {
                started.Reading = Task.Run(started.ReadAsync);
                return started;
            }
        }
        catch (TimeoutException)
        {
            started.errors.Keep("(no word in the time a start may take)");
        }

        started.Kill();
        await started.process.WaitForExitAsync();
        started.Dispose();
        throw started.Death(wasDrawing: false);
    }

    /// <summary>Sends a request; its answer comes in <see cref="DrawingRequest.Answer"/>.</summary>
    public async Task SendAsync(DrawingRequest request)
    {
        await writing.WaitAsync();
        try
        {
            Enqueue(request);
            await process.StandardInput.WriteLineAsync(request.Line);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The process is dying: the reader sees the end of its output and fails every pending request, this one too.
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Takes no more requests: the process answers those it has and ends by itself.</summary>
    public async Task RetireAsync()
    {
        await writing.WaitAsync();
        try
        {
            lock (gate) ended = true;
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already, with requests in its pipe.
        }
        finally
        {
            writing.Release();
        }
    }

    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>Only after <see cref="Reading"/> is done.</summary>
    public void Dispose()
    {
        watch.Dispose();
        process.Dispose();
    }

    private void Enqueue(DrawingRequest request)
    {
        lock (gate)
        {
            if (ended) throw Death(wasDrawing: false);
            pending.Enqueue(request);
            if (pending.Count == 1) Progress();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line) Take(JsonNode.Parse(line)!.AsObject());
        }
        catch (Exception error) when (error is IOException or JsonException or InvalidOperationException)
        {
            errors.Keep(error.Message);
            Kill();
        }

        await process.WaitForExitAsync();
        FailPending();
    }

    private void Take(JsonObject answer)
    {
        DrawingRequest request;
        lock (gate)
        {
            request = pending.Dequeue();
            Progress();
        }

        request.Answer.TrySetResult(answer);
    }

    /// <summary>The time limit counts from here for the request that is now first.</summary>
    private void Progress()
    {
        lastProgress = Stopwatch.GetTimestamp();
        watch.Change(pending.Count > 0 ? timeLimit : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void EndIfTimeIsOut()
    {
        DrawingRequest? slow;
        lock (gate)
        {
            // The answer may have come while the timer was firing; a timer may also fire a little early.
            if (!pending.TryPeek(out slow) || Stopwatch.GetElapsedTime(lastProgress) < timeLimit * 0.9) return;
            ended = true;
        }

        var seconds = timeLimit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        slow.Answer.TrySetException(new TimeoutException($"it took longer than {seconds} seconds"));
        Kill();
    }

    private void FailPending()
    {
        DrawingRequest[] left;
        lock (gate)
        {
            ended = true;
            left = [.. pending];
            pending.Clear();
        }

        for (var i = 0; i < left.Length; i++) left[i].Answer.TrySetException(Death(wasDrawing: i == 0));
    }

    private DrawingEndedException Death(bool wasDrawing) => new("the drawing process ended" + errors.Said, wasDrawing);
}
