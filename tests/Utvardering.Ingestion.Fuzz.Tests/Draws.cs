using System.Text;
using Utvardering.Statistics.Random;

namespace Utvardering.Ingestion.Fuzz.Tests;

/// <summary>The random choices of one mutant: a function of its specimen's name and its number alone.</summary>
internal sealed class Draws(string specimen, int number)
{
    private readonly RandomSequence sequence = new(Key(specimen), (ulong)number);

    /// <summary>0 … bound − 1; 0 where there is nothing to choose from.</summary>
    public int Below(int bound) => bound <= 1 ? 0 : sequence.NextBelow(bound);

    public bool Chance(int percent) => sequence.NextBelow(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>FNV-1a, 64 bits, as its authors give it.</summary>
    private static ulong Key(string name) =>
        Encoding.UTF8.GetBytes(name).Aggregate(14695981039346656037UL, (hash, value) => unchecked((hash ^ value) * 1099511628211UL));
}
