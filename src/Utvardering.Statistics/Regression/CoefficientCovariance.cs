using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>The covariance of a regression's coefficients and the distribution their t-statistics are held against.</summary>
public sealed class CoefficientCovariance
{
    private readonly Func<Vector<double>, double>? contrastDegrees;

    internal CoefficientCovariance(
        Matrix<double> matrix, double degreesOfFreedom, string description, int? clusters, Func<Vector<double>, double>? contrastDegrees = null) =>
        (Matrix, DegreesOfFreedom, Description, Clusters, this.contrastDegrees) = (matrix, degreesOfFreedom, description, clusters, contrastDegrees);

    /// <summary>Coefficients × coefficients.</summary>
    public Matrix<double> Matrix { get; }

    /// <summary>Degrees of freedom; infinite for the normal, NaN where each coefficient has its own.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The standard errors in words.</summary>
    public string Description { get; }

    /// <summary>The (smallest) number of clusters; null without clusters.</summary>
    public int? Clusters { get; }

    /// <summary>Whether each combination of coefficients has degrees of freedom of its own.</summary>
    internal bool HasOwnDegrees => contrastDegrees is not null;

    /// <summary>The standard error of a combination of coefficients, √(c′Vc).</summary>
    public double StandardError(Vector<double> combination) => Math.Sqrt(Math.Max(combination * Matrix * combination, 0));

    /// <summary>The degrees of freedom of a combination of coefficients.</summary>
    public double DegreesOf(Vector<double> combination) => contrastDegrees?.Invoke(combination) ?? DegreesOfFreedom;
}
