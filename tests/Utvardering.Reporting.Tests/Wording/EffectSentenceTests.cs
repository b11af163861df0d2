using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class EffectSentenceTests(OddRun run) : IClassFixture<OddRun>
{
    private const string Unit = "anmälda brott per 100 000 invånare och månad";

    [Fact]
    public void The_estimate_its_interval_and_its_test_stand_in_three_sentences() => Assert.Equal(
        $"Jämfört med de Brå-stödda kommunerna är skattningen −0,3 {Unit} (95-procentigt intervall −1,1 till 0,5). "
        + "Sex pilotkommuner jämförs med fem Brå-stödda kommuner. Testets p-värde är 0,42 (alla 462 möjliga fördelningar prövade; minsta möjliga p-värde är 0,004).",
        EffectSentence.Of(run.Plain, MadeOutcomes.Fire, MadePlan.Designs[0]));

    [Fact]
    public void Drawn_assignments_are_said_to_be_drawn() => Assert.EndsWith(
        "Sex pilotkommuner jämförs med 268 övriga kommuner utan riktat program. Testets p-värde är 0,55 (10\u00A0000 slumpvis valda fördelningar prövade; minsta möjliga p-värde är 0,0001).",
        EffectSentence.Of(run.Plain, MadeOutcomes.Fire, MadePlan.Designs[1]), StringComparison.Ordinal);

    [Fact]
    public void A_lower_limit_can_be_lacking() => Assert.Contains("(95-procentigt intervall utan nedre gräns, upp till 0,5).", Odd(MadeOutcomes.Fire, 0), StringComparison.Ordinal);

    [Fact]
    public void An_upper_limit_can_be_lacking() => Assert.Contains(
        "(95-procentigt intervall från −1,1 utan övre gräns).", Odd(MadeOutcomes.Fire, 1), StringComparison.Ordinal);

    [Fact]
    public void Both_limits_can_be_lacking_and_shares_differ_by_percentage_points() => Assert.Contains(
        "är skattningen 1,0 procentenheter (95-procentigt intervall utan gränser).", Odd(MadeOutcomes.Assessment, 0), StringComparison.Ordinal);

    [Fact]
    public void A_suppressed_effect_is_told_with_its_rule() => Assert.Equal(
        "Effekten jämfört med de Brå-stödda kommunerna lämnas inte ut. Skillnader mellan grupper lämnas ut när varje grupptal bakom dem avser minst 5 personer.",
        Odd(MadeOutcomes.ReReferral, 0));

    [Fact]
    public void An_effect_without_row_and_decision_is_said_to_be_absent() => Assert.Equal(
        "Något resultat jämfört med övriga kommuner utan riktat program finns inte bland de utlämnade tabellerna.", Odd(MadeOutcomes.Assessment, 1));

    [Fact]
    public void An_estimate_without_interval_says_so() => Assert.Equal(
        "intervall kunde inte beräknas", EffectSentence.Interval(ReportLanguage.Swedish, MadeRows.Effect(MadeOutcomes.Fire, "vs-bra", 1, 0, 1, 1) with { Low = null }, 1));

    private string Odd(OutcomeRow outcome, int design) => EffectSentence.Of(run.Context, outcome, MadePlan.Designs[design]);
}
