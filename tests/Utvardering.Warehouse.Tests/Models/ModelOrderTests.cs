using Utvardering.Warehouse.Models;

namespace Utvardering.Warehouse.Tests.Models;

public sealed class ModelOrderTests
{
    [Fact]
    public void Each_model_comes_after_all_that_it_reads()
    {
        var order = Sort(("marts.c", ["core.b", "lake.x"]), ("core.b", ["staging.a"]), ("staging.a", ["lake.x"]));

        Assert.Equal(["staging.a", "core.b", "marts.c"], order);
    }

    [Fact]
    public void A_circle_is_told_with_its_way_round()
    {
        var fault = Assert.Throws<InputException>(() => Sort(("core.a", ["core.b"]), ("core.b", ["core.c"]), ("core.c", ["core.b"])));

        Assert.Contains("core.b → core.c → core.b", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_nobody_makes_is_told_with_the_file_that_reads_it()
    {
        var fault = Assert.Throws<InputException>(() => Sort(("core.a", ["lake.popluation"])));

        Assert.Contains("core/a.sql: reads lake.popluation", fault.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sort(params (string Name, string[] Reads)[] models)
        => ModelOrder.Sort(
            [.. models.Select(model => model.Name.Split('.')).Select(name => new SqlModel(name[0], name[1], $"{name[0]}/{name[1]}.sql", "", []))],
            models.ToDictionary(model => model.Name, IReadOnlySet<string> (model) => model.Reads.ToHashSet()),
            new HashSet<string> { "lake.x" }).Select(model => model.FullName);
}
