using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class IndicatorCaveat
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from) => from["registry.indicator_caveat"];
}
