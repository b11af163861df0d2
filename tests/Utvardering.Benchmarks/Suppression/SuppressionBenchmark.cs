using System.CommandLine;
using System.Globalization;
using Utvardering.Benchmarks.Measuring;
using Utvardering.Disclosure.Suppression;
using Utvardering.Statistics.Random;

namespace Utvardering.Benchmarks.Suppression;

/// <summary><c>suppression</c>: made-up tables of municipalities by county and age, in processor seconds by size.</summary>
internal static class SuppressionBenchmark
{
    private const ulong Seed = 5;

    private static readonly (int Counties, int Municipalities, int Ages)[] Sizes = [(1, 11, 5), (4, 5, 4), (21, 14, 5), (21, 14, 10)];

    public static Command Make()
    {
        var command = new Command("suppression", "Suppression and audit of tables of counts; prints processor seconds by size.");
        command.SetAction(_ => Measure());
        return command;
    }

    private static int Measure()
    {
        Console.WriteLine($"{"cells",8}{"primary",10}{"secondary",11}{"suppress, s",13}{"audit, s",10}");
        foreach (var (counties, municipalities, ages) in Sizes)
        {
            var table = Table(counties, municipalities, ages);
            var options = new SuppressionOptions { Rule = new(4) };
            var result = CellSuppression.Suppress(table, options);
            int[] suppressed = [.. result.Audit.Cells.Select(cell => cell.Cell)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Shape.Cells,8}{result.With(CellStatus.Primary).Count(),10}{result.With(CellStatus.Secondary).Count(),11}{WarmRun.Of(() => CellSuppression.Suppress(table, options)).Processor,13:0.00}{WarmRun.Of(() => DisclosureAudit.Of(table, suppressed, result.LeastHidden)).Processor,10:0.000}"));
        }

        return 0;
    }

    // Municipalities differ in size by a factor of 20; within one, counts are exponential.
    private static FrequencyTable Table(int counties, int municipalities, int ages)
    {
        var random = new RandomSequence(Seed, stream: 1);
        var regions = Enumerable.Range(1, counties).Select(county => CodeSum.Of($"county {county}", Enumerable.Range(1, municipalities).Select(number => $"{county}-{number}"))).ToList();
        var shape = new TableShape(
            Dimension.Hierarchy("region", regions.Prepend(CodeSum.Of("Sweden", regions.Select(county => county.Total)))),
            Dimension.Flat("age", "all", Enumerable.Range(1, ages).Select(age => $"age {age}")));
        return FrequencyTable.FromLeaves(shape, regions.SelectMany(county => county.Parts).SelectMany(municipality =>
        {
            var size = Math.Exp(1 + (3 * random.NextDouble()));
            return Enumerable.Range(1, ages).Select(age => TableCell.Of((long)(size * -Math.Log(1 - random.NextDouble())), municipality, $"age {age}")).ToList();
        }));
    }
}
