using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Panels;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Comparisons;

/// <summary>Finds the municipalities that were most like each of the treated before the start.</summary>
/// <remarks>
/// Level is the mean of the window before, trend the least-squares slope over it, population the logarithm of the inhabitants; each difference is in
/// standard deviations over all candidates and treated, and another SKR group counts as one. The distance is the root of the mean of the squares of those that are known. Nothing after
/// the start is looked at: the choice can't be made by its result. Choosing on the outcome's own level draws towards the mean afterwards where levels are noisy
/// (Daw and Hatfield 2018, "Matching and Regression to the Mean in Difference-in-Differences Analysis"), so population and group weigh as much.
/// </remarks>
internal static class SimilarMunicipalities
{
    /// <param name="rule">How many, and near in what.</param>
    /// <param name="series">The outcome.</param>
    /// <param name="windows">Its windows.</param>
    /// <param name="treated">The treated.</param>
    /// <param name="candidates">The municipalities to choose from, none of them treated.</param>
    /// <param name="facts">Population and SKR group.</param>
    /// <returns>For each treated municipality all candidates that can be judged, nearest first.</returns>
    public static IReadOnlyList<Nearness> Rank(
        NearestMembers rule, IndicatorSeries series, Windows windows, IReadOnlyList<string> treated, IReadOnlyList<string> candidates, MunicipalityFacts facts)
    {
        var known = series.Cells
            .Where(cell => cell.Value is not null && windows.Before.Contains(cell.Period))
            .GroupBy(cell => cell.Municipality)
            .ToDictionary(group => group.Key, group => Past.Of([.. group], series, facts.PopulationBefore(group.Key, windows.Start), facts.SkrGroup(group.Key)), StringComparer.Ordinal);
        List<string> all = [.. treated.Concat(candidates).Where(known.ContainsKey)];
        var scales = new Scales(
            Deviation(all.Select(code => known[code].Level)), Deviation(all.Select(code => known[code].Trend)), Deviation(all.Select(code => known[code].LogPopulation)));
        return [.. treated.Where(known.ContainsKey).SelectMany(unit => candidates
            .Where(known.ContainsKey)
            .Select(candidate => Between(unit, candidate, known[unit], known[candidate], scales, rule.By))
            .Where(nearness => double.IsFinite(nearness.Distance))
            .OrderBy(nearness => nearness.Distance)
            .ThenBy(nearness => nearness.Candidate, StringComparer.Ordinal)
            .Select((nearness, index) => nearness with { Rank = index + 1, Chosen = index < rule.Count }))];
    }

    private static Nearness Between(string unit, string candidate, Past one, Past other, Scales scales, IReadOnlyList<string> by)
    {
        double Difference(string what, double difference, double scale) => by.Contains(what) && scale > 0 ? difference / scale : double.NaN;
        var nearness = new Nearness(unit, candidate)
        {
            Level = Difference("level", other.Level - one.Level, scales.Level),
            Trend = Difference("trend", other.Trend - one.Trend, scales.Trend),
            Population = Difference("population", other.LogPopulation - one.LogPopulation, scales.LogPopulation),
            SameSkrGroup = by.Contains("skr_group") && one.SkrGroup is not null && other.SkrGroup is not null ? one.SkrGroup == other.SkrGroup : null,
        };
        double[] squares = [.. new[] { nearness.Level, nearness.Trend, nearness.Population }.Where(double.IsFinite).Select(difference => difference * difference)];
        double[] group = nearness.SameSkrGroup is { } same ? [same ? 0 : 1] : [];
        double[] terms = [.. squares, .. group];
        return nearness with { Distance = terms.Length == 0 ? double.NaN : Math.Sqrt(terms.Average()) };
    }

    private static double Deviation(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length < 2)
        {
            return double.NaN;
        }

        var mean = finite.Average();
        return Math.Sqrt(finite.Sum(value => (value - mean) * (value - mean)) / (finite.Length - 1));
    }

    private sealed record Scales(double Level, double Trend, double LogPopulation);

    /// <summary>A municipality before the start.</summary>
    private sealed record Past(double Level, double Trend, double LogPopulation, string? SkrGroup)
    {
        public static Past Of(IReadOnlyList<SeriesCell> cells, IndicatorSeries series, double population, string? skrGroup)
        {
            var level = series.HasExposure
                ? series.Indicator.Per * cells.Sum(cell => cell.Numerator!.Value) / cells.Sum(cell => cell.Denominator!.Value)
                : cells.Average(cell => cell.Value!.Value);
            return new(level, Slope(cells), Math.Log(population), skrGroup);
        }

        private static double Slope(IReadOnlyList<SeriesCell> cells)
        {
            double[] times = [.. cells.Select(cell => cell.Period.DayNumber / 365.25)];
            double[] values = [.. cells.Select(cell => cell.Value!.Value)];
            var (time, value) = (times.Average(), values.Average());
            var spread = times.Sum(t => (t - time) * (t - time));
            return cells.Count < 3 || spread == 0 ? double.NaN : times.Zip(values, (t, v) => (t - time) * (v - value)).Sum() / spread;
        }
    }
}
