using System.Globalization;
using System.Text;

namespace Utvardering.Validation.Plans;

/// <summary>The report on the plan itself: <c>docs/validation/plan.md</c>.</summary>
internal static class PlanPage
{
    private static readonly string[] Verdicts = ["supported", "suggestive", "inconclusive", "against", "not_estimable"];

    public static string Write(IReadOnlyDictionary<string, PlanTally> worlds, PlaceboStartResults? placebos, int seeds, int draws, ulong seed)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # How often the plan is wrong

            *Made by a command: don't edit by hand, run
            `dotnet run -c Release --project tests/Utvardering.Validation -- plan --seeds {seeds} --draws {draws} --seed {seed}`.
            The same numbers give the same bytes.*

            The plan `pilot-2024` with its windows, groups, designs, checks and [verdict rules](../verdicts.md), run many times where the truth is known. Left out for speed: what could
            have been seen, HonestDiD, other inferences of the same estimate (none of them votes), and the two slowest designs; of the other comparison groups one is tried.

            ## Made-up worlds
            {seeds} worlds of the sample data that differ in their seed alone. *Found*: p at most 0.05. *Covered*: the 95 % interval holds the truth of that contrast.
            By chance alone 5 % are found where there is nothing, and 95 % covered; with {seeds} worlds a share that is truly 5 % lies below {Percent(Upper(0.05, seeds))} in 19 of 20 cases.

            ### Verdicts
            | outcome | truth | {string.Join(" | ", Verdicts)} |
            |---|---|{string.Concat(Verdicts.Select(_ => "---:|"))}

            """);
        foreach (var planted in SampleWorlds.Outcomes)
        {
            var tally = worlds[planted.Id];
            page.Append(CultureInfo.InvariantCulture, $"| `{planted.Id}` | {planted.En} | {string.Join(" | ", Verdicts.Select(verdict => Percent((double)tally.Verdict(verdict) / tally.Runs)))} |\n");
        }

        page.Append("""

            ### The time before the start
            How often the leading design saw the groups parting before the start, whatever its verdict: by the [joint test](pre-trend.md), by an earlier start at which nothing began, by either. Only the last outcome's
            groups do part.

            | outcome | joint test | earlier start | either |
            |---|---:|---:|---:|

            """);
        foreach (var planted in SampleWorlds.Outcomes)
        {
            var tally = worlds[planted.Id];
            page.Append(CultureInfo.InvariantCulture, $"| `{planted.Id}` | {string.Join(" | ", new[] { tally.PreTrends, tally.PlaceboStarts, tally.Partings }.Select(count => Percent((double)count / tally.Runs)))} |\n");
        }

        page.Append("\n### By design\n| outcome | truth | design | found | covered | mean effect |\n|---|---|---|---:|---:|---:|\n");
        foreach (var planted in SampleWorlds.Outcomes)
        {
            foreach (var design in worlds[planted.Id].Designs)
            {
                var (runs, found, covers, mean) = worlds[planted.Id].Design(design);
                page.Append(CultureInfo.InvariantCulture, $"| `{planted.Id}` | {planted.En} | {design} | {Percent((double)found / runs)} | {Percent((double)covers / runs)} | {Percent(mean)} |\n");
            }
        }

        page.Append(placebos is null
            ? "\n## Real figures\nThe real panel was not at hand when this page was made.\n"
            : Placebos(placebos, draws));
        return page.ToString();
    }

    private static string Placebos(PlaceboStartResults placebos, int draws)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Real figures, starts at which nothing began
            Brå's monthly offences of July 2019 to December 2023. For each of three placebo starts six municipalities of at least {PlaceboStarts.LeastInhabitants} inhabitants, none of them under a targeted
            programme, stand in the pilots' place, {draws} times. The draws share one history: a start in a year that was odd for large municipalities is odd in all of them.

            | outcome | start | design | found | interval holds zero |
            |---|---|---|---:|---:|

            """);
        foreach (var ((outcome, start), tally) in placebos.Tallies.OrderBy(pair => pair.Key))
        {
            foreach (var design in tally.Designs)
            {
                var (runs, found, covers, _) = tally.Design(design);
                page.Append(CultureInfo.InvariantCulture, $"| `{outcome}` | {start:yyyy-MM} | {design} | {Percent((double)found / runs)} | {Percent((double)covers / runs)} |\n");
            }
        }

        var (all, allFound) = placebos.Tallies.Values.SelectMany(tally => tally.Designs.Select(tally.Design)).Aggregate((0, 0), (sum, design) => (sum.Item1 + design.Runs, sum.Item2 + design.Found));
        var verdicts = placebos.Tallies.Values.Sum(tally => tally.Runs);
        page.Append(CultureInfo.InvariantCulture, $"""

            Of all {all} estimates {Percent((double)allFound / all)} were found; of {verdicts} verdicts {Percent((double)placebos.Tallies.Values.Sum(tally => tally.Verdict("supported")) / verdicts)} were *supported* and
            {Percent((double)placebos.Tallies.Values.Sum(tally => tally.Verdict("suggestive")) / verdicts)} *suggestive*.

            ### The pilots themselves at those starts
            | outcome | start | design | relative effect | from | to | p |
            |---|---|---|---:|---:|---:|---:|

            """);
        foreach (var (start, rows) in placebos.Pilots)
        {
            foreach (var effect in rows.Effects.OrderBy(effect => effect.OutcomeId, StringComparer.Ordinal).ThenBy(effect => effect.DesignId, StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{effect.OutcomeId}` | {start:yyyy-MM} | {effect.DesignId} | {Percent(effect.Relative)} | {Percent(effect.RelativeLow)} | {Percent(effect.RelativeHigh)} | {effect.PValue:0.000} |\n");
            }
        }

        return page.ToString();
    }

    private static string Percent(double? share) => share is { } value && double.IsFinite(value) ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    private static double Upper(double share, int runs) => share + (1.645 * Math.Sqrt(share * (1 - share) / runs));
}
