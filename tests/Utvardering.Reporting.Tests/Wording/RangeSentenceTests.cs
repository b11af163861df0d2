using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

/// <summary>What an interval can and can't rule out: each branch with its text. The effect that matters is −10 per cent where nothing else is said.</summary>
public sealed class RangeSentenceTests
{
    [Fact]
    public void Zero_and_an_effect_that_matters_are_both_within() => Assert.Equal(
        "Intervallet rymmer både en minskning på 45 procent och en ökning på 20 procent; materialet kan därför varken visa eller utesluta en effekt av den storlek som bedömts ha betydelse (−10 procent).",
        Text(-1.1, 0.5, -0.45, 0.20));

    [Fact]
    public void Zero_is_within_and_no_effect_that_matters() => Assert.Equal(
        "Intervallet sträcker sig från en minskning på 4 procent till en ökning på 20 procent. Det utesluter en effekt av den storlek som bedömts ha betydelse (−10 procent), men varken visar eller utesluter en mindre, och utesluter inte en lika stor förändring åt andra hållet.",
        Text(-0.1, 0.5, -0.04, 0.20));

    [Fact]
    public void Zero_is_within_and_nothing_that_matters_either_way() => Assert.Equal(
        "Intervallet sträcker sig från en minskning på 4 procent till en ökning på 6 procent. Det utesluter en effekt av den storlek som bedömts ha betydelse (−10 procent), men varken visar eller utesluter en mindre.",
        Text(-0.1, 0.15, -0.04, 0.06));

    [Fact]
    public void All_of_it_is_at_least_what_matters() => Assert.Equal(
        "Intervallet sträcker sig från en minskning på 45 procent till en minskning på 12 procent. Det rymmer inte noll, och hela intervallet är minst av den storlek som bedömts ha betydelse (−10 procent).",
        Text(-1.1, -0.3, -0.45, -0.12));

    [Fact]
    public void Not_zero_but_smaller_and_larger_than_what_matters() => Assert.Equal(
        "Intervallet sträcker sig från en minskning på 34 procent till en minskning på 3 procent. Det rymmer inte noll, men både effekter som är mindre och effekter som är större än den storlek som bedömts ha betydelse (−10 procent).",
        Text(-1.6, -0.1, -0.34, -0.03));

    [Fact]
    public void Not_zero_and_all_of_it_smaller_than_what_matters() => Assert.Equal(
        "Intervallet sträcker sig från en minskning på 8 procent till en minskning på 3 procent. Det rymmer inte noll, men hela intervallet är mindre än den storlek som bedömts ha betydelse (−10 procent).",
        Text(-0.4, -0.1, -0.08, -0.03));

    [Fact]
    public void All_of_it_on_the_other_side_of_zero() => Assert.Equal(
        "Intervallet sträcker sig från en ökning på 3 procent till en ökning på 30 procent. Det rymmer inte noll, och skillnaden går åt motsatt håll mot den effekt som bedömts ha betydelse (−10 procent).",
        Text(0.1, 1, 0.03, 0.30));

    [Fact]
    public void Higher_can_be_what_matters() => Assert.Equal(
        "Intervallet sträcker sig från en ökning på 25 procent till en ökning på 71 procent. Det rymmer inte noll, och hela intervallet är minst av den storlek som bedömts ha betydelse (+20 procent).",
        RangeSentence.Of(ReportLanguage.Swedish, MadeOutcomes.Assessment, Effect(11.2, 23, 0.25, 0.71)));

    [Fact]
    public void Without_limits_nothing_is_ruled_out() => Assert.Equal(
        "Intervallet utesluter inget värde; materialet kan därför varken visa eller utesluta en effekt av den storlek som bedömts ha betydelse (−10 procent).",
        Text(double.NegativeInfinity, double.PositiveInfinity, -1, double.PositiveInfinity));

    [Fact]
    public void One_limit_can_be_lacking() => Assert.Equal(
        "Intervallet rymmer både en minskning på 45 procent och en ökning utan övre gräns; materialet kan därför varken visa eller utesluta en effekt av den storlek som bedömts ha betydelse (−10 procent).",
        Text(-1.1, double.PositiveInfinity, -0.45, double.PositiveInfinity));

    [Fact]
    public void A_very_large_increase_is_told_in_words() => Assert.Equal(
        "Intervallet rymmer både en minskning på 45 procent och mer än en tredubbling; materialet kan därför varken visa eller utesluta en effekt av den storlek som bedömts ha betydelse (−10 procent).",
        Text(-1.1, 4.2, -0.45, 4.46));

    [Fact]
    public void Zero_within_and_no_relative_effect() => Assert.Equal(
        "Intervallet rymmer noll. Skillnaden kan inte anges i procent, eftersom nivån utan insatsen beräknas till noll eller lägre.",
        Text(-1, 1, null, null));

    [Fact]
    public void Not_zero_and_no_relative_effect() => Assert.Equal(
        "Intervallet rymmer inte noll. Skillnaden kan inte anges i procent, eftersom nivån utan insatsen beräknas till noll eller lägre.",
        Text(1, 2, null, null));

    [Fact]
    public void An_interval_that_touches_zero_holds_it() => Assert.Equal(
        "Intervallet sträcker sig från ingen förändring till en ökning på 20 procent. Det utesluter en effekt av den storlek som bedömts ha betydelse (−10 procent), men varken visar eller utesluter en mindre, och utesluter inte en lika stor förändring åt andra hållet.",
        Text(0, 0.5, 0, 0.20));

    [Fact]
    public void A_suppressed_row_has_no_range() => Assert.Equal(
        "", RangeSentence.Of(ReportLanguage.Swedish, MadeOutcomes.Fire, new Released<EffectRow>(Effect(-1, 1, -0.1, 0.1).Row with { Estimate = null, Low = null, High = null }, "delivered-contrast")));

    [Fact]
    public void A_row_without_interval_has_no_range() => Assert.Equal(
        "", RangeSentence.Of(ReportLanguage.Swedish, MadeOutcomes.Fire, new Released<EffectRow>(Effect(-1, 1, -0.1, 0.1).Row with { Low = null, High = null }, "")));

    [Fact]
    public void English_says_the_same() => Assert.Equal(
        "The interval holds both a decrease of 45 per cent and an increase of 20 per cent; the material can therefore neither show nor rule out an effect of the size judged to matter (−10 per cent).",
        RangeSentence.Of(ReportLanguage.English, MadeOutcomes.Fire, Effect(-1.1, 0.5, -0.45, 0.20)));

    private static string Text(double low, double high, double? relativeLow, double? relativeHigh)
        => RangeSentence.Of(ReportLanguage.Swedish, MadeOutcomes.Fire, Effect(low, high, relativeLow, relativeHigh));

    private static Released<EffectRow> Effect(double low, double high, double? relativeLow, double? relativeHigh)
        => new(MadeRows.Effect(MadeOutcomes.Fire, "vs-bra", 0, low, high, 0.5) with { RelativeLow = relativeLow, RelativeHigh = relativeHigh }, "");
}
