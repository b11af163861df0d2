using System.Globalization;
using System.Text.RegularExpressions;

namespace Utvardering.SampleData.Scb;

/// <summary>PxWebApi's selection expressions: a code, wildcards, TOP, BOTTOM, FROM, TO and RANGE.</summary>
internal static partial class ScbExpression
{
    /// <summary>The places, among a variable's values, that an expression selects.</summary>
    /// <exception cref="ScbErrorException">The expression can't be read or names a value that is not there.</exception>
    public static IEnumerable<int> Places(ScbVariable variable, string expression)
    {
        var count = variable.Values.Count;
        if (Call().Match(expression) is { Success: true } call)
        {
            var arguments = call.Groups["arguments"].Value.Split(',');
            return (call.Groups["name"].Value.ToUpperInvariant(), arguments) switch
            {
                // The top of the years is the newest, though it stands last.
                ("TOP", [var n]) => variable.Code == "Tid" ? Last(n) : First(n),
                ("BOTTOM", [var n]) => variable.Code == "Tid" ? First(n) : Last(n),
                ("FROM", [var from]) => Between(Place(variable, from), count - 1),
                ("TO", [var to]) => Between(0, Place(variable, to)),
                ("RANGE", [var from, var to]) => Between(Place(variable, from), Place(variable, to)),
                _ => throw ScbErrorException.BadExpression,
            };
        }

        if (!expression.Contains('*') && !expression.Contains('?'))
        {
            return [Place(variable, expression)];
        }

        var pattern = new Regex("^" + Regex.Escape(expression).Replace(@"\*", ".*").Replace(@"\?", ".") + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return Enumerable.Range(0, count).Where(place => pattern.IsMatch(variable.Values[place].Code));

        IEnumerable<int> First(string n) => Between(0, Math.Min(Number(n), count) - 1);

        IEnumerable<int> Last(string n) => Between(Math.Max(0, count - Number(n)), count - 1);
    }

    private static IEnumerable<int> Between(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1));

    private static int Place(ScbVariable variable, string code)
    {
        for (var place = 0; place < variable.Values.Count; place++)
        {
            if (variable.Values[place].Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return place;
            }
        }

        throw ScbErrorException.NoValue;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw ScbErrorException.BadExpression;

    [GeneratedRegex(@"^(?<name>[A-Za-z]+)\((?<arguments>[^()]*)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
