using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Utvardering.Warehouse.Tables;

/// <summary>How a record's properties stand as columns: snake_case names, DuckDB types, the declaration's order.</summary>
internal sealed record RecordColumn(string Name, string DuckDbType, PropertyInfo Property)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<RecordColumn>> Known = new();

    public static IReadOnlyList<RecordColumn> Of(Type record) => Known.GetOrAdd(record, type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => property.MetadataToken)
            .Select(property => new RecordColumn(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), TypeOf(property), property))]);

    private static string TypeOf(PropertyInfo property) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        var type when type == typeof(string) => "varchar",
        var type when type == typeof(double) => "double",
        var type when type == typeof(int) => "integer",
        var type when type == typeof(long) => "bigint",
        var type when type == typeof(bool) => "boolean",
        var type when type == typeof(DateOnly) => "date",
        var type => throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name} is a {type.Name}, which no result column holds."),
    };
}
