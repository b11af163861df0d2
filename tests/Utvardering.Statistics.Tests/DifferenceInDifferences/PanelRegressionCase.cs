using System.Globalization;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>Panels for the regressions: the oracles', and made-up ones that are a function of the seed.</summary>
internal static class PanelRegressionCase
{
    public static CohortPanel Read(string oracle, string file, string unit, string period, string cohort, string outcome, params string[] covariates) =>
        CohortPanel.FromRows(
            new Oracle(oracle).Rows(file).Select(row => new CohortPanelRow(row[unit], (int)Oracle.Number(row[period]), Oracle.Number(row[outcome]))
            {
                Cohort = Cohort(Oracle.Number(row[cohort])),
                Covariates = [.. covariates.Select(name => Oracle.Number(row[name]))],
            }),
            [.. covariates]);

    /// <summary>Staggered starts with never-treated units, effects that grow, weights, one covariate and some missing cells.</summary>
    public static CohortPanelRow[] Rows(ulong seed, bool complete = false)
    {
        var random = new RandomSequence(seed, stream: 21);
        var (units, periods) = (9 + random.NextBelow(6), 6 + random.NextBelow(3));
        return
        [
            .. from unit in Enumerable.Range(0, units)
               let cohort = (unit % 3) switch { 0 => (int?)null, 1 => 4, _ => 5 }
               from period in Enumerable.Range(1, periods)
               let noise = RandomCase.Normal(random)
               let covariate = RandomCase.Normal(random)
               let weight = 0.5 + random.NextDouble()
               let missing = !complete && period > 3 && random.NextDouble() < 0.1
               let effect = period >= cohort ? 1 + (0.5 * (period - cohort.Value)) : 0
               select new CohortPanelRow(
                   unit.ToString("D2", CultureInfo.InvariantCulture),
                   period,
                   missing ? double.NaN : unit + (0.3 * period * period) + effect + (0.4 * covariate) + noise)
               {
                   Cohort = cohort,
                   Weight = weight,
                   Covariates = [covariate],
               },
        ];
    }

    public static CohortPanel Panel(IEnumerable<CohortPanelRow> rows) => CohortPanel.FromRows(rows, "x");

    // Oracles write 0 or 10000 for never.
    private static int? Cohort(double value) => value is 0 or >= 1000 and < 1900 or >= 10_000 ? null : (int)value;
}
