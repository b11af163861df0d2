using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The weighted regression of the controls' change on the covariates, and what each unit adds to its coefficients.</summary>
internal sealed class ControlRegression
{
    private readonly TwoPeriodSample sample;
    private readonly double[] weight;
    private readonly NormalEquations solution;

    private ControlRegression(TwoPeriodSample sample, double[] weight, NormalEquations solution)
    {
        (this.sample, this.weight, this.solution) = (sample, weight, solution);
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
        var along = sample.Times(solution.Bread * m * sample.Count);
        return [.. Enumerable.Range(0, sample.Count).Select(i => weight[i] * solution.Residuals[i] * along[i])];
    }
}
