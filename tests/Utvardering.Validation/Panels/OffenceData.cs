using System.Collections.Immutable;

namespace Utvardering.Validation.Panels;

/// <summary>What the placebo treatments are drawn from.</summary>
/// <param name="Panels">One panel for each group of offences, over the same municipalities and months.</param>
/// <param name="Compared">The municipalities of the small comparison: the pilot's and those with Brå's support.</param>
internal sealed record OffenceData(ImmutableArray<OffencePanel> Panels, ImmutableArray<string> Compared)
{
    public int Months => Panels[0].Counts[0].Length;
}
