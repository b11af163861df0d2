using Utvardering.Statistics.Warnings;

namespace Utvardering.Evaluation.Estimates;

/// <summary>What a design gives for a study, in one form for all estimators. NaN: the design has no such figure.</summary>
internal sealed record StudyEstimate
{
    /// <summary>The effect in the indicator's unit.</summary>
    public required double Value { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public double StandardError { get; init; } = double.NaN;

    public required double PValue { get; init; }

    /// <summary>The least p-value that any data could give.</summary>
    public double MinimumP { get; init; } = double.NaN;

    /// <summary>How p-value and interval were made, as <see cref="Plans.Estimators"/> names it.</summary>
    public required string Inference { get; init; }

    /// <summary>Assignments or placebos behind the p-value; 0 where there are none.</summary>
    public long Assignments { get; init; }

    public double TreatedBefore { get; init; } = double.NaN;

    public double TreatedAfter { get; init; } = double.NaN;

    public double ControlBefore { get; init; } = double.NaN;

    public double ControlAfter { get; init; } = double.NaN;

    public required int TreatedUnits { get; init; }

    public required int ControlUnits { get; init; }

    public required int BeforePeriods { get; init; }

    public required int AfterPeriods { get; init; }

    public IReadOnlyList<EstimationWarning> Warnings { get; init; } = [];

    public IReadOnlyList<UnitEffect> Units { get; init; } = [];

    public IReadOnlyList<StudyWeight> Weights { get; init; } = [];

    public IReadOnlyList<StudyPlacebo> Placebos { get; init; } = [];

    /// <summary>How far the controls are from the treated before the start, in the indicator's unit; NaN where nothing is fitted.</summary>
    public double PreRmspe { get; init; } = double.NaN;

    /// <summary>
    /// The effect as a share of what the treated would have had, with its interval: ρ(τ) = τ / (treated after − τ), which rises with τ, so that the
    /// ends of the interval become its ends. NaN where the treated would have had nothing.
    /// </summary>
    public (double Ratio, double Low, double High) Relative => TreatedAfter - Value > 0 ? (Share(Value), Share(Low), Share(High)) : (double.NaN, double.NaN, double.NaN);

    private double Share(double effect) => double.IsNegativeInfinity(effect) ? -1
        : effect >= TreatedAfter ? double.PositiveInfinity
        : effect / (TreatedAfter - effect);
}
