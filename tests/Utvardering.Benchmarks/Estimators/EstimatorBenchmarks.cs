using System.CommandLine;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Utvardering.Benchmarks.Estimators;

/// <summary><c>estimators-detailed</c>: the same work under BenchmarkDotNet, with spread and memory, to see what a change did.</summary>
public class EstimatorBenchmarks
{
    private Action work = () => { };

    /// <summary>What can be timed in seconds; the longest are left to the comparison.</summary>
    public static IEnumerable<string> Names { get; } = ["sdid", "scm-placebos", "group-time", "event-study", "sun-abraham", "wild-2048", "wild-9999", "reml", "randomisation", "mde"];

    [ParamsSource(nameof(Names))]
    public string Work { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => work = EstimatorWorks.All.Single(one => one.Name == Work).Prepare();

    [Benchmark]
    public void Run() => work();

    internal static Command Make()
    {
        var command = new Command("estimators-detailed", "The estimators under BenchmarkDotNet: spread and memory.");
        command.SetAction(_ =>
        {
            // In this process: the toolchain that builds a project of its own would restore packages.
            var job = Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance);
            BenchmarkRunner.Run<EstimatorBenchmarks>(ManualConfig.Create(DefaultConfig.Instance).AddJob(job).AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default));
        });
        return command;
    }
}
