using Utvardering.Ingestion.Staging;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Staging;

public sealed class TextSurveyTests : IDisposable
{
    // The survey reads blocks of 256 KiB.
    private const int Block = 1 << 18;

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("", new long[0])]
    [InlineData("a", new long[0])]
    [InlineData("a\n", new long[0])]
    [InlineData("\na\n", new long[] { 1 })]
    [InlineData("\r\na\r\n\r\n", new long[] { 1, 3 })]
    [InlineData("a\n\n\nb\n \n\n", new long[] { 2, 3, 6 })]
    [InlineData("a\r\n\r\nb\r\n\n", new long[] { 2, 4 })]
    [InlineData("a\n\n", new long[] { 2 })]
    [InlineData("a\n\r", new long[0])]
    public void Lines_without_a_character_are_blank(string text, long[] lines) => Assert.Equal(lines, Survey(text).BlankLines);

    [Theory]
    [InlineData("x\n", "\ny\n")]
    [InlineData("x", "\n\ny\n")]
    [InlineData("x\n\n", "y\n")]
    [InlineData("x\r\n\r", "\ny\r\n")]
    [InlineData("x\r\n", "\r\ny\r\n")]
    [InlineData("x\r", "\n\r\ny\r\n")]
    public void A_blank_line_over_the_edge_of_a_block_is_one(string before, string after)
    {
        var first = "head\n" + new string('z', (2 * Block) - before.Length - 6) + "\n";
        Assert.Equal([4L], Survey(first + before + after).BlankLines);
    }

    [Fact]
    public void Blank_lines_far_into_a_file_are_numbered_as_if_each_line_was_gone_through()
    {
        var lines = Enumerable.Range(0, 200_000).Select(line => line % 33_333 == 17 ? "" : $"row {line}").ToList();
        var blank = lines.Select((line, index) => (line, index)).Where(one => one.line.Length == 0).Select(one => one.index + 1L);
        Assert.Equal(blank, Survey(string.Join('\n', lines) + "\n").BlankLines);
    }

    [Theory]
    [InlineData("a\nb", "a")]
    [InlineData("\uFEFFa,b\r\n1,2\r\n", "a,b")]
    [InlineData("\n", "")]
    [InlineData("", null)]
    public void The_first_line_is_without_break_and_mark(string text, string? first) => Assert.Equal(first, Survey(text).FirstLine);

    [Fact]
    public void A_first_line_may_be_longer_than_a_block() => Assert.Equal(Block + 7, Survey(new string('x', Block + 7) + "\ny").FirstLine!.Length);

    [Theory]
    [InlineData("a\nSundbyberg", false)]
    [InlineData("a\nHa\u030Abo", true)]
    [InlineData("a\nHåbo", false)]
    public void Letters_taken_apart_are_seen(string text, bool marks) => Assert.Equal(marks, Survey(text).HasCombiningMarks);

    [Theory]
    [InlineData("a\nb", false)]
    [InlineData("a\n\0b", true)]
    public void A_NUL_is_seen(string text, bool nul) => Assert.Equal(nul, Survey(text).HasNul);

    public void Dispose() => folder.Dispose();

    private TextSurvey Survey(string text)
    {
        File.WriteAllText(folder["text"], text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return TextSurvey.Of(folder["text"]);
    }
}
