using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>A sparse vector of whole numbers modulo the prime 2³¹ − 1: exact arithmetic without growing fractions.</summary>
/// <param name="Places">Where it is not zero, rising.</param>
/// <param name="Values">What it is there, from 1 to the prime − 1.</param>
/// <remarks>
/// Vectors of zeros and ones that are dependent are so modulo a prime too. The reverse fails only where a determinant is a multiple of the prime;
/// the audit, which does not use these, would then find the cell.
/// </remarks>
internal readonly record struct ModularVector(ImmutableArray<int> Places, ImmutableArray<ulong> Values)
{
    private const ulong Prime = int.MaxValue;

    /// <summary>Ones at these places, which rise.</summary>
    public static ModularVector Ones(ImmutableArray<int> places) => new(places, [.. places.Select(_ => 1UL)]);

    public bool IsZero => Places.IsEmpty;

    /// <summary>The value at a place.</summary>
    public ulong this[int place] => Places.BinarySearch(place) is >= 0 and var found ? Values[found] : 0;

    /// <summary>The same direction with 1 at the first place.</summary>
    public ModularVector Normalised()
    {
        if (IsZero || Values[0] == 1)
        {
            return this;
        }

        var factor = Inverse(Values[0]);
        return new(Places, [.. Values.Select(value => value * factor % Prime)]);
    }

    /// <summary>This − factor × other.</summary>
    public ModularVector Minus(ulong factor, ModularVector other)
    {
        var places = ImmutableArray.CreateBuilder<int>(Places.Length + other.Places.Length);
        var values = ImmutableArray.CreateBuilder<ulong>(Places.Length + other.Places.Length);
        var (i, j) = (0, 0);
        while (i < Places.Length || j < other.Places.Length)
        {
            var place = Math.Min(i < Places.Length ? Places[i] : int.MaxValue, j < other.Places.Length ? other.Places[j] : int.MaxValue);
            var value = i < Places.Length && Places[i] == place ? Values[i++] : 0;
            if (j < other.Places.Length && other.Places[j] == place)
            {
                value = (value + Prime - (factor * other.Values[j++] % Prime)) % Prime;
            }

            if (value != 0)
            {
                places.Add(place);
                values.Add(value);
            }
        }

        return new(places.ToImmutable(), values.ToImmutable());
    }

    /// <summary>Whether two normalised vectors are the same.</summary>
    public bool Equals(ModularVector other) => Places.AsSpan().SequenceEqual(other.Places.AsSpan()) && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override int GetHashCode() => IsZero ? 0 : HashCode.Combine(Places.Length, Places[0], Places[^1]);

    // Fermat: a⁻¹ = a^(p − 2).
    private static ulong Inverse(ulong value)
    {
        var (result, power) = (1UL, value);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? result * power % Prime : result;
            power = power * power % Prime;
        }

        return result;
    }
}
