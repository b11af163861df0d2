namespace Utvardering.Evaluation.Plans;

/// <summary>The estimators a design may name, each with the inference that the validation (<c>docs/validation</c>) found to keep its error rate.</summary>
internal static class Estimators
{
    public const string Difference = "did-2x2";
    public const string SyntheticDid = "synthetic-did";
    public const string AugmentedControl = "augmented-synthetic-control";
    public const string ControlledSeries = "controlled-its";

    public const string Exact = "exact-randomisation";
    public const string Sampled = "sampled-randomisation";
    public const string Jackknife = "jackknife";
    public const string PlaceboAverages = "placebo-averages";

    /// <summary>The inference each estimator may have.</summary>
    public static IReadOnlyDictionary<string, string[]> Inference { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Difference] = [Exact, Sampled],
        [SyntheticDid] = [Jackknife],
        [AugmentedControl] = [PlaceboAverages],
        [ControlledSeries] = [Exact, Sampled],
    };

    /// <summary>Whether the inference draws, and so needs a number of draws.</summary>
    public static bool Draws(string inference) => inference is Sampled or PlaceboAverages;
}
