using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Models;

namespace Utvardering.Warehouse.Tests.Models;

public sealed class ModelRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Database database = Database.OpenInMemory();

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Models_are_built_in_the_order_they_need_and_lie_in_key_order()
    {
        Model("marts/a_total.sql", "-- grain: all; key: total\nselect sum(x) as total from core.number");
        Model("core/number.sql", "-- grain: number; key: x\nselect unnest([3, 1, 2]) as x");

        var built = ModelRunner.Build(database, folder.Path);

        Assert.Equal([new ModelTable("core.number", 3), new ModelTable("marts.a_total", 1)], built.Tables);
        Assert.Equal([1, 2, 3], database.Query("from core.number", row => row.GetInt32(0)));
    }

    [Fact]
    public void A_key_that_does_not_hold_stops_the_build_before_anything_reads_it()
    {
        Model("core/number.sql", "-- grain: number; key: x\nselect unnest([1, 2, 2]) as x");
        Model("marts/total.sql", "-- grain: all; key: total\nselect sum(x) as total from core.number");

        var fault = Assert.Throws<InputException>(() => ModelRunner.Build(database, folder.Path));

        Assert.Contains("core.number: the test 'key: x' does not hold: 1 keys stand more than once, such as (2)", fault.Message, StringComparison.Ordinal);
        Assert.Empty(database.Query("select table_name from information_schema.tables where table_name = 'total'", row => row.GetString(0)));
    }

    [Theory]
    [InlineData("unnest(['a', 'a', 'b']) as x, unnest([1, 2, 1]) as y")]
    [InlineData("unnest(['b', 'a', 'a']) as x, unnest([1, 2, 1]) as y")]
    [InlineData("unnest(['a', 'a', 'b']) as x, unnest([2, 1, 1]) as y")]
    public void Rows_that_should_come_in_the_order_of_the_key_lie_in_it_whether_they_do_or_not(string rows)
    {
        Model("core/pair.sql", $"-- grain: pair; key: x, y\n-- order: given\nselect {rows}");

        ModelRunner.Build(database, folder.Path);

        Assert.Equal([("a", 1), ("a", 2), ("b", 1)], database.Query("from core.pair", row => (row.GetString(0), row.GetInt32(1))));
    }

    [Theory]
    [InlineData("[1, 2, 2]", "(2)")]
    [InlineData("[2, 1, 2]", "(2)")]
    [InlineData("[null, 1, null]", "(null)")]
    public void A_view_s_key_that_comes_twice_is_found_also_where_the_rows_lie_apart(string numbers, string told)
    {
        Model("core/number.sql", $"-- grain: number; key: x\n-- kept: as a view\nselect unnest({numbers}) as x");

        var fault = Assert.Throws<InputException>(() => ModelRunner.Build(database, folder.Path));

        Assert.Contains($"1 keys stand more than once, such as {told}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_s_rows_are_counted_and_read_as_a_table_s_are()
    {
        Model("core/number.sql", "-- grain: number; key: x\n-- kept: as a view\nselect unnest([1, 2]) as x");
        Model("marts/total.sql", "-- grain: all; key: total\nselect sum(x) as total from core.number");

        Assert.Equal([new ModelTable("core.number", 2), new ModelTable("marts.total", 1)], ModelRunner.Build(database, folder.Path).Tables);
        Assert.Equal("VIEW", database.Scalar<string>("select table_type from information_schema.tables where table_name = 'number'"));
    }

    [Fact]
    public void A_file_without_a_key_in_its_header_is_refused()
    {
        Model("core/number.sql", "select 1 as x");

        Assert.Contains("states no key", Assert.Throws<InputException>(() => ModelRunner.Build(database, folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_while_running_names_the_file()
    {
        Model("core/number.sql", "-- grain: number; key: x\nselect nosuch as x from (select 1 as y)");

        Assert.Contains("number.sql", Assert.Throws<InputException>(() => ModelRunner.Build(database, folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_kept_as_codes_read_as_texts_in_key_order()
    {
        database.Execute("create schema registry; create table registry.place as select unnest(['b', 'a', 'c']) as place");
        Model("core/number.sql", """
            -- grain: place × sex; key: place, sex
            -- test: place in registry.place
            -- test: sex in ('women', 'men')
            -- codes: place, sex
            select * from (values ('c', 'men', 1), ('a', 'women', 2), ('a', 'men', 3), ('b', null, 4)) as made (place, sex, x)
            """);
        Model("marts/men.sql", "-- grain: place; key: place\n-- kept: as a view\nselect place, x from core.number where sex = 'men'");

        var built = ModelRunner.Build(database, folder.Path);

        Assert.All(built.Tests, test => Assert.True(test.Passed, test.Sentence));
        Assert.Equal(["a men 3", "a women 2", "b - 4", "c men 1"], database.Query("select concat_ws(' ', place, coalesce(sex, '-'), x) from core.number", row => row.GetString(0)));
        Assert.Equal(["a 3", "c 1"], database.Query("select concat_ws(' ', place, x) from marts.men", row => row.GetString(0)));
        Assert.Equal("VARCHAR", database.Scalar<string>("select distinct typeof(place) from core.number"));
        Assert.Equal([new ModelTable("core.number", 4), new ModelTable("marts.men", 2)], built.Tables);
    }

    [Fact]
    public void What_is_built_of_rows_kept_as_codes_is_kept_with_its_texts()
    {
        database.Execute("create schema registry; create table registry.sex as select unnest(['women', 'men', 'o''ther (all)']) as sex");
        Model("core/number.sql", """
            -- grain: sex; key: sex
            -- test: sex in registry.sex
            -- codes: sex
            select unnest(['women', 'o''ther (all)', 'men']) as sex
            """);
        Model("marts/sexes.sql", "-- grain: first; key: first\nselect min(sex) as first, list(sex order by sex) as all_of_them, max(sex) = 'unheard of' as odd from core.number");

        ModelRunner.Build(database, folder.Path);

        Assert.Equal(
            ["men|men o'ther (all) women|false|VARCHAR|VARCHAR[]"],
            database.Query("select concat_ws('|', first, array_to_string(all_of_them, ' '), odd, typeof(first), typeof(all_of_them)) from marts.sexes", row => row.GetString(0)));
    }

    [Fact]
    public void A_text_that_the_list_of_a_coded_column_lacks_is_told_by_the_test()
    {
        Model("core/number.sql", "-- grain: sex; key: sex\n-- test: sex in ('women', 'men')\n-- codes: sex\nselect unnest(['men', 'boys']) as sex");

        var fault = Assert.Throws<InputException>(() => ModelRunner.Build(database, folder.Path));

        Assert.Contains("core.number: the test 'sex in ('women', 'men')' does not hold: 1 rows, such as (boys)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coded_column_without_a_list_is_refused()
    {
        Model("core/number.sql", "-- grain: sex; key: sex\n-- test: sex <> ''\n-- codes: sex\nselect 'men' as sex");

        Assert.Contains("'codes: sex' has no list of texts", Assert.Throws<InputException>(() => ModelRunner.Build(database, folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_broken_between_rows_far_apart_is_found_in_a_coded_table_too()
    {
        Model("core/number.sql", "-- grain: sex; key: sex\n-- test: sex in ('women', 'men')\n-- codes: sex\nselect unnest(['men', 'women', 'men']) as sex");

        Assert.Contains("such as (men)", Assert.Throws<InputException>(() => ModelRunner.Build(database, folder.Path)).Message, StringComparison.Ordinal);
    }

    private void Model(string path, string sql)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
        File.WriteAllText(folder[path], sql);
    }
}
