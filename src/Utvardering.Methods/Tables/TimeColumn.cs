using System.Globalization;
using System.Text.RegularExpressions;
using Utvardering.Statistics.Panels;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tables;

/// <summary>
/// The periods of a table, numbered one apart: whole numbers as they are, days by the longest grain that fits them all (years, quarters,
/// months), and spelled quarters (2024-Q1, 2024K1) and months (2024-03, 2024M03).
/// </summary>
public sealed partial class TimeColumn
{
    private readonly Dictionary<string, int> numbers;
    private readonly Func<int, string> label;

    private TimeColumn(string column, PeriodGrain? grain, Dictionary<string, int> numbers, Func<int, string> label)
        => (Column, Grain, this.numbers, this.label) = (column, grain, numbers, label);

    public string Column { get; }

    /// <summary>The length of a period; null where they are plain numbers.</summary>
    public PeriodGrain? Grain { get; }

    /// <exception cref="InputException">Periods of different or unknown form; the message names the first that does not fit.</exception>
    public static TimeColumn Of(TidyTable table, string column)
    {
        var texts = table.Filled(column).Distinct(StringComparer.Ordinal).ToList();
        if (texts.All(text => Whole(text) is not null))
        {
            return new(column, null, texts.ToDictionary(text => text, text => Whole(text)!.Value, StringComparer.Ordinal), number => number.ToString(CultureInfo.InvariantCulture));
        }

        var starts = new Dictionary<string, (DateOnly Start, PeriodGrain? Grain)>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            starts[text] = Start(text) ?? throw new InputException(
                $"{table.Place(column, table.Texts(column).Index().First(cell => cell.Item == text).Index)} holds \"{text}\", which is no period: "
                + "write whole numbers, days (2024-01-01), quarters (2024-Q1) or months (2024-03), all in one form.");
        }

        var grain = Common(table, column, starts);
        return new(column, grain, starts.ToDictionary(one => one.Key, one => Number(grain, one.Value.Start), StringComparer.Ordinal), number => Label(grain, number));
    }

    /// <summary>The number of a period that the table holds, or that is written as its periods are.</summary>
    /// <exception cref="InputException">It is no such period.</exception>
    public int Number(string text) => numbers.TryGetValue(text, out var number) ? number
        : Grain is { } grain && Start(text) is { } start ? Number(grain, start.Start)
        : Grain is null && Whole(text) is { } whole ? whole
        : throw new InputException($"\"{text}\" is no period as those of column \"{Column}\", such as {label(numbers.Values.Min())}.");

    /// <summary>The same column in longer periods.</summary>
    /// <exception cref="InputException">The periods are plain numbers, or no shorter than that.</exception>
    public TimeColumn Longer(PeriodGrain grain)
    {
        var length = LengthOf(grain);
        return new(Column, grain, numbers.ToDictionary(one => one.Key, one => one.Value / length, StringComparer.Ordinal), number => Label(grain, number));
    }

    /// <summary>How many of the column's periods are in a longer one.</summary>
    /// <exception cref="InputException">The periods are plain numbers, or no shorter than that.</exception>
    public int LengthOf(PeriodGrain grain) => Grain is { } own && own < grain
        ? (int)grain / (int)own
        : throw new InputException(
            $"Column \"{Column}\" holds {(Grain is { } there ? $"{there.ToString().ToLowerInvariant()}s" : "plain numbers")}, of which no {grain.ToString().ToLowerInvariant()}s can be made: "
            + "leave the option grain out, or write periods as 2024-03 or 2024-Q1.");

    /// <summary>A period's number as it is told: 2024, 2024-Q1, 2024-03.</summary>
    public string Label(int number) => label(number);

    private static PeriodGrain Common(TidyTable table, string column, Dictionary<string, (DateOnly Start, PeriodGrain? Grain)> starts)
    {
        var spelled = starts.Values.Select(start => start.Grain).Distinct().ToList();
        if (spelled.Count > 1)
        {
            throw new InputException($"Column \"{column}\" of {table.File} mixes forms of periods ({string.Join(", ", starts.Keys.Take(4))}): write all in one.");
        }

        return spelled[0] ?? new[] { PeriodGrain.Year, PeriodGrain.Quarter, PeriodGrain.Month }.Cast<PeriodGrain?>()
            .FirstOrDefault(grain => starts.Values.All(start => PeriodAxis.StartOf(grain!.Value, start.Start) == start.Start))
            ?? throw new InputException($"Column \"{column}\" of {table.File} holds days that begin no month ({starts.Keys.First()}): add up to months, quarters or years first.");
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static (DateOnly Start, PeriodGrain? Grain)? Start(string text)
    {
        if (Quarter().Match(text) is { Success: true } quarter)
        {
            return (new(Int(quarter, 1), (3 * Int(quarter, 2)) - 2, 1), PeriodGrain.Quarter);
        }

        if (Month().Match(text) is { Success: true } month)
        {
            return (new(Int(month, 1), Int(month, 2), 1), PeriodGrain.Month);
        }

        var day = text.EndsWith(" 00:00:00", StringComparison.Ordinal) ? text[..^9] : text;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? (date, null) : null;
    }

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Number(PeriodGrain grain, DateOnly start) => grain == PeriodGrain.Year ? start.Year : ((start.Year * 12) + start.Month - 1) / (int)grain;

    private static string Label(PeriodGrain grain, int number) => grain switch
    {
        PeriodGrain.Year => number.ToString(CultureInfo.InvariantCulture),
        PeriodGrain.Quarter => string.Create(CultureInfo.InvariantCulture, $"{number / 4:0000}-Q{(number % 4) + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number / 12:0000}-{(number % 12) + 1:00}"),
    };

    [GeneratedRegex(@"\A([0-9]{4})[- ]?[KkQq]([1-4])\z")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\A([0-9]{4})(?:-|[Mm])(0[1-9]|1[0-2])\z")]
    private static partial Regex Month();
}
