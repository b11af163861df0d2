using System.CommandLine;
using System.Globalization;
using Utvardering.Pipeline.Jobs;

namespace Utvardering.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    public static Option<string> Profile() => new("--profile")
    {
        Description = "What is taken in and which plan is carried out: a file of pipelines/profiles.",
        DefaultValueFactory = _ => "sample",
        HelpName = "NAME",
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "The data root: landing, lake, warehouse and runs. Default: data/<profile>.",
        HelpName = "DIR",
    };

    /// <summary>Where jobs are kept.</summary>
    public static Option<string> Store()
    {
        var store = new Option<string>("--store")
        {
            Description = $"Where jobs are kept: sqlite (a file in the data root, one machine) or postgres (several machines; connection string in the environment variable {JobStore.PostgresVariable}).",
            DefaultValueFactory = _ => "sqlite",
            HelpName = "STORE",
        };
        store.AcceptOnlyFromAmong("sqlite", "postgres");
        return store;
    }

    /// <summary>A day, written 2024-12-31.</summary>
    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} '{result.Tokens[0].Value}' is not a date such as 2024-12-31.");
            return null;
        },
    };

    public static Option<string?> Run() => new("--run") { Description = "The run to look at. Default: the one made last.", HelpName = "ID" };

    /// <summary>The data root that was given, or the profile's own below the current folder.</summary>
    public static string DataRoot(string? given, string profile) => given ?? Path.Combine("data", profile);
}
