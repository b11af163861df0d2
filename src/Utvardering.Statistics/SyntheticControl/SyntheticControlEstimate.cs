using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>A synthetic control and the gaps to it.</summary>
public sealed record SyntheticControlEstimate
{
    /// <summary>The mean gap over the periods of treatment. Its uncertainty comes from placebos or conformal inference, not from here.</summary>
    public required Estimate Effect { get; init; }

    /// <summary>The treated unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The first period of treatment.</summary>
    public required int Start { get; init; }

    /// <summary>A weight for every donor, in ordinal order of the ids; 0 for those not used.</summary>
    public required ImmutableArray<UnitWeight> Weights { get; init; }

    /// <summary>What is added to Σ wⱼYⱼ: 0 but in the de-meaned variants.</summary>
    public required double Intercept { get; init; }

    /// <summary>Outcome, synthetic outcome and gap in every period.</summary>
    public required ImmutableArray<PeriodGap> Gaps { get; init; }

    /// <summary>The root mean squared gap before treatment.</summary>
    public required double PreRmspe { get; init; }

    /// <summary>The root mean squared gap from the start of treatment.</summary>
    public required double PostRmspe { get; init; }

    /// <summary>Whether no other weights follow the unit as well.</summary>
    public required bool WeightsAreUnique { get; init; }

    /// <summary>The proof of exactness: <see cref="Simplex.SimplexSolution.KktViolation"/>.</summary>
    public required double KktViolation { get; init; }

    /// <summary>λ of the ridge augmentation; null where there is none.</summary>
    public double? Lambda { get; init; }

    /// <summary>Predictors or covariates and how they are matched; empty where there are none.</summary>
    public ImmutableArray<PredictorBalance> Predictors { get; init; } = [];

    /// <summary>RMSPE after / RMSPE before.</summary>
    public double Ratio => PostRmspe / PreRmspe;
}
