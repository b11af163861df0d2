using System.Text;

namespace Utvardering.SampleData.Chances;

/// <summary>The chance of one purpose ("bra:reported:1210 count"): a stream of draws for every unit and period, independent of all others.</summary>
internal sealed class Chance(ulong seed, string purpose)
{
    private readonly (uint, uint) key = ((uint)seed, (uint)(seed >> 32));
    private readonly uint number = Number(purpose);

    /// <summary>The draws of one cell; the same whenever and in whatever order it is asked for.</summary>
    public Draws At(int unit, int period) => new(key, number, (uint)unit, (uint)period);

    /// <summary>A purpose as a counter word: the 32-bit FNV-1a hash of its UTF-8 bytes.</summary>
    public static uint Number(string purpose)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(purpose))
        {
            hash = unchecked((hash ^ octet) * 16777619u);
        }

        return hash;
    }
}
