using System.Text;
using Utvardering.Ingestion.Staging;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Staging;

public sealed class TextFileReaderTests : IDisposable
{
    private const string Swedish = "kommun;år;antal\r\nMalung-Sälen;2024;1 234\r\nÖrkelljunga;2024;Åtta\r\n";

    private readonly TemporaryFolder folder = new();

    static TextFileReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16BE", true, "utf-16be")]
    [InlineData("utf-16BE", false, "utf-16be")]
    [InlineData("iso-8859-1", false, "iso-8859-1")]
    [InlineData("windows-1252", false, "iso-8859-1")]
    [InlineData("macintosh", false, "macintosh")]
    public void The_encoding_is_found_and_the_text_is_the_same(string written, bool mark, string found)
    {
        var encoding = Encoding.GetEncoding(written);
        var text = Read([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Swedish)]);
        Assert.Equal(found, text.Encoding);
        Assert.Equal(Swedish, File.ReadAllText(text.Utf8File));
        Assert.Equal("kommun;år;antal", text.FirstLine);
    }

    [Fact]
    public void A_dash_or_a_curly_quote_tells_windows_from_ISO()
    {
        var text = Read(Encoding.GetEncoding("windows-1252").GetBytes("Malung–Sälen;”a”;€\n"));
        Assert.Equal("windows-1252", text.Encoding);
        Assert.Equal("Malung–Sälen;”a”;€", text.FirstLine);
    }

    [Fact]
    public void Numbers_alone_with_non_breaking_blanks_are_read()
    {
        var text = Read([.. "34"u8, 0xA0, .. "550\n"u8]);
        Assert.Equal("34\u00A0550", text.FirstLine);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_declared_encoding_that_the_bytes_contradict_is_refused(string declared) =>
        Assert.Throws<DecoderFallbackException>(() => Read([0xD8, 0x00, 0xD8, 0x00, (byte)'a', 0xE5, 0xFF, 0xFE, 0x00, 0xD8], declared));

    [Fact]
    public void What_is_declared_stands_over_what_the_bytes_look_like() =>
        Assert.Equal("macintosh", Read(Encoding.GetEncoding("macintosh").GetBytes("abc;Ä\n"), "macintosh").Encoding);

    [Fact]
    public void Letters_taken_apart_are_put_together_across_blocks()
    {
        // Longer than a block of 65 536 characters, with marks at every place.
        var composed = string.Concat(Enumerable.Range(0, 9000).Select(number => $"Åäö{number % 7};"));
        var text = Read(Encoding.UTF8.GetBytes(composed.Normalize(NormalizationForm.FormD)));
        Assert.True(text.Composed);
        Assert.Equal(composed, File.ReadAllText(text.Utf8File));
        Assert.Equal(composed, text.FirstLine);
    }

    [Fact]
    public void Blank_lines_are_numbered_also_across_blocks()
    {
        var lines = Enumerable.Range(1, 400_000).Select(number => number % 99_991 == 0 ? "" : "12345;67").ToList();
        var text = Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        Assert.Equal([99_991, 199_982, 299_973, 399_964], text.BlankLines);
        Assert.False(text.HasNul);
    }

    [Fact]
    public void A_NUL_is_seen() => Assert.True(Read("a;b\0;c\nlång nog att inte likna UTF-16\n"u8.ToArray()).HasNul);

    [Theory]
    [InlineData("a;b;c", ';')]
    [InlineData("a\tb\tc", '\t')]
    [InlineData("a,b,c", ',')]
    [InlineData("\"a,b,c,d\";b;c", ';')]
    [InlineData("a", ';')]
    public void The_delimiter_is_the_one_that_stands_oftenest_outside_quotes(string line, char expected) => Assert.Equal(expected, DelimitedLine.Delimiter(line));

    [Fact]
    public void Cells_of_a_line_are_without_quotes_and_blanks() =>
        Assert.Equal(["a", "b;c", "säger \"nej\"", "", "1 2"], DelimitedLine.Cells(" a ;\"b;c\";\"säger \"\"nej\"\"\";&nbsp;;1&nbsp;2", ';'));

    public void Dispose() => folder.Dispose();

    private TextFile Read(byte[] bytes, string? declared = null)
    {
        File.WriteAllBytes(folder["in.txt"], bytes);
        return TextFileReader.Read(folder["in.txt"], declared, Path.GetDirectoryName(folder["in.txt"])!);
    }
}
