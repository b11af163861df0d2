using System.Runtime.CompilerServices;

namespace Utvardering.Statistics.Random;

/// <summary>
/// The Philox4x32-10 block function: a keyed bijection of 128-bit counters. The same key and counter always give
/// the same 128 bits, so a draw depends on its number only, never on how many threads made the draws.
/// </summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw (2011), "Parallel Random Numbers: As Easy as 1, 2, 3", SC '11, section 4.3;
/// constants as in the authors' Random123 library.
/// </remarks>
/// <seealso href="https://doi.org/10.1145/2063384.2063405"/>
public static class Philox4x32
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    // The Weyl sequence of the key: the golden ratio and √3 − 1 as 32-bit fractions.
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The four random words of one counter under one key.</summary>
    /// <param name="counter">Four words, the first the least significant.</param>
    /// <param name="key">Two words, the first the least significant.</param>
    public static Philox4x32Block Block(Philox4x32Block counter, (uint Word0, uint Word1) key)
    {
        for (var round = 0; round < Rounds; round++)
        {
            counter = Round(counter, key);
            key = (unchecked(key.Word0 + Weyl0), unchecked(key.Word1 + Weyl1));
        }

        return counter;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Philox4x32Block Round(Philox4x32Block counter, (uint Word0, uint Word1) key)
    {
        var product0 = (ulong)Multiplier0 * counter.Word0;
        var product1 = (ulong)Multiplier1 * counter.Word2;
        return new(
            (uint)(product1 >> 32) ^ counter.Word1 ^ key.Word0,
            (uint)product1,
            (uint)(product0 >> 32) ^ counter.Word3 ^ key.Word1,
            (uint)product0);
    }
}
