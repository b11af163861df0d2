using Utvardering.Ingestion.Direct;

namespace Utvardering.Ingestion.Tests.Direct;

/// <summary>Whether keys are in order and unique, within blocks and between them, and where their rows belong.</summary>
public sealed class KeyOrderTests : IDisposable
{
    private readonly CodedKeys coded = new();

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
        using var rows = coded.Rows(keys);
        Assert.Equal(ascends, KeyOrder.Ascends(rows, CodedKeys.Columns, CodedKeys.Numbers(3, 4)));
        Assert.Equal(unique, KeyPlaces.Of(rows, CodedKeys.Columns, CodedKeys.Numbers(3, 4))?.Unique);
    }

    [Fact]
    public void The_first_field_of_the_key_leads()
    {
        using var rows = coded.Rows([[0, 3, 4, 11]]);
        Assert.Equal(12, CodedKeys.Numbers(3, 4).Possible);
        Assert.Equal([0, 3, 4, 11], CodedKeys.Numbers(3, 4).Of(rows.Blocks(CodedKeys.Columns).Single(), []));
    }

    [Fact]
    public void A_key_has_the_place_of_its_number_among_those_of_the_file()
    {
        // More than two words of 64 bits; 0 is the least key that there is, 139 the greatest that may be.
        int[] keys = [139, 3, 63, 0, 64, 128, 127];
        using var rows = coded.Rows([keys[..2], keys[2..]]);
        var places = KeyPlaces.Of(rows, CodedKeys.Columns, CodedKeys.Numbers(35, 4))!;
        Assert.Equal([6, 1, 2, 0, 3, 5, 4], keys.Select(key => places[key]));
    }

    // A window of one row, of four that a last one is left of, and one for all.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public void Rows_are_put_in_the_order_of_their_keys_with_their_cells_and_places_in_the_file(int window)
    {
        using var rows = coded.Rows([[5, 0, 9], [], [11, 2, 1], [8, 7, 3]]);
        var numbers = CodedKeys.Numbers(3, 4);
        var record = new CodedBlock(CodedKeys.Columns).RecordBytes;
        var placed = new PlacedRows(rows, CodedKeys.Columns, numbers, KeyPlaces.Of(rows, CodedKeys.Columns, numbers)!, window * record);
        var found = placed.Blocks().SelectMany(block => CodedKeys.Written(block, numbers)).ToList();
        Assert.Equal([(0, 1), (1, 5), (2, 4), (3, 8), (5, 0), (7, 7), (8, 6), (9, 2), (11, 3)], found);
    }

    [Fact]
    public void Too_many_possible_keys_are_not_given_places()
    {
        using var rows = coded.Rows([[1, 1]]);
        Assert.Null(KeyPlaces.Of(rows, CodedKeys.Columns, CodedKeys.Numbers(60_000, 60_000)));
    }

    [Fact]
    public void Of_more_possible_keys_than_numbers_there_are_none() =>
        Assert.Null(new KeyNumbers([.. Enumerable.Range(0, 5).Select(place => CodedKeys.Column($"k{place}", place))], [.. Enumerable.Repeat(CodedKeys.Values(60_000), 5)]).Possible);

    public void Dispose() => coded.Dispose();
}
