using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

public sealed partial class LakeStoreTests : IDisposable
{
    private readonly Pond pond = new();

    [Fact]
    public void A_vintage_is_named_by_time_and_content_and_holds_its_rows_in_key_order()
    {
        var published = pond.Publish("('b', 2), ('a', 1), (null, 3)");
        Assert.True(published.IsNew);
        Assert.Equal(3, published.Rows);
        Assert.Matches("^20240601T041500Z-[0-9a-f]{12}$", published.Vintage.Name.ToString());
        Assert.Equal(Path.Combine(pond.Lake.Root, "things", "a", published.Vintage.Name.ToString()), published.Vintage.Folder);
        Assert.Equal(["datapackage.json", "part-0.parquet"], Directory.GetFiles(published.Vintage.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["3", "1", "2"], pond.Database.Texts($"select v from read_parquet('{published.Vintage.Parts.Single()}')"));
    }

    [Fact]
    public void The_content_hash_is_that_of_the_columns()
    {
        var package = pond.Publish("('b', 2), ('a', 1), (null, 3)").Vintage.ReadPackage();
        // In Python, with s = lambda b: hashlib.sha256(b).digest() and p = struct.pack:
        // k = s(p('<i', 0) + p('<i', 1) + b'a' + p('<i', 1) + b'b') + s(p('<q', 0))
        // v = s(p('<iii', 3, 1, 2)) + s(b'')
        // hashlib.sha256(b'rows=3,k:VARCHAR,v:INTEGER\n' + k + v).hexdigest()
        Assert.Equal("4c6cddfbc39e3c4ef5197049cec0381541990049fdcccfd9d02214e947a6a3f2", package.ContentHash);
    }

    [Theory]
    [InlineData("('a', null)", "('a', '')")]
    [InlineData("('a', 'b')", "('ab', '')")]
    [InlineData("('a', 'b'), ('c', 'd')", "('a', 'bc'), ('d', '')")]
    [InlineData("('a', 'null')", "('a', null)")]
    [InlineData("('a', 'x'), ('b', 'x')", "('a', 'y'), ('b', 'y')")]
    [InlineData("('a', null), ('b', 'x')", "('a', 'x'), ('b', null)")]
    [InlineData("('a', 0)", "('a', null::integer)")]
    [InlineData("('a', 0.0::double)", "('a', null::double)")]
    [InlineData("('a', 1.5)", "('a', 1.25)")]
    [InlineData("('a', [1, 2])", "('a', [12])")]
    public void Contents_that_differ_have_different_hashes(string one, string other) =>
        Assert.NotEqual(pond.Publish(one).Vintage.Name.ContentPrefix, pond.Publish(other, Pond.Time.AddDays(1)).Vintage.Name.ContentPrefix);

    [Fact]
    public void Rows_that_are_written_already_are_not_sorted_and_make_the_same_vintage()
    {
        var sorted = pond.Publish("('b', 2), ('a', 1)");
        Assert.False(pond.Publish("('a', 1), ('b', 2)", Pond.Time.AddDays(1), written: true).IsNew);
        Assert.NotEqual(sorted.Vintage.Name.ContentPrefix, pond.Publish("('b', 2), ('a', 1)", Pond.Time.AddDays(2), written: true).Vintage.Name.ContentPrefix);
    }

    [Fact]
    public void Neither_time_nor_landing_nor_order_of_rows_is_content()
    {
        var first = pond.Publish("('a', 1), ('b', 2)");
        var again = pond.Publish("('b', 2), ('a', 1)", Pond.Time.AddDays(1), landing: "y");
        Assert.False(again.IsNew);
        Assert.Equal(first.Vintage, again.Vintage);
        Assert.Single(pond.Lake.Vintages("things"));
    }

    [Fact]
    public void Content_that_comes_back_is_a_vintage_of_its_own()
    {
        var first = pond.Publish("('a', 1)");
        pond.Publish("('a', 2)", Pond.Time.AddDays(1));
        var back = pond.Publish("('a', 1)", Pond.Time.AddDays(2));
        Assert.True(back.IsNew);
        Assert.Equal(first.Vintage.Name.ContentPrefix, back.Vintage.Name.ContentPrefix);
        Assert.Equal(3, pond.Lake.Vintages("things", "a").Count);
    }

    [Fact]
    public void Two_contents_of_the_same_second_are_refused()
    {
        pond.Publish("('a', 1)");
        var error = Assert.Throws<InputException>(() => pond.Publish("('a', 2)", Pond.Time.AddMilliseconds(300)));
        Assert.Contains("same second", error.Message, StringComparison.Ordinal);
        Assert.Single(pond.Lake.Vintages("things"));
    }

    [Fact]
    public void Types_are_content()
    {
        var whole = pond.Publish("('a', 1)");
        var big = pond.Publish("('a', 1::bigint)", Pond.Time.AddDays(1));
        Assert.NotEqual(whole.Vintage.Name.ContentPrefix, big.Vintage.Name.ContentPrefix);
    }

    [Fact]
    public void Two_lakes_get_the_same_bytes_of_the_same_rows()
    {
        using var other = new Pond();
        var values = string.Join(", ", Enumerable.Range(0, 20_000).Select(i => $"('k{i}', {i * 37 % 1000})"));
        Assert.Equal(
            File.ReadAllBytes(pond.Publish(values).Vintage.Parts.Single()),
            File.ReadAllBytes(other.Publish(values, Pond.Time.AddYears(1)).Vintage.Parts.Single()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_bytes_do_not_depend_on_the_number_of_threads(bool written)
    {
        // More than three row groups of 122 880 rows, with text enough that a dictionary outgrows its limit.
        const string Rows = "select printf('%07d', i) as k, hash(i % 50000)::varchar as v from range(400000) as t (i)";
        var hashes = new[] { 1, 2, 3, 5 }.Select(threads =>
        {
            using var other = new Pond(threads);
            var part = other.PublishSelect(Rows, written).Vintage.Parts.Single();
            Assert.Equal(["122880", "122880", "122880", "31360"], other.Database.Texts($"select row_group_num_rows from parquet_metadata('{part}') where column_id = 0 order by row_group_id"));
            return DurableFile.Sha256(part);
        });
        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public void Nothing_is_left_in_staging_after_a_vintage_or_a_failure()
    {
        pond.Publish("('a', 1)");
        Assert.ThrowsAny<Exception>(() => pond.Publish("(nonsense)"));
        Assert.Empty(Directory.GetFileSystemEntries(pond.Lake.StagingArea));
        Assert.Single(pond.Lake.Vintages("things"));
    }

    public void Dispose() => pond.Dispose();
}
