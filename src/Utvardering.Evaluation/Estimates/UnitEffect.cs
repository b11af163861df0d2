namespace Utvardering.Evaluation.Estimates;

/// <summary>The effect on one treated municipality. NaN: the design has no such figure.</summary>
internal sealed record UnitEffect(string Municipality, double Value)
{
    public double Low { get; init; } = double.NaN;

    public double High { get; init; } = double.NaN;

    public double PValue { get; init; } = double.NaN;

    public double MinimumP { get; init; } = double.NaN;

    /// <summary>The municipality's own mean after the start.</summary>
    public double After { get; init; } = double.NaN;

    public double PreRmspe { get; init; } = double.NaN;

    public double RmspeRatio { get; init; } = double.NaN;

    public double Rank { get; init; } = double.NaN;

    public int? Ranked { get; init; }
}
