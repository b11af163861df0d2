using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Averages of imputed effects with Borusyak, Jaravel and Spiess's conservative standard errors.</summary>
internal sealed class ImputationInference
{
    private const string Method = "imputation estimator, conservative standard errors clustered by ";

    private readonly PanelRows rows;
    private readonly ImputationModel model;
    private readonly SampleSize sample;
    private readonly double confidence;
    private readonly Dictionary<int, double> effects;

    public ImputationInference(PanelRows rows, ImputationModel model, int[] treated, double confidence)
    {
        (this.rows, this.model, this.confidence) = (rows, model, confidence);
        effects = treated.ToDictionary(row => row, model.Effect);
        sample = rows.Sample() with { Clusters = rows.Clusters.Codes.ToArray().Distinct().Count() };
    }

    /// <summary>The weighted average of the effects on some treated rows.</summary>
    /// <remarks>
    /// τ̂ = Σ v y over all cells, with v the weights of the treated and minus those that imputing gives the untreated. The variance is
    /// Σ over clusters of (Σ v ε̃)², where ε̃ is the residual of an untreated cell and, of a treated one, its effect less the average effect of
    /// its cohort and period: what heterogeneity is left makes the standard error too large, never too small.
    /// </remarks>
    public Estimate Average(int[] treated)
    {
        double[] weights = [.. treated.Select(row => rows.Weights?[row] ?? 1)];
        var total = weights.Sum();
        weights = Array.ConvertAll(weights, weight => weight / total);
        var value = treated.Zip(weights, (row, weight) => weight * effects[row]).Sum();
        var sums = new double[rows.Clusters.Count];
        var untreated = model.WeightsOfUntreated(treated, weights);
        for (var i = 0; i < untreated.Length; i++)
        {
            sums[rows.Clusters.Codes[model.Untreated[i]]] -= untreated[i] * model.Residuals[i];
        }

        foreach (var group in treated.Index().GroupBy(row => (rows.Cohort(row.Item), rows.Period[row.Item])))
        {
            AddTreated(sums, [.. group.Select(row => (row.Item, weights[row.Index]))]);
        }

        var error = Math.Sqrt(sums.Sum(sum => sum * sum));
        return Estimate.Wald(Method + rows.Clusters.Name, value, error, double.PositiveInfinity, sample, confidence);
    }

    private void AddTreated(double[] sums, (int Row, double Weight)[] group)
    {
        // τ̃ = Σ_c (Σ v)(Σ v τ̂) / Σ_c (Σ v)², sums over the group's cells in cluster c: their equation 8.
        var clusters = group.GroupBy(cell => rows.Clusters.Codes[cell.Row])
            .Select(cluster => (Cluster: cluster.Key, Weight: cluster.Sum(cell => cell.Weight), Effect: cluster.Sum(cell => cell.Weight * effects[cell.Row])))
            .ToArray();
        var average = clusters.Sum(cluster => cluster.Weight * cluster.Effect) / clusters.Sum(cluster => cluster.Weight * cluster.Weight);
        foreach (var cluster in clusters)
        {
            sums[cluster.Cluster] += cluster.Effect - (cluster.Weight * average);
        }
    }
}
