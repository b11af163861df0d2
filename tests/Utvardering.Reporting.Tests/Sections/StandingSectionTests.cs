using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Sections;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Sections;

/// <summary>What stands before the results of a run that is no test by a fixed plan.</summary>
public sealed class StandingSectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_by_its_fixed_plan_has_nothing_to_say_first()
    {
        var context = Context(run => run, []);
        Assert.Null(StandingSection.Make(context));
        Assert.Null(StandingSection.Notice(context));
        Assert.Null(context.Mark);
    }

    [Fact]
    public void A_changed_plan_is_exploratory_and_shows_the_difference()
    {
        var context = Context(run => run with { Exploratory = true }, [new() { Place = "outcomes[fire].matters", Fixed = "-10%", Now = "-5%" }, new() { Place = "outcomes[new].id", Now = "new" }]);
        var section = StandingSection.Make(context)!;
        Assert.Equal("EXPLORATIV – planen är inte den som fastställdes i förväg", StandingSection.Notice(context));
        Assert.Equal("Explorativ körning", section.Title);
        Assert.Equal(
            [["outcomes[fire].matters", "-10%", "-5%"], ["outcomes[new].id", "finns inte", "new"]],
            section.Blocks.OfType<ReportTable>().Single().Rows.Select(row => row.Select(cell => cell.Text)));
    }

    [Fact]
    public void A_plan_that_was_never_fixed_is_exploratory_without_a_difference()
    {
        var context = Context(run => run with { Exploratory = true }, []);
        Assert.Equal("EXPLORATIV – planen är inte fastställd i förväg", StandingSection.Notice(context));
        Assert.Empty(StandingSection.Make(context)!.Blocks.OfType<ReportTable>());
    }

    [Fact]
    public void A_trial_is_marked_on_everything_and_has_its_own_start()
    {
        var context = Context(run => run with { PlaceboStart = new(2022, 1, 1), MarkSv = MadeRuns.Mark }, []);
        Assert.Equal("EXEMPELDATA – syntetiska uppgifter · PROV – startdatum 1 januari 2022, då ingenting började", context.Mark);
        Assert.Equal(new DateOnly(2022, 1, 1), context.Start);
        Assert.True(context.IsShown(new(2023, 12, 1)) && !context.IsShown(new(2024, 1, 1)));
        Assert.Contains("Inget i den här rapporten är en effekt av insatsen.", StandingSection.Make(context)!.Blocks.OfType<Paragraph>().Single().Text, StringComparison.Ordinal);
    }

    private ReportContext Context(Func<RunRow, RunRow> change, IReadOnlyList<PlanChangeRow> changes)
    {
        var made = MadeRuns.Real();
        return new(new ReportRows((made with { Run = change(made.Run), PlanChanges = changes }).Release(folder, Guid.NewGuid().ToString("N"))), ReportLanguage.Swedish);
    }
}
