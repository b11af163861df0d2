using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>A choice of standard errors. Groupings and times are given for all rows of the regression, also those it left out.</summary>
public abstract record StandardErrors
{
    /// <summary>The correction for small samples.</summary>
    public SmallSample SmallSample { get; init; } = SmallSample.Default;

    /// <summary>The covariance of a fit's coefficients.</summary>
    internal abstract CoefficientCovariance Of(RegressionFit fit);

    internal static Matrix<double> Sandwich(RegressionFit fit, Matrix<double> meat, double factor) => fit.Bread * meat * fit.Bread * factor;

    /// <summary>Degrees of freedom of the reference distribution.</summary>
    internal double Degrees(RegressionFit fit, int parameters, int? clusters) => SmallSample.Reference switch
    {
        ReferenceDistribution.Normal => double.PositiveInfinity,
        _ when fit.IsPoisson => double.PositiveInfinity,
        ReferenceDistribution.Clusters when clusters is { } g => Math.Max(g - 1, 1),
        _ => Math.Max(fit.Observations - parameters, 1),
    };
}
