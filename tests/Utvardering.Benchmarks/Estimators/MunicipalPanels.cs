using System.Globalization;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;

namespace Utvardering.Benchmarks.Estimators;

/// <summary>
/// Made-up offences per 100 000 inhabitants by municipality and month, in the size that the evaluation has: a level of its own, three common
/// movements that each municipality follows in its own measure, seasons, and counts that are small in small municipalities.
/// </summary>
internal static class MunicipalPanels
{
    /// <summary>Months from the start of treatment.</summary>
    public const int After = 12;

    private const int Movements = 3;

    /// <summary>A panel whose first units are treated from the last twelve months on.</summary>
    public static CohortPanel Of(int units, int months, int treated)
    {
        var movements = Enumerable.Range(0, Movements).Select(movement => Movement(movement, months)).ToArray();
        return CohortPanel.FromRows(Enumerable.Range(0, units).SelectMany(unit =>
        {
            var random = new RandomSequence(seed: 290, (ulong)unit);
            var inhabitants = Math.Max(2_500, 16_000 * Math.Exp(random.NextNormal()));
            var level = 60 * Math.Exp(0.4 * random.NextNormal());
            double[] loadings = [.. movements.Select(_ => 0.15 * random.NextNormal())];
            var season = 0.15 * random.NextNormal();
            return Enumerable.Range(0, months).Select(month =>
            {
                var rate = level * Math.Exp(loadings.Select((loading, i) => loading * movements[i][month]).Sum() + (season * Math.Sin(month * Math.PI / 6)));
                return new CohortPanelRow(Name(unit), month, 100_000 * Count(random, rate * inhabitants / 100_000) / inhabitants) { Cohort = unit < treated ? months - After : null };
            });
        }));
    }

    private static string Name(int unit) => unit.ToString("0000", CultureInfo.InvariantCulture);

    // xₜ = 0.9 xₜ₋₁ + normal
    private static double[] Movement(int number, int months)
    {
        var random = new RandomSequence(seed: 291, (ulong)number);
        var values = new double[months];
        for (var month = 0; month < months; month++)
        {
            values[month] = (month == 0 ? 0 : 0.9 * values[month - 1]) + random.NextNormal();
        }

        return values;
    }

    // Poisson's distribution by the gaps of its process.
    private static int Count(RandomSequence random, double mean)
    {
        var count = -1;
        for (var passed = 0.0; passed < mean; count++)
        {
            passed -= Math.Log(1 - random.NextDouble());
        }

        return Math.Max(0, count);
    }
}
