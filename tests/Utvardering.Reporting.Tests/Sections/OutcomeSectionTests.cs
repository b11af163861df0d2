using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Sections;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;
using static Utvardering.Reporting.Tests.Made.MadeOutcomes;

namespace Utvardering.Reporting.Tests.Sections;

/// <summary>What each kind of outcome tells, and in which order.</summary>
public sealed class OutcomeSectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ReportContext context;

    public OutcomeSectionTests() => context = new(new ReportRows(MadeRuns.Sample().Release(folder)), ReportLanguage.Swedish);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_could_have_been_seen_stands_before_what_was() => Assert.Equal(
        ["Vad som kunde ha upptäckts", "Resultat", "Utvecklingen", "Före och efter starten", "Håller svaret?", "Vilka som jämförs", "Kommun för kommun", "Att tänka på"],
        PrimarySection.Make(context, Fire).Blocks.OfType<Heading>().Select(heading => heading.Text));

    [Fact]
    public void A_primary_outcome_has_all_its_tables() => Assert.Equal(
        ["fire-power", "fire-effects", "fire-levels", "fire-municipalities", "fire-checks", "fire-likeness", "fire-compared", "fire-units"],
        PrimarySection.Make(context, Fire).Blocks.OfType<ReportTable>().Select(table => table.Name));

    [Fact]
    public void A_secondary_outcome_is_told_in_short_with_the_check_that_speaks_against_it()
    {
        var section = SecondarySection.Make(context, Days);
        Assert.Equal(["investigation_days-effects"], section.Blocks.OfType<ReportTable>().Select(table => table.Name));
        Assert.Contains(section.Blocks.OfType<Paragraph>(), paragraph => paragraph.Text.EndsWith("Med de första månaderna inräknade: nej: motsatt riktning.", StringComparison.Ordinal));
        Assert.Contains("Pilotkommunerna är mindre än de Brå-stödda kommunerna (0,6 standardavvikelser).", section.Blocks.OfType<Bullets>().Single().Items);
    }

    [Fact]
    public void Context_outcomes_are_a_table_without_verdicts()
    {
        var table = FamilySection.Make(context, MadePlan.Families[1], [Fire, Vandalism]).Sections.Single(section => section.Id == "context-crime").Blocks.OfType<ReportTable>().Single();
        Assert.Equal(["Anmälda brott om skadegörelse"], table.Rows.Select(row => row[0].Text));
        Assert.DoesNotContain(table.Columns, column => column.Title == "Omdöme");
    }

    [Fact]
    public void A_municipality_stands_with_its_hours_beside_its_effect()
    {
        // Håbo: −0.9 with 633 hours, as the made-up rows say.
        var row = UnitTable.Make(context, Fire, MadePlan.Designs[0])!.Rows[0];
        Assert.Equal(["Håbo", "0305", "633", "−0,9", "−2,9 till 1,1"], row.Take(5).Select(cell => cell.Text));
    }

    [Fact]
    public void Hours_and_change_are_told_as_description() => Assert.EndsWith(
        "Timmarna lottades inte: de som fick mer kan ha varit annorlunda redan från början. Det är en beskrivning och inget bevis.",
        DoseSentence.Of(context, Fire, MadePlan.Designs[0]), StringComparison.Ordinal);

    [Fact]
    public void The_nearest_and_the_heaviest_are_named() => Assert.Equal(
        ["Håbo", "Södertälje (0,20), Sigtuna (0,30), Linköping (0,40), Göteborg (0,50)", "Upplands Väsby (58\u00A0%)"],
        ComparedTable.Make(context, Fire)!.Rows.Single().Select(cell => cell.Text));

    [Fact]
    public void Municipalities_of_delivered_figures_have_no_row() => Assert.Null(UnitTable.Make(context, Assessment, MadePlan.Designs[0]));
}
