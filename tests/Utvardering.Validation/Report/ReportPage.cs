using System.Globalization;
using System.Text;
using Utvardering.Validation.Panels;
using Utvardering.Validation.Simulation;

namespace Utvardering.Validation.Report;

/// <summary>Writes the report from the figures.</summary>
internal static class ReportPage
{
    public static string Write(IReadOnlyCollection<Tally> results, StudySettings settings, OffenceData? offences)
    {
        var findings = new Findings(results);
        var text = new StringBuilder();
        text.Append("# Size and coverage: which inference holds with 6 of 11 and 6 of 290\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            *Made by a command: don't edit by hand, run
            `dotnet run -c Release --project tests/Utvardering.Validation -- --replications {settings.Replications} --seed {settings.Seed}`.
            The same replications and seed give the same bytes. All figures: [size-and-coverage.csv](size-and-coverage.csv).*


            """);
        text.Append(Conclusions.Swedish(findings)).Append('\n');
        text.Append(Conclusions.English(findings)).Append('\n');
        text.Append(Designs(settings, offences));
        text.Append("\n## Size in every cell\n");
        text.Append("Share of replications in which the true hypothesis of no average effect is rejected at 5 %. **Bold**: over-rejects. *Italic*: conservative. –: not defined.\n");
        foreach (var design in findings.Scenarios.Select(scenario => scenario.Design).Distinct())
        {
            text.Append(SizeTable(findings, design));
        }

        text.Append("\n## All figures\n");
        text.Append("Monte Carlo standard errors in brackets. Length: mean length of bounded 95 % intervals, in the outcome's standard deviations within units (methods of counts: their own logarithmic scale over that deviation, not to be compared).\n");
        foreach (var scenario in findings.Scenarios)
        {
            text.Append(CellTable(findings, scenario));
        }

        text.Append("\n## The methods\n| id | method | works on |\n|---|---|---|\n");
        text.AppendJoin("", findings.Methods.Select(method => $"| `{method.Id}` | {method.Title} | {method.Data} |\n"));
        return text.ToString();
    }

    private static string Designs(StudySettings settings, OffenceData? offences) => string.Create(CultureInfo.InvariantCulture, $"""
        ## What was simulated
        Six treated units of 11 (five controls) and of 290, {AutoregressivePanel.Before} months before and {AutoregressivePanel.After} after one start. In every replication the average effect on the
        treated is exactly zero. (A constant effect would move estimate and interval of all these methods but those of counts alike: the coverage is the same.)

        - **`ar1`**: y(i,t) = α(i) + λ(t) + σ(i) u(i,t), u autoregressive with coefficient {AutoregressivePanel.Correlation:F1}, σ(i) lognormal (σ of log ½), drawn anew in each replication. For `poisson` and `controlled-its-poisson`
          counts are drawn around exp of it (mean about 20).
        - **`ar1-unlike`**: the same, and each treated unit has an effect of its own, standard normal, centred so that the six average zero. "No effect
          on any unit" is then false, "no effect on average" true: randomisation tests and pooled variances promise nothing here, and it is told apart.
        {Real(offences)}
        Slow methods take a share of the {settings.Replications} replications; the synthetic family, group-time effects and imputation work on quarters, and
        group-time effects are held against the last quarter before the start alone. Methods for one treated unit take one of the six against so many of the controls as
        the last table says. `event-study-joint` tests the time before the start: its size is that of a pre-test under parallel trends. `honest-did` allows trends to differ, so that it
        should reject less than 5 %; a method without a p-value rejects where its interval leaves zero out. Options beside those named in the last table are the defaults.

        ## The rule
        A method **holds** in a cell where its size is at most 0.05 + 2 √(0.05 · 0.95 / replications), and not below {Tally.ConservativeBelow}; below, it is **conservative**; above the limit it
        **over-rejects**. It is **not defined** where most replications gave no p-value. Few replications make a high limit (100: 0.094), so that "holds" says
        little there. Of verdicts on a method whose size is exactly 0.05 some 2 in 100 fall above the limit by chance, so that over ten cells one in five such
        methods is called over-rejecting somewhere: a method that is so by a hair may be right. A method **keeps its size** if it is defined and over-rejects in no cell.

        """);

    private static string Real(OffenceData? offences) => offences is null
        ? "- The real panel is left out: the folder of real data was absent when this report was made.\n"
        : string.Create(CultureInfo.InvariantCulture, $"""
            - **Placebos in real figures**: reported offences per 100 000 and month ({string.Join("; ", offences.Panels.Select(panel => $"`{panel.Id}`: {panel.Title}"))}), Brå's figures of
              {OffenceFiles.First:yyyy-MM} to {OffenceFiles.Last:yyyy-MM}, before the pilot. Six municipalities and a start (one of {offences.Months - AutoregressivePanel.Before - AutoregressivePanel.After + 1}) are drawn in each replication: of the {offences.Compared.Length} of
              the comparison (six pilots, five with Brå's support), or of all {offences.Panels[0].Municipalities.Length}; `-large` draws the six among those of at least 20 000 inhabitants, as the
              pilot's are, with all others as controls. There is one real panel: the errors tell the chance of the draws, not that of another history.
              The five had Brå's support from 2022: had it an effect, it would stand in their figures whichever group they are drawn into.

            """);

    private static string SizeTable(Findings findings, string design)
    {
        var scenarios = findings.Scenarios.Where(scenario => scenario.Design == design).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n### {design}\n| method | {string.Join(" | ", scenarios.Select(scenario => $"`{scenario.Panel}`"))} |\n|---|{string.Concat(scenarios.Select(_ => "---|"))}\n");
        foreach (var method in findings.Methods)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{method.Id}` | {string.Join(" | ", scenarios.Select(scenario => Size(findings.Cell(method, scenario))))} |\n");
        }

        return text.ToString();
    }

    private static string Size(Tally tally) => tally.Verdict switch
    {
        Verdict.Undefined => "–",
        Verdict.OverRejects => $"**{Texts.Of(tally.Size)}**",
        Verdict.Conservative => $"*{Texts.Of(tally.Size)}*",
        _ => Texts.Of(tally.Size),
    };

    private static string CellTable(Findings findings, Scenario scenario)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n### {scenario.Design}, `{scenario.Panel}`: {scenario.Title}\n");
        text.Append("| method | replications | size | coverage | length | unbounded | not defined | verdict |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var tally in findings.Methods.Select(method => findings.Cell(method, scenario)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{tally.Method.Id}` | {tally.Replications} | {Texts.WithError(tally.Size, tally.SizeError)} | {Texts.WithError(tally.Coverage, tally.CoverageError)} | {Texts.Of(tally.Length, 2)} | {Percent(tally.Unbounded, tally.Intervals)} | {Percent(tally.Undefined, tally.Replications)} | {Texts.Of(tally.Verdict)} |\n");
        }

        return text.ToString();
    }

    private static string Percent(int part, int whole) => part == 0 ? "" : $"{Texts.Of(100.0 * part / whole, 1)} %";
}
