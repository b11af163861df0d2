namespace Utvardering.Evaluation.Verdicts;

/// <summary>
/// What may be said of an outcome. The rules are fixed in <c>docs/verdicts.md</c>, which is held against this file by a test: intervals, the smallest
/// effect that matters, what could have been seen, the time before the start and the checks decide; no p-value alone does.
/// </summary>
internal static class VerdictRules
{
    public const string Supported = "supported";
    public const string Suggestive = "suggestive";
    public const string Inconclusive = "inconclusive";
    public const string Against = "against";
    public const string NotEstimable = "not_estimable";

    /// <summary>Of the checks that vote on the sign at least this share has to agree.</summary>
    public const double LeastAgreement = 0.75;

    /// <summary>Checks that vote on the sign. Others are remarks (honest bounds) or other inferences of the same estimate.</summary>
    public static IReadOnlySet<string> Voting { get; } = new HashSet<string>(StringComparer.Ordinal) { "donor_pool", "roll_in", "log", "count_model", "other_programmes" };

    public static (string Verdict, IReadOnlyList<string> Reasons) Judge(VerdictEvidence evidence)
    {
        if (evidence.Effect is not { RelativeLow: { } low, RelativeHigh: { } high } effect)
        {
            return (NotEstimable, evidence.Effect is null ? ["no_estimate"] : ["no_relative_effect"]);
        }

        if (double.IsNegativeInfinity(effect.Low!.Value) || double.IsPositiveInfinity(effect.High!.Value))
        {
            return (NotEstimable, ["unbounded"]);
        }

        // In the direction asked about: a decrease that matters is −matters or more.
        var lowers = evidence.Outcome.Matters < 0;
        var (nearest, farthest) = lowers ? (-high, -low) : (low, high);
        var matters = Math.Abs(evidence.Outcome.Matters);
        return (nearest, farthest) switch
        {
            // The groups were parting before the start: what parts them after it cannot be told from that.
            _ when (nearest > 0 || farthest < matters) && evidence.Drift is { Count: > 0 } drift => (Inconclusive, drift),
            (> 0, _) when farthest < matters => (Against, ["too_small"]),
            (> 0, _) => Seen(evidence),
            (_, < 0) => (Against, ["opposite"]),
            _ when farthest < matters => (Against, ["ruled_out"]),
            _ => (Inconclusive, evidence.CouldHaveSeen ? ["holds_both"] : ["holds_both", "could_not_have_seen"]),
        };
    }

    /// <summary>The interval lies on the side asked about, and reaches what matters: what speaks against it all the same?</summary>
    private static (string, IReadOnlyList<string>) Seen(VerdictEvidence evidence)
    {
        List<string> doubts =
        [
            .. evidence.Effect!.PHolm > evidence.Alpha ? ["multiplicity"] : Array.Empty<string>(),
            .. evidence.Disagrees("leave_one_out") ? ["one_municipality"] : Array.Empty<string>(),
            .. evidence.Agreement < LeastAgreement ? ["checks_disagree"] : Array.Empty<string>(),
            .. evidence.OtherDesignsOpposed ? ["designs_disagree"] : Array.Empty<string>(),
            .. evidence.OtherDesignsSilent ? ["no_other_design"] : Array.Empty<string>(),
        ];
        return (doubts.Count == 0 ? Supported : Suggestive, ["beyond_zero", .. doubts]);
    }
}
