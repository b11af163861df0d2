using System.Globalization;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBValue() : SafeHandleZeroOrMinusOneIsInvalid(true), IDuckDBValueReader
{
    protected override bool ReleaseHandle() { NativeMethods.DestroyValue(ref handle); return true; }

    public bool IsNull()
    {
        // The handle is zeroed when it is destroyed, so a value kept past its callback must not read as NULL.
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return IsInvalid || NativeMethods.IsNullValue(this);
    }

    public T GetValue<T>()
    {
        var type = typeof(T);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsNull())
        {
            return default(T) is null ? default! : throw new InvalidCastException("The parameter is NULL.");
        }

        return (T)Read(type);
    }

    private object Read(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => NativeMethods.GetBool(this),
        TypeCode.SByte => NativeMethods.GetInt8(this),
        TypeCode.Byte => NativeMethods.GetUInt8(this),
        TypeCode.Int16 => NativeMethods.GetInt16(this),
        TypeCode.UInt16 => NativeMethods.GetUInt16(this),
        TypeCode.Int32 => NativeMethods.GetInt32(this),
        TypeCode.UInt32 => NativeMethods.GetUInt32(this),
        TypeCode.Int64 => NativeMethods.GetInt64(this),
        TypeCode.UInt64 => NativeMethods.GetUInt64(this),
        TypeCode.Single => NativeMethods.GetFloat(this),
        TypeCode.Double => NativeMethods.GetDouble(this),
        TypeCode.String => NativeMethods.Owned(NativeMethods.GetVarchar(this)) ?? "",
        TypeCode.Decimal => NativeMethods.GetDecimal(this).ToDecimal(),
        TypeCode.DateTime => DateTime.UnixEpoch.AddTicks(Ticks(NativeMethods.GetTimestamp(this))),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddTicks(Ticks(NativeMethods.GetTimestampTz(this))),
        _ when type == typeof(DateOnly) => DuckDBDateOnly.FromDuckDBDate(NativeMethods.GetDate(this)).ToDateOnly(),
        _ when type == typeof(TimeOnly) => new TimeOnly(NativeMethods.GetTime(this).Micros * TimeSpan.TicksPerMicrosecond),
        _ when type == typeof(TimeSpan) => (TimeSpan)NativeMethods.GetInterval(this),
        _ when type == typeof(BigInteger) => NativeMethods.GetHugeInt(this).ToBigInteger(),
        _ when type == typeof(Guid) => Guid.Parse(NativeMethods.Owned(NativeMethods.GetVarchar(this)) ?? "", CultureInfo.InvariantCulture),
        _ when type == typeof(DuckDBDateOnly) => DuckDBDateOnly.FromDuckDBDate(NativeMethods.GetDate(this)),
        _ when type == typeof(DuckDBTimeOnly) => NativeMethods.DateTimeHelpers.DuckDBFromTime(NativeMethods.GetTime(this)),
        _ when type == typeof(DuckDBInterval) => NativeMethods.GetInterval(this),
        _ when type == typeof(DuckDBHugeInt) => NativeMethods.GetHugeInt(this),
        _ => throw new InvalidCastException($"A table function parameter cannot be read as {type}."),
    };

    // Unchecked, an infinity wraps round to the moment before 1970.
    private static long Ticks(DuckDBTimestampStruct timestamp) => checked(timestamp.Micros * TimeSpan.TicksPerMicrosecond);
}
