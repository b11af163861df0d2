using System.Globalization;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;

namespace Utvardering.Methods.Documentation;

/// <summary>A method's page of the manual, as the help of the command tells it and as <c>docs/methods.md</c> prints it.</summary>
public static class MethodText
{
    private const string Json = """

        JSON (--json), one object:
          `method`, `options`, `seed`: what was run, every option with the value that held; the seed where random numbers are drawn, else null
          `data`: the file's `file`, `sha256`, `rows`, and `columns` by role
          `estimates`: a list of those above, each with `name`, `method`, `estimate`, `standardError`, `degreesOfFreedom`, `low`, `high`, `confidence`, `pValue`, `sample`, `warnings`
          `tables`: those above by name, each a list of rows with the columns told
          `warnings`: `kind`, `unit`, `period`, `value`, `limit`
        A number that a method does not give is null; an endless limit is the text "Infinity" or "-Infinity".
        """;

    /// <summary>For the screen.</summary>
    public static string Plain(MethodDescription method) => string.Join('\n', Lines(method, item => $"  {item}", heading => $"\n{heading}:").Append(Json));

    /// <summary>For the manual.</summary>
    public static string Markdown(MethodDescription method) => string.Join('\n', Lines(method, item => $"- {item}", heading => $"\n**{heading}**\n"));

    private static IEnumerable<string> Lines(MethodDescription method, Func<string, string> item, Func<string, string> heading)
    {
        yield return method.Summary;
        yield return heading("Columns");
        foreach (var column in method.Columns)
        {
            yield return item($"`{MethodInput.Flag(column.Role)}`{(column.Required ? "" : " (may be left out)")}: {column.Meaning}");
        }

        if (method.Options.Count > 0)
        {
            yield return heading("Options (`--options name=value …`)");
            foreach (var option in method.Options)
            {
                yield return item($"`{option.Name}` ({Kind(option)}{(option.Default is { } value ? $", default {value}" : "")}{Use(option)}): {option.Meaning}");
            }
        }

        yield return heading("Estimates");
        foreach (var part in method.Estimates)
        {
            yield return item($"`{part.Name}`: {part.Meaning}");
        }

        if (method.Tables.Count > 0)
        {
            yield return heading("Tables");
            foreach (var table in method.Tables)
            {
                yield return item($"`{table.Name}`: {table.Meaning} {string.Join("; ", table.Columns.Select(column => $"`{column.Name}` {column.Meaning}"))}.");
            }
        }

        if (method.Examples.Count > 0)
        {
            yield return heading("Examples");
            foreach (var example in method.Examples)
            {
                yield return item($"{example.Meaning}: `estimate {method.Name} --data FILE.csv {example.Arguments}`");
            }
        }

        yield return heading("Source");
        foreach (var source in method.Sources)
        {
            yield return item(source);
        }
    }

    private static string Use(MethodOption option) => option.For is { } condition ? $", for {MethodOption.Condition(condition)}" : "";

    private static string Kind(MethodOption option)
    {
        var kind = option.Kind switch
        {
            OptionKind.Choice => string.Join(" | ", option.Choices),
            OptionKind.WholeNumber => "whole number",
            OptionKind.Number => "number",
            OptionKind.Flag => "yes | no",
            OptionKind.Column => "column",
            OptionKind.Period => "period",
            OptionKind.Columns => "columns with commas between",
            OptionKind.Averages => "columns with commas between, each with :FIRST..LAST or :PERIOD, or neither",
            OptionKind.Text => "text",
            OptionKind.Texts => "texts with commas between",
            _ => "numbers with commas between",
        };
        return (double.IsFinite(option.Minimum), double.IsFinite(option.Maximum)) switch
        {
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"{kind}, {option.Minimum} to {option.Maximum}"),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"{kind}, at least {option.Minimum}"),
            _ => kind,
        };
    }
}
