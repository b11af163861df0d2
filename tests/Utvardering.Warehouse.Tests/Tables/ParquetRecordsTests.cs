using Utvardering.Testing;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Warehouse.Tests.Tables;

public sealed class ParquetRecordsTests
{
    public sealed record Reading
    {
        public required string Place { get; init; }
        public double? Level { get; init; }
        public int Count { get; init; }
        public long? Persons { get; init; }
        public bool Whole { get; init; }
        public DateOnly Day { get; init; }
    }

    private static readonly Reading[] Readings =
    [
        new() { Place = "Håbo åäö", Level = -0.1, Count = 1, Persons = long.MaxValue, Whole = true, Day = new DateOnly(2024, 2, 29) },
        new() { Place = "Borås", Level = null, Count = -1, Persons = null, Whole = false, Day = new DateOnly(1968, 1, 1) },
        new() { Place = "Kalmar", Level = double.NegativeInfinity, Count = 0, Persons = 0, Whole = false, Day = DateOnly.MaxValue },
    ];

    [Fact]
    public void Records_come_back_as_they_were_null_apart_from_zero_and_infinity_kept()
    {
        using var folder = new TemporaryFolder();
        ParquetRecords.Write(folder["r.parquet"], Readings);

        Assert.Equal(Readings, ParquetRecords.Read<Reading>(folder["r.parquet"]));
    }

    [Fact]
    public void The_same_records_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        ParquetRecords.Write(folder["a.parquet"], Readings);
        ParquetRecords.Write(folder["b.parquet"], Readings);

        Assert.Equal(File.ReadAllBytes(folder["a.parquet"]), File.ReadAllBytes(folder["b.parquet"]));
    }

    [Fact]
    public void The_mark_lies_in_the_file_itself()
    {
        using var folder = new TemporaryFolder();
        ParquetRecords.Write(folder["marked.parquet"], Readings, "EXEMPELDATA – syntetiska uppgifter");
        ParquetRecords.Write(folder["plain.parquet"], Readings);

        Assert.Equal("EXEMPELDATA – syntetiska uppgifter", ParquetRecords.Mark(folder["marked.parquet"]));
        Assert.Null(ParquetRecords.Mark(folder["plain.parquet"]));
    }
}
