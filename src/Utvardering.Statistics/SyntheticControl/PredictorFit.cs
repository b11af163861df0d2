namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Weights that match predictors, with importances given or searched for.</summary>
/// <remarks>Abadie, Diamond and Hainmueller (2010), section 2.3: W(V) for given V, and V so that the outcome before treatment is followed best.</remarks>
internal static class PredictorFit
{
    public static SyntheticFit Fit(DonorProblem problem, SyntheticControlOptions options)
    {
        var table = options.Predictors
            ?? throw new ArgumentException("A synthetic control with predictors needs a table of them: give one in the options, or match the outcome only.");
        var nested = PredictorProblem.Of(problem, table);
        var importance = options.PredictorImportance.IsDefaultOrEmpty ? new ImportanceSearch(nested).Run() : Given(options, table);
        return SyntheticFit.Of(nested.Weights(importance)) with { Importance = [.. importance] };
    }

    private static double[] Given(SyntheticControlOptions options, PredictorTable table)
    {
        var given = options.PredictorImportance;
        if (given.Length != table.Names.Length || given.Any(value => !(value >= 0 && double.IsFinite(value))) || given.Sum() <= 0)
        {
            throw new ArgumentException($"Importances of predictors are {table.Names.Length} numbers, zero or more, not all zero, in the order of the table: {given.Length} were given.");
        }

        return [.. given.Select(value => value / given.Sum())];
    }
}
