using System.CommandLine;
using System.Globalization;
using Utvardering.Cli.Output;
using Utvardering.Pipeline.Feeds;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering sources</c></summary>
internal static class SourcesCommand
{
    private const int ShownWarnings = 3;

    public static Command Make()
    {
        var profile = SharedOptions.Profile();
        var data = SharedOptions.Data();
        var json = new Option<bool>("--json") { Description = "For programs: everything that is known, times in UTC." };
        var command = new Command("sources", "Shows each feed's newest vintage, how fresh it is against its schedule, and what went wrong last.") { profile, data, json };
        command.SetAction(parsed =>
        {
            var root = SharedOptions.DataRoot(parsed.GetValue(data), parsed.GetValue(profile)!);
            var feeds = FeedStatuses.Of(HouseFolder.Find(), parsed.GetValue(profile)!, root, TimeProvider.System.GetUtcNow());
            if (feeds.Any(feed => feed.Synthetic))
            {
                Console.Error.WriteLine("Made-up figures, for trials only: their times are made up too.");
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(feeds);
            }
            else
            {
                Show(feeds);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(IReadOnlyList<FeedStatus> feeds)
    {
        PlainTable.Write(
            ["source", "dataset", "newest vintage", ">days old", ">rows", "state", "last answer", "next due"],
            feeds.Select(IReadOnlyList<string?> (feed) =>
            [
                feed.Source, feed.Dataset, feed.Vintage, feed.AgeDays?.ToString(CultureInfo.InvariantCulture), feed.Rows?.ToString(CultureInfo.InvariantCulture),
                State(feed.Freshness), Time(feed.LastSuccess), Time(feed.Due),
            ]));
        foreach (var feed in feeds)
        {
            if (feed.LastError is { } error)
            {
                Console.WriteLine($"{feed.Source}: last error {Time(error.Time)}{(error.Time < feed.LastSuccess ? " (answered well since)" : "")}: {error.Message}");
            }

            if (feed.UnchangedSince is { } state)
            {
                Console.WriteLine($"{feed.Source}: unchanged since {state}, as the source says");
            }

            foreach (var warning in feed.Warnings.Take(ShownWarnings))
            {
                Console.WriteLine($"{feed.Source}: {warning}");
            }

            if (feed.Warnings.Count > ShownWarnings)
            {
                Console.WriteLine($"{feed.Source}: {feed.Warnings.Count - ShownWarnings} more such; --json gives all.");
            }
        }
    }

    private static string State(Freshness freshness) => freshness switch
    {
        Freshness.Fresh => "fresh",
        Freshness.Overdue => "OVERDUE",
        Freshness.OnRequest => "on request",
        _ => "never taken in",
    };

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
