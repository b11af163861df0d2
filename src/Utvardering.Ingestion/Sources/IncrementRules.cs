using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Sources;

/// <summary>How a source that can say what has changed is asked for that alone, and when for all the same.</summary>
/// <param name="FullEveryDays">So many days after the last whole retrieval all is asked again: what the source did not tell as a change is found then.</param>
/// <param name="OverlapDays">
/// So many days before the last complete retrieval the changes are asked from: the source's days are its own, and a change may be dated
/// before it could be seen.
/// </param>
public sealed record IncrementRules(int FullEveryDays, int OverlapDays)
{
    private const int UsualOverlapDays = 3;

    internal static IncrementRules Read(SettingsNode map) => map.Done(
        new IncrementRules(map["fullEveryDays"].Positive(), map.Find("overlapDays")?.Positive() ?? UsualOverlapDays));
}
