using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>A table function whose rows a program makes, a chunk at a time: SQL reads them in their order, and holds none that it does not need.</summary>
internal sealed unsafe class RowFunction
{
    private readonly RowShape shape;
    private readonly Func<RowFiller> rows;

    private RowFunction(RowShape shape, Func<RowFiller> rows) => (this.shape, this.rows) = (shape, rows);

    /// <summary>Makes <c>name()</c> known in a database, until that is closed.</summary>
    /// <param name="shape">Its columns; to be kept as long.</param>
    /// <param name="rows">Begins the rows anew for each query. An exception ends the query as its error.</param>
    public static void Register(DuckDBConnection connection, string name, RowShape shape, Func<RowFiller> rows)
    {
        var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        try
        {
            NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, name);
            NativeMethods.TableFunction.DuckDBTableFunctionSetExtraInfo(function, Hold(new RowFunction(shape, rows)), &Free);
            NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
            NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &Begin);
            NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
            if (NativeMethods.TableFunction.DuckDBRegisterTableFunction(connection.NativeConnection, function) != DuckDBState.Success)
            {
                throw new InvalidOperationException($"DuckDB did not take the table function {name}.");
            }
        }
        finally
        {
            NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
        }
    }

    private static IntPtr Hold(object value) => GCHandle.ToIntPtr(GCHandle.Alloc(value));

    private static T Held<T>(IntPtr handle) => (T)GCHandle.FromIntPtr(handle).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(IntPtr handle) => GCHandle.FromIntPtr(handle).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(IntPtr info)
    {
        var shape = Held<RowFunction>(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info)).shape;
        for (var column = 0; column < shape.Names.Count; column++)
        {
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, shape.Names[column], shape.Types[column]);
        }
    }

    // No exception may pass into DuckDB.
#pragma warning disable CA1031
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Begin(IntPtr info)
    {
        try
        {
            var rows = Held<RowFunction>(NativeMethods.TableFunction.DuckDBInitGetExtraInfo(info)).rows();
            NativeMethods.TableFunction.DuckDBInitSetInitData(info, Hold(rows), &Free);
        }
        catch (Exception fault)
        {
            NativeMethods.TableFunction.DuckDBInitSetError(info, fault.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(IntPtr info, IntPtr output)
    {
        try
        {
            using var chunk = new DuckDBDataChunk(output);
            var rows = Held<RowFiller>(NativeMethods.TableFunction.DuckDBFunctionGetInitData(info))(new(chunk));
            _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows);
        }
        catch (Exception fault)
        {
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, fault.Message);
        }
    }
#pragma warning restore CA1031
}
