using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.FewClusters;

/// <summary>Two steps: individuals to one figure for each group (and period), then a regression of the figures, with as few degrees of freedom as groups give.</summary>
/// <remarks>
/// Donald and Lang (2007), "Inference with Difference-in-Differences and Other Panel Data". Step one regresses the outcome on individual
/// regressors within cells and takes the cells' adjusted means; step two is ordinary least squares on them, t with cells − K degrees of freedom.
/// Exact when the cells' errors are normal with one variance, as with large cells and group shocks alike.
/// </remarks>
public static class DonaldLang
{
    /// <summary>Both steps.</summary>
    /// <param name="outcome">One value for each individual.</param>
    /// <param name="individual">Regressors that vary within cells, one value for each individual; may be empty.</param>
    /// <param name="cells">The cell (group, or group and period) of each individual.</param>
    /// <param name="ofCells">The regressors of the second step, one value for each cell in the order of its number; the constant among them.</param>
    /// <param name="coefficient">The name of the second step's regressor of interest.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <exception cref="ArgumentException">An empty cell; a regressor of another length; too few cells; an unknown or collinear regressor.</exception>
    public static Estimate Estimate(
        double[] outcome, IReadOnlyList<DesignColumn> individual, Grouping cells, IReadOnlyList<DesignColumn> ofCells, string coefficient, double confidence = 0.95)
    {
        var means = AdjustedMeans(outcome, individual, cells);
        var second = LeastSquares.Fit(means, ofCells, new() { Method = "Donald–Lang two-step" }).With(new ClassicalErrors());
        return second.Coefficient(coefficient, confidence);
    }

    /// <summary>The first step alone: the mean of each cell, as if its individuals had regressors of zero.</summary>
    /// <param name="outcome">One value for each individual.</param>
    /// <param name="individual">Regressors that vary within cells, one value for each individual; may be empty.</param>
    /// <param name="cells">The cell of each individual.</param>
    /// <exception cref="ArgumentException">An empty cell; a regressor of another length.</exception>
    public static double[] AdjustedMeans(double[] outcome, IReadOnlyList<DesignColumn> individual, Grouping cells)
    {
        CheckCells(outcome, individual, cells);
        var means = Means(outcome, cells);
        if (individual.Count == 0)
        {
            return means;
        }

        // Within cells: slopes of y − ȳ_c on x − x̄_c; then the adjusted mean ȳ_c − x̄_c′β̂.
        var within = LeastSquares.Fit(Within(outcome, cells), [.. individual.Select(column => column with { Values = Within(column.Values, cells) })]);
        foreach (var (name, slope) in within.Names.Zip(within.Coefficients))
        {
            var ofColumn = Means(individual.Single(column => column.Name == name).Values, cells);
            means = [.. means.Zip(ofColumn, (mean, x) => mean - (slope * x))];
        }

        return means;
    }

    /// <summary>The second step on one change for each unit: a difference in means with pooled variance and units − 2 degrees of freedom.</summary>
    /// <param name="treated">One change for each treated unit.</param>
    /// <param name="controls">One for each control.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <exception cref="ArgumentException">Fewer than three units, or none in a group.</exception>
    public static Estimate TwoSample(IReadOnlyCollection<double> treated, IReadOnlyCollection<double> controls, double confidence = 0.95)
    {
        double[] changes = [.. treated, .. controls];
        double[] isTreated = [.. treated.Select(_ => 1.0), .. controls.Select(_ => 0.0)];
        var fit = LeastSquares.Fit(changes, [DesignColumn.Intercept(changes.Length), new("treated", isTreated)], new() { Method = "Donald–Lang two-step" });
        return fit.With(new ClassicalErrors(), new(changes.Length, changes.Length, treated.Count, 2)).Coefficient("treated", confidence);
    }

    /// <summary>The same on the units' changes of a two-by-two estimate.</summary>
    /// <exception cref="ArgumentException">Fewer than three units.</exception>
    public static Estimate TwoSample(TwoByTwoEstimate estimate, double confidence = 0.95) => TwoSample(
        [.. estimate.UnitChanges.Where(unit => unit.Treated).Select(unit => unit.Change)],
        [.. estimate.UnitChanges.Where(unit => !unit.Treated).Select(unit => unit.Change)],
        confidence);

    private static void CheckCells(double[] outcome, IReadOnlyList<DesignColumn> individual, Grouping cells)
    {
        foreach (var (name, length) in individual.Select(column => (column.Name, column.Values.Length)).Append(("cells", cells.Rows)))
        {
            if (length != outcome.Length)
            {
                throw new ArgumentException($"\"{name}\" has {length} values for {outcome.Length} individuals: give one for each.");
            }
        }

        var sizes = new int[cells.Count];
        foreach (var cell in cells.Codes)
        {
            sizes[cell]++;
        }

        if (Array.IndexOf(sizes, 0) is var empty and >= 0)
        {
            throw new ArgumentException($"Cell {empty} of \"{cells.Name}\" has no individual: number the cells without gaps.");
        }
    }

    private static double[] Means(double[] values, Grouping cells)
    {
        var (sums, sizes) = (new double[cells.Count], new int[cells.Count]);
        for (var row = 0; row < values.Length; row++)
        {
            sums[cells.Codes[row]] += values[row];
            sizes[cells.Codes[row]]++;
        }

        return [.. sums.Zip(sizes, (sum, size) => sum / size)];
    }

    private static double[] Within(double[] values, Grouping cells)
    {
        var means = Means(values, cells);
        return [.. values.Select((value, row) => value - means[cells.Codes[row]])];
    }
}
