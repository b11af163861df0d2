using Utvardering.Ingestion.Sealing;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Sealing;

public sealed class SealedBytesTests
{
    private const int Chunk = 1 << 20;
    private static readonly EncryptionKeys Key = Keys.Of("k-2026");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 17)]
    public void Bytes_come_back_as_they_were(int length)
    {
        var clear = Keys.Bytes(length);
        Assert.Equal(clear, SealedBytes.Open(SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current), Keys.Subject(clear), Key));
    }

    [Fact]
    public void Sealed_bytes_hold_nothing_of_the_clear_ones_and_are_never_the_same_twice()
    {
        var clear = "kommunkod;personnummer\n0180;000101-9819\n"u8.ToArray();

        var first = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);
        var second = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);

        Assert.True(first.AsSpan().IndexOf("0180"u8) < 0);
        Assert.True(first.AsSpan().IndexOf("000101"u8) < 0);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Any_changed_byte_is_refused()
    {
        var clear = Keys.Bytes(200);
        var bytes = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 1;

            // A changed name of the key is a key that isn't there.
            var fault = Record.Exception(() => SealedBytes.Open(bytes, Keys.Subject(clear), Key));
            Assert.True(fault is SealBrokenException or InputException, $"byte {at}: {fault}");
            bytes[at] ^= 1;
        }
    }

    [Fact]
    public void Any_cut_is_refused()
    {
        var clear = Keys.Bytes(300);
        var bytes = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<SealBrokenException>(() => SealedBytes.Open(bytes.AsSpan(0, length), Keys.Subject(clear), Key));
        }
    }

    [Fact]
    public void A_cut_between_chunks_says_that_it_is_one()
    {
        var (clear, bytes, _) = ThreeChunks();

        var fault = Assert.Throws<SealBrokenException>(() => SealedBytes.Open(bytes.AsSpan(0, bytes.Length - Chunk - 16), Keys.Subject(clear), Key));

        Assert.Contains("cut off", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_between_chunks_with_a_header_to_match_is_refused()
    {
        var (clear, bytes, header) = ThreeChunks();
        var cut = bytes[..(header + (2 * (Chunk + 16)))];

        // The header's last eight bytes are the clear length: 2 chunks are 0x200000.
        cut[header - 3] = 0x20;

        Assert.Throws<SealBrokenException>(() => SealedBytes.Open(cut, Keys.Subject(clear), Key));
    }

    [Fact]
    public void Chunks_in_another_order_are_refused()
    {
        var (clear, bytes, header) = ThreeChunks();
        var first = bytes[header..(header + Chunk + 16)];
        bytes.AsSpan(header + Chunk + 16, Chunk + 16).CopyTo(bytes.AsSpan(header));
        first.CopyTo(bytes, header + Chunk + 16);

        var fault = Assert.Throws<SealBrokenException>(() => SealedBytes.Open(bytes, Keys.Subject(clear), Key));

        Assert.Contains("chunk 1 of 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_open_only_under_their_own_source_and_hash()
    {
        var clear = Keys.Bytes(50);
        var subject = Keys.Subject(clear);
        var bytes = SealedBytes.Seal(clear, subject, Key.Current);

        Assert.Throws<SealBrokenException>(() => SealedBytes.Open(bytes, subject with { Source = "kolada" }, Key));
        Assert.Throws<SealBrokenException>(() => SealedBytes.Open(bytes, subject with { Sha256 = new string('0', 64) }, Key));
    }

    [Fact]
    public void Another_key_of_the_same_name_is_told_from_changed_bytes()
    {
        var clear = Keys.Bytes(50);
        var bytes = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);

        var fault = Assert.Throws<SealBrokenException>(() => SealedBytes.Open(bytes, Keys.Subject(clear), Keys.Of("k-2026/another")));

        Assert.Contains("another key of the name 'k-2026'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_at_hand_is_named()
    {
        var clear = Keys.Bytes(50);
        var bytes = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);

        var fault = Assert.Throws<InputException>(() => SealedBytes.Open(bytes, Keys.Subject(clear), Keys.Of("k-2027")));

        Assert.Contains("'k-2026'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'k-2027'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_key_still_opens_after_a_change_of_keys()
    {
        var clear = Keys.Bytes(50);
        var bytes = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);

        Assert.Equal(clear, SealedBytes.Open(bytes, Keys.Subject(clear), Keys.Of("k-2027", "k-2026")));
    }

    [Fact]
    public void Bytes_that_are_not_those_of_the_hash_are_not_sealed()
    {
        Assert.Throws<ArgumentException>(() => SealedBytes.Seal([1, 2], new("deliveries", new string('0', 64)), Key.Current));
    }

    private static (byte[] Clear, byte[] Sealed, int Header) ThreeChunks()
    {
        var clear = Keys.Bytes(3 * Chunk);
        var bytes = SealedBytes.Seal(clear, Keys.Subject(clear), Key.Current);
        return (clear, bytes, bytes.Length - (3 * (Chunk + 16)));
    }
}
