namespace Utvardering.Statistics.Regression;

/// <summary>The rows of a regression that are used.</summary>
/// <param name="Rows">Their positions, ascending.</param>
/// <param name="Given">How many rows there were.</param>
internal sealed record RowSelection(int[] Rows, int Given)
{
    /// <summary>Whether no row is left out.</summary>
    public bool IsAll => Rows.Length == Given;

    public static RowSelection All(int rows) => new([.. Enumerable.Range(0, rows)], rows);

    /// <summary>The rows that are not alone in a group of any effect: leaving one out may leave another alone, so until none is.</summary>
    /// <exception cref="ArgumentException">All rows are alone somewhere.</exception>
    public static RowSelection WithoutSingletons(int rows, IReadOnlyList<Grouping> effects) =>
        Where(rows, effects, (counts, _) => counts > 1, null, "Every row is alone in its group of some fixed effect");

    /// <summary>The rows that lie, in each effect, in a group with some count above zero.</summary>
    /// <exception cref="ArgumentException">No row does.</exception>
    public static RowSelection WithCounts(double[] outcome, IReadOnlyList<Grouping> effects) =>
        Where(outcome.Length, effects, (_, sum) => sum > 0, outcome, "Every count is zero");

    public double[] Of(double[] values) => IsAll ? values : Array.ConvertAll(Rows, row => values[row]);

    public double[]? OfOptional(double[]? values) => values is null ? null : Of(values);

    public Grouping[] Of(IReadOnlyList<Grouping> effects) => [.. effects.Select(effect => IsAll ? effect.WithoutEmpty() : effect.Restrict(Rows))];

    /// <summary>A selection among the selected, in terms of the rows given.</summary>
    public RowSelection Then(RowSelection further) => new(Array.ConvertAll(further.Rows, row => Rows[row]), Given);

    private static RowSelection Where(int rows, IReadOnlyList<Grouping> effects, Func<int, double, bool> keepGroup, double[]? outcome, string nothingLeft)
    {
        var keep = new bool[rows];
        Array.Fill(keep, true);
        var (left, before) = (rows, 0);
        while (left != before)
        {
            before = left;
            foreach (var effect in effects)
            {
                left -= LeaveOut(effect, keep, keepGroup, outcome);
            }
        }

        if (left == rows)
        {
            return All(rows);
        }

        return left > 0
            ? new([.. Enumerable.Range(0, rows).Where(row => keep[row])], rows)
            : throw new ArgumentException($"{nothingLeft}: there is nothing to estimate. Use more periods or coarser effects.");
    }

    private static int LeaveOut(Grouping effect, bool[] keep, Func<int, double, bool> keepGroup, double[]? outcome)
    {
        var counts = new int[effect.Count];
        var sums = new double[effect.Count];
        var codes = effect.Codes;
        for (var row = 0; row < keep.Length; row++)
        {
            if (keep[row])
            {
                counts[codes[row]]++;
                sums[codes[row]] += outcome?[row] ?? 0;
            }
        }

        // An empty level has no rows to leave out.
        var keepLevel = counts.Zip(sums, keepGroup).ToArray();
        if (!counts.Where((count, level) => count > 0 && !keepLevel[level]).Any())
        {
            return 0;
        }

        var leftOut = 0;
        for (var row = 0; row < keep.Length; row++)
        {
            if (keep[row] && !keepLevel[codes[row]])
            {
                keep[row] = false;
                leftOut++;
            }
        }

        return leftOut;
    }
}
