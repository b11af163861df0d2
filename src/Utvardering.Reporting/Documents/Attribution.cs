using System.Text.RegularExpressions;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Documents;

/// <summary>Where figures come from.</summary>
/// <param name="Text">What the source asks to stand under them, ended by a full stop.</param>
/// <param name="Vintage">The content they were taken from; several separated by comma.</param>
internal sealed partial record Attribution(string Text, string Vintage)
{
    /// <summary>Several sources' attributions in one line: what says no more than a source's name and that the figures were processed says so once for all of them.</summary>
    /// <param name="language">The language of the texts.</param>
    /// <param name="texts">The attributions, each ended by a full stop.</param>
    public static string Join(ReportLanguage language, IReadOnlyList<string> texts)
    {
        var plain = texts.Select(text => (Text: text, Match: Processed().Match(text))).ToLookup(part => part.Match.Success);
        if (plain[true].Count() < 2)
        {
            return string.Join(" ", texts);
        }

        var names = plain[true].Select(part => part.Match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        var list = names.Exists(name => name.Contains(',', StringComparison.Ordinal)) ? string.Join("; ", names) : language.And(names);
        var joined = names.Count == 1
            ? language.Say($"Källa: {list}. Egen bearbetning.", $"Source: {list}. Own processing.")
            : language.Say($"Källor: {list}. Egen bearbetning.", $"Sources: {list}. Own processing.");
        return string.Join(" ", plain[false].Select(part => part.Text).Prepend(joined));
    }

    [GeneratedRegex(@"^(?:(?:Källa|Source): (?<name>[^.]+)\. (?:Egen bearbetning|Own processing)|(?:Egen bearbetning av uppgifter från|Own processing of figures from) (?<name>[^.]+))\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Processed();
}
