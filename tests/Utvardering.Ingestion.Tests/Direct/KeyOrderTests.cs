using Utvardering.Ingestion.Direct;
using Utvardering.Ingestion.Schemas;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Direct;

/// <summary>Keys of two fields with three and four values: the number of (a, b) is 4a + b.</summary>
public sealed class KeyOrderTests : IDisposable
{
    // In the schema b stands before a.
    private static readonly DirectColumn[] Columns = [Column("b", 1), Column("value", null), Column("a", 0)];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<int[][], bool, bool> Orders => new()
    {
        { [[0, 1, 5, 11]], true, true },
        { [[0, 1], [], [5], [11]], true, true },
        { [[1, 0]], false, true },
        { [[3, 5], [4]], false, true },
        { [[1, 1]], false, false },
        { [[1], [1]], false, false },
        { [[3, 5], [7, 3]], false, false },
        { [], true, true },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Order_and_repeats_are_told_within_and_between_blocks(int[][] keys, bool ascends, bool unique)
    {
        using var rows = Rows(keys);
        Assert.Equal(ascends, KeyOrder.Ascends(rows, Columns, Numbers(3, 4)));
        Assert.Equal(unique, KeyOrder.AreUnique(rows, Columns, Numbers(3, 4)));
    }

    [Fact]
    public void The_first_field_of_the_key_leads()
    {
        using var rows = Rows([[0, 3, 4, 11]]);
        var block = new CodedBlock(Columns);
        rows.Read(0, block);
        Assert.Equal(12, Numbers(3, 4).Possible);
        Assert.Equal([0, 3, 4, 11], Numbers(3, 4).Of(block, []));
    }

    [Fact]
    public void Of_too_many_possible_keys_it_is_not_told_whether_they_are_unique() => Assert.Null(KeyOrder.AreUnique(Rows([[1, 1]]), Columns, Numbers(60_000, 60_000)));

    [Fact]
    public void Of_more_possible_keys_than_numbers_there_are_none() =>
        Assert.Null(new KeyNumbers([.. Enumerable.Range(0, 5).Select(place => Column($"k{place}", place))], [.. Enumerable.Repeat(Values(60_000), 5)]).Possible);

    public void Dispose() => folder.Dispose();

    private static DirectColumn Column(string name, int? keyPlace) => new(new(name, FieldType.Text, Required: true, null, null, null, null), null, 0, keyPlace, IsRegistered: false);

    private static KindValues Values(int different)
    {
        var ranks = Enumerable.Range(0, different).Select(rank => (long)rank).ToList();
        return new(ranks, [.. ranks.Select(_ => false)], ranks);
    }

    private static KeyNumbers Numbers(int a, int b) => new(Columns, [Values(b), Values(1), Values(a)]);

    private CodedRows Rows(int[][] keys)
    {
        var rows = new CodedRows(folder["rows"], keys.Length);
        foreach (var (numbers, block) in keys.Select((numbers, block) => (numbers, block)).Reverse())
        {
            var coded = new CodedBlock(Columns);
            coded.Clear(numbers.Length);
            for (var row = 0; row < numbers.Length; row++)
            {
                (coded.Kinds(0)[row], coded.Kinds(1)[row], coded.Kinds(2)[row]) = ((ushort)(numbers[row] % 4), 0, (ushort)(numbers[row] / 4));
            }

            rows.Write(block, coded);
        }

        return rows;
    }
}
