using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>Tables of counts with exposures, one row each.</summary>
internal static class CountColumns
{
    public static IReadOnlyList<MethodColumn> All { get; } =
    [
        new(ColumnRole.Unit, "the name of the municipality or group."),
        new(ColumnRole.Outcome, "the count of events, a whole number."),
        new(ColumnRole.Exposure, "the exposure (population, person-years), or the number expected."),
    ];

    /// <exception cref="InputException">A count that is none, or an exposure that is not positive.</exception>
    public static IReadOnlyList<(string Name, long Count, double Exposure)> Read(MethodInput input)
    {
        if (input.Columns.Exposure is null)
        {
            throw new InputException($"{input.Options.Method} needs --exposure: {All[2].Meaning}");
        }

        var names = input.Table.Filled(input.Columns.Unit!);
        var counts = input.Table.Numbers(input.Columns.Outcome!);
        var exposures = input.Table.Numbers(input.Columns.Exposure!);
        foreach (var (row, count) in counts.Index().Where(cell => !(cell.Item >= 0 && cell.Item == Math.Floor(cell.Item) && cell.Item < 1e15)))
        {
            throw new InputException($"{input.Table.Place(input.Columns.Outcome!, row)} is no count: give a whole number from 0.");
        }

        foreach (var (row, exposure) in exposures.Index().Where(cell => !(cell.Item > 0)))
        {
            throw new InputException($"{input.Table.Place(input.Columns.Exposure!, row)} is no exposure: give a positive number.");
        }

        return [.. names.Index().Select(name => (name.Item, (long)counts[name.Index], exposures[name.Index]))];
    }
}
