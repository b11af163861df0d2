using System.Diagnostics;
using Utvardering.Reporting.Charts;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Charts;

[Collection(DrawingGroup.Name)]
public class ChartWorkerTests
{
    [FactNeeding("node")]
    public async Task Many_charts_asked_for_at_once_come_each_to_its_asker()
    {
        await using var worker = new ChartWorker();
        var names = Enumerable.Range(1, 60).Select(i => $"Diagram {i}").ToArray();
        var charts = await Task.WhenAll(names.Select(name => Task.Run(() => worker.RenderAsync(TestSpecs.Text(name), png: true))));
        Assert.All(names.Zip(charts), pair => Assert.Contains($">{pair.First}</title>", pair.Second.Svg, StringComparison.Ordinal));
        Assert.Equal(1, worker.Starts);
    }

    [FactNeeding("node")]
    public async Task A_worker_that_is_killed_is_started_again()
    {
        await using var worker = new ChartWorker();
        var before = await worker.RenderAsync(TestSpecs.Text("före"));
        using (var process = Process.GetProcessById(worker.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.Equal(before, await worker.RenderAsync(TestSpecs.Text("före")));
        Assert.Equal(2, worker.Starts);
    }

    [FactNeeding("node")]
    public async Task A_worker_killed_in_the_midst_of_charts_draws_all_of_them_all_the_same()
    {
        await using var worker = new ChartWorker();
        await worker.CheckAsync();
        var charts = Task.WhenAll(Recipes.All.Values.Concat(Recipes.All.Values).Select(spec => worker.RenderAsync(spec, png: true)));
        using (var process = Process.GetProcessById(worker.ProcessId!.Value)) process.Kill();
        Assert.All(await charts, chart => Assert.NotEmpty(chart.Png!));
    }

    [FactNeeding("node")]
    public async Task A_chart_that_takes_too_long_fails_alone()
    {
        await using var worker = new ChartWorker(new ChartWorkerOptions { TimeLimit = TimeSpan.FromSeconds(4) });
        await worker.RenderAsync(TestSpecs.Text("varm"));
        var endless = worker.RenderAsync(TestSpecs.Endless);
        var behind = worker.RenderAsync(TestSpecs.Text("bakom"));
        var error = await Assert.ThrowsAsync<ChartException>(() => endless);
        Assert.Equal("The chart försök (result result-17) could not be drawn: it took longer than 4 seconds", error.Message);
        Assert.Contains(">bakom<", (await behind).Svg, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task A_chart_that_ends_the_process_fails_alone()
    {
        await using var worker = new ChartWorker(new ChartWorkerOptions { HeapMegabytes = 100 });
        await worker.CheckAsync();
        var deadly = worker.RenderAsync(TestSpecs.Deadly);
        var behind = worker.RenderAsync(TestSpecs.Text("bakom"));
        var error = await Assert.ThrowsAsync<ChartException>(() => deadly);
        Assert.StartsWith("The chart försök (result result-17) could not be drawn: the drawing process ended, saying: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("heap", error.Message, StringComparison.Ordinal);
        Assert.Contains(">bakom<", (await behind).Svg, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task A_process_grown_too_large_is_replaced_between_charts()
    {
        await using var worker = new ChartWorker(new ChartWorkerOptions { MemoryCap = 1 });
        for (var i = 1; i <= 3; i++)
        {
            await worker.RenderAsync(TestSpecs.Text("text"));
            Assert.Equal(i, worker.Starts);
        }
    }

    [FactNeeding("node")]
    public async Task The_process_ends_with_the_worker()
    {
        var worker = new ChartWorker();
        await worker.CheckAsync();
        using var process = Process.GetProcessById(worker.ProcessId!.Value);
        await worker.DisposeAsync();
        Assert.True(process.HasExited);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => worker.RenderAsync(TestSpecs.Text("sent")));
    }

    [FactNeeding("node")]
    public async Task A_cancelled_chart_does_not_disturb_the_next()
    {
        await using var worker = new ChartWorker();
        await worker.CheckAsync();
        using var cancellation = new CancellationTokenSource();
        var cancelled = worker.RenderAsync(Recipes.All["small-multiples"], cancellation: cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Contains(">nästa<", (await worker.RenderAsync(TestSpecs.Text("nästa"))).Svg, StringComparison.Ordinal);
    }
}
