using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Vintages;

namespace Utvardering.Warehouse.Tests.Vintages;

public sealed class VintageChoiceTests : IDisposable
{
    private readonly Series series = new();
    private readonly Vintage first;
    private readonly Vintage second;
    private readonly Vintage third;

    public VintageChoiceTests()
    {
        first = series.Publish(0, "('i', '0380', '2024-01-01', 1, null)");
        second = series.Publish(1, "('i', '0380', '2024-01-01', 2, null)");
        third = series.Publish(31, "('i', '0380', '2024-01-01', 3, null)");
    }

    [Fact]
    public void Without_names_the_two_newest_are_meant() => Assert.Equal((second, third), Pair());

    [Fact]
    public void Without_an_earlier_one_the_one_before_the_later_is_meant() => Assert.Equal((first, second), Pair(to: second.Name.ToString()));

    [Fact]
    public void Newest_and_previous_are_names() => Assert.Equal((third, second), Pair("newest", "previous"));

    [Fact]
    public void A_date_means_the_newest_by_the_end_of_that_day() => Assert.Equal((first, second), Pair("2024-06-01", "2024-06-30"));

    [Fact]
    public void The_beginning_of_a_name_or_of_the_content_hash_will_do() =>
        Assert.Equal((first, third), Pair(first.Name.ContentPrefix[..8], "202407"));

    [Fact]
    public void A_beginning_that_fits_several_is_told_with_them()
    {
        var message = Refused(() => Pair("202406"));
        Assert.Contains("fits 2 vintages", message, StringComparison.Ordinal);
        Assert.Contains(first.Name.ToString(), message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuch", "There is no vintage 'nosuch'")]
    [InlineData("2024-05-31", "No vintage was retrieved by 2024-05-31")]
    [InlineData("", "There is no vintage ''")]
    public void One_that_is_not_there_is_told_with_those_there_are(string name, string told)
    {
        var message = Refused(() => Pair(name));
        Assert.StartsWith(told, message, StringComparison.Ordinal);
        Assert.Contains(third.Name.ToString(), message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dataset_a_source_or_an_earlier_vintage_that_is_not_there_is_told()
    {
        Assert.Contains("It holds: series", Refused(() => VintageChoice.Pair(series.Lake, "../up", null, null, null)), StringComparison.Ordinal);
        Assert.Contains("Sources: a", Refused(() => VintageChoice.Pair(series.Lake, "series", "b", null, null)), StringComparison.Ordinal);
        Assert.Contains("nothing to compare it with", Refused(() => Pair(to: first.Name.ToString())), StringComparison.Ordinal);
        Assert.Contains("is empty", Refused(() => VintageChoice.Pair(new LakeStore(Path.Combine(series.Lake.Root, "no")), "series", null, null, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_sources_must_be_told_apart()
    {
        var other = series.Publish(2, "('i', '0380', '2024-01-01', 7, null)", source: "b");
        var later = series.Publish(3, "('i', '0380', '2024-01-01', 8, null)", source: "b");
        Assert.Contains("a, b. Choose one with --source", Refused(() => Pair()), StringComparison.Ordinal);
        Assert.Equal((other, later), VintageChoice.Pair(series.Lake, "series", "b", null, null));
    }

    public void Dispose() => series.Dispose();

    private (Vintage From, Vintage To) Pair(string? from = null, string? to = null) => VintageChoice.Pair(series.Lake, "series", null, from, to);

    private static string Refused(Func<object> choose) => Assert.Throws<InputException>(choose).Message;
}
