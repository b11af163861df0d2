using System.Text.RegularExpressions;
using Utvardering.Reporting.Html;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Page;

/// <summary>What stands on a page.</summary>
[Collection(ReportGroup.Name)]
public sealed partial class PageTests(ReportFixture reports)
{
    [FactNeeding("node")]
    public void Every_table_and_every_figure_has_source_and_version()
    {
        foreach (var page in new[] { reports.Sample, reports.Real }.Select(report => ReportFixture.Page(report)))
        {
            var parts = Tables().Matches(page).Concat(Figures().Matches(page)).Select(match => match.Value).ToList();
            Assert.True(parts.Count > 5);
            Assert.All(parts, part => Assert.Matches("source[^>]*>Käll(a|or): .+ Version [0-9a-f]{12}(, [0-9a-f]{12})*\\.", part));
        }
    }

    [FactNeeding("node")]
    public void A_figure_bears_its_source_within_the_drawing() => Assert.All(
        Figures().Matches(ReportFixture.Page(reports.Real)).Select(match => match.Value),
        figure => Assert.Contains("Version 3fa9c1d2e4b5.", figure[figure.IndexOf("<svg", StringComparison.Ordinal)..figure.IndexOf("</svg>", StringComparison.Ordinal)], StringComparison.Ordinal));

    [FactNeeding("node")]
    public void Made_up_figures_are_marked_everywhere()
    {
        foreach (var (name, mark) in new[] { ("report.html", MadeRuns.Mark), ("report.en.html", MadeRuns.MarkInEnglish) })
        {
            var page = ReportFixture.Page(reports.Sample, name);
            Assert.Contains($"<title>{mark}: ", page, StringComparison.Ordinal);
            Assert.Contains($"<p class=\"banner\">{mark}</p>", page, StringComparison.Ordinal);
            Assert.Contains($"@top-left{{content:\"{mark}\"}}", page, StringComparison.Ordinal);
            Assert.All(Tables().Matches(page).Concat(Figures().Matches(page)), part => Assert.Contains(mark, part.Value, StringComparison.Ordinal));
        }

        Assert.All(Directory.EnumerateFiles(Path.Combine(reports.Sample, "charts"), "*.sv.svg"), file => Assert.Contains(MadeRuns.Mark, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(reports.Sample, "tables"), "*.sv.csv"),
            file => Assert.All(File.ReadAllText(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.EndsWith(MadeRuns.Mark, line, StringComparison.Ordinal)));
    }

    [FactNeeding("node")]
    public void Published_figures_are_marked_nowhere() => Assert.All(
        Directory.EnumerateFiles(reports.Real, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".png", StringComparison.Ordinal)),
        file => Assert.DoesNotMatch("EXEMPELDATA|SAMPLE DATA|Planterade|Märkning", File.ReadAllText(file)));

    [FactNeeding("node")]
    public void What_is_suppressed_is_never_nothing_and_never_zero()
    {
        var page = ReportFixture.Page(reports.Sample);
        Assert.Contains("<p id=\"effect:re_referral:vs-bra\"><span class=\"text-lead\">Pilot mot Brå-stödda.</span> Effekten jämfört med de Brå-stödda kommunerna lämnas inte ut. Skillnader mellan grupper", page, StringComparison.Ordinal);
        var csv = File.ReadAllLines(Path.Combine(reports.Sample, "tables/effects.sv.csv")).Single(line => line.Contains("re_referral", StringComparison.Ordinal));
        Assert.StartsWith("Ny orosanmälan inom sex månader efter avslutad utredning;Pilot mot Brå-stödda;lämnas inte ut;lämnas inte ut;lämnas inte ut;lämnas inte ut;lämnas inte ut;lämnas inte ut;lämnas inte ut;6 + 5;", csv, StringComparison.Ordinal);
        Assert.All(Tables().Matches(page), table => Assert.DoesNotMatch("<td[^>]*></td>", table.Value));
    }

    [FactNeeding("node")]
    public void Points_that_are_not_released_are_told_under_the_chart() => Assert.Contains(
        "För de Brå-stödda kommunerna lämnas 4 av 16 punkter inte ut. Kommunernas leveranser lämnas ut som grupptal om minst 5 personer i minst 3 kommuner.",
        ReportFixture.Page(reports.Sample), StringComparison.Ordinal);

    [FactNeeding("node")]
    public void Municipalities_of_delivered_figures_are_not_shown_and_the_rule_is_told()
    {
        Assert.Contains("Kommunerna visas inte var för sig. Kommunernas leveranser lämnas inte ut kommun för kommun.", ReportFixture.Page(reports.Sample), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(reports.Sample, "charts/structured_assessment-municipalities.sv.svg")));
    }

    [FactNeeding("node")]
    public void Municipalities_left_out_are_counted_and_each_is_in_a_file()
    {
        Assert.Contains("Pilot mot övriga kommuner: 40 kommuner.", ReportFixture.Page(reports.Sample), StringComparison.Ordinal);
        Assert.Equal(1 + 41, File.ReadAllLines(Path.Combine(reports.Sample, "tables/left-out.sv.csv")).Length);
    }

    [FactNeeding("node")]
    public void What_was_planted_stands_beside_what_was_found()
    {
        var csv = File.ReadAllText(Path.Combine(reports.Sample, "tables/planted-effects.sv.csv"));

        // −25 per cent lies in −34 to −3; 20 percentage points in 15.8 to 26.5; −25 days not in −24 to 3.
        Assert.Contains("En fjärdedel färre anlagda bränder i pilotkommunerna.;Pilot mot Brå-stödda;-22,5;-34,0426;-3,125;ja;", csv, StringComparison.Ordinal);
        Assert.Contains("Pilot mot Brå-stödda;17,4;11,2;23;jämförelsegruppen har en egen effekt;", csv, StringComparison.Ordinal);
        Assert.Contains("Pilot mot övriga kommuner;21;15,8;26,5;ja;", csv, StringComparison.Ordinal);
        Assert.Contains("Pilot mot Brå-stödda;-11;-24;3;nej;", csv, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public void The_quality_section_claims_no_more_than_the_material_shows()
    {
        var page = ReportFixture.Page(reports.Sample);
        Assert.Contains("Månader: antal månader av året som ingår.", page, StringComparison.Ordinal);
        Assert.Contains("Folkmängden saknas i underlaget för vissa årsskiften. Den är här beräknad på en rät linje mellan närmast kända årsskiften; SCB:s egna tal kan avvika.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_can_not_become_markup() => Assert.Equal("&lt;b&gt; &amp; &quot;c&quot;", HtmlText.Escape("<b> & \"c\""));

    [Fact]
    public void Text_in_the_style_sheet_can_not_end_it() => Assert.Equal("\"a\\\"b \\3c /style>\"", HtmlText.CssString("a\"b </style>"));

    [GeneratedRegex("<div class=\"table[ \"].*?</div>.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex("<figure.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figures();
}
