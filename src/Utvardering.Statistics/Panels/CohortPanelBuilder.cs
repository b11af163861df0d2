using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>Checks tidy rows and lays them out as units × periods.</summary>
internal static class CohortPanelBuilder
{
    public static CohortPanel Build(ImmutableArray<CohortPanelRow> rows, ImmutableArray<string> covariates)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("The panel has no units: no rows were given.");
        }

        var units = rows.Select(row => row.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var positions = units.Index().ToDictionary(unit => unit.Item, unit => unit.Index, StringComparer.Ordinal);
        var periods = Periods(rows);
        var cells = units.Length * periods.Length;
        var (outcome, weight) = (Missing(cells), Missing(cells));
        var exposure = rows.Any(row => row.Exposure is not null) ? Missing(cells) : null;
        var columns = covariates.Select(_ => Missing(cells)).ToArray();
        var first = new CohortPanelRow?[units.Length];
        var taken = new bool[cells];
        foreach (var row in rows)
        {
            var unit = positions[row.Unit];
            var cell = (unit * periods.Length) + row.Period - periods[0];
            if (taken[cell])
            {
                throw Fault(row, "has two rows: a panel holds one row for each unit and period, remove or add up the others");
            }

            taken[cell] = true;
            Check(row, exposure is not null, covariates);
            CheckUnit(row, first[unit] ??= row);
            outcome[cell] = row.Outcome;
            weight[cell] = row.Weight;
            if (exposure is not null)
            {
                exposure[cell] = double.IsNaN(row.Outcome) ? double.NaN : row.Exposure!.Value;
            }

            for (var i = 0; i < columns.Length; i++)
            {
                columns[i][cell] = row.Covariates[i];
            }
        }

        return new(
            units, periods, [.. first.Select(row => row!.Cohort)], Clusters(first!), outcome, weight, exposure,
            covariates.Zip(columns).ToImmutableDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static ImmutableArray<int> Periods(ImmutableArray<CohortPanelRow> rows)
    {
        var occurring = rows.Select(row => row.Period).Distinct().Order().ToImmutableArray();
        if (occurring.Length < 2)
        {
            throw new ArgumentException($"A panel needs at least two periods, there is only {occurring[0]}: widen the selection of periods.");
        }

        for (var i = 1; i < occurring.Length; i++)
        {
            if (occurring[i] != occurring[i - 1] + 1)
            {
                throw new ArgumentException(
                    $"The periods have a gap: no unit has a row for {occurring[i - 1] + 1}, the next is {occurring[i]}. "
                    + "Number the periods one apart, and give a row (with a missing outcome if need be) for every period between.");
            }
        }

        return occurring;
    }

    private static ImmutableArray<int> Clusters(CohortPanelRow[] units)
    {
        var names = units.Select(unit => unit.Cluster ?? unit.Unit).ToArray();
        var numbers = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        return [.. names.Select(name => numbers[name])];
    }

    private static double[] Missing(int cells)
    {
        var values = new double[cells];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static void CheckUnit(CohortPanelRow row, CohortPanelRow first)
    {
        if (row.Cohort != first.Cohort)
        {
            throw Fault(row, $"has {Name(row.Cohort)}, while period {first.Period} has {Name(first.Cohort)}: a unit starts once and stays treated");
        }

        if (row.Cluster != first.Cluster)
        {
            throw Fault(row, $"lies in cluster \"{row.Cluster}\", in period {first.Period} in \"{first.Cluster}\": a unit stays in one cluster");
        }
    }

    private static void Check(CohortPanelRow row, bool hasExposure, ImmutableArray<string> covariates)
    {
        if (double.IsInfinity(row.Outcome))
        {
            throw Fault(row, "has an infinite outcome: a missing outcome is given as NaN");
        }

        if (!(row.Weight > 0 && double.IsFinite(row.Weight)))
        {
            throw Fault(row, "has a weight that is not a positive number: correct it, or leave the row out");
        }

        if (hasExposure && !double.IsNaN(row.Outcome) && !(row.Exposure is { } exposure && exposure > 0 && double.IsFinite(exposure)))
        {
            throw Fault(row, "has no positive exposure beside its count: correct it, or give NaN as the count");
        }

        if (row.Covariates.Length != covariates.Length)
        {
            throw Fault(row, $"has {row.Covariates.Length} covariates, the panel names {covariates.Length}");
        }

        if (!double.IsNaN(row.Outcome) && row.Covariates.Index().FirstOrDefault(value => !double.IsFinite(value.Item), (-1, 0)).Index is var index and >= 0)
        {
            throw Fault(row, $"has no number as covariate \"{covariates[index]}\": give one, or NaN as the outcome to leave the row out");
        }
    }

    private static string Name(int? cohort) => cohort is { } start ? $"first treatment in {start}" : "no treatment";

    private static ArgumentException Fault(CohortPanelRow row, string what) => new($"Unit \"{row.Unit}\", period {row.Period} {what}.");
}
