using Utvardering.Ingestion.Staging;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Staging;

public sealed class TextSurveyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a,b\n1,2")]
    [InlineData("kommun;värde\nUpplands Väsby;1\n")]
    [InlineData("")]
    public void Cells_that_need_no_trimming_are_bare(string text) => Assert.True(Survey(text).Cells.Bare);

    [Theory]
    [InlineData("a,b\n1, 2\n")]
    [InlineData("a,b\n1 ,2\n")]
    [InlineData("a,b\n 1,2\n")]
    [InlineData("a,b\n1,2 \n")]
    [InlineData("a,b\n1,2 \r\n")]
    [InlineData("a,b\n1,2 ")]
    [InlineData(" a,b\n")]
    [InlineData("a,b\n\"1\",2\n")]
    [InlineData("a,b\n1,2\t\n")]
    [InlineData("a,b\n1\v,2\n")]
    [InlineData("a,b\n1\u00A0,2\n")]
    [InlineData("a,b\n1\u202F,2\n")]
    [InlineData("a,b\n1\r,2\n")]
    public void Cells_with_blanks_at_the_edge_quotes_or_controls_are_not(string text) => Assert.False(Survey(text).Cells.Bare);

    [Theory]
    [InlineData("\r", false)]
    [InlineData("\r\n", true)]
    public void A_line_break_over_the_edge_of_a_block_is_one(string end, bool bare)
    {
        // The survey reads blocks of 1 MiB.
        var text = new string('x', (1 << 20) - 1) + end + "y";
        Assert.Equal(bare, Survey(text).Cells.Bare);
    }

    [Theory]
    [InlineData("a_b,c\n1.5,-2\n1e5,x_y\n", true)]
    [InlineData("1.,2\n", false)]
    [InlineData(".5\n", false)]
    [InlineData("1.e5\n", false)]
    [InlineData("1_000\n", false)]
    [InlineData("_1\n", false)]
    [InlineData("1.", false)]
    public void Numbers_are_plain_when_no_point_lacks_a_digit_and_no_underscore_has_one(string text, bool plain) => Assert.Equal(plain, Survey(text).Cells.PlainNumbers);

    [Theory]
    [InlineData("1.", "5", true)]
    [InlineData("1.", "e5", false)]
    [InlineData("1", ".5", true)]
    [InlineData("x", ".5", false)]
    [InlineData("1", "_0", false)]
    public void A_number_over_the_edge_of_a_block_is_one(string before, string after, bool plain) =>
        Assert.Equal(plain, Survey(new string('x', (1 << 20) - before.Length - 1) + "," + before + after).Cells.PlainNumbers);

    public void Dispose() => folder.Dispose();

    private TextSurvey Survey(string text)
    {
        File.WriteAllText(folder["text"], text);
        return TextSurvey.Of(folder["text"]);
    }
}
