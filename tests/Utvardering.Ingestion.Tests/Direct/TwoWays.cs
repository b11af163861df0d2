using System.Text;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests.Direct;

/// <summary>The same file staged by the short way and by the long way.</summary>
/// <param name="Short">Its rows by the short way, as text; null when the short way was left.</param>
/// <param name="Long">Its rows by the long way.</param>
/// <param name="Clean">The long way found nothing wrong and dropped nothing.</param>
internal sealed record TwoWays(IReadOnlyList<string>? Short, IReadOnlyList<string> Long, bool Clean)
{
    public static TwoWays Of(House house, string text)
    {
        var file = house["in.csv"];
        File.WriteAllText(file, text, new UTF8Encoding(false));
        var body = new LandedBody(DurableFile.Sha256(file), "in.csv", house.Clock.Time, file, text.Length, null, null);
        var schema = SchemaReader.Read(house.Project, house.Source.Dataset);
        var (direct, _, quick) = Stage(house, schema, body, mayBeDirect: true);
        var (_, clean, rows) = Stage(house, schema, body, mayBeDirect: false);
        return new(direct ? quick : null, rows, clean);
    }

    private static (bool Direct, bool Clean, IReadOnlyList<string> Rows) Stage(House house, DatasetSchema schema, LandedBody body, bool mayBeDirect)
    {
        var spill = house["spill"];
        Directory.CreateDirectory(spill);
        using var staged = new StagedRows(house.Source, house.Project, schema, [body], spill) { MayBeDirect = mayBeDirect };
        AdapterCatalog.Find(staged.Source.Adapter).Stage(staged);
        SchemaCheck.Run(staged);
        var dropped = KeyCheck.Run(staged);
        var keyTexts = schema.PrimaryKey.Select(TypedRows.TextOf);
        var rows = staged.Database.Rows(
            $"select {StagedRows.FileColumn}, {StagedRows.RowColumn}, {SqlLists.Names(schema.FieldNames)}, {string.Join(", ", keyTexts)} from {TypedRows.View} order by 2");
        return (staged.Direct is not null, !staged.Problems.Any && dropped == 0, [.. rows.Select(row => string.Join(' ', row.Select(Cell)))]);
    }

    private static string Cell(object? cell) => cell switch
    {
        null => "∅",
        double number => BitConverter.DoubleToInt64Bits(number).ToString("X16", null),
        IFormattable value => $"{value.GetType().Name}:{value.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}",
        _ => $"'{cell}'",
    };
}
