using System.Text;
using Utvardering.Testing;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Warehouse.Tests.Tables;

public sealed class ParquetQueryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ParquetQueryTests()
    {
        Directory.CreateDirectory(folder["released"]);
        ParquetRecords.Write(folder["released/effects.parquet"], [new Row { Id = "å", Value = 1.5 }, new Row { Id = "b" }]);
        ParquetRecords.Write(folder["released/marts.group.parquet"], [new Row { Id = "g", Value = 2 }]);
        File.WriteAllText(folder["secret.csv"], "name\nhemlig\n");
    }

    public sealed record Row
    {
        public required string Id { get; init; }
        public double? Value { get; init; }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Tables_and_marts_are_there_under_their_names()
    {
        using var query = new ParquetQuery(folder["released"], "select e.id, g.id from effects e, marts.\"group\" g order by all;");
        var (columns, rows, more) = query.Rows(10);

        Assert.Equal(["id", "id"], columns.Select(column => column.Name));
        Assert.Equal(2, rows.Count);
        Assert.Equal(["b", "g"], rows[0]);
        Assert.False(more);
    }

    [Fact]
    public void Tables_and_their_columns_are_listed()
    {
        using var tables = new ParquetQuery(folder["released"], "from tables order by name");
        Assert.Equal([["effects", 2L], ["marts.group", 1L]], tables.Rows(10).Rows);

        using var columns = new ParquetQuery(folder["released"], "select column_name, type from columns where table_name = 'effects'");
        Assert.Equal([["id", "VARCHAR"], ["value", "DOUBLE"]], columns.Rows(10).Rows);
    }

    [Fact]
    public void Only_so_many_rows_are_shown_and_that_there_are_more_is_told()
    {
        using var query = new ParquetQuery(folder["released"], "from effects");
        var (_, rows, more) = query.Rows(1);

        Assert.Single(rows);
        Assert.True(more);
    }

    [Theory]
    [InlineData("csv", "id,value\nå,1.5\nb,\n")]
    [InlineData("json", "[\n\t{\"id\":\"å\",\"value\":1.5},\n\t{\"id\":\"b\",\"value\":null}\n]\n")]
    public void The_whole_answer_comes_as_text_with_null_apart_from_zero(string format, string expected)
    {
        using var query = new ParquetQuery(folder["released"], "from effects");
        using var target = new MemoryStream();
        query.WriteTo(target, format);

        Assert.Equal(expected, Encoding.UTF8.GetString(target.ToArray()));
    }

    [Fact]
    public void The_answer_comes_as_Parquet()
    {
        using var query = new ParquetQuery(folder["released"], "from effects where value is not null");
        using (var target = File.Create(folder["answer.parquet"]))
        {
            query.WriteTo(target, "parquet");
        }

        Assert.Equal([new Row { Id = "å", Value = 1.5 }], ParquetRecords.Read<Row>(folder["answer.parquet"]));
    }

    [Theory]
    [InlineData("drop view effects")]
    [InlineData("select 1; select 2")]
    [InlineData("copy effects to 'x.csv'")]
    [InlineData("selec")]
    [InlineData("set enable_external_access = true")]
    public void What_is_not_one_SELECT_is_refused(string sql)
        => Assert.Throws<InputException>(() => new ParquetQuery(folder["released"], sql));

    [Fact]
    public void A_file_outside_can_not_be_read()
    {
        using var query = new ParquetQuery(folder["released"], $"from read_csv('{folder["secret.csv"]}')");

        var fault = Assert.Throws<InputException>(() => query.Rows(10));

        Assert.DoesNotContain("hemlig", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_table_is_told()
    {
        using var query = new ParquetQuery(folder["released"], "from nosuch");

        Assert.Contains("nosuch", Assert.Throws<InputException>(() => query.Rows(10)).Message, StringComparison.Ordinal);
    }
}
