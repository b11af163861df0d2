using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>Generalised least squares with errors e_t = ρ e_{t−1} + u_t.</summary>
/// <remarks>
/// The first error keeps its place: with R the correlation matrix, R^(−1/2) e = (e_1, (e_t − ρ e_{t−1}) / √(1 − ρ²)), log |R| = (n − 1) log(1 − ρ²);
/// several series one after another have one ρ and a first error each, log |R| = (n − series) log(1 − ρ²).
/// Slopes and σ are taken out of the likelihood, which leaves one maximum to find (Pinheiro and Bates 2000, <i>Mixed-Effects Models in S and S-PLUS</i>,
/// section 5.3.1); figures agree with nlme's <c>gls</c>.
/// </remarks>
public static class AutoregressiveLeastSquares
{
    private const int MostIterations = 500;

    // ρ = tanh z: beyond |z| = 6 the errors are a random walk but for 1e−5.
    private const double Edge = 6;

    /// <summary>Fits one series.</summary>
    /// <param name="outcome">One value for each period, in order and without gaps.</param>
    /// <param name="columns">The regressors, the constant among them.</param>
    /// <param name="method">How ρ is estimated.</param>
    /// <param name="series">How many series of equal length stand one after another: with one ρ, each beginning anew.</param>
    /// <exception cref="ArgumentException">As <see cref="LeastSquares"/>; an outcome that is not so many series of equal length.</exception>
    public static AutoregressiveFit Fit(
        double[] outcome, IReadOnlyList<DesignColumn> columns, AutoregressiveMethod method = AutoregressiveMethod.RestrictedMaximumLikelihood, int series = 1)
    {
        if (series < 1 || outcome.Length % series != 0)
        {
            throw new ArgumentException($"{outcome.Length} periods are not {series} series of equal length.");
        }

        var (rho, iterations) = method == AutoregressiveMethod.PraisWinsten ? Iterate(outcome, columns, series) : (Maximise(outcome, columns, method, series), 0);
        var name = method switch
        {
            AutoregressiveMethod.MaximumLikelihood => "generalised least squares, AR(1) errors by maximum likelihood",
            AutoregressiveMethod.RestrictedMaximumLikelihood => "generalised least squares, AR(1) errors by restricted maximum likelihood",
            _ => "Prais–Winsten regression, AR(1) errors",
        };
        var fit = Whitened(outcome, columns, rho, name, series);
        var degrees = method == AutoregressiveMethod.MaximumLikelihood ? outcome.Length : outcome.Length - fit.Names.Length;
        var atEdge = Math.Abs(rho) > Math.Tanh(Edge - 0.1) || iterations == MostIterations;
        return new(
            rho,
            Math.Sqrt(fit.Deviance / degrees),
            method == AutoregressiveMethod.PraisWinsten ? double.NaN : LogLikelihood(fit, rho, method, series),
            iterations,
            fit.With(new ClassicalErrors(), new SampleSize(outcome.Length, series, 1, outcome.Length / series)),
            atEdge ? [.. fit.Warnings, new(EstimationWarningKind.NotConverged, Value: iterations, Limit: MostIterations)] : fit.Warnings);
    }

    private static double Maximise(double[] outcome, IReadOnlyList<DesignColumn> columns, AutoregressiveMethod method, int series)
    {
        double At(double z) => LogLikelihood(Whitened(outcome, columns, Math.Tanh(z), "", series), Math.Tanh(z), method, series);

        // A grid finds the highest hill, the golden section its top.
        const int Steps = 60;
        var best = Enumerable.Range(0, Steps + 1).MaxBy(step => At(Grid(step)));
        var (low, high) = (Grid(Math.Max(best - 1, 0)), Grid(Math.Min(best + 1, Steps)));
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
        var (atLeft, atRight) = (At(left), At(right));
        while (high - low > 1e-9)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (ratio * (high - low));
                atLeft = At(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (ratio * (high - low));
                atRight = At(right);
            }
        }

        var top = (low + high) / 2;
        return Math.Tanh(Math.Abs(top) < Edge - 0.2 ? Polished(At, top) : top);

        static double Grid(int step) => Edge * ((2.0 * step / Steps) - 1);
    }

    // Near the top the likelihood itself is flat to half its digits; its slope is not. Newton's steps on five-point differences.
    private static double Polished(Func<double, double> likelihood, double z)
    {
        const double H = 1e-3;
        for (var step = 0; step < 2; step++)
        {
            double[] at = [.. Enumerable.Range(-2, 5).Select(i => likelihood(z + (i * H)))];
            var slope = (at[0] - (8 * at[1]) + (8 * at[3]) - at[4]) / (12 * H);
            var curvature = (-at[0] + (16 * at[1]) - (30 * at[2]) + (16 * at[3]) - at[4]) / (12 * H * H);
            z -= curvature < 0 ? Math.Clamp(slope / curvature, -H, H) : 0;
        }

        return z;
    }

    private static (double Rho, int Iterations) Iterate(double[] outcome, IReadOnlyList<DesignColumn> columns, int series)
    {
        double rho = 0;
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            var fit = Whitened(outcome, columns, rho, "", series);
            var errors = (double[])outcome.Clone();
            foreach (var (name, slope) in fit.Names.Zip(fit.Coefficients))
            {
                VectorMath.AddScaled(errors, -slope, columns.Single(column => column.Name == name).Values);
            }

            // Σ e(t) e(t − 1) / Σ e(t − 1)², within each series.
            var (products, squares, length) = (0.0, 0.0, errors.Length / series);
            for (var first = 0; first < errors.Length; first += length)
            {
                var earlier = errors.AsSpan(first, length - 1);
                products += VectorMath.Dot(errors.AsSpan(first + 1, length - 1), earlier);
                squares += VectorMath.Dot(earlier, earlier);
            }

            var next = products / squares;
            if (Math.Abs(next - rho) < 1e-12)
            {
                return (next, iteration);
            }

            rho = Math.Clamp(next, -Math.Tanh(Edge), Math.Tanh(Edge));
        }

        return (rho, MostIterations);
    }

    private static double LogLikelihood(RegressionFit fit, double rho, AutoregressiveMethod method, int series)
    {
        var n = fit.Observations;
        var determinant = (n - series) * Math.Log(1 - (rho * rho));
        if (method == AutoregressiveMethod.MaximumLikelihood)
        {
            // −½ [n log(2π RSS / n) + log |R| + n]
            return -0.5 * ((n * Math.Log(2 * Math.PI * fit.Deviance / n)) + determinant + n);
        }

        // −½ [(n − K)(log(2π RSS / (n − K)) + 1) + log |R| + log |X′R⁻¹X|]
        var degrees = n - fit.Names.Length;
        return -0.5 * ((degrees * (Math.Log(2 * Math.PI * fit.Deviance / degrees) + 1)) + determinant - Math.Log(fit.Bread.Determinant()));
    }

    private static RegressionFit Whitened(double[] outcome, IReadOnlyList<DesignColumn> columns, double rho, string method, int series) => LeastSquares.Fit(
        Whiten(outcome, rho, series), [.. columns.Select(column => column with { Values = Whiten(column.Values, rho, series) })], new() { Method = method });

    private static double[] Whiten(double[] values, double rho, int series)
    {
        var (scale, length) = (1 / Math.Sqrt(1 - (rho * rho)), values.Length / series);
        return [.. Enumerable.Range(0, values.Length).Select(t => t % length == 0 ? values[t] : (values[t] - (rho * values[t - 1])) * scale)];
    }
}
