namespace Utvardering.Disclosure.Tables;

/// <summary>
/// What the design could have seen, learnt from the periods before the start alone and written down before the effect was estimated.
/// Effects are sizes in the direction asked about.
/// </summary>
public sealed record PowerRow
{
    public required string ResultId { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }

    /// <summary>The chance with which the detectable effect is found, such as 0.8.</summary>
    public double Power { get; init; }
    public double Level { get; init; }

    /// <summary>The least effect found with that chance, in the indicator's unit; infinite where none is.</summary>
    public double? Detectable { get; init; }

    /// <summary>The same as a share of the treated municipalities' mean before the start.</summary>
    public double? DetectableRelative { get; init; }

    /// <summary>Where the detectable effect would lie with endlessly many draws (95 %).</summary>
    public double? DetectableLow { get; init; }
    public double? DetectableHigh { get; init; }

    /// <summary>The detectable effect by formula (Burlig, Preonas and Woerman), in the indicator's unit.</summary>
    public double? Analytic { get; init; }

    /// <summary>The chance of finding the smallest effect that would matter.</summary>
    public double? PowerAtMatters { get; init; }

    /// <summary>The share of draws in which the design finds an effect where there is none.</summary>
    public double? FalseAlarmRate { get; init; }
    public int Draws { get; init; }
    public long Seed { get; init; }
    public required string Grain { get; init; }

    /// <summary>Periods before and after the start in each draw; fewer than the plan's windows where the past is too short for them.</summary>
    public int BeforePeriods { get; init; }
    public int AfterPeriods { get; init; }
    public int TreatedUnits { get; init; }
    public int ControlUnits { get; init; }
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
