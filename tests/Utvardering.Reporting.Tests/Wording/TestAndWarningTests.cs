using System.Text.Json;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Reporting.Tests.Wording;

/// <summary>The test of the time before the start, and the warnings, in words.</summary>
public sealed class TestAndWarningTests(OddRun run) : IClassFixture<OddRun>
{
    [Fact]
    public void A_test_without_finding_warns_of_its_own_weakness() => Assert.Equal(
        "Det prövades samlat om pilotkommunerna och de Brå-stödda kommunerna började utvecklas olika någon gång under 17 kvartal före starten (p = 0,27). Testet ger inget tydligt tecken på olika utveckling före starten, men med så få kommuner kan det missa även stora skillnader.",
        PreTrendSentence.Of(run.Plain, MadeOutcomes.Fire, MadePlan.Designs[0]));

    [Fact]
    public void A_test_that_finds_something_takes_the_effect_back() => Assert.EndsWith(
        "(p = 0,020). Grupperna utvecklades olika redan före starten, så skillnaden efter starten kan inte utan vidare läsas som en effekt.",
        PreTrendSentence.Of(run.Context, MadeOutcomes.Fire, MadePlan.Designs[0]), StringComparison.Ordinal);

    [Fact]
    public void A_suppressed_test_is_told_with_its_rule() => Assert.Equal(
        "Prövningen av utvecklingen före starten (Pilot mot Brå-stödda) lämnas inte ut. Skillnader mellan grupper lämnas ut när varje grupptal bakom dem avser minst 5 personer.",
        PreTrendSentence.Of(run.Context, MadeOutcomes.ReReferral, MadePlan.Designs[0]));

    [Fact]
    public void A_test_without_periods_could_not_be_made() => Assert.Equal(
        "Om pilotkommunerna och de Brå-stödda kommunerna utvecklades lika före starten kunde inte prövas: det finns för få perioder före starten.",
        PreTrendSentence.Of(run.Context, MadeOutcomes.Assessment, MadePlan.Designs[0]));

    [Fact]
    public void No_reason_is_made_up_for_a_test_that_is_just_not_there() => Assert.Equal("", PreTrendSentence.Of(run.Plain, MadeOutcomes.Days, MadePlan.Designs[0]));

    [Fact]
    public void Every_warning_has_a_sentence() => Assert.Equal(
        [
            "Pilot mot Brå-stödda: tiden före starten är tre månader, mindre än ett år: årstidernas växlingar jämnas inte ut.",
            "Pilot mot Brå-stödda: tiden efter starten är tre månader, mindre än ett år: årstidernas växlingar jämnas inte ut.",
            "Pilot mot Brå-stödda: utan uppgifter, och därför inte med i skattningen: Håbo.",
            "Pilot mot Brå-stödda: med så få kommuner kan testet inte nå den valda nivån, och intervallet saknar därför gränser.",
            "Pilot mot Brå-stödda: under minst en period ändrades alla kommuner lika mycket: där finns inget att pröva.",
            "Pilot mot Brå-stödda: nivån utan insatsen beräknas till noll eller lägre: någon skillnad i procent anges därför inte.",
            "Pilot mot övriga kommuner: uppgift saknas för någon period i fem kommuner.",
        ],
        WarningSentence.All(run.Context, MadeOutcomes.Fire, MadePlan.Designs));

    /// <summary>How few the municipalities are, and that assignments were drawn, is told once for all outcomes.</summary>
    [Fact]
    public void Every_kind_of_warning_has_words_or_is_told_elsewhere()
    {
        var silent = Enum.GetValues<EstimationWarningKind>()
            .Where(kind => WarningSentence.Of(
                run.Context, JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()), [MadeRows.Warning(MadeOutcomes.Fire, "vs-bra", "", -0.2, "0305")]).Length == 0);
        Assert.Equal([EstimationWarningKind.FewTreatedUnits, EstimationWarningKind.FewControlUnits, EstimationWarningKind.AssignmentsSampled], silent);
    }

    [Fact]
    public void A_negative_weight_that_is_rounding_is_not_told() => Assert.Equal(
        "", WarningSentence.Of(run.Context, "negative_weights", [MadeRows.Warning(MadeOutcomes.Fire, "vs-bra", "negative_weights", -7e-18, "0305")]));
}
