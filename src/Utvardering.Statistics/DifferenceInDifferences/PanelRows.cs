using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The cells of a panel that are not missing, one row each, unit by unit.</summary>
internal sealed class PanelRows
{
    private readonly CohortPanel panel;

    private PanelRows(CohortPanel panel, int[] unit, int[] period, ImmutableArray<string> covariates)
    {
        (this.panel, Unit, Period) = (panel, unit, period);
        Outcome = Values(panel.Outcome);
        var weights = Values(panel.Weight);
        Weights = weights.AsSpan().ContainsAnyExcept(1.0) ? weights : null;
        Exposure = panel.HasExposure ? Values(panel.Exposure) : null;
        Units = new("unit", unit, panel.Units.Length);
        Times = new("period", period, panel.Periods.Length);
        var clusters = panel.Clusters;
        Clusters = new(
            clusters.Max() + 1 == panel.Units.Length ? "unit" : "cluster",
            Array.ConvertAll(unit, position => clusters[position]),
            clusters.Max() + 1);
        Covariates = [.. covariates.Select(name => new DesignColumn(name, Values((u, t) => panel.Covariate(name, u, t))))];
    }

    /// <summary>The position of each row's unit in the panel.</summary>
    public int[] Unit { get; }

    /// <summary>The position of each row's period in the panel.</summary>
    public int[] Period { get; }

    public double[] Outcome { get; }

    /// <summary>Null where all are 1.</summary>
    public double[]? Weights { get; }

    public double[]? Exposure { get; }

    public Grouping Units { get; }

    public Grouping Times { get; }

    public Grouping Clusters { get; }

    public DesignColumn[] Covariates { get; }

    public int Count => Unit.Length;

    /// <summary>The rows for which a cell is wanted.</summary>
    /// <exception cref="ArgumentException">No row.</exception>
    public static PanelRows Of(CohortPanel panel, ImmutableArray<string> covariates, Func<int, int, bool>? wanted = null)
    {
        var cells = panel.Units.Length * panel.Periods.Length;
        var (unit, period, count) = (new int[cells], new int[cells], 0);
        for (var u = 0; u < panel.Units.Length; u++)
        {
            var series = panel.Series(u);
            for (var t = 0; t < series.Length; t++)
            {
                if (!double.IsNaN(series[t]) && (wanted is null || wanted(u, t)))
                {
                    (unit[count], period[count]) = (u, t);
                    count++;
                }
            }
        }

        return count > 0
            ? new(panel, unit[..count], period[..count], covariates)
            : throw new ArgumentException("No cell of the panel can be used: every one is missing or left out.");
    }

    /// <summary>Periods since treatment began in the row's unit; null for the never-treated.</summary>
    public int? EventTime(int row) => panel.Periods[Period[row]] - panel.Cohorts[Unit[row]];

    public bool IsTreated(int row) => EventTime(row) >= 0;

    /// <summary>The cohort of the row's unit; null for the never-treated.</summary>
    public int? Cohort(int row) => panel.Cohorts[Unit[row]];

    /// <summary>1 in treated cells, 0 elsewhere.</summary>
    public double[] Treatment()
    {
        var treatment = new double[Count];
        for (var row = 0; row < Count; row++)
        {
            treatment[row] = IsTreated(row) ? 1 : 0;
        }

        return treatment;
    }

    public SampleSize Sample()
    {
        var (units, periods) = (new bool[panel.Units.Length], new bool[panel.Periods.Length]);
        for (var row = 0; row < Count; row++)
        {
            units[Unit[row]] = true;
            periods[Period[row]] = true;
        }

        var treated = units.Index().Count(unit => unit.Item && !PanelWarnings.IsNeverTreated(panel, unit.Index));
        return new(Count, units.Count(used => used), treated, periods.Count(used => used));
    }

    /// <summary>The groupings of fixed effects named as in <see cref="PanelRegressionOptions.Effects"/>.</summary>
    /// <exception cref="ArgumentException">A covariate that the panel lacks.</exception>
    public Grouping[] Effects(ImmutableArray<string> names) => [.. names.Select(name => name switch
    {
        "unit" => Units,
        "period" => Times,
        _ => Grouping.Of(name, Values((unit, period) => panel.Covariate(name, unit, period))),
    })];

    /// <summary>One value for each row.</summary>
    private double[] Values(Func<int, int, double> cell)
    {
        var values = new double[Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = cell(Unit[row], Period[row]);
        }

        return values;
    }
}
