using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>What donors and treated are balanced on, centred on the donors' mean: outcomes before treatment, then covariates.</summary>
internal sealed class BalanceFeatures
{
    private BalanceFeatures(double[][] donors, double[] treated) => (Donors, Treated) = (donors, treated);

    public int Count => Donors.Length;

    /// <summary>features × donors.</summary>
    public double[][] Donors { get; }

    /// <summary>The treated unit's.</summary>
    public double[] Treated { get; }

    public static BalanceFeatures Of(DonorProblem problem, PredictorTable? covariates, bool demean)
    {
        var shift = demean ? problem.Outcomes.Select(series => PreMean(series, problem.PrePeriods)).ToArray() : new double[problem.Outcomes.Length];
        var own = demean ? PreMean(problem.Treated, problem.PrePeriods) : 0;
        var outcomes = Enumerable.Range(0, problem.PrePeriods)
            .Select(t => Centred(problem.Outcomes.Select((series, i) => series[t] - shift[i]).ToArray(), problem.Treated[t] - own))
            .ToArray();
        if (covariates is null)
        {
            return new([.. outcomes.Select(row => row.Donors)], [.. outcomes.Select(row => row.Treated)]);
        }

        // All entries at once, which have mean zero: the package's sd of the matrix.
        var spread = Math.Sqrt(outcomes.Sum(row => VectorMath.Dot(row.Donors, row.Donors)) / ((outcomes.Length * problem.Outcomes.Length) - 1));
        var added = covariates.Names.Select((name, k) => Scaled(
            Centred([.. problem.Donors.Select(donor => covariates[donor][k])], covariates[problem.Unit][k]), spread, name));
        var all = outcomes.Concat(added).ToArray();
        return new([.. all.Select(row => row.Donors)], [.. all.Select(row => row.Treated)]);
    }

    /// <summary>The problem of the weights on the simplex.</summary>
    public SimplexProblem Points()
    {
        var donors = Donors[0].Length;
        var points = new double[donors * Count];
        for (var feature = 0; feature < Count; feature++)
        {
            for (var donor = 0; donor < donors; donor++)
            {
                points[(donor * Count) + feature] = Donors[feature][donor] - Treated[feature];
            }
        }

        return new(points, donors, Count, ridge: 0);
    }

    /// <summary>d = x₁ − X'w.</summary>
    public double[] Imbalance(double[] weights) => [.. Treated.Select((value, feature) => value - VectorMath.Dot(weights, Donors[feature]))];

    /// <summary>Ȳ₁,pre − Σ wⱼȲⱼ,pre.</summary>
    public static double Intercept(DonorProblem problem, double[] weights) =>
        PreMean(problem.Treated, problem.PrePeriods) - problem.Outcomes.Select((series, i) => weights[i] * PreMean(series, problem.PrePeriods)).Sum();

    private static (double[] Donors, double Treated) Centred(double[] donors, double treated)
    {
        var mean = donors.Average();
        for (var i = 0; i < donors.Length; i++)
        {
            donors[i] -= mean;
        }

        return (donors, treated - mean);
    }

    private static (double[] Donors, double Treated) Scaled((double[] Donors, double Treated) feature, double spread, string name)
    {
        var own = Math.Sqrt(VectorMath.Dot(feature.Donors, feature.Donors) / (feature.Donors.Length - 1));
        return own > 0
            ? ([.. feature.Donors.Select(value => value * spread / own)], feature.Treated * spread / own)
            : throw new ArgumentException($"Covariate \"{name}\" is the same for every donor: leave it out.");
    }

    private static double PreMean(double[] series, int prePeriods) => series.Take(prePeriods).Average();
}
