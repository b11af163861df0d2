using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Models;

namespace Utvardering.Warehouse.Tests.Models;

public sealed class ModelDependenciesTests
{
    [Fact]
    public void Tables_are_found_in_joins_subqueries_unions_and_lateral_places()
    {
        var found = Of("""
            with own as (select * from lake.a)
            select *, (select max(x) from core.b) as m
            from own
            join staging.c using (x)
            where exists (from marts.d) and x in (select y from core.e union all select z from core.f)
            """);

        Assert.Equal(["core.b", "core.e", "core.f", "lake.a", "marts.d", "staging.c"], found);
    }

    [Fact]
    public void A_common_table_expression_is_not_a_dependency_and_may_read_one_of_the_same_name()
        => Assert.Equal(["lake.population"], Of("with population as (select * from lake.population) select * from population"));

    [Fact]
    public void A_table_without_schema_is_refused_with_the_ways_to_write_it()
    {
        var fault = Assert.Throws<InputException>(() => Of("select * from population"));

        Assert.Contains("'population' is named without a schema", fault.Message, StringComparison.Ordinal);
        Assert.Contains("lake.population", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("selec 1")]
    [InlineData("create table t as select 1")]
    [InlineData("select 1; select 2")]
    public void A_file_that_is_not_one_SELECT_is_refused_by_name(string sql)
        => Assert.Contains("staging/m.sql", Assert.Throws<InputException>(() => Of(sql)).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Of(string sql)
    {
        using var database = Database.OpenInMemory();
        return ModelDependencies.Of(new SqlModel("staging", "m", "staging/m.sql", sql, ["x"]), database);
    }
}
