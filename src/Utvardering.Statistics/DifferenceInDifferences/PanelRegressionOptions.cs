using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How a regression on a panel is fitted and its uncertainty told.</summary>
public record PanelRegressionOptions
{
    private readonly double confidence = 0.95;
    private readonly int? lag;

    /// <summary>The names of the panel's covariates to adjust for; they should not react to treatment.</summary>
    public ImmutableArray<string> Covariates { get; init; } = [];

    /// <summary>
    /// The fixed effects of <see cref="TwoWayFixedEffects"/> and <see cref="PoissonDifferenceInDifferences"/>: "unit", "period", and covariates of the panel whose values
    /// are an effect's levels, such as a number for each region and year. Null: unit and period. Empty: none, a plain regression with a constant.
    /// </summary>
    public ImmutableArray<string>? Effects { get; init; }

    /// <summary>Which standard errors.</summary>
    public PanelErrors Errors { get; init; } = PanelErrors.Clustered;

    /// <summary>Which of the <see cref="PanelErrors.Robust"/> ones.</summary>
    public RobustKind Robust { get; init; } = RobustKind.HC1;

    /// <summary>The correction for small samples.</summary>
    public SmallSample SmallSample { get; init; } = SmallSample.Default;

    /// <summary>The longest lag of <see cref="PanelErrors.DriscollKraay"/> and <see cref="PanelErrors.NeweyWest"/>; null: ⌊T^¼⌋.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero.</exception>
    public int? Lag
    {
        get => lag;
        init => lag = value is < 0 ? throw new ArgumentOutOfRangeException(nameof(value), value, "A lag is zero or more.") : value;
    }

    /// <summary>The coverage of intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1).</exception>
    public double Confidence
    {
        get => confidence;
        init
        {
            _ = ConfidenceLevel.TailOf(value);
            confidence = value;
        }
    }

    internal StandardErrors ErrorsOn(PanelRows rows) => ErrorsOn(rows.Clusters, rows.Times, rows.Period, rows.Units);

    /// <param name="clusters">The cluster of each row.</param>
    /// <param name="times">The period of each row.</param>
    /// <param name="period">Its number.</param>
    /// <param name="units">The unit of each row, for Newey–West.</param>
    internal StandardErrors ErrorsOn(Grouping clusters, Grouping times, int[] period, Grouping? units) => Errors switch
    {
        PanelErrors.Clustered => new ClusteredErrors(clusters) { SmallSample = SmallSample },
        PanelErrors.BiasReduced => new BiasReducedErrors(clusters) { SmallSample = SmallSample },
        PanelErrors.ClusteredByUnitAndPeriod => new TwoWayClusteredErrors(clusters, times) { SmallSample = SmallSample },
        PanelErrors.DriscollKraay => new DriscollKraayErrors(period, Lag) { SmallSample = SmallSample },
        PanelErrors.NeweyWest => new NeweyWestErrors(period, units, Lag) { SmallSample = SmallSample },
        PanelErrors.Robust => new RobustErrors(Robust) { SmallSample = SmallSample },
        PanelErrors.QuasiPoisson => new QuasiPoissonErrors { SmallSample = SmallSample },
        _ => new ClassicalErrors { SmallSample = SmallSample },
    };
}
