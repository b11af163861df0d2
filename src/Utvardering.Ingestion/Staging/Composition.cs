namespace Utvardering.Ingestion.Staging;

/// <summary>Letters put together (NFC), of texts that anyone may have written.</summary>
internal static class Composition
{
    /// <summary>The text in composed form. One that holds what is no character (U+FFFE, half a surrogate pair) has none, and stays for the checks to report.</summary>
    public static string Composed(this string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
