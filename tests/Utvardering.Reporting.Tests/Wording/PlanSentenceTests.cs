using System.Globalization;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Wording;

/// <summary>The figures of the run end with March 2024; the programme began on 1 January 2024.</summary>
public sealed class PlanSentenceTests
{
    [Theory]
    [InlineData(2026, ", efter den tid som uppgifterna avser men innan skattningarna gjordes.")]
    [InlineData(2023, ", innan insatsen började.")]
    public void A_plan_is_dated_beside_the_time_of_the_figures(int year, string ending)
        => Assert.Equal($"Utfallen är fastställda i planen den 21 november {year.ToString(CultureInfo.InvariantCulture)}{ending}", Of(run => run with { PlanFixed = new(year, 11, 21) }));

    [Fact]
    public void Of_a_plan_that_was_not_fixed_nothing_is_said_to_be() => Assert.Equal(
        "Planen är daterad 21 november 2026; körningen är explorativ.", Of(run => run with { Exploratory = true }));

    private static string Of(Func<Disclosure.Tables.RunRow, Disclosure.Tables.RunRow> change)
    {
        using var folder = new TemporaryFolder();
        var made = MadeRuns.Real();
        return PlanSentence.Of(new(new ReportRows((made with { Run = change(made.Run) }).Release(folder)), ReportLanguage.Swedish));
    }
}
