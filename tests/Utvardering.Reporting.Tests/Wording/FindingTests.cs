using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class FindingTests(OddRun run) : IClassFixture<OddRun>
{
    [Fact]
    public void An_open_interval_shows_nothing() => Assert.Equal(
        "materialet varken visar eller utesluter en effekt jämfört med de Brå-stödda kommunerna", Finding.Of(run.Plain, MadeOutcomes.Fire));

    [Fact]
    public void A_suppressed_effect_is_not_released() => Assert.Equal(
        "effekten jämfört med de Brå-stödda kommunerna lämnas inte ut", Finding.Of(run.Context, MadeOutcomes.ReReferral));

    [Fact]
    public void An_effect_without_a_row_could_not_be_estimated() => Assert.Equal("effekten kunde inte skattas", Finding.Of(run.Plain, MadeOutcomes.Days));

    [Fact]
    public void Comparisons_that_differ_are_said_to_differ() => Assert.Equal(
        "materialet varken visar eller utesluter en effekt jämfört med de Brå-stödda kommunerna; de två jämförelserna ger olika besked", Finding.Of(run.Split, MadeOutcomes.Fire));

    [Fact]
    public void Each_comparison_has_a_finding_of_its_own() => Assert.Equal(
        "lägre nivå än väntat jämfört med övriga kommuner utan riktat program", Finding.Of(run.Split, MadeOutcomes.Fire, MadePlan.Designs[1]));

    [Theory]
    [InlineData(-1.6, -0.1, -0.34, -0.03, Verdict.MayMatter)]
    [InlineData(-1.1, 0.5, -0.45, 0.2, Verdict.Open)]
    [InlineData(-0.1, 0.5, -0.04, 0.2, Verdict.NoneThatMatters)]
    [InlineData(0.1, 0.5, 0.04, 0.2, Verdict.Opposite)]
    [InlineData(-0.4, -0.3, -0.2, -0.1, Verdict.Matters)]
    [InlineData(-0.4, -0.1, -0.08, -0.03, Verdict.TooSmall)]
    internal void An_interval_falls_under_one_verdict(double low, double high, double relativeLow, double relativeHigh, Verdict verdict) => Assert.Equal(
        verdict,
        VerdictOf.Effect(new(MadeRows.Effect(MadeOutcomes.Fire, "vs-bra", low, low, high, 0.5) with { RelativeLow = relativeLow, RelativeHigh = relativeHigh }, ""), -0.10));
}
