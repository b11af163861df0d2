using Utvardering.Ingestion.Sealing;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>What is said of a file that the personal-data gate refused.</summary>
internal static class RefusalTexts
{
    /// <summary>For the sender: what became of the bytes.</summary>
    public static LocalText Fate(RefusalPolicy policy) => policy switch
    {
        { Mode: RefusalMode.Sealed } => new(
            "Filen kan innehålla personuppgifter. Därför visas inga värden här. Filen är krypterad och kan lämnas tillbaka till avsändaren.",
            "The file may hold personal data. No values are therefore shown here. The file is encrypted and can be given back to its sender."),
        { KeyIsMissing: true } => new(
            "Filen kan innehålla personuppgifter. Därför visas inga värden här. Ingen krypteringsnyckel är inställd, så filen har inte sparats.",
            "The file may hold personal data. No values are therefore shown here. No encryption key is configured, so the file was not kept."),
        _ => new(
            "Filen kan innehålla personuppgifter. Därför visas inga värden här. Filen har inte sparats.",
            "The file may hold personal data. No values are therefore shown here. The file was not kept."),
    };

    /// <summary>For whoever runs the ingestion.</summary>
    public static string Warning(string origin, RefusalPolicy policy) =>
        $"{origin}: refused by the personal-data gate, " + (policy switch
        {
            { Mode: RefusalMode.Sealed } => "kept encrypted.",
            { KeyIsMissing: true } => $"not kept, since no key is configured ({EncryptionKeys.Variable} or {EncryptionKeys.FileVariable}).",
            _ => "not kept.",
        }) + " Remove the file from the input folder, where it still lies readable.";
}
