namespace Utvardering.Statistics.Tests.FewClusters;

/// <summary>The wild cluster bootstrap as it is told: outcomes made anew for each draw, the whole regression fitted again, its clustered t.</summary>
internal sealed class NaiveWildBootstrap
{
    private readonly double[][] design;
    private readonly double[] outcome;
    private readonly int[] clusters;
    private readonly int[] groups;
    private readonly int coefficient;
    private readonly double[][] inverse;

    public NaiveWildBootstrap(double[][] design, double[] outcome, int[] clusters, int[] groups, int coefficient)
    {
        (this.design, this.outcome, this.clusters, this.groups, this.coefficient) = (design, outcome, clusters, groups, coefficient);
        inverse = NaiveLeastSquares.Inverse(NaiveLeastSquares.Moments(design));
    }

    public (double Estimate, double Error) Fit(double[] outcome)
    {
        double[] product = [.. Enumerable.Range(0, inverse.Length).Select(j => design.Zip(outcome, (row, y) => row[j] * y).Sum())];
        double[] slopes = [.. inverse.Select(row => row.Zip(product, (a, b) => a * b).Sum())];
        var variance = Enumerable.Range(0, outcome.Length).GroupBy(row => clusters[row]).Sum(cluster => Math.Pow(
            cluster.Sum(row =>
            {
                var residual = outcome[row] - design[row].Zip(slopes, (x, b) => x * b).Sum();
                return residual * design[row].Zip(inverse[coefficient], (x, b) => x * b).Sum();
            }),
            2));
        return (slopes[coefficient], Math.Sqrt(variance));
    }

    public double Statistic(double hypothesis)
    {
        var (estimate, error) = Fit(outcome);
        return (estimate - hypothesis) / error;
    }

    /// <summary>t* of every draw of the weights, in no special order.</summary>
    public double[] Distribution(double hypothesis, bool impose, double[] values)
    {
        var groups = this.groups.Max() + 1;
        var keep = impose ? Enumerable.Range(0, this.design[0].Length).Where(column => column != coefficient).ToArray() : [.. Enumerable.Range(0, this.design[0].Length)];
        double[][] design = [.. this.design.Select(row => keep.Select(column => row[column]).ToArray())];
        double[] adjusted = [.. outcome.Select((y, row) => impose ? y - (hypothesis * this.design[row][coefficient]) : y)];
        var slopes = NaiveLeastSquares.Fit(design, adjusted);
        double[] fitted = [.. design.Select(row => row.Zip(slopes, (x, b) => x * b).Sum())];
        var centre = impose ? hypothesis : Fit(outcome).Estimate;
        return [.. Enumerable.Range(0, (int)Math.Pow(values.Length, groups)).Select(draw =>
        {
            double Weight(int group) => values[draw / (int)Math.Pow(values.Length, group) % values.Length];
            double[] remade = [.. adjusted.Select((y, row) =>
                fitted[row] + ((y - fitted[row]) * Weight(this.groups[row])) + (impose ? hypothesis * this.design[row][coefficient] : 0))];
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
