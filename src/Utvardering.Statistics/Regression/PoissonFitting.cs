using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Regression;

/// <summary>Fits a Poisson regression on rows, leaving out separated ones until none is left.</summary>
internal static class PoissonFitting
{
    public static RegressionFit Fit(PoissonRows all, RowSelection selected, PoissonOptions options, string method, int singletons)
    {
        var given = all.Counts.Length;
        while (true)
        {
            var rows = all.On(selected);
            var iteration = new PoissonIteration(rows, StepOf(rows, options), options.MostIterations);
            var separated = iteration.Run();
            if (separated.Length == 0)
            {
                return Result(rows, iteration, method).On(selected, [.. Told(given, selected.Rows.Length, singletons), .. Convergence(iteration, options)]);
            }

            var leave = separated.ToHashSet();
            var further = new RowSelection([.. Enumerable.Range(0, rows.Counts.Length).Where(row => !leave.Contains(row))], rows.Counts.Length);
            selected = selected.Then(further);
        }
    }

    private static IEnumerable<EstimationWarning> Told(int given, int used, int singletons)
    {
        if (singletons > 0)
        {
            yield return new(EstimationWarningKind.SingletonsLeftOut, Value: singletons, Limit: given);
        }

        if (given - used > singletons)
        {
            yield return new(EstimationWarningKind.Separation, Value: given - used - singletons, Limit: given);
        }
    }

    private static IEnumerable<EstimationWarning> Convergence(PoissonIteration iteration, PoissonOptions options) => iteration.Converged
        ? []
        : [new(EstimationWarningKind.NotConverged, Value: iteration.Steps, Limit: options.MostIterations)];

    private static Func<double[], double[], RegressionFit> StepOf(PoissonRows rows, PoissonOptions options)
    {
        double[][] values = [.. rows.Columns.Select(column => column.Values)];
        string[] names = [.. rows.Columns.Select(column => column.Name)];
        return rows.Effects.Length == 0
            ? (working, weights) => LeastSquares.Fit(working, values, names, weights, "")
            : (working, weights) => FixedEffectsLeastSquares.Fit(working, values, names, rows.Effects, weights, "", options.Threads);
    }

    private static RegressionFit Result(PoissonRows rows, PoissonIteration iteration, string method)
    {
        var last = iteration.Last!;
        var (counts, mean) = (rows.Counts, iteration.Mean);
        return new()
        {
            Method = method,
            Names = last.Names,
            Dropped = last.Dropped,
            Coefficients = last.Coefficients,
            Residuals = [.. counts.Zip(mean, (y, mu) => y - mu)],
            Fitted = mean,
            Rows = last.Rows,
            RowsGiven = last.RowsGiven,
            FixedEffects = last.FixedEffects,
            IsPoisson = true,
            Iterations = iteration.Steps,
            Bread = last.Bread,
            FitWarnings = last.FitWarnings,
            Regressors = last.Regressors,
            Weights = [.. mean.Select((mu, row) => mu * (rows.Weights?[row] ?? 1))],
            WorkingResiduals = [.. counts.Zip(mean, (y, mu) => (y - mu) / mu)],
            PoissonDeviance = iteration.Deviance,
        };
    }
}
