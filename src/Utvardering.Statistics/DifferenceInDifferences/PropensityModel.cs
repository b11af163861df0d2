using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The logit of belonging to the cohort, by maximum likelihood, and what each unit adds to its coefficients.</summary>
internal sealed class PropensityModel
{
    private const int MostIterations = 100;
    private const double Converged = 1e-12;

    private readonly TwoPeriodSample sample;
    private readonly Matrix<double>? inverse;

    private PropensityModel(TwoPeriodSample sample, double[] probability, Matrix<double>? inverse) =>
        (this.sample, Probability, this.inverse) = (sample, probability, inverse);

    /// <summary>p̂(X), at most 1 − 1e−6 as in DRDID.</summary>
    public double[] Probability { get; }

    /// <summary>1 when cohort and controls are separated, so that no maximum exists.</summary>
    public double Largest => inverse is null ? 1 : Probability.Max();

    /// <summary>Newton's method, each step halved until the likelihood rises.</summary>
    public static PropensityModel Fit(TwoPeriodSample sample)
    {
        var coefficients = Vector<double>.Build.Dense(sample.Regressors.Length);
        var share = sample.Weight.Zip(sample.Treated, (w, d) => w * d).Sum() / sample.Weight.Sum();
        coefficients[0] = Math.Log(share / (1 - share));
        var probability = Probabilities(sample, coefficients);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            // β ← β + (E[w p (1 − p) x x′])⁻¹ E[w (D − p) x]
            if (sample.InverseMoments(Information(sample, probability)) is not { } inverse)
            {
                break;
            }

            var step = inverse * sample.Mean(Scores(sample, probability));
            (coefficients, probability) = Climb(sample, coefficients, step);
            if (step.AbsoluteMaximum() < Converged * (1 + coefficients.AbsoluteMaximum()))
            {
                double[] capped = [.. probability.Select(p => Math.Min(p, 1 - 1e-6))];
                return new(sample, capped, sample.InverseMoments(Information(sample, probability)));
            }
        }

        return new(sample, probability, inverse: null);
    }

    /// <summary>For each unit its influence on m′γ̂: w (D − p̂) x′ (E[w p̂ (1 − p̂) x x′])⁻¹ m.</summary>
    public double[] Influence(Vector<double> m) =>
        [.. Scores(sample, Probability).Zip(sample.Times(inverse! * m), (score, along) => score * along)];

    // w p (1 − p)
    private static double[] Information(TwoPeriodSample sample, double[] probability) => [.. sample.Weight.Zip(probability, (w, p) => w * p * (1 - p))];

    // w (D − p)
    private static double[] Scores(TwoPeriodSample sample, double[] probability) =>
        [.. Enumerable.Range(0, sample.Count).Select(i => sample.Weight[i] * (sample.Treated[i] - probability[i]))];

    private static (Vector<double> Coefficients, double[] Probability) Climb(TwoPeriodSample sample, Vector<double> from, Vector<double> step)
    {
        var before = LogLikelihood(sample, from);
        for (var factor = 1.0; factor > 1e-6; factor /= 2)
        {
            var to = from + (factor * step);
            if (LogLikelihood(sample, to) >= before - (1e-12 * Math.Abs(before)))
            {
                return (to, Probabilities(sample, to));
            }
        }

        return (from, Probabilities(sample, from));
    }

    private static double[] Probabilities(TwoPeriodSample sample, Vector<double> coefficients) =>
        [.. sample.Times(coefficients).Select(index => 1 / (1 + Math.Exp(-index)))];

    // Σ w [D xβ − log(1 + e^(xβ))]
    private static double LogLikelihood(TwoPeriodSample sample, Vector<double> coefficients)
    {
        double sum = 0;
        foreach (var (i, index) in sample.Times(coefficients).Index())
        {
            sum += sample.Weight[i] * ((sample.Treated[i] * index) - Math.Max(index, 0) - Math.Log(1 + Math.Exp(-Math.Abs(index))));
        }

        return sum;
    }
}
