using Utvardering.Ingestion.SourceStates;
using Utvardering.Pipeline.Feeds;
using Utvardering.Portal.Shell;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Portal.Wording;

/// <summary>Sources in words.</summary>
internal static class FeedWords
{
    /// <summary>How a source stands against its schedule.</summary>
    public static (BadgeKind Kind, LocalText Text) Of(Freshness freshness) => freshness switch
    {
        Freshness.Fresh => (BadgeKind.Ok, new("Aktuell", "Up to date")),
        Freshness.Overdue => (BadgeKind.Warn, new("Försenad", "Overdue")),
        Freshness.OnRequest => (BadgeKind.Ok, new("Inläst", "Taken in")),
        _ => (BadgeKind.None, new("Aldrig inläst", "Never taken in")),
    };

    /// <summary>How the last attempt ended.</summary>
    public static LocalText Of(SourceOutcome outcome) => outcome switch
    {
        SourceOutcome.NewVintage => new("Ny version", "A new version"),
        SourceOutcome.Unchanged => new("Svarade, inget nytt", "Answered, nothing new"),
        SourceOutcome.Nothing => new("Inget att läsa", "Nothing to take in"),
        SourceOutcome.Refused => new("Avvisad vid kontrollen", "Refused by the checks"),
        _ => new("Misslyckades", "Failed"),
    };
}
