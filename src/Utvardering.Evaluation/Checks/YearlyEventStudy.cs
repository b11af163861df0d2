using System.Collections.Immutable;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Panels;
using Utvardering.Statistics.Sensitivity;

namespace Utvardering.Evaluation.Checks;

/// <summary>
/// An event study by years counted from the start, with the covariance of its coefficients: few enough of them that six treated and five controls tell it.
/// </summary>
internal static class YearlyEventStudy
{
    /// <summary>The least share of a year that has to lie in a window.</summary>
    private const double Whole = 0.5;

    /// <remarks>
    /// β_k = mean over treated of y_k − y_{−1}, less the same of controls; covariances Σ₁/n₁ + Σ₀/n₀ of the changes within each group
    /// (Neyman's, which allows the groups unlike variances).
    /// </remarks>
    /// <exception cref="ArgumentException">No year before the reference, or a covariance that so few municipalities do not give.</exception>
    public static EventStudyCoefficients Of(Study study)
    {
        var years = Years(study);
        var reference = years.IndexOf(-1);
        if (reference < 1 || reference == years.Count - 1)
        {
            throw new ArgumentException("Fewer than two whole years before the start, or none after: how far trends part before it can't be told.");
        }

        var table = Table(study, years);
        var treated = Changes(table, study.Units.Treated, reference);
        var controls = Changes(table, study.Units.Controls, reference);
        int[] others = [.. Enumerable.Range(0, years.Count).Where(year => year != reference)];
        return EventStudyCoefficients.InOrder(
            [.. others.Select(year => treated.Average(unit => unit[year]) - controls.Average(unit => unit[year]))],
            [.. others.Select(one => others.Select(other => Covariance(treated, one, other) / treated.Count + Covariance(controls, one, other) / controls.Count).ToImmutableArray())],
            reference);
    }

    private static List<int> Years(Study study)
    {
        var periodsInYear = 12.0 / (int)study.Windows.Grain;
        return [.. study.Series.Cells
            .Select(cell => cell.Period)
            .Distinct()
            .Where(study.Windows.Contains)
            .GroupBy(period => YearOf(study, period))
            .Where(year => year.Count() >= Whole * periodsInYear)
            .Select(year => year.Key)
            .Order()];
    }

    /// <summary>Whole years since the start, −1 the year before it.</summary>
    private static int YearOf(Study study, DateOnly period) =>
        (int)Math.Floor((((period.Year - study.Windows.Start.Year) * 12) + period.Month - study.Windows.Start.Month) / 12.0);

    private static Dictionary<string, double[]> Table(Study study, List<int> years)
    {
        var chosen = study.Units.All.ToHashSet(StringComparer.Ordinal);
        return study.Series.Cells
            .Where(cell => chosen.Contains(cell.Municipality) && cell.Value is not null && study.Windows.Contains(cell.Period))
            .GroupBy(cell => cell.Municipality)
            .ToDictionary(
                unit => unit.Key,
                unit => years.Select(year => Pool(study.Series, [.. unit.Where(cell => YearOf(study, cell.Period) == year)])).ToArray(),
                StringComparer.Ordinal);
    }

    private static double Pool(IndicatorSeries series, IReadOnlyList<SeriesCell> cells) => cells.Count == 0 ? double.NaN
        : series.HasExposure ? series.Indicator.Per * cells.Sum(cell => cell.Numerator!.Value) / cells.Sum(cell => cell.Denominator!.Value)
        : cells.Average(cell => cell.Value!.Value);

    private static List<double[]> Changes(Dictionary<string, double[]> table, IEnumerable<string> units, int reference)
    {
        List<double[]> changes = [.. units
            .Where(table.ContainsKey)
            .Select(unit => table[unit].Select(value => value - table[unit][reference]).ToArray())
            .Where(unit => unit.All(double.IsFinite))];
        return changes.Count >= 2 ? changes : throw new ArgumentException("Fewer than two municipalities of a group have every year.");
    }

    private static double Covariance(List<double[]> units, int one, int other)
    {
        var (first, second) = (units.Average(unit => unit[one]), units.Average(unit => unit[other]));
        return units.Sum(unit => (unit[one] - first) * (unit[other] - second)) / (units.Count - 1);
    }
}
