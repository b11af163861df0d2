namespace Utvardering.Statistics.Regression;

/// <summary>Says what is wrong with the rows of a regression before it is fitted.</summary>
internal static class DesignCheck
{
    public static void Rows(double[] outcome, IReadOnlyList<DesignColumn> columns, double[]? weights)
    {
        if (outcome.Length == 0)
        {
            throw new ArgumentException("The regression has no rows: widen the selection.");
        }

        Finite("The outcome", outcome, outcome.Length);
        foreach (var column in columns)
        {
            Finite($"The regressor \"{column.Name}\"", column.Values, outcome.Length);
        }

        var twice = columns.CountBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(name => name.Value > 1).Key;
        if (twice is not null)
        {
            throw new ArgumentException($"Two regressors are called \"{twice}\": give each its own name.");
        }

        if (weights is null)
        {
            return;
        }

        Finite("The weight", weights, outcome.Length);
        var notPositive = Array.FindIndex(weights, weight => weight <= 0);
        if (notPositive >= 0)
        {
            throw new ArgumentException($"The weight of row {notPositive} is not positive: correct it, or leave the row out.");
        }
    }

    public static void Groups(int rows, IReadOnlyList<Grouping> effects)
    {
        foreach (var effect in effects.Where(effect => effect.Rows != rows))
        {
            throw new ArgumentException($"The groups of \"{effect.Name}\" have {effect.Rows} rows, the outcome has {rows}: give one group for each row.");
        }
    }

    public static void Effects(int rows, IReadOnlyList<Grouping> effects)
    {
        if (effects.Count == 0)
        {
            throw new ArgumentException("The regression has no fixed effects: give at least one, or use a regression without them.");
        }

        Groups(rows, effects);
    }

    public static void Freedom(int rows, int parameters, int columns)
    {
        if (parameters == 0)
        {
            throw new ArgumentException(columns == 0
                ? "The regression has no regressors: give at least one."
                : "No regressor varies after fixed effects and the constant: there is nothing to estimate. Check how the regressors are coded.");
        }

        if (rows <= parameters)
        {
            throw new ArgumentException($"The regression has {rows} rows for {parameters} coefficients: use fewer regressors or more rows.");
        }
    }

    private static void Finite(string what, double[] values, int rows)
    {
        if (values.Length != rows)
        {
            throw new ArgumentException($"{what} has {values.Length} values, the outcome has {rows}: give one for each row.");
        }

        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row]))
            {
                throw new ArgumentException($"{what} is no number in row {row}: correct it, or leave the row out.");
            }
        }
    }
}
