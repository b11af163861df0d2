using System.Collections.Immutable;
using System.Numerics;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>Averages over as many distinct donors as there are treated units, each donor in one unit's place.</summary>
internal sealed class PlaceboAverages
{
    private const int MostListed = 200_000;

    private readonly PlaceboEffect[][] effects;
    private readonly Assignments? listed;
    private readonly PooledOptions options;

    public PlaceboAverages(PlaceboPool pool, bool sameStart, PooledOptions options)
    {
        (effects, this.options) = (pool.Effects, options);
        var (donors, treated) = (pool.Effects[0].Length, pool.Effects.Length);

        // With one start it does not matter which donor stands for which unit. With several the order counts.
        Possible = Assignments.Choose(donors, treated);
        for (var i = 2; i <= treated && !sameStart; i++)
        {
            Possible *= i;
        }

        IsExhaustive = sameStart && Possible <= MostListed && donors > treated;
        listed = IsExhaustive ? Assignments.Of([.. Enumerable.Range(0, donors).Select(donor => donor < treated)], sampleSize: 2, seed: 0) : null;
    }

    public BigInteger Possible { get; }

    public bool IsExhaustive { get; }

    public int Count => listed?.Count ?? options.Draws;

    /// <summary>The averages of effects and of standardised effects.</summary>
    public (ImmutableArray<double> Effects, ImmutableArray<double> Standardised) Draw()
    {
        var (effects, standardised) = (new double[Count], new double[Count]);
        Parallel.For(0, Count, draw =>
        {
            var donors = listed is null ? Sample((ulong)draw) : listed[draw].ToArray();
            for (var unit = 0; unit < donors.Length; unit++)
            {
                effects[draw] += this.effects[unit][donors[unit]].Effect / donors.Length;
                standardised[draw] += this.effects[unit][donors[unit]].Standardised / donors.Length;
            }
        });
        return ([.. effects], [.. standardised]);
    }

    private int[] Sample(ulong draw)
    {
        var random = new RandomSequence(options.Seed, draw);
        var order = Enumerable.Range(0, effects[0].Length).ToArray();
        for (var i = 0; i < effects.Length; i++)
        {
            var j = i + random.NextBelow(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order[..effects.Length];
    }
}
