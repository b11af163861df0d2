using Utvardering.Evaluation.Comparisons;

namespace Utvardering.Evaluation.Panels;

/// <summary>The series of a group that was chosen for the outcome, by the rules of <c>marts.group_series</c>.</summary>
internal static class ChosenGroup
{
    public static IEnumerable<GroupCell> Series(IndicatorSeries series, ComparisonPool pool)
    {
        var members = pool.Members.ToHashSet(StringComparer.Ordinal);
        var pooled = series.Indicator.Group != "unweighted_mean";
        return series.Cells
            .Where(cell => members.Contains(cell.Municipality))
            .GroupBy(cell => cell.Period)
            .OrderBy(period => period.Key)
            .Select(period =>
            {
                var known = period.Where(cell => cell.Value is not null).ToList();
                double? numerator = pooled && known.Count > 0 ? known.Sum(cell => cell.Numerator) : null;
                double? denominator = pooled && known.Count > 0 ? known.Sum(cell => cell.Denominator) : null;
                var value = known.Count == 0 ? null : pooled ? series.Indicator.Per * numerator / denominator : known.Average(cell => cell.Value);
                var exposure = known.Select(cell => cell.ExposureStatus ?? "").ToList();
                return new GroupCell(
                    pool.Group, period.Key, numerator, denominator, value, known.Count, members.Count,
                    exposure.Contains("carried_forward") ? "carried_forward" : exposure.Contains("interpolated") ? "interpolated" : "",
                    numerator is { } persons ? (long)persons : null);
            });
    }
}
