using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>The different texts of a column's cells, each with a number: what is the same text is judged once.</summary>
internal sealed class CellKinds
{
    /// <summary>Columns with more kinds, free texts say, are left to the long way.</summary>
    public const int Most = 65_535;

    private const int MostBytes = 1 << 22;

    /// <summary>Texts of no more bytes are the same when their words are.</summary>
    public const int WordBytes = sizeof(ulong);

    // 2^64 divided by the golden ratio: neighbours lie far apart.
    private const ulong Odd = 0x9E3779B97F4A7C15;

    private readonly List<byte[]> texts = [];
    private Slot[] slots = new Slot[64];
    private int held;

    /// <summary>By their numbers.</summary>
    public IReadOnlyList<byte[]> Texts => texts;

    /// <summary>Takes a text that may be there already.</summary>
    /// <param name="word">Its <see cref="Word"/>.</param>
    /// <returns>Its number, from 0; null: there are too many.</returns>
    public int? Take(ulong word, ReadOnlySpan<byte> text)
    {
        ref var slot = ref slots[Place(word, text)];
        if (slot.Number > 0)
        {
            return slot.Number - 1;
        }

        held += text.Length;
        if (texts.Count == Most || held > MostBytes)
        {
            return null;
        }

        texts.Add(text.ToArray());
        slot = new(word, text.Length, texts.Count);
        if (2 * texts.Count > slots.Length)
        {
            Grow();
        }

        return texts.Count - 1;
    }

    /// <summary>What a text is known by: its bytes where there are no more than eight, else a hash of them.</summary>
    /// <param name="bytes">Has eight bytes more than the text.</param>
    /// <remarks>No text has a NUL in it, so that the zeros behind a short one are not part of another.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(byte[] bytes, int start, int length)
    {
        var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(start));
        return length >= WordBytes ? LongWord(word, bytes.AsSpan(start, length)) : word & ((1UL << (8 * length)) - 1);
    }

    private static ulong LongWord(ulong word, ReadOnlySpan<byte> text)
    {
        foreach (var sign in text[WordBytes..])
        {
            word = ulong.RotateLeft((word ^ sign) * Odd, 31);
        }

        return word;
    }

    /// <summary>A number of some bits in which words differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Spread(ulong word, int bits) => (int)((word * Odd) >> (64 - bits));

    /// <summary>Where a text is, or would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Place(ulong word, ReadOnlySpan<byte> text)
    {
        var last = slots.Length - 1;
        var place = Spread(word, 32) & last;
        while (slots[place] is { Number: > 0 } slot && !(slot.Word == word && slot.Length == text.Length && (text.Length <= WordBytes || text.SequenceEqual(texts[slot.Number - 1]))))
        {
            place = (place + 1) & last;
        }

        return place;
    }

    private void Grow()
    {
        var old = slots;
        slots = new Slot[2 * old.Length];
        foreach (var slot in old)
        {
            if (slot.Number > 0)
            {
                slots[Place(slot.Word, texts[slot.Number - 1])] = slot;
            }
        }
    }

    /// <param name="Number">From 1; 0 where nothing is.</param>
    private readonly record struct Slot(ulong Word, int Length, int Number);
}
