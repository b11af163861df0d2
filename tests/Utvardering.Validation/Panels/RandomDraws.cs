using Utvardering.Statistics.Random;

namespace Utvardering.Validation.Panels;

/// <summary>What the panels draw beyond uniform and normal numbers.</summary>
internal static class RandomDraws
{
    /// <summary>Some of the items, without replacement, in random order.</summary>
    public static T[] Sample<T>(this RandomSequence random, IReadOnlyList<T> items, int count)
    {
        var order = items.ToArray();
        for (var i = 0; i < count; i++)
        {
            var j = i + random.NextBelow(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order[..count];
    }

    /// <summary>A Poisson count by inversion: the smallest k with P(K ≤ k) &gt; u.</summary>
    public static double Poisson(this RandomSequence random, double mean)
    {
        var left = random.NextDouble();
        var probability = Math.Exp(-mean);
        var count = 0;

        // Far out in the tail probabilities fall below rounding and u is never used up.
        var most = (10 * mean) + 100;
        while (left >= probability && count < most)
        {
            left -= probability;
            count++;
            probability *= mean / count;
        }

        return count;
    }
}
