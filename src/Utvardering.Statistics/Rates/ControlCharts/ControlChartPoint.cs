using System.Collections.Immutable;

namespace Utvardering.Statistics.Rates;

/// <summary>One point of a control chart, on its scale.</summary>
/// <param name="Value">The rate, proportion, count or measurement.</param>
/// <param name="Centre">The centre line.</param>
/// <param name="Sigma">σ at this point's denominator.</param>
/// <param name="Lower">Centre − 3 σ, not below what the measure can be.</param>
/// <param name="Upper">Centre + 3 σ, not above what the measure can be.</param>
/// <param name="InnerLower">Centre − 2 σ.</param>
/// <param name="InnerUpper">Centre + 2 σ.</param>
/// <param name="Signals">The rules whose pattern this point is part of.</param>
public sealed record ControlChartPoint(
    double Value, double Centre, double Sigma, double Lower, double Upper, double InnerLower, double InnerUpper, ImmutableArray<SignalRule> Signals);
