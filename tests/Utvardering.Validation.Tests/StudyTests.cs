using Utvardering.Validation.Panels;
using Utvardering.Validation.Report;
using Utvardering.Validation.Simulation;

namespace Utvardering.Validation.Tests;

public sealed class StudyTests
{
    [Fact]
    public void Figures_and_report_do_not_depend_on_threads()
    {
        var (one, two) = (Run(1), Run(2));

        Assert.Equal(one.Csv, two.Csv);
        Assert.Equal(one.Page, two.Page);
    }

    [Fact]
    public void A_report_without_the_real_panel_says_so_and_names_every_method()
    {
        var (csv, page) = Run(2);

        Assert.Contains("The real panel is left out", page, StringComparison.Ordinal);
        Assert.All(csv.Split('\n').Skip(1).Where(line => line.Length > 0), line => Assert.Contains($"`{line.Split(',')[2]}`", page, StringComparison.Ordinal));
    }

    private static (string Csv, string Page) Run(int threads)
    {
        var settings = new StudySettings(12, 7) { Threads = threads };
        var results = Study.Run([.. Scenarios.All(7, null).Where(scenario => scenario.Design == Scenarios.Few)], settings, TextWriter.Null);
        return (CsvTable.Write(results), ReportPage.Write(results, settings, null));
    }
}
