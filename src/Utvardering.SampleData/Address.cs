namespace Utvardering.SampleData;

/// <summary>The path and the query of an address, unescaped.</summary>
/// <param name="Segments">The path below the source's base address.</param>
/// <param name="Query">Names and values in order; a name may come more than once.</param>
internal sealed record Address(IReadOnlyList<string> Segments, IReadOnlyList<(string Name, string Value)> Query)
{
    public string? this[string name] => Query.FirstOrDefault(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The address below a base, or null when it lies elsewhere.</summary>
    public static Address? Below(string baseAddress, string address)
    {
        if (!address.StartsWith(baseAddress + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = address[(baseAddress.Length + 1)..].Split('?', 2);
        var query = parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries);
        return new Address([.. parts[0].Trim('/').Split('/').Select(Uri.UnescapeDataString)], [.. query.Select(Pair)]);
    }

    private static (string, string) Pair(string text)
    {
        var pair = text.Split('=', 2);
        return (Unescape(pair[0]), pair.Length == 1 ? "" : Unescape(pair[1]));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
