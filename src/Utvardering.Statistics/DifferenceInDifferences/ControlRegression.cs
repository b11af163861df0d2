using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The weighted regression of the controls' change on the covariates, and what each unit adds to its coefficients.</summary>
internal sealed class ControlRegression
{
    private readonly TwoPeriodSample _sample;
    private readonly double[] _weight;
    private readonly NormalEquations _solution;

    private ControlRegression(TwoPeriodSample sample, double[] weight, NormalEquations solution)
    {
        (_sample, _weight, _solution) = (sample, weight, solution);
        Fitted = [.. sample.Change.Zip(solution.Residuals, (change, residual) => change - residual)];
    }

    /// <summary>μ̂(X): what the regression expects of each unit untreated.</summary>
    public double[] Fitted { get; }

    /// <summary>Null when the controls' covariates are collinear.</summary>
    public static ControlRegression? Fit(TwoPeriodSample sample)
    {
        double[] weight = [.. sample.Weight.Zip(sample.Treated, (w, d) => w * (1 - d))];
        var solution = NormalEquations.Solve(sample.Regressors, sample.Change, weight, null);
        return solution.Dropped.Length == 0 ? new(sample, weight, solution) : null;
    }

    /// <summary>For each unit its influence on m′β̂: w (1 − D) (ΔY − μ̂) x′ (E[w (1 − D) x x′])⁻¹ m.</summary>
    public double[] Influence(Vector<double> m)
    {
        var along = _sample.Times(_solution.Bread * m * _sample.Count);
        return [.. Enumerable.Range(0, _sample.Count).Select(i => _weight[i] * _solution.Residuals[i] * along[i])];
    }
}
