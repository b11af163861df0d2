using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Transport;

/// <summary>Path patterns: <c>*</c> and <c>?</c> within a folder, <c>**</c> across folders, <c>{a,b}</c> for either. Letter case does not count.</summary>
public static partial class FilePattern
{
    /// <param name="path">Relative, with <c>/</c>, in any Unicode normal form: macOS gives decomposed names.</param>
    public static bool Matches(string pattern, string path) =>
        Regex.IsMatch(path.Normalize(), "^" + Token().Replace(pattern.Normalize(), ToRegex) + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string ToRegex(Match token) => token.Value switch
    {
        "**/" => "(?:.*/)?",
        "**" => ".*",
        "*" => "[^/]*",
        "?" => "[^/]",
        ['{', .. var choices, '}'] => $"(?:{string.Join('|', choices.Split(',').Select(Regex.Escape))})",
        var text => Regex.Escape(text),
    };

    [GeneratedRegex(@"\*\*/|\*\*|\*|\?|\{[^}]*\}|[^*?{]+|\{")]
    private static partial Regex Token();
}
