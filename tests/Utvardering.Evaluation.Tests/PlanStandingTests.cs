using Utvardering.Evaluation.Plans;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Evaluation.Tests;

public sealed class PlanStandingTests : IDisposable
{
    private const string Plan = """
        plan: p
        title: {sv: Fråga, en: Question}
        level: 0.95
        outcomes:
          - {id: fire, matters: -10%}
          - {id: theft, matters: -5%}
        """;

    private readonly TemporaryFolder folder = new();

    public PlanStandingTests()
    {
        Directory.CreateDirectory(folder["evaluation"]);
        Write(Plan);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plan_that_was_never_fixed_can_only_explore()
    {
        var standing = PlanStanding.Of(folder.Path, "p");

        Assert.True(standing.IsExploratory);
        Assert.False(standing.IsFixed);
    }

    [Fact]
    public void A_fixed_plan_is_confirmatory_until_what_it_says_changes()
    {
        PlanStanding.Fix(folder.Path, "p", []);
        Assert.False(PlanStanding.Of(folder.Path, "p").IsExploratory);

        Write(Plan.Replace("matters: -5%", "matters: -1%", StringComparison.Ordinal));

        var standing = PlanStanding.Of(folder.Path, "p");
        Assert.True(standing.IsExploratory);
        Assert.Equal([new PlanChange("outcomes[theft].matters", "-5%", "-1%")], standing.Changes);
    }

    [Fact]
    public void Comments_layout_the_order_of_keys_and_words_for_readers_are_not_what_a_plan_says()
    {
        var hash = PlanStanding.Fix(folder.Path, "p", []).Hash;

        Write("# mended\n" + Plan.Replace("Fråga", "Frågan", StringComparison.Ordinal).Replace("{id: fire, matters: -10%}", "{matters: -10%, id: fire}", StringComparison.Ordinal));

        Assert.Equal(hash, PlanStanding.Of(folder.Path, "p").Hash);
        Assert.False(PlanStanding.Of(folder.Path, "p").IsExploratory);
    }

    [Fact]
    public void An_outcome_added_or_taken_away_is_a_change()
    {
        PlanStanding.Fix(folder.Path, "p", []);
        Write(Plan.Replace("  - {id: fire, matters: -10%}", "  - {id: arson, matters: -10%}", StringComparison.Ordinal));

        Assert.Equal(
            ["outcomes[arson].id", "outcomes[arson].matters", "outcomes[fire].id", "outcomes[fire].matters"],
            PlanStanding.Of(folder.Path, "p").Changes.Select(change => change.Place));
    }

    [Fact]
    public void A_plan_whose_results_have_been_seen_is_not_fixed_anew()
    {
        PlanStanding.Fix(folder.Path, "p", []);
        Write(Plan.Replace("level: 0.95", "level: 0.9", StringComparison.Ordinal));

        var fault = Assert.Throws<InputException>(() => PlanStanding.Fix(folder.Path, "p", ["abc"]));

        Assert.Contains("have been seen (run abc)", fault.Message, StringComparison.Ordinal);
        Assert.True(PlanStanding.Of(folder.Path, "p").IsExploratory);
    }

    private void Write(string text) => File.WriteAllText(folder["evaluation/p.yaml"], text);
}
