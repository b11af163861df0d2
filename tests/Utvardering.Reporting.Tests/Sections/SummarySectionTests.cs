using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Sections;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Sections;

/// <summary>The summary of the run on made-up figures: a supported, a suppressed and an undecided outcome of the social services, and a suggestive one of crime.</summary>
public sealed class SummarySectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Section summary;

    public SummarySectionTests() => summary = SummarySection.Make(new(new ReportRows(MadeRuns.Sample().Release(folder)), ReportLanguage.Swedish));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_counts_the_verdicts_and_leaves_context_out() => Assert.Contains(
        "Fyra utfall prövas, varav två huvudutfall. Omdömen: stöd 1, visst stöd 1, går inte att avgöra 1, lämnas inte ut 1.", summary.Blocks.OfType<Paragraph>().First().Text, StringComparison.Ordinal);

    [Fact]
    public void Each_question_is_a_heading() => Assert.Equal(
        ["Förändrades socialtjänstens arbete med barn och unga i pilotkommunerna?", "Förändrades den anmälda brottslighet som berör barn och unga?"], summary.Sections.Select(section => section.Title));

    [Fact]
    public void A_primary_outcome_has_its_effect_and_its_doubts()
    {
        var fire = summary.Sections[1].Blocks.OfType<Paragraph>().Single();
        Assert.Equal("Anmäld anlagd brand m.m.: visst stöd.", fire.Lead);
        Assert.EndsWith("Rättat för att flera utfall prövas är p-värdet 0,062, över gränsen 0,05.", fire.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secondary_outcomes_are_a_list_from_the_strongest_verdict() => Assert.Equal(
        [
            "Utredningstid barn och unga 0–20 år – går inte att avgöra: grupperna gick isär redan före starten (p = 0,030), så en skillnad efter den kan inte läsas som en effekt.",
            "Ny orosanmälan inom sex månader efter avslutad utredning – lämnas inte ut: Skillnader mellan grupper lämnas ut när varje grupptal bakom dem avser minst 5 personer.",
        ],
        summary.Sections[0].Blocks.OfType<Bullets>().Single().Items);

    [Fact]
    public void The_table_has_effect_interval_what_could_have_been_seen_and_verdict()
    {
        var row = summary.Sections[1].Blocks.OfType<ReportTable>().Single().Rows.Single();

        // −0.9 of 3.1 + 0.9 is −22.5 per cent.
        Assert.Equal(["Anmäld anlagd brand m.m.", "huvudutfall", "−23", "−34 till −3"], row.Take(4).Select(cell => cell.Text));
        Assert.Equal(["−10", "−37", "visst stöd"], row.Skip(6).Take(3).Select(cell => cell.Text));
        Assert.Equal("effect:fire:vs-bra", row[2].Target);
    }

    [Fact]
    public void A_suppressed_verdict_has_no_figure_and_points_nowhere()
    {
        var row = summary.Sections[0].Blocks.OfType<ReportTable>().Single().Rows.Single(row => row[0].Text.StartsWith("Ny orosanmälan", StringComparison.Ordinal));
        Assert.Equal("lämnas inte ut", row[2].Text);
        Assert.Null(row[2].Target);
        Assert.Equal(["lämnas inte ut", "lämnas inte ut"], row.Skip(14).Take(2).Select(cell => cell.Data));
    }
}
