using System.Text.RegularExpressions;
using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Plans;
using Utvardering.Evaluation.Verdicts;
using Utvardering.Testing;

namespace Utvardering.Evaluation.Tests;

public sealed partial class VerdictRulesTests
{
    // A decrease of 10 % is what matters.
    private static readonly Outcome Outcome = new("fire", SmallPlan.Fire, "crime", "primary", -0.1, new DateOnly(2019, 7, 1));

    [Theory]
    // The interval, as a share, and what follows from it alone.
    [InlineData(-0.30, -0.05, "supported", "beyond_zero")]
    [InlineData(-0.30, -0.15, "supported", "beyond_zero")]
    [InlineData(-0.09, -0.02, "against", "too_small")]
    [InlineData(-0.09, 0.05, "against", "ruled_out")]
    [InlineData(0.02, 0.20, "against", "opposite")]
    [InlineData(-0.20, 0.05, "inconclusive", "holds_both could_not_have_seen")]
    public void The_interval_beside_zero_and_what_matters_decides(double low, double high, string verdict, string reasons)
        => AssertVerdict(verdict, reasons, Evidence(low, high));

    [Fact]
    public void A_null_under_a_design_that_would_have_seen_what_matters_says_so()
        => AssertVerdict("inconclusive", "holds_both", Evidence(-0.12, 0.01) with { Power = Power(0.08) });

    [Fact]
    public void An_increase_is_judged_the_same_way_round()
    {
        var better = Outcome with { Matters = 0.2 };

        AssertVerdict("supported", "beyond_zero", Evidence(0.1, 0.4) with { Outcome = better });
        AssertVerdict("against", "opposite", Evidence(-0.4, -0.1) with { Outcome = better });
        AssertVerdict("against", "ruled_out", Evidence(-0.1, 0.15) with { Outcome = better });
    }

    [Theory]
    [InlineData(-0.30, -0.05)]
    [InlineData(0.02, 0.20)]
    [InlineData(-0.09, 0.05)]
    public void Groups_that_were_parting_before_the_start_leave_nothing_to_say(double low, double high)
    {
        AssertVerdict("inconclusive", "pre_trend", Evidence(low, high) with { PreTrend = PreTrend(0.04) });
        AssertVerdict("inconclusive", "placebo_start", Evidence(low, high, Check("placebo_start", agrees: false)));
    }

    [Fact]
    public void What_speaks_against_an_effect_beyond_zero_makes_it_suggestive()
    {
        AssertVerdict("suggestive", "beyond_zero multiplicity", Evidence(-0.3, -0.05) with { Effect = Effect(-0.3, -0.05) with { PHolm = 0.08 } });
        AssertVerdict("suggestive", "beyond_zero one_municipality", Evidence(-0.3, -0.05, Check("leave_one_out", agrees: false)));
        AssertVerdict("suggestive", "beyond_zero designs_disagree", Evidence(-0.3, -0.05) with { Others = [Effect(0.01, 0.2)] });
        AssertVerdict("suggestive", "beyond_zero no_other_design", Evidence(-0.3, -0.05) with { Others = [] });
    }

    [Fact]
    public void Of_the_checks_that_vote_three_in_four_have_to_agree()
    {
        AssertVerdict("supported", "beyond_zero", Evidence(-0.3, -0.05, Check("log", true), Check("roll_in", true), Check("donor_pool", true), Check("count_model", false)));
        AssertVerdict("suggestive", "beyond_zero checks_disagree", Evidence(-0.3, -0.05, Check("log", true), Check("roll_in", true), Check("donor_pool", false)));

        // Other inferences of the same estimate and honest bounds are remarks.
        AssertVerdict("supported", "beyond_zero", Evidence(-0.3, -0.05, Check("studentised", false), Check("wild_bootstrap", false), Check("honest_magnitude", null)));
    }

    [Fact]
    public void Without_an_estimate_or_with_an_unbounded_interval_nothing_is_judged()
    {
        AssertVerdict("not_estimable", "no_estimate", Evidence(-0.3, -0.05) with { Effect = null });
        AssertVerdict("not_estimable", "no_relative_effect", Evidence(-0.3, -0.05) with { Effect = Effect(-0.3, -0.05) with { RelativeLow = null, RelativeHigh = null } });
        AssertVerdict("not_estimable", "unbounded", Evidence(-0.3, -0.05) with { Effect = Effect(-0.3, -0.05) with { Low = double.NegativeInfinity } });
    }

    [Fact]
    public void The_document_names_every_verdict_and_every_reason_and_no_other()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "verdicts.md"));
        var code = File.ReadAllText(Path.Combine(Repository.Root, "src", "Utvardering.Evaluation", "Verdicts", "VerdictRules.cs"))
            + File.ReadAllText(Path.Combine(Repository.Root, "src", "Utvardering.Evaluation", "Verdicts", "VerdictEvidence.cs"));

        var told = Told().Matches(document).Select(match => match.Groups[1].Value).ToHashSet();
        var used = Reason().Matches(code).SelectMany(match => Word().Matches(match.Groups[1].Value)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(used.Order(), told.Order());
        Assert.All(new[] { VerdictRules.Supported, VerdictRules.Suggestive, VerdictRules.Inconclusive, VerdictRules.Against, VerdictRules.NotEstimable },
            verdict => Assert.Contains($"**{verdict}**", document, StringComparison.Ordinal));
    }

    private static void AssertVerdict(string verdict, string reasons, VerdictEvidence evidence)
    {
        var (judged, why) = VerdictRules.Judge(evidence);
        Assert.Equal((verdict, reasons), (judged, string.Join(' ', why)));
    }

    private static VerdictEvidence Evidence(double low, double high, params SensitivityRow[] checks) =>
        new(Outcome, 0.05, Effect(low, high), Power(0.3), PreTrend(0.5), checks, [Effect(low, high)]);

    private static EffectRow Effect(double low, double high) => new()
    {
        ResultId = "effect:fire:vs-similar",
        PlanId = "p",
        PlanHash = "h",
        OutcomeId = "fire",
        DesignId = "vs-similar",
        IndicatorId = SmallPlan.Fire,
        Origin = "published",
        Estimator = "did-2x2",
        Inference = "exact-randomisation",
        Estimate = (low + high) / 2,
        Low = low,
        High = high,
        RelativeLow = low,
        RelativeHigh = high,
        PHolm = 0.01,
        Source = "s",
        Vintage = "v",
    };

    private static PowerRow Power(double detectable) => new()
    {
        ResultId = "power:fire:vs-similar", OutcomeId = "fire", DesignId = "vs-similar", IndicatorId = SmallPlan.Fire, Origin = "published",
        DetectableRelative = detectable, Grain = "quarter", Source = "s", Vintage = "v",
    };

    private static DiagnosticRow PreTrend(double p) => new()
    {
        ResultId = "d", OutcomeId = "fire", DesignId = "vs-similar", Origin = "published", Kind = "pre_trend_joint", PValue = p,
    };

    private static SensitivityRow Check(string kind, bool? agrees) => new()
    {
        ResultId = "c", OutcomeId = "fire", DesignId = "vs-similar", IndicatorId = SmallPlan.Fire, Origin = "published", Kind = kind, Variant = "",
        Agrees = agrees, Source = "s", Vintage = "v",
    };

    // Reasons stand in lists of words in the rules; kinds of checks stand elsewhere.
    [GeneratedRegex(@"\[((?:""[a-z_]+""(?:, )?)+)(?:\.\. [a-z]+)?\]")]
    private static partial Regex Reason();

    [GeneratedRegex(@"""([a-z_]+)""")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| `([a-z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Told();
}
