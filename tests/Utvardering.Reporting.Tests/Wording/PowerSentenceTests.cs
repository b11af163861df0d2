using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class PowerSentenceTests(OddRun run) : IClassFixture<OddRun>
{
    [Fact]
    public void What_could_have_been_seen_is_told_with_the_chance_of_seeing_what_matters() => Assert.Equal(
        "Mot de Brå-stödda kommunerna syns en minskning på 37 procent eller mer i 80 fall av 100, och en minskning på 10 procent, det minsta som bedömts ha betydelse, i 12 fall av 100. "
        + "Om inget tydligt syns betyder det därför inte att effekten uteblev.",
        PowerSentence.Of(run.Plain, MadeOutcomes.Fire, MadePlan.Designs[0]));

    [Fact]
    public void No_size_can_be_enough() => Assert.Equal(
        "Mot de Brå-stödda kommunerna kunde en minskning inte ha upptäckts med önskad säkerhet: ingen storlek räcker.", PowerSentence.Of(run.Context, MadeOutcomes.Fire, MadePlan.Designs[0]));

    [Fact]
    public void A_suppressed_figure_is_told_by_its_rule() => Assert.EndsWith(
        "lämnas inte ut. Skillnader mellan grupper lämnas ut när varje grupptal bakom dem avser minst 5 personer.", PowerSentence.Of(run.Context, MadeOutcomes.ReReferral, MadePlan.Designs[0]), StringComparison.Ordinal);

    [Fact]
    public void Where_it_could_not_be_tried_the_decision_says_why() => Assert.Equal(
        "Tiden före starten är för kort.", PowerSentence.Of(run.Context, MadeOutcomes.Assessment, MadePlan.Designs[0]));
}
