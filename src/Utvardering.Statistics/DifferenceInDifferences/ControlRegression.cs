using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The weighted regression of the controls' change on the covariates, and what each unit adds to its coefficients.</summary>
internal sealed class ControlRegression
{
    private readonly TwoPeriodSample _sample;
    private readonly Matrix<double> _inverse;

    private ControlRegression(TwoPeriodSample sample, Matrix<double> inverse)
    {
        (_sample, _inverse) = (sample, inverse);
        var coefficients = inverse * SmallSystem.Mean(sample, i => sample.Weight[i] * (1 - sample.Treated[i]) * sample.Change[i]);
        Fitted = [.. Enumerable.Range(0, sample.Count).Select(i => SmallSystem.Dot(sample.Row(i), coefficients))];
    }

    /// <summary>μ̂(X): what the regression expects of each unit untreated.</summary>
    public double[] Fitted { get; }

    /// <summary>Null when the controls' covariates are collinear.</summary>
    public static ControlRegression? Fit(TwoPeriodSample sample) =>
        SmallSystem.InverseMoments(sample, i => sample.Weight[i] * (1 - sample.Treated[i])) is { } inverse ? new(sample, inverse) : null;

    /// <summary>For each unit its influence on m′β̂: w (1 − D) (ΔY − μ̂) x′ (E[w (1 − D) x x′])⁻¹ m.</summary>
    public double[] Influence(Vector<double> m)
    {
        var direction = _inverse * m;
        return [.. Enumerable.Range(0, _sample.Count).Select(i => _sample.Treated[i] == 1
            ? 0
            : _sample.Weight[i] * (_sample.Change[i] - Fitted[i]) * SmallSystem.Dot(_sample.Row(i), direction))];
    }
}
