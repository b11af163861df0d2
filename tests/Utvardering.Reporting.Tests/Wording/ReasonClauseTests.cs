using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

/// <summary>The rules that decide verdicts, in words: a decrease of 10 per cent is what matters, and the interval runs from −34 to 20 per cent.</summary>
public sealed class ReasonClauseTests(OddRun run) : IClassFixture<OddRun>
{
    [Theory]
    [InlineData("beyond_zero", "hela intervallet ligger på den sida om noll som frågan gäller och når en minskning på 10 procent, det minsta som bedömts ha betydelse")]
    [InlineData("holds_both", "intervallet rymmer både ingen förändring och en minskning på 10 procent, det minsta som bedömts ha betydelse")]
    [InlineData("could_not_have_seen", "uppgifterna kunde inte ha visat en minskning som är mindre än 37 procent")]
    [InlineData("too_small", "förändringen går åt det håll som frågan gäller, men hela intervallet ligger under det minsta som bedömts ha betydelse (10 procent)")]
    [InlineData("opposite", "hela intervallet ligger på andra sidan noll: en ökning, där frågan gäller en minskning")]
    [InlineData("ruled_out", "intervallet utesluter en minskning på 10 procent eller mer, men inte en ökning som är lika stor")]
    [InlineData("pre_trend", "grupperna gick isär redan före starten (p = 0,020), så en skillnad efter den kan inte läsas som en effekt")]
    [InlineData("placebo_start", "en skillnad syns redan med ett startdatum då ingenting började, så skillnaden efter den verkliga starten kan inte läsas som en effekt")]
    [InlineData("multiplicity", "rättat för att flera utfall prövas är p-värdet 0,062, över gränsen 0,05")]
    [InlineData("one_municipality", "utan en av kommunerna byter skattningen tecken, så svaret kan vila på den")]
    [InlineData("checks_disagree", "bara tre av fyra kontroller ger samma riktning")]
    [InlineData("designs_disagree", "andra jämförelser pekar åt motsatt håll")]
    [InlineData("no_other_design", "ingen ytterligare jämförelse kunde göras som bekräftar svaret")]
    [InlineData("no_estimate", "ingen av de ledande jämförelserna kunde göras")]
    [InlineData("no_relative_effect", "skillnaden kan inte anges i procent, eftersom nivån utan insatsen beräknas till noll eller lägre")]
    [InlineData("unbounded", "intervallet saknar gräns: med så få kommuner kan testet inte nå den valda nivån")]
    public void Each_rule_has_its_words(string reason, string text) => Assert.Equal(text, Of(reason));

    [Theory]
    [InlineData(null, "hur liten minskning som kunde ha visats är inte känt")]
    [InlineData(1.2, "uppgifterna kunde inte ens ha visat att nivån föll till noll")]
    [InlineData(double.PositiveInfinity, "uppgifterna kunde inte ha visat en minskning, hur stor den än var")]
    public void What_could_not_have_been_seen_is_told_whatever_its_size(double? detectable, string text) => Assert.Equal(text, Of("could_not_have_seen", detectable));

    [Fact]
    public void English_says_the_same() => Assert.Equal(
        "the material could not have shown a decrease smaller than 37 per cent",
        ReasonClause.Of(run.Plain with { Language = ReportLanguage.English }, MadeOutcomes.Fire, Verdict(0.37), "could_not_have_seen"));

    private static Disclosure.Tables.VerdictRow Verdict(double? detectable)
        => (MadeRows.Effect(MadeOutcomes.Fire, "vs-bra", -0.3, -1.1, 0.5, 0.02) with { RelativeLow = -0.34, RelativeHigh = 0.2, PHolm = 0.062 })
            .Verdict(MadeOutcomes.Fire, "inconclusive") with { DetectableRelative = detectable, PreTrendP = 0.02 };

    private string Of(string reason, double? detectable = 0.37) => ReasonClause.Of(run.Plain, MadeOutcomes.Fire, Verdict(detectable), reason);
}
