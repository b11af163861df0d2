namespace Utvardering.Ingestion.Adapters;

/// <param name="Text">Its name for readers, the head of its column in a CSV answer.</param>
/// <param name="Codes">Its values in the table's order.</param>
/// <param name="Texts">The values' names for readers, in the same order; empty when not known.</param>
/// <param name="CanBeLeftOut">The table sums over it when it is left out of a question.</param>
internal sealed record PxWebVariable(string Code, string Text, IReadOnlyList<string> Codes, IReadOnlyList<string> Texts, bool CanBeLeftOut)
{
    /// <summary>The value that is written as a text: "0 år", or "0114 Upplands Väsby" with its code before. An unknown text stays as it is.</summary>
    public string CodeOf(string text)
    {
        var place = Texts.ToList().IndexOf(text);
        var first = text.Split(' ')[0];
        return place >= 0 && place < Codes.Count ? Codes[place] : Codes.Contains(first) ? first : text;
    }

    /// <summary>The text of one of its values; the code itself where texts are not known.</summary>
    public string CodeText(string code) => Codes.ToList().IndexOf(code) is >= 0 and var place && place < Texts.Count ? Texts[place] : code;
}
