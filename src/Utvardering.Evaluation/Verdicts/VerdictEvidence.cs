using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Verdicts;

/// <summary>All that a verdict on one outcome rests on.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Alpha">The level.</param>
/// <param name="Effect">The effect under the leading design that could be estimated; null where none could.</param>
/// <param name="Power">What that design could have seen.</param>
/// <param name="PreTrend">The joint test of the time before under that design.</param>
/// <param name="Checks">The checks of that design.</param>
/// <param name="Others">The effects under the other designs.</param>
internal sealed record VerdictEvidence(
    Outcome Outcome, double Alpha, EffectRow? Effect, PowerRow? Power, DiagnosticRow? PreTrend, IReadOnlyList<SensitivityRow> Checks, IReadOnlyList<EffectRow> Others)
{
    /// <summary>Signs that treated and controls were parting before the start: the joint test of the time before, and an effect found at a start at which nothing began.</summary>
    public IReadOnlyList<string> Drift =>
    [
        .. PreTrend?.PValue <= Alpha ? ["pre_trend"] : Array.Empty<string>(),
        .. Disagrees("placebo_start") ? ["placebo_start"] : Array.Empty<string>(),
    ];

    /// <summary>Whether the design would have found an effect that matters with the plan's chance.</summary>
    public bool CouldHaveSeen => Power?.DetectableRelative <= Math.Abs(Outcome.Matters);

    private IReadOnlyList<SensitivityRow> Voting => [.. Checks.Where(check => check.Agrees is not null && VerdictRules.Voting.Contains(check.Kind))];

    public int Agreeing => Voting.Count(check => check.Agrees == true);

    public int Made => Voting.Count;

    /// <summary>The share of voting checks that agree; 1 where there are none.</summary>
    public double Agreement => Made == 0 ? 1 : (double)Agreeing / Made;

    /// <summary>
    /// Another design's interval lies wholly on the other side of zero, or most of their estimates do.
    /// </summary>
    public bool OtherDesignsOpposed => Effect is not null && (
        Others.Any(other => Math.Sign(other.Estimate ?? 0) != Math.Sign(Effect.Estimate ?? 0) && (other.Low > 0 || other.High < 0))
        || Others.Count(other => Math.Sign(other.Estimate ?? 0) != Math.Sign(Effect.Estimate ?? 0)) * 2 > Others.Count);

    /// <summary>There is one comparison only: nothing else can speak for it.</summary>
    public bool OtherDesignsSilent => Others.Count == 0;

    public bool Disagrees(string kind) => Checks.Any(check => check.Kind == kind && check.Agrees == false);
}
