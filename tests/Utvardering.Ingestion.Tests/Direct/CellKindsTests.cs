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
        Assert.Equal(Enumerable.Range(0, texts.Length).Select(number => (int?)number), texts.Select(text => Take(kinds, text)));
        Assert.Equal(Enumerable.Range(0, texts.Length).Select(number => (int?)number), texts.Select(text => Take(kinds, text)));
        Assert.Equal(texts, kinds.Texts.Select(text => Encoding.UTF8.GetString(text)));
    }

    [Fact]
    public void There_are_at_most_65_535()
    {
        var kinds = new CellKinds();
        Assert.All(Enumerable.Range(0, CellKinds.Most), number => Assert.Equal(number, Take(kinds, number.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(0, Take(kinds, "0"));
        Assert.Null(Take(kinds, "one more"));
    }

    [Fact]
    public void Long_texts_are_at_most_4_MiB_together()
    {
        var kinds = new CellKinds();
        Assert.All(Enumerable.Range(0, 64), number => Assert.Equal(number, Take(kinds, new string('x', 64_000 + number))));
        Assert.Contains(null, Enumerable.Range(0, 64).Select(number => Take(kinds, new string('y', 64_000 + number))));
    }

    private static int? Take(CellKinds kinds, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        // What stands behind a cell is no part of it.
        return kinds.Take(CellKinds.Word([.. bytes, .. "12345678"u8], 0, bytes.Length), bytes);
    }
}
