using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lineage;

namespace Utvardering.Warehouse.Tests.Lineage;

/// <summary>What the columns of a SELECT come from, over lake.t (k, a, b) and lake.u (k, c, d).</summary>
public sealed class SelectReaderTests(SelectReaderTests.TwoTables lake) : IClassFixture<SelectReaderTests.TwoTables>
{
    public sealed class TwoTables : IDisposable
    {
        private readonly Database database = Database.OpenInMemory();

        public TwoTables()
        {
            database.Execute("create schema lake; create table lake.t (k integer, a integer, b integer); create table lake.u (k integer, c integer, d integer)");
            Map = LineageMap.Of([], database);
        }

        public LineageMap Map { get; }

        public void Dispose() => database.Dispose();
    }

    [Theory]
    // names and stars
    [InlineData("select a as x, a + b as y from lake.t", "x: t.a; y: t.a t.b")]
    [InlineData("select lake.t.a, t.b from lake.t", "a: t.a; b: t.b")]
    [InlineData("from lake.t", "k: t.k; a: t.a; b: t.b")]
    [InlineData("select one.*, c from lake.t as one, lake.u as other", "k: t.k; a: t.a; b: t.b; c: u.c")]
    [InlineData("select * exclude (b) replace (a + k as a) from lake.t", "k: t.k; a: t.a t.k")]
    [InlineData("select 1 as one, 'x' as x", "one:; x:")]
    [InlineData("select a as x, x + b as y from lake.t", "x: t.a; y: t.a t.b")]
    [InlineData("select sum(a) filter (where b > 0) as s, count(*) as n from lake.t", "s: t.a t.b; n:")]
    [InlineData("select row_number() over (partition by a order by b) as r from lake.t", "r: t.a t.b")]
    [InlineData("select last_value(a ignore nulls) over w as v from lake.t window w as (partition by k order by b)", "v: t.a t.b t.k")]
    [InlineData("select case when a > 0 then b end as x from lake.t", "x: t.a t.b")]
    [InlineData("select list_transform([a, b], lambda e: e + k) as x from lake.t", "x: t.a t.b t.k")]
    [InlineData("select arg_max(a, b order by k) as x from lake.t", "x: t.a t.b t.k")]
    // expressions, subqueries, unions
    [InlineData("with e as (select a as x from lake.t), f as (select x * 2 as y from e) select y as z from f", "z: t.a")]
    [InlineData("with e (one, two) as (select a, b from lake.t) select two from e", "two: t.b")]
    [InlineData("with t as (select a + b as k from lake.t) select k from t", "k: t.a t.b")]
    [InlineData("select x from (select a as x from lake.t) as s", "x: t.a")]
    [InlineData("select s.y from (select a from lake.t) as s (y)", "y: t.a")]
    [InlineData("select (select max(c) from lake.u where u.k = t.k) as x from lake.t", "x: t.k u.c u.k")]
    [InlineData("select exists (from lake.u where u.k = t.k and c > 0) as x from lake.t", "x: t.k u.c u.d u.k")]
    [InlineData("select a in (select c from lake.u) as x from lake.t", "x: t.a u.c")]
    [InlineData("select a, b from lake.t union all select c, d from lake.u", "a: t.a u.c; b: t.b u.d")]
    [InlineData("select a, b from lake.t union all by name select d as b, c from lake.u", "a: t.a; b: t.b u.d; c: u.c")]
    [InlineData("select a from lake.t except select c from lake.u", "a: t.a", "t.a u.c")]
    // joins and functions
    [InlineData("select * from lake.t join lake.u using (k)", "k: t.k; a: t.a; b: t.b; c: u.c; d: u.d", "t.k u.k")]
    [InlineData("select k from lake.t full join lake.u using (k)", "k: t.k u.k", "t.k u.k")]
    [InlineData("select * from lake.t natural join lake.u", "k: t.k; a: t.a; b: t.b; c: u.c; d: u.d", "t.k u.k")]
    [InlineData("select u.k, c from lake.t left join lake.u on u.k = t.a", "k: u.k; c: u.c", "t.a u.k")]
    [InlineData("select a from lake.t semi join lake.u on u.c = t.b", "a: t.a", "t.b u.c")]
    [InlineData("select a, m from lake.t, lateral (select max(c) as m from lake.u where u.k = t.b)", "a: t.a; m: u.c", "t.b u.k")]
    [InlineData("select a, step.n from lake.t, unnest(range(b, k)) as step (n)", "a: t.a; n: t.b t.k", "t.b t.k")]
    [InlineData("select name, a from lake.t cross join (values ('x'), ('y')) as grain (name)", "name:; a: t.a")]
    // which rows there are
    [InlineData("select a from lake.t where b > 0", "a: t.a", "t.b")]
    [InlineData("select a, sum(b) as s from lake.t group by a having max(k) > 0", "a: t.a; s: t.b", "t.a t.k")]
    [InlineData("select a, sum(b) as s from lake.t group by all", "a: t.a; s: t.b", "t.a")]
    [InlineData("select a, sum(b) as s from lake.t group by 1", "a: t.a; s: t.b", "t.a")]
    [InlineData("select distinct a from lake.t", "a: t.a", "t.a")]
    [InlineData("select a from lake.t order by b", "a: t.a", "")]
    [InlineData("select a from lake.t order by b limit 3", "a: t.a", "t.b")]
    [InlineData("select a from lake.t qualify row_number() over (partition by b) = 1", "a: t.a", "t.b")]
    [InlineData("with e as (select a from lake.t where b > 0) select count(*) as n from e", "n:", "t.b")]
    public void Columns_are_followed_to_the_tables(string sql, string columns, string? rows = null)
    {
        var read = lake.Map.OfQuery("q", sql);

        Assert.Equal(columns, string.Join("; ", read.Columns.Select(column => $"{column.Column}:{string.Concat(column.From.Select(from => " " + Short(from)))}")));
        if (rows is not null)
        {
            Assert.Equal(rows, string.Join(' ', read.Rows.Select(Short)));
        }
    }

    [Theory]
    [InlineData("select nosuch from lake.t", "where the column nosuch comes from is not found")]
    [InlineData("select a from lake.nosuch", "reads lake.nosuch")]
    [InlineData("with recursive r as (select 1 as x union all select x + 1 from r where x < 3) select x from r", "is not followed back to its columns")]
    public void What_can_not_be_followed_is_told(string sql, string told)
        => Assert.Contains(told, Assert.Throws<InputException>(() => lake.Map.OfQuery("q", sql)).Message, StringComparison.Ordinal);

    private static string Short(TableColumn column) => column.ToString()["lake.".Length..];
}
