using System.Text.Json;
using System.Text.RegularExpressions;

namespace Utvardering.SampleData.Scb;

/// <summary>What a question asks of a table: variables with the values selected, in the table's order; those left out are not there.</summary>
internal sealed partial record ScbSelection(IReadOnlyList<ScbVariable> Variables)
{
    public long Cells => Variables.Aggregate(1L, (cells, variable) => cells * variable.Values.Count);

    /// <exception cref="ScbErrorException">The service would refuse the question.</exception>
    public static ScbSelection Read(IReadOnlyList<ScbVariable> table, Address address, string? body)
    {
        var asked = body is null ? FromQuery(address) : FromBody(body);
        if (asked.Any(part => !table.Any(variable => Same(variable.Code, part.Variable))))
        {
            throw ScbErrorException.NoVariable;
        }

        List<ScbVariable> selected = [];
        foreach (var variable in table)
        {
            var expressions = asked.Where(part => Same(variable.Code, part.Variable)).SelectMany(part => part.Expressions).ToArray();
            if (expressions.Length > 0)
            {
                var places = expressions.SelectMany(expression => ScbExpression.Places(variable, expression)).Distinct().Order();
                selected.Add(variable with { Values = [.. places.Select(place => variable.Values[place])] });
            }
            else if (!variable.MayBeLeftOut)
            {
                throw ScbErrorException.NoSelection;
            }
        }

        return new ScbSelection(selected);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static List<(string Variable, string[] Expressions)> FromQuery(Address address) =>
    [
        .. from pair in address.Query
           let name = ValueCodes().Match(pair.Name)
           where name.Success
           // A comma inside RANGE(a,b) does not part two expressions.
           select (name.Groups["variable"].Value, Comma().Split(pair.Value)),
    ];

    private static List<(string Variable, string[] Expressions)> FromBody(string body)
    {
        try
        {
            using var question = JsonDocument.Parse(body);
            return [.. question.RootElement.GetProperty("selection").EnumerateArray().Select(Part)];
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ScbErrorException.BadExpression;
        }
    }

    private static (string, string[]) Part(JsonElement part)
    {
        if (part.TryGetProperty("codelist", out var list) && list.ValueKind == JsonValueKind.String)
        {
            throw ScbErrorException.NoCodeList;
        }

        return (part.GetProperty("variableCode").GetString()!, [.. part.GetProperty("valueCodes").EnumerateArray().Select(value => value.GetString()!)]);
    }

    [GeneratedRegex(@"^valueCodes\[(?<variable>[^\]]+)\]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ValueCodes();

    [GeneratedRegex(@",(?![^()]*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();
}
