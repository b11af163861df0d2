namespace DuckDB.NET.Bindings.Tests;

public sealed class NullTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData("boolean")]
    [InlineData("tinyint")]
    [InlineData("integer")]
    [InlineData("ubigint")]
    [InlineData("hugeint")]
    [InlineData("uhugeint")]
    [InlineData("bignum")]
    [InlineData("double")]
    [InlineData("decimal(38,10)")]
    [InlineData("varchar")]
    [InlineData("blob")]
    [InlineData("bit")]
    [InlineData("uuid")]
    [InlineData("date")]
    [InlineData("time")]
    [InlineData("timetz")]
    [InlineData("timestamp")]
    [InlineData("timestamptz")]
    [InlineData("interval")]
    [InlineData("integer[]")]
    [InlineData("integer[3]")]
    [InlineData("struct(a integer)")]
    [InlineData("map(varchar, integer)")]
    [InlineData("enum('a', 'b')")]
    public void Null_of_every_type_is_null(string type)
    {
        Assert.True(db.Read($"select null::{type}", reader => reader.IsDBNull(0)));
        Assert.Equal(DBNull.Value, db.Read($"select null::{type}", reader => reader.GetValue(0)));
    }

    [Fact]
    public void Null_is_not_mixed_up_with_its_neighbours()
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = "select case when i % 3 = 0 then null else i end from range(10000) t(i) order by i";
        using var reader = command.ExecuteReader();
        for (long i = 0; i < 10_000; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i % 3 == 0 ? null : i, reader.GetFieldValue<long?>(0));
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public void Null_goes_in_as_a_parameter()
    {
        Assert.True(db.Read<bool>("select ? is null", [null]));
        Assert.True(db.Read<bool>("select ?::integer is null", DBNull.Value));
    }

    [Fact]
    public void Null_is_refused_where_the_type_asked_for_has_none()
        => Assert.Throws<InvalidCastException>(() => db.Read<int>("select null::integer"));
}
