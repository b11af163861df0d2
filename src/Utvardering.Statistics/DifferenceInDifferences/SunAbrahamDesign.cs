using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The rows and regressors of <see cref="SunAbraham"/>.</summary>
internal sealed record SunAbrahamDesign(
    PanelRows Rows, ImmutableArray<CohortInteraction> Interactions, DesignColumn[] Columns, int ReferenceCells, ImmutableArray<EstimationWarning> Warnings)
{
    public static SunAbrahamDesign Of(CohortPanel panel, SunAbrahamOptions options)
    {
        var units = Enumerable.Range(0, panel.Units.Length);
        var always = units.Count(unit => PanelWarnings.IsAlwaysTreated(panel, unit));

        // Without never-treated units the last cohort is the control until it starts.
        int? control = units.Any(unit => PanelWarnings.IsNeverTreated(panel, unit)) ? null : PanelWarnings.Starts(panel)[^1];
        var rows = PanelRows.Of(
            panel,
            options.Covariates,
            (unit, period) => !PanelWarnings.IsAlwaysTreated(panel, unit) && (control is null || panel.Periods[period] < control));
        var isControl = panel.Cohorts.Select((cohort, unit) => PanelWarnings.IsNeverTreated(panel, unit) || cohort == control).ToArray();
        if (!Array.Exists(rows.Unit, unit => !isControl[unit]))
        {
            throw new ArgumentException("No treated unit has controls that start later or never: cohorts cannot be compared.");
        }

        var columns = new SortedDictionary<(int EventTime, int Cohort), (double[] Values, int Cells, double Weight)>();
        var referenceCells = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (isControl[rows.Unit[row]])
            {
                continue;
            }

            var key = (rows.EventTime(row)!.Value, rows.Cohort(row)!.Value);
            if (key.Item1 == options.Reference)
            {
                referenceCells++;
                continue;
            }

            var column = columns.TryGetValue(key, out var known) ? known : (new double[rows.Count], 0, 0.0);
            column.Item1[row] = 1;
            columns[key] = (column.Item1, column.Item2 + 1, column.Item3 + (rows.Weights?[row] ?? 1));
        }

        return new(
            rows,
            [.. columns.Select(column => new CohortInteraction(column.Key.Cohort, column.Key.EventTime, column.Value.Cells, column.Value.Weight))],
            [.. columns.Select(column => new DesignColumn(SunAbraham.Name(column.Key.Cohort, column.Key.EventTime), column.Value.Values))],
            referenceCells,
            always > 0 ? [new(EstimationWarningKind.AlwaysTreatedLeftOut, Value: always)] : []);
    }
}
