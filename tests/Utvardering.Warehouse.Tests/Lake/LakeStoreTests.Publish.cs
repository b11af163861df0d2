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
    public void The_content_hash_is_that_of_the_canonical_rows()
    {
        var package = pond.Publish("('b', 2), ('a', 1), (null, 3)").Vintage.ReadPackage();
        // printf 'k:VARCHAR,v:INTEGER\n\\N,3\na,1\nb,2\n' | sha256sum
        Assert.Equal("7c2b717330d863b6005788227eb60e0d749eedead6731ac01ff42388bddaab32", package.ContentHash);
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
