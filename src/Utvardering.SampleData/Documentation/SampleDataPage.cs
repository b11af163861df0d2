using System.Globalization;
using System.Text;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Documentation;

/// <summary>
/// The page <c>docs/sample-data.md</c>, written from <c>pipelines/sample/world.yaml</c> so that it can't say anything else.
/// A test compares the two; with <c>UTVARDERING_WRITE_DOCS=1</c> the same test writes the page anew.
/// </summary>
public static class SampleDataPage
{
    /// <exception cref="InvalidDataException">The settings can't be read.</exception>
    public static string Text(string pipelinesFolder)
    {
        var settings = WorldFile.Read(pipelinesFolder);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # The sample world
            *Generated from `pipelines/sample/world.yaml`. Change that file, then run
            `UTVARDERING_WRITE_DOCS=1 dotnet test tests/Utvardering.SampleData.Tests`.*

            Synthetic figures for the 290 municipalities, so that the whole way from source to report can be run and tried without the
            real sources. **No figure in it is a statistic.** Names, codes and SKR groups of the municipalities are real, and {settings.Population.Sizes.Count} of
            them begin at a size rounded by hand; all other populations, offences, key figures and deliveries are drawn, in the real
            sources' formats with their dirt.

            The world stands at {Date(settings.AsOf)} unless another day is asked for: what the sources would have published after that
            day is not there. Seed {settings.Seed}; every cell is drawn by a counter-based generator (Philox4x32-10) keyed by seed, purpose,
            municipality and period, so a cell is the same whatever else is asked for.

            ## Sources


            """);
        Sources(page, settings);
        var similar = string.Join(" and ", settings.Kolada.Similar.Select(groups => $"{groups.Title[(groups.Title.LastIndexOf(' ') + 1)..]} ({groups.Members} each, the nearest by inhabitants and {string.Join(", ", groups.By)})"));
        page.Append(CultureInfo.InvariantCulture, $$"""

            Of Kolada's groups there are all municipalities, SKR's nine and "Liknande kommuner" in {{similar}}.

            What is left out: regions and organisational units in Kolada, marital status and ages above 20 in the population (all ages
            together are there), and every table, key figure and offence code not named below. Kolada withholds small counts and some
            municipalities don't take part; Brå's files write a few cells as `..` and have a region of offences whose place is unknown.

            """);
        page.Append("\n## Levels\nThe mean before season, path, municipality and planted effect. Municipalities differ by the spread (standard deviation of the logarithm).\n\n");
        Table(page, ["outcome", "sv", "en", "unit", "level", "spread"], settings.Outcomes.Select(outcome => new[]
        {
            $"`{outcome.Id}`", outcome.Title.Sv, outcome.Title.En, outcome.Unit.En, Number(outcome.Level), Number(outcome.Spread),
        }));
        page.Append("\n## Planted effects\nWhat an evaluation of this world should find, and where it should find nothing.\n\n");
        Table(page, ["outcome", "group", "effect", "from", "sv", "en"], settings.Effects.Select(effect => new[]
        {
            $"`{effect.Outcome}`", settings.Groups[effect.Group].Title.En, Size(effect), Date(effect.From), effect.Text.Sv, effect.Text.En,
        }));
        Support(page, settings.SupportLog);
        page.Append("\n## Groups\n\n");
        Table(page, ["group", "sv", "en", "municipalities"], settings.Groups.Select(group => new[]
        {
            $"`{group.Key}`", group.Value.Title.Sv, group.Value.Title.En, string.Join(", ", group.Value.Members),
        }));
        return page.ToString();
    }

    private static void Sources(StringBuilder page, WorldSettings settings)
    {
        var offences = settings.Offences;
        var kolada = settings.Kolada.Kpis.GroupBy(kpi => (kpi.Published.Month, kpi.Published.Day))
            .Select(day => $"{Yearly(day.First().Published)} ({string.Join(", ", day.Select(kpi => kpi.Code))})");
        Table(page, ["source", "format", "from", "published"],
        [
            ["SCB, TAB638", "PxWebApi v2, json-stat2", Number(settings.Population.FirstYear), $"{Yearly(settings.Population.Published)} of the following year; Cell Key noise from {settings.Population.CellKeyNoiseFrom}"],
            ["Brå, SOL", "text export, ISO-8859-1, one file a year and offence code", Number(offences.FirstYear), $"day {offences.PublishedDay} of the following month; preliminary until {Yearly(offences.Final)} of the following year, {Number(offences.LateShare * 100)} per cent of a month's offences not yet in its first figure"],
            ["Kolada", "API v3, JSON", Number(settings.Kolada.FirstYear), $"of the following year: {string.Join("; ", kolada)}"],
            ["Municipalities' deliveries", "CSV, UTF-8", Number(settings.Deliveries.FirstYear), $"day {settings.Deliveries.PublishedDay} of the month after the quarter"],
            ["Support log", "CSV, UTF-8, one file a giver", Number(settings.SupportLog.Givers.Min(giver => giver.From).Year), $"day {settings.SupportLog.PublishedDay} of the following month"],
        ]);
    }

    private static void Support(StringBuilder page, SupportSettings support)
    {
        page.Append("\n## Support\nThe dose that the logs tell: hours to a municipality in an ordinary month of full support, in the mean. July and August have few.\n\n");
        Table(page, ["log", "months", "strand", "kind", "hours"], support.Givers.SelectMany(giver => giver.Lines, (giver, line) => new[]
        {
            $"`{giver.File}`", $"{giver.From:yyyy-MM}–{giver.To?.ToString("yyyy-MM", CultureInfo.InvariantCulture)}" + (giver.PhaseInMonths > 1 ? $", growing over {giver.PhaseInMonths} months" : ""),
            line.Strand, line.Kind, Number(line.Hours),
        }));
    }

    private static void Table(StringBuilder page, string[] head, IEnumerable<string[]> rows)
    {
        foreach (var row in new[] { head, [.. head.Select(_ => "---")] }.Concat(rows))
        {
            page.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }
    }

    private static string Size(PlantedEffect effect)
    {
        var size = effect.Change switch
        {
            _ when effect.Size == 0 => "none",
            EffectChange.Ratio => Signed(effect.Size * 100) + " %",
            EffectChange.RatioPerYear => Signed(effect.Size * 100) + " % a year",
            _ => Signed(effect.Size) + " in the outcome's unit",
        };
        return effect.PhaseInPeriods > 1 ? $"{size}, over {effect.PhaseInPeriods} periods" : size;
    }

    private static string Signed(double number) => number.ToString("+0.##;−0.##", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Yearly(YearlyDay day) => day.In(2000).ToString("d MMMM", CultureInfo.InvariantCulture);
}
