using System.Collections.Immutable;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tables;

/// <summary>Means of columns over periods, one for each unit: what a synthetic control is to match besides the outcome.</summary>
internal static class UnitAverages
{
    /// <param name="specifications">Names of columns, each with :FIRST..LAST or :PERIOD after it; without, all periods before the start.</param>
    /// <param name="start">The first treated period.</param>
    /// <param name="scale">What rates are multiplied by, where the outcome is a count and itself named.</param>
    /// <returns>The units that have a value in every mean; empty cells take no part.</returns>
    /// <exception cref="InputException">Periods that can't be read, or that end before they begin.</exception>
    public static PredictorTable Of(MethodInput input, IReadOnlyList<string> specifications, int start, double scale)
    {
        var units = input.Table.Filled(input.Columns.Unit!);
        var times = input.Table.Filled(input.Columns.Time!).Select(input.Time.Number).ToArray();
        var columns = specifications.Select(specification => Values(input, specification, times, start, scale)).ToArray();
        var rows = units.Index().GroupBy(unit => unit.Item, unit => unit.Index, StringComparer.Ordinal)
            .Select(unit => KeyValuePair.Create(unit.Key, columns.Select(values => unit.Select(row => values[row]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average()).ToImmutableArray()));
        return PredictorTable.Of([.. specifications], rows.Where(unit => unit.Value.All(double.IsFinite)));
    }

    // NaN outside the periods.
    private static double[] Values(MethodInput input, string specification, int[] times, int start, double scale)
    {
        var parts = specification.Split(':', 2);
        var bounds = parts.Length == 1 ? null : parts[1].Split("..", 2);
        var (first, last) = bounds is null ? (int.MinValue, start - 1) : (input.Time.Number(bounds[0]), input.Time.Number(bounds[^1]));
        if (last < first && bounds is not null)
        {
            throw new InputException($"The periods of \"{specification}\" end before they begin: write COLUMN:FIRST..LAST.");
        }

        var values = input.Table.Numbers(parts[0]);
        var exposures = input.Columns.Exposure is { } exposure && parts[0] == input.Columns.Outcome ? input.Table.Numbers(exposure) : null;
        return [.. values.Select((value, row) => times[row] < first || times[row] > last ? double.NaN : exposures is null ? value : value / exposures[row] * scale)];
    }
}
