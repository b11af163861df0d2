using System.CommandLine;
using System.Globalization;
using Utvardering.Benchmarks.Measuring;

namespace Utvardering.Benchmarks.Estimators;

/// <summary><c>estimators-by-size</c>: what an evaluation of six municipalities does, in processor seconds, among few units and among all 290.</summary>
internal static class EstimatorsBySize
{
    private const int Treated = 6;

    private static readonly (int Units, int Months)[] Sizes = [(11, 48), (46, 48), (290, 48), (290, 120)];

    public static Command Make()
    {
        var only = new Option<string[]>("--only") { Description = "Pieces of work: names, or the beginnings of them.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var size = new Option<string?>("--size") { Description = "One size, such as 290x48.", HelpName = "UNITSxMONTHS" };
        var command = new Command("estimators-by-size", "The estimators on panels of six treated municipalities; prints processor seconds by size.") { only, size };
        command.SetAction(parsed => Compare(parsed.GetValue(only) ?? [], parsed.GetValue(size)));
        return command;
    }

    private static int Compare(string[] only, string? size)
    {
        var sizes = Sizes.Where(one => size is null || Name(one) == size).ToArray();
        Console.WriteLine($"{"processor seconds",-58}{string.Concat(sizes.Select(one => $"{Name(one),12}"))}");
        foreach (var (_, what, prepare) in MunicipalWorks.All.Where(work => only.Length == 0 || only.Any(name => work.Name.StartsWith(name, StringComparison.Ordinal))))
        {
            Console.Write($"{what,-58}");
            foreach (var (units, months) in sizes)
            {
                Console.Write($"{Seconds(prepare, units, months),12}");
            }

            Console.WriteLine();
        }

        return 0;
    }

    private static string Seconds(Func<Statistics.Panels.CohortPanel, Statistics.Panels.CohortPanel, Action> prepare, int units, int months)
    {
        // The single treated unit is one of as many donors' number plus itself.
        var work = prepare(MunicipalPanels.Of(units, months, Treated), MunicipalPanels.Of(units - Treated + 1, months, treated: 1));
        try
        {
            return WarmRun.Of(work).Processor.ToString("0.0000", CultureInfo.InvariantCulture);
        }
        catch (ArgumentException)
        {
            // Five controls cannot stand in for six treated.
            return "–";
        }
    }

    private static string Name((int Units, int Months) size) => $"{size.Units}x{size.Months}";
}
