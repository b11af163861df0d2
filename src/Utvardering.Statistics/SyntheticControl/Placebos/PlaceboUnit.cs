namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>A donor with a synthetic control of its own, as if it had been treated.</summary>
/// <param name="Unit">The donor.</param>
/// <param name="Effect">Its mean gap from the start of treatment, in the unit of the outcome.</param>
/// <param name="PreRmspe">The root mean squared gap before.</param>
/// <param name="PostRmspe">The root mean squared gap from the start.</param>
/// <param name="Ratio">After / before.</param>
/// <param name="IsLeftOut">Whether the filter on the pre-treatment fit left it out of the p-values.</param>
public sealed record PlaceboUnit(string Unit, double Effect, double PreRmspe, double PostRmspe, double Ratio, bool IsLeftOut)
{
    /// <summary>The weights of its donors.</summary>
    public required System.Collections.Immutable.ImmutableArray<UnitWeight> Weights { get; init; }

    /// <summary>Its gap in every period.</summary>
    public required System.Collections.Immutable.ImmutableArray<double> Gaps { get; init; }
}
