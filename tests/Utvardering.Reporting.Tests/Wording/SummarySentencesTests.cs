using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Sections;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

/// <summary>The summary's opening and its paragraph an outcome.</summary>
public sealed class SummarySentencesTests(OddRun run) : IClassFixture<OddRun>
{
    [Fact]
    public void The_opening_counts_outcomes_and_names_the_intervals_without_zero() => Assert.Equal(
        "Rapporten gäller tre utfall, av vilka ett kunde skattas. Jämfört med de Brå-stödda kommunerna rymmer det enda intervallet noll. "
        + "Jämfört med övriga kommuner utan riktat program utesluter intervallet noll för anmäld anlagd brand m.m.",
        SummarySentences.Of(run.Split));

    [Fact]
    public void English_says_the_same() => Assert.StartsWith(
        "The report has three outcomes, of which one could be estimated. Compared with the Brå-supported municipalities the only interval holds zero. ",
        SummarySentences.Of(run.Split with { Language = ReportLanguage.English }), StringComparison.Ordinal);

    [Fact]
    public void An_outcome_is_told_without_its_test_and_with_the_comparison_that_differs()
    {
        var text = SummarySection.Make(run.Split).Blocks.OfType<Paragraph>().Single(paragraph => paragraph.Lead == "Anmäld anlagd brand m.m.").Text;
        Assert.StartsWith("Jämfört med de Brå-stödda kommunerna är skattningen −0,3 anmälda brott", text, StringComparison.Ordinal);
        Assert.DoesNotContain("p-värde", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "Den andra jämförelsen ger ett annat besked: lägre nivå än väntat jämfört med övriga kommuner utan riktat program (95-procentigt intervall −1,3 till −0,3).",
            text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2026, ", efter den tid som uppgifterna avser men innan skattningarna gjordes.")]
    [InlineData(2023, ", innan insatsen började.")]
    public void A_plan_is_dated_beside_the_time_of_the_figures(int year, string ending)
    {
        // The figures end with March 2024; the programme began on 1 January 2024.
        using var folder = new Testing.TemporaryFolder();
        var made = MadeRuns.Real();
        var rows = new Rows.ReportRows((made with { Run = made.Run with { PlanFixed = new(year, 11, 21) } }).Release(folder, "plan"));
        Assert.Equal($"Utfallen är fastställda i planen den 21 november {year.ToString(System.Globalization.CultureInfo.InvariantCulture)}{ending}", PlanSentence.Of(new(rows, ReportLanguage.Swedish)));
    }
}
