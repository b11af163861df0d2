using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>A table function whose rows a program makes, chunk by chunk: SQL then reads them in their order, and holds none that it does not need.</summary>
internal sealed unsafe class RowFunction
{
    private readonly RowShape shape;
    private readonly Func<IEnumerable<RowChunk>> rows;

    private RowFunction(RowShape shape, Func<IEnumerable<RowChunk>> rows) => (this.shape, this.rows) = (shape, rows);

    /// <summary>Makes <c>name()</c> known in a database, until that is closed.</summary>
    /// <param name="shape">Its columns; to be kept as long.</param>
    /// <param name="rows">
    /// Begins the rows anew for each query. A chunk may be used again once the next one is asked for. An exception ends the query as its error.
    /// </param>
    public static void Register(DuckDBConnection connection, string name, RowShape shape, Func<IEnumerable<RowChunk>> rows)
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
    private static void Free(IntPtr handle)
    {
        var held = GCHandle.FromIntPtr(handle);
        (held.Target as IDisposable)?.Dispose();
        held.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(IntPtr info)
    {
        var shape = Held<RowFunction>(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info)).shape;
        for (var column = 0; column < shape.Names.Count; column++)
        {
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, shape.Names[column], shape.Types[column]);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Begin(IntPtr info)
    {
        var function = Held<RowFunction>(NativeMethods.TableFunction.DuckDBInitGetExtraInfo(info));
        NativeMethods.TableFunction.DuckDBInitSetInitData(info, Hold(new FullChunks(function.rows().GetEnumerator(), function.shape.Widths)), &Free);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(IntPtr info, IntPtr output)
    {
        try
        {
            using var chunk = new RowChunk(new(output));
            Held<FullChunks>(NativeMethods.TableFunction.DuckDBFunctionGetInitData(info)).Fill(chunk);
            chunk.Close();
        }
#pragma warning disable CA1031 // No exception may pass into DuckDB.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, fault.Message);
        }
    }
}
