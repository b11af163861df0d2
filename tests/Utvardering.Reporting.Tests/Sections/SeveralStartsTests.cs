using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Figures;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Sections;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;
using static Utvardering.Reporting.Tests.Made.MadeOutcomes;

namespace Utvardering.Reporting.Tests.Sections;

/// <summary>A report on municipalities that did not all start at once.</summary>
public sealed class SeveralStartsTests : IDisposable
{
    private const string Told = "Pilotkommunerna började olika (2024-01: Borås; 2024-05: Uppsala).";

    private readonly TemporaryFolder folder = new();
    private readonly ReportContext several;

    public SeveralStartsTests()
    {
        var run = MadeRuns.Sample();
        var start = new DecisionRow { OutcomeId = Fire.OutcomeId, DesignId = "vs-bra", Kind = "several_starts", ReasonSv = Told, ReasonEn = "They started at different times." };
        several = new(new ReportRows((run with { Decisions = [.. run.Decisions, start, start with { DesignId = "vs-never-treated" }] }).Release(folder)), ReportLanguage.Swedish);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_summary_gives_the_first_day_as_the_earliest() => Assert.StartsWith(
        "Insatsen började tidigast den 1 januari 2024, och inte samtidigt i alla kommuner.", SummarySection.Make(several).Blocks.OfType<Paragraph>().First().Text, StringComparison.Ordinal);

    [Fact]
    public void The_limits_tell_once_who_started_when()
    {
        var told = Assert.Single(LimitsSection.Make(several).Blocks.OfType<Paragraph>(), paragraph => paragraph.Text == Told);

        Assert.Equal("Olika starter.", told.Lead);
    }

    [Fact]
    public void The_effect_by_period_is_a_table_that_says_whose_calendar_it_goes_by()
    {
        var fire = several.Outcomes.Single(outcome => outcome.OutcomeId == Fire.OutcomeId);

        Assert.Equal("Period, för dem som började först", Assert.IsType<ReportTable>(Assert.Single(EventFigure.Make(several, fire, several.Design("vs-bra")!))).Columns[0].Title);
    }

    [Fact]
    public void An_effect_of_one_start_has_its_chart_as_before()
    {
        using var other = new TemporaryFolder();
        var one = new ReportContext(new ReportRows(MadeRuns.Sample().Release(other)), ReportLanguage.Swedish);

        Assert.IsType<ReportFigure>(Assert.Single(EventFigure.Make(one, one.Outcomes.Single(outcome => outcome.OutcomeId == Fire.OutcomeId), one.Design("vs-bra")!)));
    }
}
