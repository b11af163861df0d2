using System.Text.Json;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Increments;

/// <summary>
/// <c>landing/&lt;source&gt;/.standing.json</c>: the last complete retrieval. No vintage depends on it: lost, torn or older than the newest
/// vintage, it only makes the next retrieval a whole one.
/// </summary>
/// <param name="folder"><c>landing/&lt;source&gt;</c>.</param>
/// <param name="definitions">A hash of definitions and program.</param>
internal sealed class StandingFile(string folder, SourceDefinition source, string definitions)
{
    private readonly string file = Path.Combine(folder, ".standing.json");
    private readonly string under = $"{definitions} {source.Asked}";

    /// <summary>The last complete retrieval, if it was under the same definitions and its vintage is still the newest; else null.</summary>
    public Standing? Find(LakeStore lake) =>
        Load() is { } standing && standing.Definitions == under
        && lake.Vintages(source.Dataset, source.Source) is [.., var newest] && standing.Vintage == newest.Name.ToString()
            ? standing
            : null;

    /// <param name="before">What the retrieval was built upon; null for a whole one.</param>
    /// <param name="vintage">What stands now.</param>
    public void Keep(RetrievedParts parts, Standing? before, Vintage vintage)
    {
        if (parts.Selection is { } selection)
        {
            var whole = parts.Kind == RetrievalKind.Whole ? parts.Begun : before!.Whole;
            var standing = new Standing(under, selection, parts.State, parts.Begun, whole, vintage.Name.ToString());
            DurableFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(standing, JsonSerializerOptions.Web), FaultPlaces.LandingMemory);
        }
    }

    private Standing? Load()
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Standing>(File.ReadAllBytes(file), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
