using Utvardering.Methods.Options;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tables;

/// <summary>Columns of the table that are fixed effects: a panel carries them as covariates whose values number their levels.</summary>
internal static class EffectColumns
{
    public static MethodOption Option { get; } = new(
        "effects", OptionKind.Columns, null, "Columns whose values are the fixed effects, in place of unit and period; the columns of --unit and --time may be among them.");

    public static MethodOption Plain { get; } = MethodOption.Flag("plain", false, "Whether the regression has no fixed effects but a constant.");

    /// <summary>The effects as a panel regression takes them; null: unit and period.</summary>
    /// <exception cref="InputException">Effects of a plain regression; longer periods in which a unit's level changes.</exception>
    public static IReadOnlyList<string>? Of(MethodInput input)
    {
        if (input.Options.Flag("plain"))
        {
            return input.Options.Has("effects") ? throw new InputException("A plain regression has no effects: leave out effects, or plain=yes.") : [];
        }

        if (!input.Options.Has("effects"))
        {
            return null;
        }

        foreach (var column in Columns(input).Where(_ => input.Options.Text("grain") != "as-given"))
        {
            // A longer period has one level where each unit has one.
            _ = input.OfUnits(column);
        }

        return [.. input.Options.Texts("effects").Select(column => column == input.Columns.Unit ? "unit" : column == input.Columns.Time ? "period" : Name(column))];
    }

    public static IEnumerable<string> Names(MethodInput input) => Columns(input).Select(Name);

    /// <summary>The number of each row's level, by column.</summary>
    public static IEnumerable<double[]> Codes(MethodInput input) => Columns(input).Select(column =>
    {
        var texts = input.Table.Filled(column);
        var numbers = texts.Distinct(StringComparer.Ordinal).Index().ToDictionary(level => level.Item, level => (double)level.Index, StringComparer.Ordinal);
        return texts.Select(text => numbers[text]).ToArray();
    });

    // No covariate of the table can have this name as well.
    private static string Name(string column) => $"effect of {column}";

    private static IEnumerable<string> Columns(MethodInput input) =>
        input.Options.Texts("effects").Where(column => column != input.Columns.Unit && column != input.Columns.Time).Distinct(StringComparer.Ordinal);
}
