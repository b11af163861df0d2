using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Direct;

namespace Utvardering.Ingestion.Tests.Direct;

public sealed class CellKindsTests
{
    [Fact]
    public void Every_text_has_its_number_and_is_held_once()
    {
        string[] texts = ["", "a", "aa", "12345678", "123456789", "1234567890123456", "12345678x", "å", "Upplands Väsby", "Upplands Väsbx"];
        var kinds = new CellKinds();
        Assert.All(texts.Concat(texts), text => Assert.True(Take(kinds, text)));
        Assert.Equal(texts, kinds.Texts.Select(text => Encoding.UTF8.GetString(text)));
        Assert.Equal(Enumerable.Range(0, texts.Length), texts.Select(text => kinds.Find(Word(text, out var bytes), bytes)));
    }

    [Fact]
    public void Two_columns_become_one()
    {
        var (one, other) = (new CellKinds(), new CellKinds());
        Assert.All(["a", "b"], text => Assert.True(Take(one, text)));
        Assert.All(["b", "a text of more than eight bytes", "c"], text => Assert.True(Take(other, text)));
        Assert.True(one.Take(other));
        Assert.Equal(["a", "b", "a text of more than eight bytes", "c"], one.Texts.Select(text => Encoding.UTF8.GetString(text)));
    }

    [Fact]
    public void There_are_at_most_65_535()
    {
        var kinds = new CellKinds();
        Assert.True(Enumerable.Range(0, CellKinds.Most).All(number => Take(kinds, number.ToString(CultureInfo.InvariantCulture))));
        Assert.True(Take(kinds, "0"));
        Assert.False(Take(kinds, "one more"));
    }

    [Fact]
    public void Long_texts_are_at_most_4_MiB_together()
    {
        var kinds = new CellKinds();
        Assert.True(Enumerable.Range(0, 64).All(number => Take(kinds, new string('x', 64_000 + number))));
        Assert.False(Enumerable.Range(0, 64).All(number => Take(kinds, new string('y', 64_000 + number))));
    }

    private static bool Take(CellKinds kinds, string text) => kinds.Take(Word(text, out var bytes), bytes);

    private static ulong Word(string text, out byte[] bytes)
    {
        bytes = Encoding.UTF8.GetBytes(text);
        // What stands behind a cell is no part of it.
        return CellKinds.Word([.. bytes, .. "12345678"u8], 0, bytes.Length);
    }
}
