using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>A segmented regression of a series; see <see cref="InterruptedTimeSeries"/>.</summary>
public sealed record InterruptedTimeSeriesEstimate
{
    /// <summary>All coefficients with their standard errors: "(Intercept)", "time", "level", "slope" and the season's.</summary>
    public required RegressionInference Coefficients { get; init; }

    /// <summary>The change in level; on the log scale for counts.</summary>
    public required Estimate Level { get; init; }

    /// <summary>The change in slope by period; null when none was allowed for. The effect j periods in, the first being 1, is level + j · slope.</summary>
    public Estimate? Slope { get; init; }

    /// <summary>The model's value for each period.</summary>
    public required ImmutableArray<double> Fitted { get; init; }

    /// <summary>The model's value for each period had nothing interrupted it; counts where the outcome is one.</summary>
    public required ImmutableArray<double> Counterfactual { get; init; }

    /// <summary>What is left of dependence between neighbouring periods.</summary>
    public required ResidualAutocorrelation Autocorrelation { get; init; }

    /// <summary>ρ of AR(1) errors; null for other models.</summary>
    public double? Rho { get; init; }

    /// <summary>What the reader must know.</summary>
    public ImmutableArray<EstimationWarning> Warnings { get; init; } = [];
}
