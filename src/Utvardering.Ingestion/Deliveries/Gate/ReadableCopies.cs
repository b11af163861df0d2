using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>Removes what lies readable of a body that is refused now and was not when it came before: in the landing, or in quarantine for other problems.</summary>
internal static class ReadableCopies
{
    private const string Sealed = "sealed.bin";

    public static void Remove(string dataRoot, string source, string sha256)
    {
        var landing = Path.Combine(dataRoot, "landing", source);
        Delete(landing, file => Path.GetFileNameWithoutExtension(file) == sha256);
        Delete(Path.Combine(dataRoot, "quarantine", source, sha256), file => Path.GetFileName(file) != Sealed);
    }

    private static void Delete(string folder, Predicate<string> which)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(folder).Where(file => which(file)))
        {
            File.Delete(file);
        }

        DurableFile.SyncFolder(folder);
    }
}
