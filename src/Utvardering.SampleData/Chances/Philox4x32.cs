namespace Utvardering.SampleData.Chances;

/// <summary>
/// Philox4x32-10: four random words as a pure function of a counter and a key, so that any cell of the world can be drawn
/// without drawing those before it.
/// </summary>
/// <remarks>Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, section 3.3.</remarks>
internal static class Philox4x32
{
    private const int Rounds = 10;

    public static (uint A, uint B, uint C, uint D) Block((uint A, uint B, uint C, uint D) counter, (uint A, uint B) key)
    {
        var (a, b, c, d) = counter;
        var (keyA, keyB) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var first = 0xD2511F53UL * a;
            var second = 0xCD9E8D57UL * c;
            (a, b, c, d) = ((uint)(second >> 32) ^ b ^ keyA, (uint)second, (uint)(first >> 32) ^ d ^ keyB, (uint)first);
            keyA = unchecked(keyA + 0x9E3779B9);
            keyB = unchecked(keyB + 0xBB67AE85);
        }

        return (a, b, c, d);
    }
}
