namespace Utvardering.Warehouse.Settings;

/// <summary>A text for readers, in Swedish and in English.</summary>
public sealed record LocalText(string Sv, string En)
{
    /// <summary>The text in the language, <c>sv</c> or <c>en</c>.</summary>
    public string In(string language) => language == "en" ? En : Sv;
}
