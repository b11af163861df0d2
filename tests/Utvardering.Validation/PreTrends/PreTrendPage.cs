using System.Globalization;
using System.Text;

namespace Utvardering.Validation.PreTrends;

/// <summary>The report on how the time before the start is judged: <c>docs/validation/pre-trend.md</c>.</summary>
internal static class PreTrendPage
{
    public static string Write(
        IReadOnlyList<PreTrendStudy.Row> rows, IReadOnlyList<(DriftScenario Scenario, string Departure, IReadOnlyList<double> Shares)> chosen, int replications, ulong seed)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Which test sees groups part before the start

            *Made by a command: don't edit by hand, run
            `dotnet run -c Release --project tests/Utvardering.Validation -- pre-trend --replications {replications} --seed {seed}`.
            The same numbers give the same bytes.*

            A difference in differences is wrong by what parted the groups already before the start and went on after it: a drift. When it began nobody knows. Each test below takes the
            largest of a family of contrasts of the periods before the start, each divided by its spread over the assignments, and holds it against its own distribution over the same assignments; all are exact where
            the treated could have been any of the units. They differ in what they look for:

            {string.Join("\n", ContrastFamily.All.Select(family => $"- `{family.Id}`: {family.Title}."))}

            Each departure is as large as would be found 80 times in 100 by a test that knew its course and the variance, so that 80 % is all that could be hoped for where noise is white and units are many. *Drift, 3*: the groups have been
            drifting apart for the last three periods before the start. *{replications}* replications of each row; a share that is truly 5 % lies below {Percent(0.05 + (1.645 * Math.Sqrt(0.05 * 0.95 / replications)))} in 19 of 20 cases.

            ## What follows
            The rule: of the tests that keep their size, the one whose least power over the ages of a drift is greatest. The table holds the least and the mean over all panels below.

            | test | largest size | least power against a drift | mean | mean against steps | mean against an odd period |
            |---|---:|---:|---:|---:|---:|

            """);
        foreach (var (number, family) in ContrastFamily.All.Index())
        {
            double[] Of(Func<PreTrendStudy.Row, bool> which) => [.. rows.Where(which).Select(row => row.Shares[number])];
            var drifts = Of(row => row.IsDrift);
            page.Append(CultureInfo.InvariantCulture, $"| `{family.Id}` | {Percent(Of(row => row.Departure == "none").Max())} | {Percent(drifts.Min())} | {Percent(drifts.Average())} | {Percent(Of(row => row.Departure.StartsWith("step", StringComparison.Ordinal)).Average())} | {Percent(Of(row => row.Departure.StartsWith("odd", StringComparison.Ordinal)).Average())} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"""

            The evaluation uses `{ContrastFamily.Drifts.Id}`. What it gives up is an odd single period amid the time before: it hardly sees it. Such a period moves the mean of the time before by its share of
            it and does not go on after the start; it is seen in the event study, period by period.

            ## Controls chosen for having moved alike
            Municipalities chosen on the time before the start are alike over that time, whatever follows (Daw and Hatfield 2018, "Matching and Regression to the Mean in Difference-in-Differences Analysis"):
            a test on the same time looks for what the choice has taken away. Of 200 municipalities six are treated, with the ten nearest of each, by level, trend, population and kind, as controls. `{ContrastFamily.Drifts.Id}` is tried
            with controls {string.Join("; ", MatchedStudy.Choices.Select(choice => $"{choice.Title} (`{choice.Id}`)"))}. {Math.Max(1, replications / 2)} replications.

            The evaluation judges the time before the start with `earlier`: whether municipalities alike up to the plan's earliest placebo start stayed alike, which is what is asked of the controls after
            the real one. (`no-trend` sees somewhat more of old drifts, but judges another way of choosing than the plan's.)

            | | | {string.Join(" | ", MatchedStudy.Choices.Select(choice => $"`{choice.Id}`"))} |
            |---|---|{string.Concat(MatchedStudy.Choices.Select(_ => "---:|"))}

            """);
        foreach (var (scenario, departure, shares) in chosen)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {scenario.Title} | {departure} | {string.Join(" | ", shares.Select(Percent))} |\n");
        }

        foreach (var scenario in rows.GroupBy(row => row.Scenario))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {scenario.Key.Title}\n| | {string.Join(" | ", ContrastFamily.All.Select(family => $"`{family.Id}`"))} |\n|---|{string.Concat(ContrastFamily.All.Select(_ => "---:|"))}\n");
            foreach (var row in scenario)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {row.Departure} | {string.Join(" | ", row.Shares.Select(Percent))} |\n");
            }
        }

        return page.ToString();
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
