using System.Globalization;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Vintages;

/// <summary>
/// Finds the vintages that a person names: by full name, by the beginning of the name or of the content hash, as <c>newest</c> or
/// <c>previous</c>, or by a date (the newest retrieved by the end of that day, UTC).
/// </summary>
public static class VintageChoice
{
    private const int NamesShown = 10;

    /// <summary>The two vintages to compare; without names the two newest.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="source">The source; null where the dataset has only one.</param>
    /// <param name="from">The earlier state; null: the vintage before <paramref name="to"/>.</param>
    /// <param name="to">The later state; null: the newest.</param>
    /// <exception cref="InputException">There is no such dataset, source or vintage, or the name fits several.</exception>
    public static (Vintage From, Vintage To) Pair(LakeStore lake, string dataset, string? source, string? from, string? to)
    {
        var vintages = OfSource(lake, dataset, source);
        var later = Named(vintages, to ?? "newest");
        if (from is not null)
        {
            return (Named(vintages, from), later);
        }

        return later.Before() is { } before
            ? (before, later)
            : throw new InputException($"{later.Source} has no vintage of {dataset} before {later.Name}: there is nothing to compare it with.");
    }

    private static IReadOnlyList<Vintage> OfSource(LakeStore lake, string dataset, string? source)
    {
        var datasets = lake.Datasets();
        if (!datasets.Contains(dataset))
        {
            throw new InputException(datasets.Count == 0
                ? $"The lake {lake.Root} is empty. Take in data with the command 'run', or name the data root with --data."
                : $"The lake holds nothing of dataset '{dataset}'. It holds: {string.Join(", ", datasets)}.");
        }

        var bySource = lake.Vintages(dataset).GroupBy(vintage => vintage.Source, StringComparer.Ordinal).ToList();
        var names = string.Join(", ", bySource.Select(group => group.Key));
        if (source is null)
        {
            return bySource is [var only]
                ? [.. only]
                : throw new InputException($"Several sources feed {dataset}: {names}. Choose one with --source.");
        }

        return bySource.FirstOrDefault(group => group.Key == source) is { } chosen
            ? [.. chosen]
            : throw new InputException($"Source '{source}' has no vintage of {dataset}. Sources: {names}.");
    }

    private static Vintage Named(IReadOnlyList<Vintage> vintages, string text)
    {
        if (text == "newest")
        {
            return vintages[^1];
        }

        if (text == "previous")
        {
            return vintages.Count > 1 ? vintages[^2] : throw Unknown(vintages, "There is no previous vintage");
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return vintages.LastOrDefault(vintage => DateOnly.FromDateTime(vintage.Name.Retrieved.UtcDateTime) <= day)
                ?? throw Unknown(vintages, $"No vintage was retrieved by {text}");
        }

        var fitting = vintages
            .Where(vintage => text.Length > 0 && (vintage.Name.ToString().StartsWith(text, StringComparison.Ordinal) || vintage.Name.ContentPrefix.StartsWith(text, StringComparison.Ordinal)))
            .ToList();
        return fitting switch
        {
            [var one] => one,
            [] => throw Unknown(vintages, $"There is no vintage '{text}'"),
            _ => throw new InputException($"'{text}' fits {fitting.Count} vintages of {vintages[0].Source}: {Shown(fitting)}. Give more of the name."),
        };
    }

    private static InputException Unknown(IReadOnlyList<Vintage> vintages, string what) => new(
        $"{what} of {vintages[0].Dataset} from {vintages[0].Source}. Vintages: {Shown(vintages)}. " +
        "Give a name, the beginning of one, newest, previous, or a date such as 2024-12-31.");

    private static string Shown(IReadOnlyList<Vintage> vintages) =>
        (vintages.Count > NamesShown ? "… " : "") + string.Join(", ", vintages.TakeLast(NamesShown).Select(vintage => vintage.Name));
}
