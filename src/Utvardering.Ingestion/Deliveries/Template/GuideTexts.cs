using Utvardering.Ingestion.Deliveries.Contract;

namespace Utvardering.Ingestion.Deliveries.Template;

/// <summary>Texts that every contract's template and guide have.</summary>
internal static class GuideTexts
{
    public const string NoPersonalData =
        "Skicka bara antal per grupp, aldrig uppgifter om enskilda. Personnummer, namn, e-post, telefonnummer, fritext och egna kolumner ska inte finnas i filen. "
        + "Hittas något sådant tas inget av filen emot.";

    public static string Required(ContractColumn column) => column switch
    {
        { Field.Required: true } => "Ja",
        { MayBeAbsent: true } => "Kolumnen får utelämnas",
        _ => "När måttet kräver det",
    };
}
