using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class VerdictSentenceTests(OddRun run) : IClassFixture<OddRun>
{
    [Fact]
    public void A_null_is_told_as_what_could_not_have_been_seen() => Assert.Equal(
        "Skattad effekt jämfört med de Brå-stödda kommunerna: 9 procent lägre nivå (95-procentigt intervall: från 27 procent lägre till 20 procent högre). "
        + "Uppgifterna kunde inte ha visat en minskning som är mindre än 37 procent.",
        VerdictSentence.Full(run.Plain, MadeOutcomes.Fire));

    [Fact]
    public void In_a_list_the_reasons_stand_alone() => Assert.Equal(
        "uppgifterna kunde inte ha visat en minskning som är mindre än 37 procent", VerdictSentence.Brief(run.Plain, MadeOutcomes.Fire));

    [Fact]
    public void The_same_reason_for_all_comparisons_is_told_once() => Assert.Equal(
        "Effekten kunde inte skattas. Ingen källa i körningen har uppgiften.", VerdictSentence.Full(run.Plain, MadeOutcomes.Days));

    [Fact]
    public void A_suppressed_verdict_is_told_by_its_rule_and_never_as_a_null()
    {
        Assert.Equal("lämnas inte ut", VerdictWords.Label(run.Context, MadeOutcomes.ReReferral));
        Assert.Equal("Skillnader mellan grupper lämnas ut när varje grupptal bakom dem avser minst 5 personer.", VerdictSentence.Full(run.Context, MadeOutcomes.ReReferral));
    }

    [Fact]
    public void A_comparison_that_could_not_be_made_beside_others_is_named() => Assert.Equal(
        ["Kunde inte göras: pilot mot övriga kommuner. Ingen av jämförelsekommunerna har uppgiften."], NotEstimable.Reasons(run.Context, MadeOutcomes.ReReferral));

    [Fact]
    public void English_says_the_same() => Assert.StartsWith(
        "Estimated effect compared with the Brå-supported municipalities: level 9 per cent lower (95 per cent interval: from 27 per cent lower to 20 per cent higher). ",
        VerdictSentence.Full(run.Plain with { Language = ReportLanguage.English }, MadeOutcomes.Fire), StringComparison.Ordinal);
}
