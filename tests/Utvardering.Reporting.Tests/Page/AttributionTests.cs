using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Page;

/// <summary>Several sources in one line.</summary>
public sealed class AttributionTests
{
    [Fact]
    public void Sources_are_named_and_the_processing_is_said_once() => Assert.Equal(
        "Källor: Brå, uppgifter från kommunerna och Kolada. Egen bearbetning.",
        Attribution.Join(ReportLanguage.Swedish, ["Källa: Brå. Egen bearbetning.", "Källa: uppgifter från kommunerna. Egen bearbetning.", "Egen bearbetning av uppgifter från Kolada."]));

    [Fact]
    public void A_name_with_a_comma_is_kept_apart_by_semicolons() => Assert.Equal(
        "Sources: Brå, the Swedish National Council for Crime Prevention; Kolada. Own processing.",
        Attribution.Join(
            ReportLanguage.English,
            ["Source: Brå, the Swedish National Council for Crime Prevention. Own processing.", "Own processing of figures from Kolada."]));

    [Fact]
    public void What_a_source_asks_for_beyond_its_name_is_kept() => Assert.Equal(
        "Källor: Brå och Kolada. Egen bearbetning. Källa: SCB. Licens enligt källan.",
        Attribution.Join(ReportLanguage.Swedish, ["Källa: Brå. Egen bearbetning.", "Källa: SCB. Licens enligt källan.", "Källa: Kolada. Egen bearbetning."]));

    [Fact]
    public void A_single_source_stands_as_it_asks() => Assert.Equal(
        "Egen bearbetning av uppgifter från Kolada.", Attribution.Join(ReportLanguage.Swedish, ["Egen bearbetning av uppgifter från Kolada."]));
}
