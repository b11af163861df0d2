using Utvardering.Ingestion;
using Utvardering.Ingestion.Schemas;
using Utvardering.Pipeline.DataRoots;
using Utvardering.Warehouse.Build;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Pipeline.Steps;

/// <summary>Builds the warehouse beside its place and puts it there whole.</summary>
internal static class WarehouseStep
{
    public static IReadOnlyList<ModelTable> Build(DataRoot root, ProjectFolder project, RegistryFiles registry, IReadOnlyList<Vintage> vintages)
    {
        var building = root.Warehouse + ".building";
        File.Delete(building);
        File.Delete(building + ".wal");
        IReadOnlyList<ModelTable> tables;
        using (var database = Database.OpenFile(building, ParquetRecords.OneThread))
        {
            tables = WarehouseBuilder.Build(database, LakeTables(project, vintages), registry, Path.Combine(project.Root, "pipelines", "warehouse"));
            database.Execute("checkpoint");
        }

        File.Move(building, root.Warehouse, overwrite: true);
        return tables;
    }

    private static IReadOnlyList<LakeTable> LakeTables(ProjectFolder project, IReadOnlyList<Vintage> vintages)
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
