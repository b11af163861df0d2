using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

public sealed partial class LakeStoreTests
{
    [Fact]
    public void The_newest_as_of_a_day_is_said_by_source_and_counts_the_whole_day()
    {
        var first = pond.Publish("('a', 1)").Vintage;
        var second = pond.Publish("('a', 2)", new(2024, 6, 3, 23, 59, 59, TimeSpan.Zero)).Vintage;
        var other = pond.Publish("('a', 1)", Pond.Time.AddDays(1), source: "b").Vintage;

        Assert.Null(pond.Lake.NewestAsOf("things", "a", new(2024, 5, 31)));
        Assert.Equal(first, pond.Lake.NewestAsOf("things", "a", new(2024, 6, 2)));
        Assert.Equal(second, pond.Lake.NewestAsOf("things", "a", new(2024, 6, 3)));
        Assert.Equal([first], pond.Lake.NewestAsOf("things", new(2024, 6, 1)));
        Assert.Equal([second, other], pond.Lake.NewestAsOf("things", new(2030, 1, 1)));
        Assert.Equal(["things"], pond.Lake.Datasets());
    }

    [Fact]
    public void What_is_no_vintage_is_passed_over()
    {
        pond.Publish("('a', 1)");
        Directory.CreateDirectory(Path.Combine(pond.Lake.Root, "things", "a", "notes"));
        Assert.Single(pond.Lake.Vintages("things"));
        Assert.Empty(pond.Lake.Vintages("others"));
        Assert.Empty(new LakeStore(Path.Combine(pond.Lake.Root, "nowhere")).Datasets());
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("Upper")]
    [InlineData("")]
    [InlineData(".staging")]
    public void A_name_that_leads_elsewhere_is_refused(string name) => Assert.Throws<ArgumentException>(() => pond.Lake.Vintages(name));

    [Fact]
    public void An_earlier_retrieval_taken_in_later_finds_its_place()
    {
        var newest = pond.Publish("('a', 2)", Pond.Time.AddDays(5)).Vintage;
        var earlier = pond.Publish("('a', 1)").Vintage;
        Assert.Equal([earlier, newest], pond.Lake.Vintages("things", "a"));
    }
}
