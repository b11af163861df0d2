using System.Text;
using Utvardering.Ingestion.Direct;
using Utvardering.Ingestion.Staging;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Direct;

/// <summary>A file cut into cells block by block.</summary>
public sealed class CellBlockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<int> BlockSizes => [1, 2, 3, 5, 8, 13, 31, 32, 33, 64, 1000, CsvBlocks.BlockBytes];

    [Theory]
    [MemberData(nameof(BlockSizes))]
    public void Rows_are_the_same_whatever_the_blocks(int size)
    {
        string[][] rows = [["1", "å", ""], ["", "", "x"], ["a longer cell than a vector has bytes, that is 32 of them", "2", "3"], ["7", "8", "9"]];
        var text = string.Concat(rows.Select(row => string.Join(';', row) + "\n"));
        Assert.Equal(rows, Cut("a;b;c\n" + text, size));
        Assert.Equal(rows, Cut("a;b;c\n" + text.TrimEnd('\n'), size));
        Assert.Equal(rows, Cut("a;b;c\n\n" + text.Replace("\n", "\n\n", StringComparison.Ordinal), size));
        Assert.Equal(rows, Cut(("a;b;c\n" + text).ReplaceLineEndings("\r\n"), size));
        Assert.Equal(rows, Cut(("a;b;c\n\n" + text).ReplaceLineEndings("\r\n").TrimEnd(), size));
    }

    [Theory]
    [MemberData(nameof(BlockSizes))]
    public void Quoted_cells_are_without_their_marks(int size)
    {
        string[][] rows = [["1;2", "a \"b\"", "\""], ["", "x", "y;"], ["plain", "", " z "]];
        const string Text = "a;b;c\n\"1;2\";\"a \"\"b\"\"\";\"\"\"\"\n\"\";\"x\";\"y;\"\nplain;\"\";\" z \"\n";
        Assert.Equal(rows, Cut(Text, size));
        Assert.Equal(rows, Cut(Text.ReplaceLineEndings("\r\n"), size));
        Assert.Equal(rows, Cut(Text.TrimEnd('\n'), size));
    }

    [Theory]
    [InlineData("1;2\n")]
    [InlineData("1;2;3;\n")]
    [InlineData("1;2\n3;4;5;6\n")]
    [InlineData("1;2;3\r\n")]
    [InlineData("1;2\r;3\n")]
    [InlineData("1;2;3\n\r\n")]
    [InlineData("1;\"2;3\n")]
    [InlineData("1;\"2\n2\";3\n")]
    [InlineData("1;\"2\"x;3\n")]
    [InlineData("1;x\"2\";3\n")]
    [InlineData("1;\"2\" ;3\n")]
    [InlineData("1;2;\"3")]
    [InlineData(";;\n")]
    [InlineData("\"\";;\n")]
    [InlineData(" ;\u00A0;\t\n")]
    public void What_is_not_plain_is_refused(string row) => Assert.Null(Cut("a;b;c\n" + row, CsvBlocks.BlockBytes));

    [Fact]
    public void A_line_may_have_64_KiB_and_no_more()
    {
        Assert.NotNull(Cut("a;b;c\n1;2;" + new string('x', CsvBlocks.LongestLine - 10) + "\n", 100));
        Assert.Null(Cut("a;b;c\n1;2;" + new string('x', CsvBlocks.LongestLine + 200) + "\n", 100));
    }

    [Theory]
    [InlineData("a;b;c\n")]
    [InlineData("a;b;c")]
    [InlineData("a;b;c\n\n\n")]
    public void A_header_alone_has_no_rows(string text) => Assert.Empty(Cut(text, 4)!);

    public void Dispose() => folder.Dispose();

    /// <summary>The cells by row; null where the file is refused.</summary>
    private List<string[]>? Cut(string text, int blockSize)
    {
        File.WriteAllText(folder["in.csv"], text, new UTF8Encoding(false));
        using var blocks = new CsvBlocks(new(TextFileReader.Read(folder["in.csv"], null, folder.Path), ';', ["a", "b", "c"], Headed: true, Ragged: false), blockSize);
        var (cells, rows) = (new CellBlock(), new List<string[]>());
        for (var block = 0; block < blocks.Count; block++)
        {
            if (!cells.Read(blocks, block))
            {
                return null;
            }

            rows.AddRange(Enumerable.Range(0, cells.Rows).Select(row => Enumerable.Range(0, 3).Select(column =>
            {
                var (start, length) = cells[row, column];
                return Encoding.UTF8.GetString(cells.Bytes, start, length);
            }).ToArray()));
        }

        return rows;
    }
}
