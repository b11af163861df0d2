using System.Collections.Immutable;
using Utvardering.Statistics.Random;

namespace Utvardering.Validation.Panels;

/// <summary>Placebo treatments in real figures: the municipalities and the start are drawn, and nothing happened.</summary>
/// <param name="panel">The figures.</param>
/// <param name="units">The positions of the municipalities in the comparison.</param>
/// <param name="eligible">The positions of those among them that can be drawn as treated.</param>
/// <param name="treated">How many are treated.</param>
internal sealed class PlaceboPanel(OffencePanel panel, ImmutableArray<int> units, ImmutableArray<int> eligible, int treated)
{
    private const double Rate = 100_000;

    public Trial Draw(ulong seed, ulong stream)
    {
        var random = new RandomSequence(seed, stream);
        var months = AutoregressivePanel.Before + AutoregressivePanel.After;
        var first = random.NextBelow(panel.Counts[0].Length - months + 1);
        var drawn = random.Sample(eligible, treated);
        var order = random.Sample(units, units.Length);
        double[][] counts = [.. order.Select(unit => panel.Counts[unit].AsSpan(first, months).ToArray())];
        double[][] rates = [.. order.Zip(counts, (unit, series) => series.Select(count => count / panel.Inhabitants[unit] * Rate).ToArray())];

        // Inhabitants do not change: the units' effects hold the exposure.
        return new(rates, [.. order.Select(unit => drawn.Contains(unit))], AutoregressivePanel.Before, stream + 1, () => counts);
    }
}
