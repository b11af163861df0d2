namespace DuckDB.NET.Bindings.Tests;

public sealed class TextAndBytesTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    // 12 bytes is the longest text that DuckDB keeps inside its string struct.
    [Theory]
    [InlineData("")]
    [InlineData("åäöÅÄÖ")] // 12 bytes
    [InlineData("åäöÅÄÖ!")] // 13
    [InlineData("Upplands Väsby och Östersund, Håbo och Strängnäs")]
    [InlineData("👮‍♀️🧒🏽")] // 4-byte characters, joined
    [InlineData("a\0b")] // NUL is a character
    [InlineData("'; drop table x; --")]
    [InlineData("line\r\nline\ttab \\ backslash")]
    public void Text_comes_out_as_it_went_in(string text)
    {
        Assert.Equal(text, db.Read<string>("select ?", text));
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(text), db.Read<long>("select strlen(?)", text));
    }

    [Fact]
    public void Text_made_in_the_database_is_read_as_utf8()
    {
        Assert.Equal("åäö😀", db.Read<string>("select 'åäö' || chr(128512)"));
        Assert.Equal(4, db.Read<long>("select length('åäö😀')"));
    }

    [Fact]
    public void Long_text_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("Skövde ", 200_000));
        Assert.Equal(text, db.Read<string>("select ?", text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(100_000)]
    public void Bytes_come_out_as_they_went_in(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();
        Assert.Equal(length, db.Read<long>("select octet_length(?::blob)", bytes));
        Assert.Equal(bytes, db.Read("select ?::blob", reader =>
        {
            using var stream = reader.GetStream(0);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }, bytes));
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("80000000-0000-0000-0000-000000000001")] // DuckDB flips the top bit
    [InlineData("2b6f0cc9-04d1-4d5c-8d6b-2f0000000001")]
    public void Uuids_come_out_and_go_in(string text)
    {
        Assert.Equal(Guid.Parse(text), db.Read<Guid>($"select '{text}'::uuid"));
        Assert.Equal(text, db.Echo(Guid.Parse(text)));
    }

    [Fact]
    public void Bits_are_read_as_text() => Assert.Equal("10110", db.Read<string>("select '10110'::bit"));
}
