using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive;

/// <summary>The figures of <c>core.total</c> with the origin of the feed that each comes of.</summary>
internal static class Totals
{
    public static IEnumerable<Row> Of(NaiveWarehouse from) =>
        from["core.total"].Select(row => row.With("origin", from["lake.feed"].Single(feed => feed.Text("source") == row.Text("source"))["origin"]));
}
