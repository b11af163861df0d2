namespace Utvardering.Evaluation.Plans;

/// <summary>What is tried to topple an answer.</summary>
public sealed record SensitivityRule
{
    /// <summary>The estimate without each municipality in turn.</summary>
    public bool LeaveOneOut { get; init; }

    /// <summary>Starts moved so many months back, on figures from before the real one.</summary>
    public IReadOnlyList<int> PlaceboStartMonths { get; init; } = [];

    /// <summary>Other comparison groups for the same estimator.</summary>
    public IReadOnlyList<string> DonorPools { get; init; } = [];

    /// <summary>Other lengths of the roll-in.</summary>
    public IReadOnlyList<int> RollInMonths { get; init; } = [];

    /// <summary>Effects on the logarithm, so that a share and not a number is what is common.</summary>
    public bool Log { get; init; }

    /// <summary>A Poisson regression of counts with municipality and period effects.</summary>
    public bool CountModel { get; init; }

    /// <summary>Without the controls that were under another targeted programme, where the design keeps them.</summary>
    public bool WithoutOtherProgrammes { get; init; }

    /// <summary>The wild cluster bootstrap in the place of the randomisation test.</summary>
    public bool WildBootstrap { get; init; }

    /// <summary>The randomisation test on the studentised statistic.</summary>
    public bool Studentised { get; init; }

    /// <summary>Bounds of relative magnitude (HonestDiD).</summary>
    public IReadOnlyList<double> HonestMagnitudes { get; init; } = [];
}
