namespace Utvardering.Statistics.Regression;

/// <summary>Iteratively reweighted least squares for the Poisson likelihood with logarithmic link.</summary>
/// <remarks>
/// Nelder and Wedderburn (1972): z = η − offset + (y − μ) / μ is regressed with weights wμ until no linear predictor moves. Newton's method, so
/// that the last step squares the error. Rows that a combination of regressors predicts to be zero (separation: Correia, Guimarães and Zylkin
/// 2019) have a predictor that falls by one in every step while all others stand still: they are told, so that the caller leaves them out.
/// </remarks>
internal sealed class PoissonIteration(PoissonRows rows, Func<double[], double[], RegressionFit> step, int mostIterations)
{
    private const double Still = 1e-9;
    private const double NearlyStill = 0.01;
    private const double Falling = -0.5;
    private const int MostHalvings = 20;

    private double[] predictor = Start(rows);
    private double[] mean = [];
    private double deviance = double.PositiveInfinity;

    /// <summary>The last weighted regression.</summary>
    public RegressionFit? Last { get; private set; }

    /// <summary>μ̂.</summary>
    public double[] Mean => mean;

    /// <summary>2 Σ w (y log(y / μ) − (y − μ)).</summary>
    public double Deviance => deviance;

    /// <summary>Steps made.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether no predictor moved in the last step.</summary>
    public bool Converged { get; private set; }

    /// <summary>Iterates; gives the rows that are separated, none when the fit is done.</summary>
    public int[] Run()
    {
        mean = Array.ConvertAll(predictor, Math.Exp);
        while (Steps < mostIterations)
        {
            Steps++;
            var (before, oldDeviance) = (predictor, deviance);
            Step();
            for (var halving = 0; halving < MostHalvings && !(deviance <= oldDeviance + (1e-8 * (1 + Math.Abs(oldDeviance)))); halving++)
            {
                MoveTo([.. predictor.Zip(before, (now, then) => (now + then) / 2)]);
            }

            var (moved, falling) = Movement(before);
            if (moved <= Still)
            {
                Converged = true;
                return [];
            }

            if (falling.Length > 0)
            {
                return falling;
            }
        }

        return [];
    }

    private static double[] Start(PoissonRows rows)
    {
        var average = rows.Counts.Average();
        return Array.ConvertAll(rows.Counts, count => Math.Log((count + average) / 2));
    }

    private void Step()
    {
        var (working, weights) = (new double[mean.Length], new double[mean.Length]);
        for (var row = 0; row < working.Length; row++)
        {
            working[row] = predictor[row] - (rows.Offset?[row] ?? 0) + ((rows.Counts[row] - mean[row]) / mean[row]);
            weights[row] = (rows.Weights?[row] ?? 1) * mean[row];
        }

        Last = step(working, weights);
        MoveTo([.. Last.Fitted.Select((fitted, row) => fitted + (rows.Offset?[row] ?? 0))]);
    }

    private void MoveTo(double[] predictor)
    {
        this.predictor = predictor;
        mean = Array.ConvertAll(predictor, Math.Exp);
        deviance = 0;
        for (var row = 0; row < predictor.Length; row++)
        {
            var (y, mu) = (rows.Counts[row], mean[row]);
            var saturated = y > 0 ? y * (Math.Log(y) - predictor[row]) : 0;
            deviance += 2 * (rows.Weights?[row] ?? 1) * (saturated - (y - mu));
        }
    }

    // How far predictors moved, those of falling rows apart; and these rows, once all others stand nearly still.
    private (double Moved, int[] Falling) Movement(double[] before)
    {
        var (moved, falling) = (0.0, new List<int>());
        for (var row = 0; row < before.Length; row++)
        {
            var by = predictor[row] - before[row];
            if (rows.Counts[row] == 0 && by < Falling)
            {
                falling.Add(row);
            }
            else
            {
                moved = Math.Max(moved, Math.Abs(by));
            }
        }

        return falling.Count == 0 ? (moved, []) : (1, moved < NearlyStill ? [.. falling] : []);
    }
}
