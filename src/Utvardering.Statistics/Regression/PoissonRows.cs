namespace Utvardering.Statistics.Regression;

/// <summary>The rows a Poisson regression is fitted on.</summary>
internal sealed record PoissonRows(double[] Counts, double[]? Offset, double[]? Weights, DesignColumn[] Columns, Grouping[] Effects)
{
    /// <summary>Checks the rows.</summary>
    /// <exception cref="ArgumentException">As least squares' rows, and a count below zero, or none above.</exception>
    public static PoissonRows Check(double[] counts, IReadOnlyList<DesignColumn> columns, IReadOnlyList<Grouping> effects, PoissonOptions options)
    {
        DesignCheck.Rows(counts, columns, options.Weights);
        DesignCheck.Groups(counts.Length, effects);
        var negative = Array.FindIndex(counts, count => count < 0);
        if (negative >= 0)
        {
            throw new ArgumentException($"The count of row {negative} is below zero: a Poisson regression is for counts, correct it or use least squares.");
        }

        return Array.Exists(counts, count => count > 0)
            ? new(counts, options.LogOffset(counts.Length), options.Weights, [.. columns], [.. effects])
            : throw new ArgumentException("Every count is zero: there is nothing to estimate.");
    }

    public PoissonRows On(RowSelection selected) => selected.IsAll && Effects.Length == 0 ? this : new(
        selected.Of(Counts),
        selected.OfOptional(Offset),
        selected.OfOptional(Weights),
        [.. Columns.Select(column => new DesignColumn(column.Name, selected.Of(column.Values)))],
        selected.Of(Effects));
}
