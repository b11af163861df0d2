using Utvardering.Statistics.Panels;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tables;

/// <summary>Makes a panel of a tidy table: who is treated from when comes from a cohort column, or from a treatment of 0 and 1.</summary>
internal static class TidyPanel
{
    /// <param name="wanted">Which rows, by position from 0; null: all.</param>
    /// <exception cref="InputException">Cells that can't be used, a treatment that ends, two rows for a unit and period, gaps.</exception>
    public static CohortPanel Of(MethodInput input, string outcomeColumn, Func<int, bool>? wanted)
    {
        var (table, columns) = (input.Table, input.Columns);
        var units = table.Filled(columns.Unit!);
        var times = table.Filled(columns.Time!).Select(input.TableTime.Number).ToArray();
        var outcome = table.Numbers(outcomeColumn);
        var cohorts = Cohorts(input, units, times);
        var clusters = columns.Cluster is { } cluster ? table.Filled(cluster) : null;
        var exposure = columns.Exposure is { } exposed ? table.Numbers(exposed) : null;
        var weights = columns.Weights is { } weighted ? table.Numbers(weighted) : null;
        var covariates = columns.Covariates.Select(table.Numbers).Concat(EffectColumns.Codes(input)).ToArray();
        var rows = Enumerable.Range(0, table.RowCount).Where(wanted ?? (_ => true)).Select(row => new CohortPanelRow(units[row], times[row], outcome[row])
        {
            Cohort = cohorts[row],
            Cluster = clusters?[row],
            Exposure = exposure?[row],
            Weight = weights?[row] ?? 1,
            Covariates = [.. covariates.Select(column => column[row])],
        });
        try
        {
            return input.Options.Has("persons") && input.Options.Flag("persons")
                ? CohortPanel.FromRows(CellMeans.Of([.. rows], columns.Covariates))
                : CohortPanel.FromRows(rows, [.. columns.Covariates, .. EffectColumns.Names(input)]);
        }
        catch (ArgumentException fault)
        {
            throw new InputException($"{table.File}: {fault.Message}");
        }
    }

    private static int?[] Cohorts(MethodInput input, IReadOnlyList<string> units, int[] times)
    {
        if (input.Columns.Cohort is { } cohort)
        {
            // Never treated is written as an empty cell, 0 (did, fixest's older habit) or 10000 (fixest's sunab).
            return [.. input.Table.Texts(cohort).Select(cell => cell is null or "0" or "10000" or "Inf" ? (int?)null : input.TableTime.Number(cell))];
        }

        return input.Columns.Treated is { } treated ? FromTreatment(input.Table, treated, units, times) : new int?[units.Count];
    }

    private static int?[] FromTreatment(TidyTable table, string column, IReadOnlyList<string> units, int[] times)
    {
        var treated = table.Numbers(column);
        foreach (var (row, value) in treated.Index().Where(cell => cell.Item is not (0 or 1)))
        {
            throw new InputException($"{table.Place(column, row)} is {value}: a treatment is 0 before its start and 1 from it on.");
        }

        try
        {
            var starts = AbsorbingTreatment.Starts([.. Enumerable.Range(0, units.Count).Select(row => (units[row], times[row], treated[row] == 1))]);
            return [.. units.Select(unit => starts.TryGetValue(unit, out var start) ? start : (int?)null)];
        }
        catch (ArgumentException fault)
        {
            throw new InputException($"{table.File}: {fault.Message}");
        }
    }
}
