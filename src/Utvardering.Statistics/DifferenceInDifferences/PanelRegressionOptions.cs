using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How a regression on a panel is fitted and its uncertainty told.</summary>
public record PanelRegressionOptions
{
    private readonly double _confidence = 0.95;
    private readonly int? _lag;

    /// <summary>The names of the panel's covariates to adjust for; they should not react to treatment.</summary>
    public ImmutableArray<string> Covariates { get; init; } = [];

    /// <summary>Which standard errors.</summary>
    public PanelErrors Errors { get; init; } = PanelErrors.Clustered;

    /// <summary>The correction for small samples.</summary>
    public SmallSample SmallSample { get; init; } = SmallSample.Default;

    /// <summary>The longest lag of <see cref="PanelErrors.DriscollKraay"/> and <see cref="PanelErrors.NeweyWest"/>; null: ⌊T^¼⌋.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero.</exception>
    public int? Lag
    {
        get => _lag;
        init => _lag = value is < 0 ? throw new ArgumentOutOfRangeException(nameof(value), value, "A lag is zero or more.") : value;
    }

    /// <summary>The coverage of intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1).</exception>
    public double Confidence
    {
        get => _confidence;
        init
        {
            _ = ConfidenceLevel.TailOf(value);
            _confidence = value;
        }
    }

    internal StandardErrors ErrorsOn(PanelRows rows) => Errors switch
    {
        PanelErrors.Clustered => new ClusteredErrors(rows.Clusters) { SmallSample = SmallSample },
        PanelErrors.BiasReduced => new BiasReducedErrors(rows.Clusters) { SmallSample = SmallSample },
        PanelErrors.ClusteredByUnitAndPeriod => new TwoWayClusteredErrors(rows.Clusters, rows.Times) { SmallSample = SmallSample },
        PanelErrors.DriscollKraay => new DriscollKraayErrors(rows.Period, Lag) { SmallSample = SmallSample },
        PanelErrors.NeweyWest => new NeweyWestErrors(rows.Period, rows.Units, Lag) { SmallSample = SmallSample },
        PanelErrors.Robust => new RobustErrors { SmallSample = SmallSample },
        _ => new ClassicalErrors { SmallSample = SmallSample },
    };
}
