using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>Removes what lies readable of a body that is refused now and was not when it came before: in the landing, or in quarantine for other problems.</summary>
internal static class ReadableCopies
{
    // What was decided of the bytes, and they themselves when they are encrypted.
    private static readonly string[] Unreadable = ["sealed.bin", "decision.json"];

    public static void Remove(string dataRoot, string source, string sha256)
    {
        var landing = Path.Combine(dataRoot, "landing", source);
        Delete(landing, file => Path.GetFileNameWithoutExtension(file) == sha256);
        Delete(Path.Combine(dataRoot, "quarantine", source, sha256), file => !Unreadable.Contains(Path.GetFileName(file)));
    }

    private static void Delete(string folder, Predicate<string> which)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        // The body goes first: a record whose body is gone is harmless, a body without its record would not be known for what it is.
        foreach (var file in Directory.GetFiles(folder).Where(file => which(file)).OrderBy(file => Path.GetExtension(file).Length))
        {
            File.Delete(file);
            FaultPoint.Reach(FaultPlaces.GateCopyRemoved);
        }

        DurableFile.SyncFolder(folder);
    }
}
