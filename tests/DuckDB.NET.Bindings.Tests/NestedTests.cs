namespace DuckDB.NET.Bindings.Tests;

public sealed class NestedTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Lists_come_out_with_their_gaps()
    {
        Assert.Equal([1, null, 3], db.Read<List<int?>>("select [1, null, 3]"));
        Assert.Equal([], db.Read<List<int>>("select []::integer[]"));
        Assert.Equal(["Håbo", "Borås"], db.Read<List<string>>("select ['Håbo', 'Borås']"));
        Assert.Throws<InvalidCastException>(() => db.Read<List<int>>("select [1, null, 3]"));
    }

    [Fact]
    public void Lists_go_in()
    {
        Assert.Equal("[1, 2, 3]", db.Echo(new List<int> { 1, 2, 3 }));
        Assert.Equal("[Håbo, Borås]", db.Echo(new List<string> { "Håbo", "Borås" }));
        Assert.Equal(2, db.Read<long>("select count(*) from range(10) t(i) where list_contains(?, i)", new List<long> { 4, 7, 70 }));
    }

    [Fact]
    public void Lists_of_lists_keep_their_borders()
        => Assert.Equal([[1, 2], [], [3]], db.Read<List<List<int>>>("select [[1, 2], [], [3]]"));

    [Fact]
    public void Lists_in_many_rows_keep_to_their_row()
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = "select i, range(i % 5) from range(5000) t(i) order by i";
        using var reader = command.ExecuteReader();
        long rows = 0;
        for (; reader.Read(); rows++)
        {
            Assert.Equal(rows, reader.GetInt64(0));
            Assert.Equal(Enumerable.Range(0, (int)(rows % 5)).Select(i => (long)i), reader.GetFieldValue<List<long>>(1));
        }

        Assert.Equal(5000, rows);
    }

    [Fact]
    public void Arrays_come_out_as_lists() => Assert.Equal([1.5, 2.5, 3.5], db.Read<List<double>>("select [1.5, 2.5, 3.5]::double[3]"));

    [Fact]
    public void Structs_come_out_by_field_name()
    {
        var municipality = db.Read<Dictionary<string, object?>>("select {'code': '0305', 'name': 'Håbo', 'inhabitants': 22613, 'left_out': null::integer}");
        Assert.Equal("0305", municipality["code"]);
        Assert.Equal("Håbo", municipality["name"]);
        Assert.Equal(22613, municipality["inhabitants"]);
        Assert.Null(municipality["left_out"]);
    }

    [Fact]
    public void Maps_come_out_by_key()
    {
        var map = db.Read<Dictionary<string, int>>("select map {'å': 1, 'ä': 2}");
        Assert.Equal([("å", 1), ("ä", 2)], map.Select(pair => (pair.Key, pair.Value)));
    }

    // One byte an entry up to 256 of them, then two.
    [Theory]
    [InlineData(3)]
    [InlineData(256)]
    [InlineData(300)]
    public void Enumerations_come_out_as_their_text(int members)
    {
        var texts = Enumerable.Range(0, members).Select(i => $"läge {i}").ToArray();
        db.Execute($"create type state as enum ({string.Join(", ", texts.Select(text => $"'{text}'"))})");
        Assert.Equal(texts[^1], db.Read<string>($"select '{texts[^1]}'::state"));
        Assert.Equal(texts[0], db.Read<string>("select ?::state::varchar", texts[0]));
    }

    [Fact]
    public void Union_is_refused_with_its_columns_name()
        => Assert.Contains("shape", Assert.Throws<ArgumentException>(() => db.Read<object>("select union_value(a := 1) as shape")).Message);
}
