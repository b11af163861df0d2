using System.CommandLine;
using Utvardering.Benchmarks.Estimators;
using Utvardering.Benchmarks.Ingest;
using Utvardering.Benchmarks.Jobs;
using Utvardering.Benchmarks.Kolada;
using Utvardering.Benchmarks.Suppression;
using Utvardering.Benchmarks.Warehouse;

// One class a benchmark, one folder by what is measured: a new one is added here.
var root = new RootCommand("Measures what docs/performance.md promises. Run it in Release, on a machine that does nothing else.")
{
    IngestBenchmark.Make(),
    EstimatorComparison.Make(),
    EstimatorsBySize.Make(),
    EstimatorBenchmarks.Make(),
    KoladaPagesBenchmark.Make(),
    SuppressionBenchmark.Make(),
    SoakBenchmark.Make(),
    WarehouseBenchmark.Make(),
};
return await root.Parse(args).InvokeAsync();
