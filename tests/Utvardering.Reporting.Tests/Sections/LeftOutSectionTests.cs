using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Sections;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;
using static Utvardering.Reporting.Tests.Made.MadeOutcomes;

namespace Utvardering.Reporting.Tests.Sections;

/// <summary>Decisions as the report lists them: what holds of several is said once.</summary>
public sealed class LeftOutSectionTests
{
    [Fact]
    public void Municipalities_with_another_programme_are_named_with_what_was_done_and_why() => Assert.Equal(
        [
            "Göteborg ingick under perioden i UngSydväst och är därför inte med (pilot mot övriga kommuner; anmäld anlagd brand m.m.).",
            "Göteborg ingick under perioden i UngSydväst och är ändå med (pilot mot Brå-stödda; utredningar med strukturerad risk- och behovsbedömning och anmäld anlagd brand m.m.).",
        ],
        Items(MadeRuns.Sample()).Take(2));

    [Fact]
    public void The_same_reason_of_several_outcomes_and_comparisons_is_one_item() => Assert.Equal(
        ["Ingen källa i körningen har uppgiften. Pilot mot Brå-stödda och pilot mot övriga kommuner: utredningar med strukturerad risk- och behovsbedömning och utredningstid barn och unga 0–20 år."],
        Items(MadeRuns.Real()));

    [Fact]
    public void The_same_for_every_outcome_is_told_of_all() => Assert.Equal(
        ["Göteborg ingick under perioden i UngSydväst och är ändå med (pilot mot Brå-stödda; alla utfall)."],
        Items(MadeRuns.Real() with { Decisions = [.. new[] { Fire, Assessment, Days }.Select(outcome => MadeRows.Programme(outcome, "vs-bra", "1480", "Göteborg", kept: true))] }));

    private static IReadOnlyList<string> Items(MadeRun run)
    {
        using var folder = new TemporaryFolder();
        var section = LeftOutSection.Make(new(new ReportRows(run.Release(folder)), ReportLanguage.Swedish));
        return [.. section.Blocks.OfType<Bullets>().SelectMany(list => list.Items)];
    }
}
