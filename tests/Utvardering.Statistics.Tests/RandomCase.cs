using System.Collections.Immutable;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests;

/// <summary>A made-up comparison: a few units with a treatment and normal changes, all of it a function of the seed.</summary>
internal sealed record RandomCase(ImmutableArray<bool> Treated, ImmutableArray<double> Changes)
{
    public static RandomCase Of(ulong seed, int minimumGroup = 1, int largest = 9)
    {
        var random = new RandomSequence(seed, stream: 7);
        var units = (2 * minimumGroup) + random.NextBelow(largest - (2 * minimumGroup) + 1);
        var treatedCount = minimumGroup + random.NextBelow(units - (2 * minimumGroup) + 1);
        var order = Enumerable.Range(0, units).OrderBy(_ => random.NextUInt32()).ToArray();
        var treated = new bool[units];
        foreach (var unit in order.Take(treatedCount))
        {
            treated[unit] = true;
        }

        return new([.. treated], [.. Enumerable.Range(0, units).Select(_ => Normal(random))]);
    }

    public static double Normal(RandomSequence random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
