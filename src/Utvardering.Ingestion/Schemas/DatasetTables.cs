using Utvardering.Warehouse.Build;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Schemas;

/// <summary>Every dataset of <c>data-schema</c> as a table of the warehouse's lake, filled or not.</summary>
public static class DatasetTables
{
    /// <param name="project">Whose schemas name the datasets and their columns.</param>
    /// <param name="vintages">The chosen ones, at most one a source.</param>
    /// <returns>By name.</returns>
    public static IReadOnlyList<LakeTable> Of(ProjectFolder project, IReadOnlyList<Vintage> vintages)
        => [.. Directory.EnumerateFiles(Path.Combine(project.Root, "data-schema"), "schema.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Order(StringComparer.Ordinal)
            .Select(dataset => new LakeTable(dataset, Columns(SchemaReader.Read(project, dataset)), [.. vintages.Where(vintage => vintage.Dataset == dataset)]))];

    private static IReadOnlyList<(string Name, string Type)> Columns(DatasetSchema schema)
        => [.. schema.Fields.Select(field => (field.Name, field.Type switch
        {
            FieldType.WholeNumber => "bigint",
            FieldType.Number => "double",
            FieldType.Date => "date",
            FieldType.Year => "integer",
            _ => "varchar",
        }))];
}
