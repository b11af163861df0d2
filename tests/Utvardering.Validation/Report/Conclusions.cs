using System.Globalization;
using System.Text;
using Utvardering.Validation.Panels;
using Utvardering.Validation.Simulation;

namespace Utvardering.Validation.Report;

/// <summary>The report's conclusions, each a count or comparison of the figures.</summary>
internal static class Conclusions
{
    public static string English(Findings findings)
    {
        var text = new StringBuilder("## What follows\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            - Sizes kept in both designs, on every panel without an effect on any unit: {Texts.List(findings.Keeping(null, IsSharp))}.
            - The same, and with effects that differ between units too: {Texts.List(findings.Keeping(null, _ => true))}.

            """);
        foreach (var design in Designs(findings))
        {
            text.Append(Design(findings, design));
        }

        foreach (var (reason, tallies) in findings.Scenarios.SelectMany(scenario => findings.Methods.Select(method => findings.Cell(method, scenario)))
            .Where(tally => tally.Verdict == Verdict.Undefined)
            .GroupBy(tally => tally.Reason ?? "")
            .Select(group => (group.Key, group.ToArray())))
        {
            text.Append(CultureInfo.InvariantCulture, $"\nNot defined: {Texts.List(tallies.Select(tally => tally.Method).Distinct())} ({string.Join("; ", tallies.Select(tally => $"{tally.Scenario.Design} `{tally.Scenario.Panel}`").Distinct())}). Reason: {reason.TrimEnd('.')}.\n");
        }

        return text.ToString();
    }

    public static string Swedish(Findings findings)
    {
        var parts = Designs(findings).Select(design =>
        {
            var over = findings.OverRejecting(design).ToArray();
            var best = findings.Default(design) is { } method ? $"`{method.Id}`" : null;
            return string.Create(CultureInfo.InvariantCulture, $"Med {design.Replace("of", "av", StringComparison.Ordinal)} förkastar {over.Length} av {findings.Methods.Length} metoder en sann nollhypotes för ofta i minst en av panelerna")
                + (over.Length > 0 ? $" (mest `{over.MaxBy(item => item.Worst.Size).Method.Id}`, {Percent(over.Max(item => item.Worst.Size))} i stället för 5 %)" : "")
                + (best is null ? "; ingen metod uppfyller kraven på ett förval." : $"; av dem som aldrig gör det, med tillräckligt många upprepningar och bland de kortaste intervallen, antar {best} minst och är planens förval.");
        });
        return $"**Sammanfattning på svenska.** Rapporten prövar genom simulering om metodernas p-värden och intervall stämmer när sex kommuner av elva, eller sex av 290, är behandlade och "
            + $"ingenting har hänt i genomsnitt. {string.Join(" ", parts)} Metodernas kortnamn förklaras sist i rapporten.\n";
    }

    private static string Design(Findings findings, string design)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n### {design}\n");
        var over = findings.OverRejecting(design).OrderByDescending(item => item.Worst.Size).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"- Over-rejecting in at least one panel: {Texts.Or(string.Join(", ", over.Select(item => $"`{item.Method.Id}` ({item.Cells} of {findings.Cells(item.Method, design).Count()} panels, worst {Texts.Of(item.Worst.Size)} in `{item.Worst.Scenario.Panel}`)")), "none")}.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Size kept on every panel without an effect on any unit: {Texts.List(findings.Keeping(design, IsSharp))}.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Size kept there, and with effects that differ between units too: {Texts.List(findings.Keeping(design, _ => true))}.\n");
        var ranking = findings.Ranking(design);
        if (ranking.IsEmpty)
        {
            text.Append("- No method is fit to be the default by the rule below.\n");
            return text.ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"- **Default for the evaluation plan: `{findings.Default(design)!.Id}`** ({findings.Default(design)!.Title}). Rule: of the methods that keep their size on every panel of this design, with at least {Findings.EnoughReplications} replications in each panel and an interval in the outcome's unit, those within 5 % of the shortest intervals count as equal, and of these the one that assumes least is taken (the list of methods begins with the randomisation tests):\n\n");
        text.Append("| method | interval length, of `randomisation`'s | largest size |\n|---|---|---|\n");
        text.AppendJoin("", ranking.Select(item => $"| `{item.Method.Id}` | {(double.IsInfinity(item.Length) ? "unbounded in some replications" : Texts.Of(item.Length, 2))} | {Texts.Of(item.LargestSize)} |\n"));
        return text.ToString();
    }

    // Panels on which no unit has an effect: the hypothesis that randomisation tests are exact for.
    private static bool IsSharp(Scenario scenario) => scenario.Panel != "ar1-unlike";

    private static IEnumerable<string> Designs(Findings findings) => findings.Scenarios.Select(scenario => scenario.Design).Distinct();

    private static string Percent(double share) => string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"{100 * share:F0} %");
}
