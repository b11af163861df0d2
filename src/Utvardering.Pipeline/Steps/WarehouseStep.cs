using Utvardering.Ingestion;
using Utvardering.Ingestion.Schemas;
using Utvardering.Pipeline.DataRoots;
using Utvardering.Warehouse.Build;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Pipeline.Steps;

/// <summary>Builds the warehouse beside its place and puts it there whole.</summary>
internal static class WarehouseStep
{
    public static BuiltModels Build(DataRoot root, ProjectFolder project, RegistryFiles registry, IReadOnlyList<Vintage> vintages, DateOnly today)
    {
        // A writer that lost the folder may still write in its own.
        var building = $"{root.Warehouse}{DataRoot.Building}{Guid.NewGuid():N}";
        BuiltModels models;
        try
        {
            using var database = Database.OpenFile(building, WarehouseBuilder.Settings);
            models = WarehouseBuilder.Build(database, DatasetTables.Of(project, vintages), registry, Path.Combine(project.Root, "pipelines", "warehouse"), today);
            database.Execute("checkpoint");
        }
        catch
        {
            // A model that failed its test leaves the old warehouse and no half of a new one.
            Remove(building);
            throw;
        }

        DurableFile.Sync(building);
        FaultPoint.Reach(FaultPlaces.WarehouseBuilt);
        root.Fence.Confirm();
        FaultPoint.Reach(FaultPlaces.WarehouseConfirmed);
        File.Move(building, root.Warehouse, overwrite: true);
        DurableFile.SyncFolder(root.Path);
        FaultPoint.Reach(FaultPlaces.WarehouseRenamed);
        return models;
    }

    private static void Remove(string building)
    {
        File.Delete(building);
        File.Delete(building + ".wal");
    }
}
