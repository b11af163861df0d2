namespace Utvardering.Statistics.Tests.FewClusters;

/// <summary>The wild cluster bootstrap as it is told: outcomes made anew for each draw, the whole regression fitted again, its clustered t.</summary>
internal sealed class NaiveWildBootstrap
{
    private readonly double[][] _design;
    private readonly double[] _outcome;
    private readonly int[] _clusters;
    private readonly int[] _groups;
    private readonly int _coefficient;
    private readonly double[][] _inverse;

    public NaiveWildBootstrap(double[][] design, double[] outcome, int[] clusters, int[] groups, int coefficient)
    {
        (_design, _outcome, _clusters, _groups, _coefficient) = (design, outcome, clusters, groups, coefficient);
        _inverse = NaiveLeastSquares.Inverse(NaiveLeastSquares.Moments(design));
    }

    public (double Estimate, double Error) Fit(double[] outcome)
    {
        double[] product = [.. Enumerable.Range(0, _inverse.Length).Select(j => _design.Zip(outcome, (row, y) => row[j] * y).Sum())];
        double[] slopes = [.. _inverse.Select(row => row.Zip(product, (a, b) => a * b).Sum())];
        var variance = Enumerable.Range(0, outcome.Length).GroupBy(row => _clusters[row]).Sum(cluster => Math.Pow(
            cluster.Sum(row =>
            {
                var residual = outcome[row] - _design[row].Zip(slopes, (x, b) => x * b).Sum();
                return residual * _design[row].Zip(_inverse[_coefficient], (x, b) => x * b).Sum();
            }),
            2));
        return (slopes[_coefficient], Math.Sqrt(variance));
    }

    public double Statistic(double hypothesis)
    {
        var (estimate, error) = Fit(_outcome);
        return (estimate - hypothesis) / error;
    }

    /// <summary>t* of every draw of the weights, in no special order.</summary>
    public double[] Distribution(double hypothesis, bool impose, double[] values)
    {
        var groups = _groups.Max() + 1;
        var keep = impose ? Enumerable.Range(0, _design[0].Length).Where(column => column != _coefficient).ToArray() : [.. Enumerable.Range(0, _design[0].Length)];
        double[][] design = [.. _design.Select(row => keep.Select(column => row[column]).ToArray())];
        double[] adjusted = [.. _outcome.Select((y, row) => impose ? y - (hypothesis * _design[row][_coefficient]) : y)];
        var slopes = NaiveLeastSquares.Fit(design, adjusted);
        double[] fitted = [.. design.Select(row => row.Zip(slopes, (x, b) => x * b).Sum())];
        var centre = impose ? hypothesis : Fit(_outcome).Estimate;
        return [.. Enumerable.Range(0, (int)Math.Pow(values.Length, groups)).Select(draw =>
        {
            double Weight(int group) => values[draw / (int)Math.Pow(values.Length, group) % values.Length];
            double[] remade = [.. adjusted.Select((y, row) =>
                fitted[row] + ((y - fitted[row]) * Weight(_groups[row])) + (impose ? hypothesis * _design[row][_coefficient] : 0))];
            var (estimate, error) = Fit(remade);
            return Math.Abs(estimate - centre) < 1e-12 ? 0 : (estimate - centre) / error;
        })];
    }

    public double P(double hypothesis, bool impose, double[] values)
    {
        var observed = Math.Abs(Statistic(hypothesis));
        var distribution = Distribution(hypothesis, impose, values);
        return (double)distribution.Count(t => Math.Abs(t) >= observed - (1e-8 * Math.Max(1, observed))) / distribution.Length;
    }
}
