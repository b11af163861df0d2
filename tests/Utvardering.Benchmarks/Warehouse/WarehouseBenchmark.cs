using System.CommandLine;
using System.Globalization;
using Utvardering.Benchmarks.Measuring;
using Utvardering.Ingestion.Schemas;
using Utvardering.Testing;
using Utvardering.Warehouse.Build;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Benchmarks.Warehouse;

/// <summary>
/// <c>warehouse</c>: all models and their tests over a lake of made-up key figures, as a run builds them; 6 and 60 million rows, each in a
/// new process.
/// </summary>
internal static class WarehouseBenchmark
{
    private const double SecondsAllowed = 90;
    private const long BytesAllowed = 2_000_000_000;

    public static Command Make()
    {
        var rows = new Option<long[]>("--rows") { Description = "Rows of figures, one or several sizes.", DefaultValueFactory = _ => [6_000_000, 60_000_000], AllowMultipleArgumentsPerToken = true };
        var command = new Command("warehouse", "The warehouse's models over a fact table of many rows.") { rows, Once(), Prepare() };
        command.SetAction(parsed => Measure(parsed.GetValue(rows)!));
        return command;
    }

    /// <summary>One build in this process, for the measurement to start.</summary>
    private static Command Once()
    {
        var folder = new Argument<string>("folder");
        var command = new Command("once", "One build in this process.") { folder };
        command.Hidden = true;
        command.SetAction((parsed, _) =>
        {
            var place = new WarehouseWorkplace(parsed.GetValue(folder)!);
            var (lake, registry) = (DatasetTables.Of(WarehouseWorkplace.Project, place.Vintages()), place.Registry());
            return Measurement.PrintAsync(() =>
            {
                long built;
                using (var database = Database.OpenFile(place.Database, WarehouseBuilder.Settings))
                {
                    built = WarehouseBuilder.Build(database, lake, registry, WarehouseWorkplace.Models).Tables.Sum(table => table.Rows);
                    database.Execute("checkpoint");
                }

                return Task.FromResult((built, new FileInfo(place.Database).Length));
            });
        });
        return command;
    }

    /// <summary>The registry and the lake alone, to look at with other tools.</summary>
    private static Command Prepare()
    {
        var folder = new Argument<string>("folder");
        var rows = new Option<long>("--rows");
        var command = new Command("prepare", "Makes registry and lake, and a database with views of them.") { folder, rows };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var place = new WarehouseWorkplace(parsed.GetValue(folder)!);
            Console.WriteLine(Generate(place, parsed.GetValue(rows)));
            using var database = Database.OpenFile(place.Database);
            WarehouseBuilder.Prepare(database, DatasetTables.Of(WarehouseWorkplace.Project, place.Vintages()), place.Registry());
        });
        return command;
    }

    private static long Generate(WarehouseWorkplace place, long rows)
    {
        var indicators = (int)Math.Max(1, Math.Round(rows / (double)(ManyIndicators.Units * ManyFigures.Years)));
        ManyIndicators.Write(place.Pipelines, indicators);
        return ManyFigures.Write(place, indicators);
    }

    private static int Measure(long[] sizes)
    {
        Print($"{"rows",12} {"seconds",8} {"cpu s",8} {"peak MB",8} {"disk MB",8} {"rows built",12}");
        var met = true;
        var first = (Rows: 0L, Seconds: 0.0);
        foreach (var size in sizes)
        {
            using var folder = new TemporaryFolder();
            var place = new WarehouseWorkplace(folder.Path);
            var rows = Generate(place, size);
            var taken = Measurement.InProcessOfItsOwn("warehouse", "once", place.Folder);
            met &= taken.Seconds <= SecondsAllowed && taken.PeakBytes <= BytesAllowed;
            Print($"{rows,12:N0} {taken.Seconds,8:0.0} {taken.CpuSeconds,8:0.0} {taken.PeakBytes / 1e6,8:N0} {taken.Bytes / 1e6,8:N0} {taken.Rows,12:N0}");
            if (first.Rows == 0)
            {
                first = (rows, taken.Seconds);
            }
            else
            {
                Print($"{rows / (double)first.Rows:0.0} times the rows take {taken.Seconds / first.Seconds:0.0} times as long");
            }
        }

        Print($"DuckDB's memory limit: {WarehouseBuilder.Settings.MemoryLimit}; goal: at most {SecondsAllowed} s and {BytesAllowed / 1e6:N0} MB: {(met ? "met" : "not met")}");
        return met ? 0 : 1;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
