namespace Utvardering.Disclosure.Tables;

/// <summary>
/// The effect on one treated municipality. One municipality alone proves little: the interval is wide, and a figure here is a part of the
/// pooled effect before it is anything else.
/// </summary>
public sealed record UnitEffectRow
{
    public required string ResultId { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Municipality { get; init; }

    /// <summary>The effect in the indicator's unit.</summary>
    public double? Estimate { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double Level { get; init; }
    public double? PValue { get; init; }
    public double? MinimumPValue { get; init; }

    /// <summary>The effect as a share of what the municipality would have had.</summary>
    public double? Relative { get; init; }

    /// <summary>The root mean squared gap before the start, in the indicator's unit; null where the design has none.</summary>
    public double? PreRmspe { get; init; }

    /// <summary>RMSPE after ÷ RMSPE before.</summary>
    public double? RmspeRatio { get; init; }

    /// <summary>The place of the effect among the donors' placebo effects, 1 the lowest; ties at the middle.</summary>
    public double? Rank { get; init; }
    public int? Ranked { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
