using System.Globalization;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;

namespace Utvardering.Methods.Documentation;

/// <summary>A method's page of the manual, as the help of the command tells it and as <c>docs/methods.md</c> prints it.</summary>
public static class MethodText
{
    /// <summary>For the screen.</summary>
    public static string Plain(MethodDescription method) => string.Join('\n', Lines(method, item => $"  {item}", heading => $"\n{heading}:"));

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
                yield return item($"`{option.Name}` ({Kind(option)}{(option.Default is { } value ? $", default {value}" : "")}): {option.Meaning}");
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

        yield return heading("Source");
        foreach (var source in method.Sources)
        {
            yield return item(source);
        }
    }

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
            OptionKind.Text => "text",
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
