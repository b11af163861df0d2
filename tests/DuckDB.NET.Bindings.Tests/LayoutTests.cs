using System.Runtime.CompilerServices;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

/// <summary>Sizes in bytes of the C structs as duckdb.h declares them on a 64-bit machine.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void Structs_are_as_large_as_in_C()
    {
        Assert.Equal(48, Unsafe.SizeOf<DuckDBResult>());
        Assert.Equal(24, Unsafe.SizeOf<DuckDBQueryProgress>());
        Assert.Equal(16, Unsafe.SizeOf<DuckDBListEntry>());
        Assert.Equal(16, Unsafe.SizeOf<DuckDBString>());
        Assert.Equal(24, Unsafe.SizeOf<DuckDBBignum>());
        Assert.Equal(16, Unsafe.SizeOf<DuckDBHugeInt>());
        Assert.Equal(16, Unsafe.SizeOf<DuckDBUHugeInt>());
        Assert.Equal(4, Unsafe.SizeOf<DuckDBDate>());
        Assert.Equal(8, Unsafe.SizeOf<DuckDBDateOnly>());
        Assert.Equal(8, Unsafe.SizeOf<DuckDBTime>());
        Assert.Equal(8, Unsafe.SizeOf<DuckDBTimeOnly>());
        Assert.Equal(8, Unsafe.SizeOf<DuckDBTimeTzStruct>());
        Assert.Equal(12, Unsafe.SizeOf<DuckDBTimeTz>());
        Assert.Equal(8, Unsafe.SizeOf<DuckDBTimestampStruct>());
        Assert.Equal(16, Unsafe.SizeOf<DuckDBTimestamp>());
        Assert.Equal(16, Unsafe.SizeOf<DuckDBInterval>());
        Assert.Equal(24, Unsafe.SizeOf<DuckDBDecimal>());
    }

    [Fact]
    public void Library_is_of_the_line_that_the_bindings_were_written_for()
        => Assert.StartsWith("v1.5.", NativeMethods.Startup.DuckDBLibraryVersion());
}
